"""Does what a page shows, in a folder of its own, as a reader at a terminal would."""

from __future__ import annotations

import errno
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from archlint.configuration import ConfigurationError, configuration_for
from tests.docs.pages import ROOT, Block
from tests.linting import findings

__all__ = ["Session", "Wrong", "same"]

COLUMNS = 80
PROMPT, MORE = "$ ", "> "
OURS = ("ARCHLINT_", "FORCE_COLOR", "GIT_", "PYTEST")
"""What the tests run with, and a reader does not."""
PROGRESS = re.compile(r"archlint: [^\r\n]*…\r *\r")
"""What a slow machine shows while it works, and takes away again."""


class Wrong(AssertionError):
    """A page says what is not so."""


class Session:
    """The folder of a page, and what the commands so far have said."""

    def __init__(self, folder: Path) -> None:
        """Begins in an empty folder."""
        self.home = self.folder = folder
        self.said = ""
        self.status = 0
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(OURS)},
            "COLUMNS": str(COLUMNS), "TERM": "dumb", "NO_COLOR": "1", "PAGER": "cat", "LC_ALL": "C.UTF-8",
            "HOME": str(folder), "repository": str(ROOT), "PWD_FILE": str(folder.parent / "pwd"),
            "keep": f"{sys.executable} {ROOT}/tests/docs/same_words.py",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "GIT_AUTHOR_NAME": "R. Eader", "GIT_AUTHOR_EMAIL": "r@example.org",
            "GIT_COMMITTER_NAME": "R. Eader", "GIT_COMMITTER_EMAIL": "r@example.org",
        }  # fmt: skip

    def do(self, block: Block) -> None:
        """Does what a block shows. Raises Wrong where the page is."""
        if block.unrun:
            return
        ways: dict[str, Callable[[Block], None]] = {
            "setup": self._prepare, "sh": self._run, "console": self._converse, "text": self._compare,
            "diff": self._edit,
        }  # fmt: skip
        if block.title and block.language != "diff":
            self._write(block)
        elif block.language in ways:
            ways[block.language](block)
        else:
            _read(block)

    def conversation(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Each command of a block, the output that the page shows, and the one that it has."""
        for part in filter(None, re.split(r"^(?=\$ )", text, flags=re.MULTILINE)):
            if not part.startswith(PROMPT):
                raise Wrong(f"the block begins with output: {part!r}")
            lines = part.splitlines()
            more = next((n for n, line in enumerate(lines[1:], 1) if not line.startswith(MORE)), len(lines))
            command = "\n".join(line[len(PROMPT) :] for line in lines[:more])
            yield "\n".join(lines[:more]), "\n".join(lines[more:]).strip("\n"), self._answer(command).strip("\n")

    def _prepare(self, block: Block) -> None:
        self._answer(block.text)
        if self.status:
            raise Wrong(f"what prepares the page ends with {self.status}: {self.said}")

    def _run(self, block: Block) -> None:
        self._answer(f"set -e\n{block.text}")
        if self.status != block.status:
            raise Wrong(f"{block.text}ends with {self.status}, not {block.status}: {self.said}")

    def _converse(self, block: Block) -> None:
        for command, shown, said in self.conversation(block.text):
            if not same(shown, said):
                raise Wrong(f"{command}\n--- the page shows\n{shown}\n--- it says\n{said}")

    def _compare(self, block: Block) -> None:
        if not same(f"…\n{block.text.strip()}\n…", f"\n{self.said.strip()}\n"):
            raise Wrong(f"no command before it says\n{block.text}\nbut\n{self.said}")

    def _write(self, block: Block) -> None:
        file = self.folder / block.title
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(block.text, "utf-8")
        if block.language in ("yaml", "json"):
            _read(block)

    def _edit(self, block: Block) -> None:
        file = self.folder / block.title
        lines, text = block.text.splitlines(keepends=True), file.read_text("utf-8")
        old = "".join(line[1:] or "\n" for line in lines if not line.startswith("+"))
        new = "".join(line[1:] or "\n" for line in lines if not line.startswith("-"))
        if text.count(old) != 1:
            raise Wrong(f"{block.title} has these lines {text.count(old)} times:\n{old}")
        file.write_text(text.replace(old, new), "utf-8")

    def _answer(self, command: str) -> str:
        """What a command says at a terminal."""
        script = f'(exit {self.status})\n{command}\nlast=$?; pwd >"$PWD_FILE"; exit $last'
        ours, theirs = os.openpty()
        with subprocess.Popen(
            ["bash", "-c", script], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=theirs, stderr=theirs,
        ) as process:  # fmt: skip
            os.close(theirs)
            said = _all(ours).decode("utf-8").replace("\r\n", "\n")
        self.status = process.returncode
        told = Path(self.environment["PWD_FILE"])
        self.folder = Path(told.read_text().strip()) if told.exists() else self.folder
        self.said = PROGRESS.sub("", said).replace(str(self.home), "~")
        return self.said


def same(shown: str, said: str) -> bool:
    """Whether a page shows what was said; `…` stands for anything."""
    pattern = ".*?".join(re.escape(part) for part in shown.split("…"))
    return re.fullmatch(pattern, said, re.DOTALL) is not None


def _all(terminal: int) -> bytes:
    said = b""
    try:
        while part := os.read(terminal, 65536):
            said += part
    except OSError as error:
        if error.errno != errno.EIO:  # how a terminal says that nobody writes to it any more
            raise
    finally:
        os.close(terminal)
    return said


def _read(block: Block) -> None:
    if block.language == "arch":
        wrong = [found.message for found in findings(block.text) if found.code.startswith(("SYN", "MOD"))]
        if wrong:
            raise Wrong(f"{block.text}\n{wrong}")
    elif block.language == "toml":
        _read_configuration(block.text)
    elif block.language == "yaml":
        list(yaml.safe_load_all(block.text))
    elif block.language == "json":
        json.loads(block.text)
    else:
        raise Wrong(f"nobody knows what to do with a block of {block.language or 'no language'}")


def _read_configuration(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "archlint.toml").write_text(text, "utf-8")
        try:
            configuration_for(Path(folder))
        except ConfigurationError as error:
            raise Wrong(str(error)) from None
