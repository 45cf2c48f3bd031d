"""The files that a workspace takes in: those it includes, and those it extends. Nothing is ever fetched or run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archlint.diagnostics import Fault
from archlint.interchange.files import Project
from archlint.interchange.structurizr.text import Text, parsed
from archlint.language.phrases import brief
from archlint.language.reader import real
from archlint.source import SourceFile, Span

__all__ = ["Inclusion", "is_json", "remote"]

_MOST_NESTED = 20
_SCHEMES = ("http://", "https://", "ftp://", "file://")


def remote(name: str) -> bool:
    """Whether a path is an address."""
    return name.lower().startswith(_SCHEMES)


def is_json(source: SourceFile) -> bool:
    """Whether a text is JSON, and so no DSL."""
    return source.text.lstrip()[:1] == "{"


class Inclusion:
    """Reads each file of a run once, and knows which are being read within each other."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._texts: dict[Path, Text | SourceFile] = {}
        self._open: list[Path] = []
        self.taken: set[Path] = set()

    def add(self, path: Path, source: SourceFile) -> Text | SourceFile:
        """Takes in a file that has been read: the statements of DSL, JSON as it is."""
        place = real(path)
        if place not in self._texts:
            self._texts[place] = source if is_json(source) else parsed(source, path.parent)
        return self._texts[place]

    def sources(self, path: Path) -> tuple[SourceFile, ...]:
        """The texts of a file and of those that it took in."""
        found = (self._texts[place] for place in (real(path), *sorted(self.taken)) if place in self._texts)
        return tuple(text.source if isinstance(text, Text) else text for text in found)

    def files(self, text: Text, name: str, asked: Span) -> Iterator[tuple[Path, Text | SourceFile] | Fault]:
        """The files that a path means, a directory standing for all files in and below it; or why there are none."""
        if "${" in name:
            help = "define it with `!const` before; the environment is not asked"
            yield Fault("MOD007", asked, f"`{brief(name, 200)}` holds a constant that has no value", help)
            return
        path = text.folder / name
        outside = self._project.outside(path, asked)
        if outside is not None:
            yield outside
            return
        for file in self._project.below(path) if self._project.is_folder(path) else (path,):
            found = self._file(file, asked)
            yield found if isinstance(found, Fault) else (file, found)

    def _file(self, path: Path, asked: Span) -> Text | SourceFile | Fault:
        place = real(path)
        if place in self._open:
            return Fault("MOD007", asked, "this includes the file in which it stands", "remove it")
        if len(self._open) > _MOST_NESTED:
            help = "include the files from one place"
            return Fault("MOD007", asked, f"files include each other more than {_MOST_NESTED} deep", help)
        if place not in self._texts:
            source = self._project.text(path, asked)
            if isinstance(source, Fault):
                return source
            self.add(path, source)
        self.taken.add(place)
        return self._texts[place]

    @contextmanager
    def within(self, path: Path) -> Iterator[None]:
        """While a file is read, it cannot be taken in once more."""
        self._open.append(real(path))
        try:
            yield
        finally:
            self._open.pop()
