"""Text and positions: a file as it was read, and a stretch of it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

__all__ = ["Position", "SourceFile", "Span", "Translation"]


class Position(NamedTuple):
    """A place in a text: line and column, both counted from 1, columns in code points."""

    line: int
    column: int


class SourceFile:
    """A text with the path under which people know it."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    def __repr__(self) -> str:
        return f"SourceFile({self.path!r})"

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of the first character of every line."""
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of an offset in the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def position_after(self, offset: int) -> Position:
        """The line and column just after a stretch that ends at an offset."""
        return self.position(offset)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        start = self.line_starts[number - 1]
        after = self.line_starts[number] if number < len(self.line_starts) else len(self.text) + 1
        return self.text[start : after - 1].rstrip("\r")


class Translation(SourceFile):
    """A text made from a file of another format: its places are those of the file that it was made from.

    `places` are stretches of the text, each from its offset up to the next, with the stretch of the original that
    each was made from, in the order of the text. `silent` are the codes of rules that ask for what the format
    cannot say.
    """

    def __init__(
        self, original: SourceFile, text: str, places: list[tuple[int, int, int]], silent: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(original.path, text)
        self.original = original
        self.silent = silent
        self._starts = [start for start, _, _ in places]
        self._places = places

    def _made_from(self, offset: int) -> tuple[int, int]:
        """The stretch of the original that the character at an offset was made from."""
        found = bisect_right(self._starts, offset) - 1
        return self._places[found][1:] if found >= 0 else (0, 0)

    def position(self, offset: int) -> Position:
        """Where in the original that begins from which the text at an offset was made."""
        return self.original.position(self._made_from(offset)[0])

    def position_after(self, offset: int) -> Position:
        """Where in the original that ends from which the text before an offset was made."""
        return self.original.position(self._made_from(max(offset - 1, 0))[1])

    def line(self, number: int) -> str:
        """A line of the original."""
        return self.original.line(number)


class Span(NamedTuple):
    """A stretch of a text: offsets in code points, the end not included."""

    source: SourceFile
    start: int
    end: int

    @property
    def begin(self) -> Position:
        """Where the stretch begins."""
        return self.source.position(self.start)

    @property
    def finish(self) -> Position:
        """The place just after the stretch."""
        return self.source.position_after(self.end)

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.source.text[self.start : self.end]

    @property
    def order(self) -> tuple[str, int, int]:
        """The key by which stretches are sorted: file, then place."""
        return (self.source.path, self.start, self.end)
