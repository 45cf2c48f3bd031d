"""The syntax tree: statements, each with its block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archlint.source import SourceFile, Span

__all__ = ["Statement", "Tree", "split", "statements_of", "words_with_places"]

_STATEMENT = re.compile(
    r'''\#[^\n]*
    |([^\W\d][\w-]*+
      (?:[ \t\r]*+(?:,(?:[ \t\r\n]|\#[^\n]*)*+
        |"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""|"(?:[^"\\\n]|\\[^\n])*+"|[^\s,;{}"\#]++))*+)''',
    re.VERBOSE,
)
_ARGUMENT = re.compile(r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""|"(?:[^"\\\n]|\\[^\n])*+"|,|#[^\n]*|[^\s,"#]+')


def statements_of(run: str, start: int) -> Iterator[Statement]:
    """The statements of a well-formed run of simple statements that begins at an offset."""
    for found in _STATEMENT.finditer(run):
        text = found[1]
        if text is not None:
            yield Statement(text, start + found.start())


def split(text: str) -> list[str]:
    """The keyword and the arguments of a statement, commas included, comments left out."""
    words: list[str] = _ARGUMENT.findall(text)
    return [word for word in words if word[0] != "#"] if "#" in text else words


def words_with_places(text: str) -> list[tuple[str, int]]:
    """As `split`, each word with its offset in the text."""
    return [(found[0], found.start()) for found in _ARGUMENT.finditer(text) if found[0][0] != "#"]


class Statement:
    """A statement as written: its text without the block, where it begins, its block, and where that ends."""

    __slots__ = ("block", "end", "start", "text")

    def __init__(self, text: str, start: int, block: list[Statement] | None = None, end: int = 0) -> None:
        self.text = text
        self.start = start
        self.block = block
        self.end = end or start + len(text)

    @property
    def keyword(self) -> str:
        """Its first word; empty where the text could not be read."""
        return self.text.split(None, 1)[0] if self.text else ""

    def span(self, source: SourceFile) -> Span:
        """The statement without its block."""
        return Span(source, self.start, self.start + len(self.text))

    def extent(self, source: SourceFile) -> Span:
        """The statement with its block."""
        return Span(source, self.start, self.end)

    def keyword_span(self, source: SourceFile) -> Span:
        """Its first word."""
        return Span(source, self.start, self.start + len(self.keyword))


class Tree(NamedTuple):
    """A file as statements."""

    source: SourceFile
    statements: list[Statement]
