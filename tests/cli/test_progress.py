"""Progress: only for people, only when it takes long, and leaving nothing behind."""

from __future__ import annotations

import io
import sys
import time

import pytest

from archlint.cli import progress as module
from archlint.cli.progress import progress


class Terminal(io.StringIO):
    """A standard error with somebody at it."""

    def isatty(self) -> bool:
        """There is."""
        return True


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Less of it than people have."""
    monkeypatch.setattr(module, "PATIENCE", 0.01)


def test_long_work_is_told_and_the_line_taken_away(monkeypatch: pytest.MonkeyPatch, patience: None) -> None:
    """After a while the line appears; when the work is done it is blank again."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress("linting roads"):
        time.sleep(0.1)
        assert terminal.getvalue() == "archlint: linting roads …"
    assert terminal.getvalue().endswith("\r")


def test_short_work_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done at once leaves no trace."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with progress("linting roads"):
        pass
    assert terminal.getvalue() == ""


def test_without_a_terminal_nothing_is_told(monkeypatch: pytest.MonkeyPatch, patience: None) -> None:
    """Logs are no place for progress."""
    monkeypatch.setattr(sys, "stderr", log := io.StringIO())
    with progress("linting roads"):
        time.sleep(0.05)
    assert log.getvalue() == ""
