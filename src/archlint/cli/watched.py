"""What is waited for: the moment at which the file system would answer otherwise than it did."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archlint.language.files import Answer

__all__ = ["Watched"]

_TREES = ("below", "everything")
"""Questions about a directory and those in it."""
_SPARING = 20
"""How much longer than a look the time until the next one is at least."""


class Watched:
    """Answers of the file system. Whether they still hold is seen for certain by asking again; without asking, by the
    times at which files and directories were changed."""

    def __init__(self, answers: Sequence[Answer]) -> None:
        self._answers = list(dict.fromkeys(answers))
        self._next = 0.0
        self._stamps = self._look()

    def folders(self) -> list[Path]:
        """The directories in which a change may change an answer."""
        trees = {path for question, path, _ in self._answers if question in _TREES}
        beside = {_nearest_folder(Path(path)) for question, path, _ in self._answers if question not in _TREES}
        return sorted({*beside, *(Path(folder) for tree in trees for folder in _below(tree))})

    def changed(self, sure: bool) -> bool:
        """Whether some answer is another now; unless it is to be sure, only if a look says that this may be."""
        if not sure:
            if time.monotonic() < self._next or not self.moves():
                return False
        else:
            self._stamps = self._look()
        from archlint.language.files import answer_now

        return any(answer_now(question, path)[2] != answer for question, path, answer in self._answers)

    def moves(self) -> bool:
        """Whether anything has changed since the last look."""
        before, self._stamps = self._stamps, self._look()
        return before != self._stamps

    def _look(self) -> dict[str, tuple[int, ...]]:
        begun = time.monotonic()
        stamps = {path: _stamp(path) for path in self._paths()}
        ended = time.monotonic()
        self._next = ended + _SPARING * (ended - begun)
        return stamps

    def _paths(self) -> Iterator[str]:
        for question, path, _ in self._answers:
            if question in _TREES:
                yield from _below(path)
            else:
                yield path


def _below(folder: str) -> Iterator[str]:
    """A directory and those in it, hidden ones apart."""
    for parent, folders, _ in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield parent


def _stamp(path: str) -> tuple[int, ...]:
    try:
        status = os.stat(path)  # noqa: PTH116  # many of them, many times
    except (OSError, ValueError):
        return ()
    return (status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode)


def _nearest_folder(path: Path) -> Path:
    """The directory in which something is, or would be; the nearest above where that is not there either."""
    return next((folder for folder in path.absolute().parents if folder.is_dir()), Path())
