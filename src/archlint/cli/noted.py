"""What a run has asked the file system: noted for who waits until that has another answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from archlint.language.files import Answer

__all__ = ["note", "note_files", "taking_notes"]

_NOTES = "archlint.notes"


def taking_notes(run: Callable[[], int]) -> tuple[int, list[Answer]]:
    """Runs something, and gives what comes of it with what was noted meanwhile."""
    notes: list[Answer] = []
    meta = click.get_current_context().meta
    meta[_NOTES] = notes
    try:
        return run(), notes
    finally:
        del meta[_NOTES]


def note(answers: Iterable[Answer]) -> None:
    """Notes answers, if somebody takes notes."""
    notes = _notes()
    if notes is not None:
        notes.extend(answers)


def note_files(paths: Iterable[Path]) -> None:
    """Notes what is in files, or that they are not there, if somebody takes notes."""
    if _notes() is not None:
        from archlint.language.files import answer_now

        note(answer_now("file", str(path)) for path in paths)


def _notes() -> list[Answer] | None:
    context = click.get_current_context(silent=True)
    return context.meta.get(_NOTES) if context else None
