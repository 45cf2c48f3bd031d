"""The syntax tree: statements, each with its block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archlint.source import SourceFile, Span

__all__ = ["STATEMENT_TEXT", "Run", "Statement", "Tree", "end_of_text", "split", "statements_of", "words_with_places"]

STATEMENT_TEXT = r'''[^\W\d][\w-]*+
      (?:[ \t\r]*+(?:,(?:[ \t\r\n]|\#[^\n]*)*+
        |"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""|"(?:[^"\\\n]|\\[^\n])*+"|[^\s,;{}"\#]++))*+'''
"""A well-formed statement up to its block or its end, as a verbose regular expression."""

_STATEMENT = re.compile(rf"\#[^\n]*|({STATEMENT_TEXT})", re.VERBOSE)
_ARGUMENT = re.compile(r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""|"(?:[^"\\\n]|\\[^\n])*+"|,|#[^\n]*|[^\s,"#]+')


def statements_of(run: Run) -> Iterator[Statement]:
    """The statements of a well-formed run."""
    text, start = run
    for found in _STATEMENT.finditer(text):
        if found[1] is not None:
            yield Statement(found[1], start + found.start())


def end_of_text(text: str, start: int) -> int:
    """Where the statement ends, without its block, of which some word stands at an offset."""
    found = _STATEMENT.match(text, start)
    return found.end() if found else start


def split(text: str) -> list[str]:
    """The keyword and the arguments of a statement, commas included, comments left out."""
    words: list[str] = _ARGUMENT.findall(text)
    return [word for word in words if word[0] != "#"] if "#" in text else words


def words_with_places(text: str) -> list[tuple[str, int]]:
    """As `split`, each word with its offset in the text."""
    return [(found[0], found.start()) for found in _ARGUMENT.finditer(text) if found[0][0] != "#"]


class Run(NamedTuple):
    """Simple statements one after the other, and where they begin; split only when somebody reads them."""

    text: str
    start: int


class Statement:
    """A statement as written: its text without the block, where it begins, what its block is made of (None where
    it has none), and where that ends."""

    __slots__ = ("end", "parts", "start", "text")

    def __init__(self, text: str, start: int, parts: list[Run | Statement] | None = None, end: int = 0) -> None:
        self.text = text
        self.start = start
        self.parts = parts
        self.end = end or start + len(text)

    @property
    def block(self) -> Iterator[Statement]:
        """The statements of its block."""
        for part in self.parts or ():
            if isinstance(part, Statement):
                yield part
            else:
                yield from statements_of(part)

    def nested(self, keywords: tuple[str, ...]) -> Iterator[Statement]:
        """The statements of its block that begin with one of the keywords."""
        for part in self.parts or ():
            if isinstance(part, Statement) or any(keyword in part.text for keyword in keywords):
                found = (part,) if isinstance(part, Statement) else statements_of(part)
                yield from (one for one in found if one.text.startswith(keywords) and one.keyword in keywords)

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
    """A file: its text, and what it is made of as though that stood in one block."""

    source: SourceFile
    root: Statement

    @property
    def statements(self) -> Iterator[Statement]:
        """Its statements; simple ones are split from each other only as they are read."""
        return self.root.block
