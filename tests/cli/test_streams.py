"""Readers that leave, disks that are full, streams that were never opened: one line at most, and never a trace."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import archlint

MODEL = """\
plateau today { at 2026-01 }
plateau target { at 2028-01 }
legacy host { store records { holds permit as master } }
data permit
product renew { reads permit from host.records bespoke }
"""
VERBS = [
    ["--help"],
    ["check", "model.arch"],
    ["check", "model.arch", "--output-format", "json"],
    ["draw", "model.arch"],
    ["diff", "today..target", "model.arch"],
    ["format", "--diff", "ugly.arch"],
    ["roadmap", "model.arch"],
    ["rule", "--all"],
    ["config"],
    ["version"],
]
NAMES = [" ".join(verb) for verb in VERBS]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model that has findings, and one in another style."""
    (tmp_path / "model.arch").write_text(MODEL)
    (tmp_path / "ugly.arch").write_text("product   a")
    return tmp_path


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The finished run of a script in which `$archlint` is archlint."""
    environment = {**os.environ, "archlint": f"{sys.executable} -m archlint"}
    return subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.parametrize("verb", VERBS, ids=NAMES)
def test_a_reader_that_leaves_early_is_no_fault(verb: list[str], folder: Path) -> None:
    """After a pipe is closed nothing is said about it, and the exit status is not that of findings."""
    run = shell(f"$archlint {' '.join(verb)} | (exec <&-; sleep 0.7); exit ${{PIPESTATUS[0]}}", folder)
    assert (run.returncode, run.stdout) == (2, "")
    assert [line for line in run.stderr.splitlines() if not line.startswith("archlint: drew")] == []


@pytest.mark.parametrize("verb", VERBS, ids=NAMES)
def test_the_first_line_is_enough(verb: list[str], folder: Path) -> None:
    """`| head -1` shows a line, and no trace follows."""
    run = shell(f"$archlint {' '.join(verb)} | head -1", folder)
    assert len(run.stdout.splitlines()) == 1
    assert "Traceback" not in run.stderr
    assert "internal error" not in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("verb", VERBS, ids=NAMES)
def test_a_full_disk_is_said_in_one_line(verb: list[str], folder: Path) -> None:
    """Output that cannot be written makes the exit status 2 and one line that says why."""
    run = shell(f"$archlint {' '.join(verb)} >/dev/full", folder)
    assert run.returncode == 2
    assert "archlint: standard output cannot be written: No space left on device" in run.stderr
    assert "internal error" not in run.stderr


@pytest.mark.parametrize("verb", VERBS, ids=NAMES)
def test_streams_that_were_never_open_change_nothing(verb: list[str], folder: Path) -> None:
    """A run without standard streams, or without one of them, ends as one with them does and leaves no trace."""
    ways = ("", "<&-", ">&-", "2>&-", "<&- >&- 2>&-")
    run = shell("; ".join(f"$archlint {' '.join(verb)} {closed}; echo status $?" for closed in ways), folder)
    assert len({line for line in run.stdout.splitlines() if line.startswith("status")}) == 1
    assert "Traceback" not in run.stderr
    assert "internal error" not in run.stderr


@pytest.mark.parametrize(
    ("flags", "environment", "coloured"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(flags: list[str], environment: dict[str, str], coloured: bool, folder: Path) -> None:
    """The flag decides, then NO_COLOR, then FORCE_COLOR, then the terminal, which a pipe is not."""
    run = archlint("check", "model.arch", "--output-format", "full", *flags, folder=folder, **environment)
    assert ("\x1b[" in run.stdout) == coloured


@pytest.mark.parametrize("verb", [["--help"], ["check", "--help"], ["roadmap", "model.arch"]], ids=" ".join)
def test_every_width_will_do(verb: list[str], folder: Path) -> None:
    """However wide or narrow the terminal says it is, a verb ends as it does elsewhere."""
    runs = [archlint(*verb, folder=folder, COLUMNS=columns) for columns in ("1", "20", "80", "400", "wide")]
    assert {(run.returncode, run.stderr) for run in runs} == {(runs[2].returncode, "")}
