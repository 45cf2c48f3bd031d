"""`--watch`: a process that lints or draws again on every save, whatever becomes of the files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from tests.cli.running import archlint

WAIT = 45.0
"""Seconds after which a test gives up: the machine may be busy."""
WATCHING = "watching for changes"
CIRCLE = "product a { uses b }\nproduct b { uses a }\n"


class Watching:
    """A process that watches, and what it has said so far."""

    def __init__(self, *arguments: str, folder: Path, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "archlint", *arguments], cwd=folder, env={**os.environ, **environment},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip
        self.said: list[str] = []
        self._more = threading.Condition()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self._listener.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._more:
                self.said.append(line)
                self._more.notify_all()

    def turn(self) -> str:
        """What is said up to the next time that it waits for changes."""
        with self._more:
            if not self._more.wait_for(lambda: any(WATCHING in line for line in self.said), WAIT):
                raise AssertionError(f"nothing more came than {self.said}")
            end = next(number for number, line in enumerate(self.said) if WATCHING in line) + 1
            told, self.said = self.said[:end], self.said[end:]
        return "".join(told)

    def until(self, words: str) -> str:
        """What is said up to the turn in which some words come."""
        told = self.turn()
        while words not in told:
            told = self.turn()
        return told

    def quiet(self, seconds: float) -> bool:
        """Whether nothing is said for a while."""
        time.sleep(seconds)
        with self._more:
            return not self.said

    def interrupt(self) -> int:
        """Presses Ctrl-C, and gives the exit status."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(WAIT)
        self._listener.join()
        return status


@pytest.fixture(params=["told by the system", "by looking"])
def environment(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """With the library that listens to the system, and without it."""
    if request.param == "told by the system":
        pytest.importorskip("watchfiles", reason="comes with the extra `watch`")
        return {}
    blind = tmp_path_factory.mktemp("without")
    (blind / "watchfiles.py").write_text("raise ImportError\n")
    return {"PYTHONPATH": str(blind)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a model."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "m.arch").write_text(CIRCLE)
    return tmp_path


@pytest.fixture
def watching(folder: Path, environment: dict[str, str]) -> Iterator[Watching]:
    """The project watched by `check`."""
    with Watching("check", "--watch", folder=folder, **environment) as found:
        yield found


def test_it_lints_again_on_every_save(folder: Path, watching: Watching) -> None:
    """Edited, added, imported, renamed, deleted: what is said is what is there; Ctrl-C ends it without a word."""
    assert "INT105" in watching.turn()
    (folder / "m.arch").write_text('import "sub/common.arch"\nproduct a { uses pay }\n')
    assert "MOD007" in watching.turn()
    (folder / "sub").mkdir()
    (folder / "sub" / "common.arch").write_text("platform pay {\n")
    assert "SYN002" in watching.until("SYN002")
    (folder / "sub" / "common.arch").write_text("platform pay { interface i }\n")
    assert "SYN002" not in watching.turn()
    (folder / "m.arch").rename(folder / "n.arch")
    assert "n.arch:" in watching.until("n.arch:")
    (folder / "n.arch").write_bytes(b"\xff")
    assert "SYN003" in watching.until("SYN003")
    (folder / "n.arch").unlink()
    (folder / "sub" / "common.arch").unlink()
    assert "nothing to lint" in watching.until("nothing to lint")
    (folder / "o.arch").write_text("product o { uses nobody }\n")
    assert "nobody" in watching.until("nobody")
    assert watching.interrupt() == 130
    assert watching.said == []


def test_it_outlives_a_configuration_that_is_wrong(folder: Path, watching: Watching) -> None:
    """It says what is wrong with it, and goes on when it is mended, or gone."""
    watching.turn()
    (folder / "archlint.toml").write_text("nonsense = 1\n")
    assert "there is no setting `nonsense`" in watching.turn()
    (folder / "archlint.toml").write_text('ignore = ["INT105"]\n')
    told = watching.turn()
    assert "INT105" not in told
    assert "INT108" in told
    (folder / "archlint.toml").unlink()
    assert "INT105" in watching.turn()


def test_nothing_is_said_while_nothing_has_changed(folder: Path, watching: Watching) -> None:
    """A save that changes nothing, another file and the cache itself are no reason to lint again."""
    watching.turn()
    (folder / "m.arch").write_text(CIRCLE)
    (folder / "notes.txt").write_text("nothing of ours")
    assert watching.quiet(2.5)
    (folder / "m.arch").write_text("product c { uses d }\n")
    assert "`d`" in watching.turn()


def test_several_saves_at_once_are_one(folder: Path, watching: Watching) -> None:
    """Half of what somebody writes is not linted while the other half is being written."""
    watching.turn()
    for number in range(30):
        (folder / f"m{number}.arch").write_text(f"product p{number} {{ uses a }}\n")
        time.sleep(0.01)
    assert "m29.arch" in watching.until("m29.arch")
    assert watching.quiet(1.5)


def test_a_baseline_is_watched_too(folder: Path, watching: Watching) -> None:
    """What becomes known is not said any more."""
    assert "INT105" in watching.turn()
    archlint("baseline", "create", folder=folder)
    assert "in the baseline" in watching.until("in the baseline")


def test_draw_draws_again(folder: Path) -> None:
    """The file is written anew on every save; a model that cannot be drawn leaves the picture as it was."""
    with Watching("draw", "--watch", "--output", "out.dot", folder=folder) as watching:
        watching.turn()
        first = (folder / "out.dot").read_text()
        (folder / "m.arch").write_text("product quite_new { uses b }\nproduct b\n")
        watching.turn()
        second = (folder / "out.dot").read_text()
        assert ("quite_new" in first, "quite_new" in second) == (False, True)
        (folder / "m.arch").write_text("# nothing\n")
        assert "nothing to draw" in watching.turn()
        assert (folder / "out.dot").read_text() == second
        assert watching.interrupt() == 130


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "--watch", "-"), "standard input cannot be watched"),
        (("check", "--watch", "--fix"), "--watch only looks"),
        (("draw", "--watch"), "--output"),
        (("draw", "--watch", "--output", "-"), "--output"),
    ],
)
def test_what_cannot_be_watched_is_refused(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    """Standard input has no second time, fixes write what is watched, and a picture needs a file."""
    run = archlint(*arguments, folder=folder)
    assert run.returncode == 2
    assert words in run.stderr
