"""The files of a run: every question put to the file system, with its answer, so that it can be put again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from archlint.cache_folder import digest
from archlint.diagnostics import Fault
from archlint.language.reader import LARGEST, SUFFIX, decode, everything_below, is_folder, read_bytes, real, shown, walk
from archlint.source import SourceFile

__all__ = ["Answer", "Files", "answer_now", "unchanged"]

Answer = tuple[str, str, str]
"""What was asked, of which path, and what the answer was."""


class Files:
    """Asks the file system what the making of a model needs to know, and remembers what it was told.

    `complete` says that nobody has asked it otherwise.
    """

    def __init__(self, largest: int = LARGEST) -> None:
        self.largest = largest
        self.digests: dict[SourceFile, str] = {}
        self.places: dict[SourceFile, str] = {}
        self.complete = True
        self._answers: dict[tuple[str, str], str] = {}

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All questions with their answers, in the order in which they were asked first."""
        return tuple((question, path, answer) for (question, path), answer in self._answers.items())

    def is_folder(self, path: Path) -> bool:
        """Whether there is a directory there."""
        return bool(self._keep("folder", path, _folder(path)))

    def real(self, path: Path) -> Path:
        """Where a path leads."""
        return Path(self._keep("real", path, _real(path)))

    def exists(self, path: Path) -> bool:
        """Whether there is anything; raises OSError or ValueError where a path cannot be."""
        answer = self._keep("exists", path, _exists(path))
        if answer == "never":
            raise ValueError(path)
        return answer == "yes"

    def below(self, folder: Path) -> Iterator[Path]:
        """The model files below a directory, in order."""
        found = list(walk(folder))
        self._keep("below", folder, _listed(found))
        return iter(found)

    def everything(self, folder: Path) -> list[Path]:
        """The files in a directory and below it, of whatever sort, in order."""
        found = list(everything_below(folder))
        self._keep("everything", folder, _listed(found))
        return found

    def importable(self, folder: Path) -> list[str]:
        """The names in a directory that an import may mean; none where it cannot be read."""
        names = _importable(folder)
        self._keep("importable", folder, _listed(names))
        return names

    def content(self, path: Path) -> bytes | Fault:
        """The bytes of a file, or why there are none."""
        content = read_bytes(path, self.largest)
        if isinstance(content, Fault):
            self._keep("file", path, _file(path))
        else:
            self._keep("content", path, digest(content))
        return content

    def read(self, path: Path) -> SourceFile | Fault:
        """The text of a file, or why there is none."""
        content = self.content(path)
        if isinstance(content, Fault):
            return content
        source = decode(shown(path), content)
        if isinstance(source, SourceFile):
            self.digests[source] = self._answers["content", str(path)]
            self.places[source] = str(path)
        return source

    def _keep(self, question: str, path: Path, answer: str) -> str:
        self._answers[question, str(path)] = answer
        return answer


def answer_now(question: str, path: str) -> Answer:
    """The answer that a question has now."""
    return question, path, _ASK[question](Path(path))


def unchanged(answers: Iterable[Answer], largest: int, wanted: frozenset[str]) -> dict[str, bytes] | None:
    """The contents of those files that are wanted, if every question has the answer that it had; else None."""
    contents = {}
    for question, name, answer in answers:
        if question == "content":
            content = read_bytes(Path(name), largest)
            if isinstance(content, Fault) or digest(content) != answer:
                return None
            if name in wanted:
                contents[name] = content
        elif answer_now(question, name)[2] != answer:
            return None
    return contents


def _file(path: Path) -> str:
    """What stands for a content; where there is none, or none that can be read, nothing does."""
    content = read_bytes(path, sys.maxsize)
    return "" if isinstance(content, Fault) else digest(content)


def _folder(path: Path) -> str:
    return "yes" if is_folder(path) else ""


def _real(path: Path) -> str:
    return str(real(path))


def _exists(path: Path) -> str:
    try:
        return "yes" if path.exists() else ""
    except (OSError, ValueError):
        return "never"


def _importable(folder: Path) -> list[str]:
    """As `walk`, this passes hidden directories over."""
    try:
        return sorted(
            path.name
            for path in folder.iterdir()
            if path.suffix == SUFFIX or (not path.name.startswith(".") and is_folder(path))
        )
    except (OSError, ValueError):
        return []


def _listed(names: Iterable[object]) -> str:
    return digest(os.fsencode("\0".join(map(str, names))))


_ASK: dict[str, Callable[[Path], str]] = {
    "content": _file,
    "file": _file,
    "folder": _folder,
    "real": _real,
    "exists": _exists,
    "below": lambda path: _listed(walk(path)),
    "everything": lambda path: _listed(everything_below(path)),
    "importable": lambda path: _listed(_importable(path)),
}
