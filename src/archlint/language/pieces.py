"""Reads a malformed text piece by piece, from wherever it is told to go on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from archlint.language.schema import place_of, words_in
from archlint.model.elements import KINDS
from archlint.model.relations import BLOCK_STATEMENTS, RELATIONS
from archlint.source import SourceFile

__all__ = ["Piece", "Pieces", "declared", "headed", "is_statement", "keyword_of", "readable"]

_BETWEEN = re.compile(r"(?:[ \t\r\n;]|#[^\n]*)++")
_STATEMENT = re.compile(
    r"""[^\W\d][\w-]*+(?=[\s,;{}#]|\Z)
    (?:[ \t\r]*+(?:,(?:[ \t\r\n]|\#[^\n]*)*+
      |(?:[^\W\d][\w-]*+(?:\.[^\W\d][\w-]*+)*+|\d[\d_]*+(?:\.\d++)?+(?:k|m|bn)?+(?:-\d\d){0,2}+
         |\"\"\"(?:[^"\\]|\\[\s\S]|"(?!""))*+\"\"\"|"(?:[^"\\\n]|\\[^\n])*+")(?=[\s,;{}\#]|\Z)))*+""",
    re.VERBOSE,
)
_BRACE = re.compile(r"[ \t\r]*+\{")
_END = re.compile(r"[ \t\r]*+(?=[\n;}#]|\Z)")
_BROKEN = re.compile(r'(?:"(?:[^"\\\n]|\\[^\n])*+"|"[^\n]*|[^\n;{}#"])++')
_INDENT = re.compile(r"[ \t]*")
_FAR = 1 << 17
_LONG = 4000
_DECLARATION = re.compile(r'([^\W\d][\w-]*)[ \t]+[^\W\d][\w-]*(?:[ \t]+"(?:[^"\\\n]|\\[^\n])*+"(?=[\s,;{}#]|\Z))?')
_HEAD = re.compile(r'[^\W\d][\w-]*[ \t]+[^\W\d][\w.-]*(?:[ \t]+"(?:[^"\\\n]|\\[^\n])*+")?[ \t]+(?=[^\W\d])')
_NOTED = re.compile(rf"\S+[ \t]+\S[^\n]*?[ \t](?=(?:{'|'.join(BLOCK_STATEMENTS)})[ \t])")
_KEYWORD = re.compile(r"[^\W\d][\w-]*")


class Piece(NamedTuple):
    """A statement, the head of a block with its `{`, a `}`, or what is none of these."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.start + len(self.text)

    @property
    def keyword(self) -> str:
        """Its first word, or nothing."""
        return keyword_of(self.text)

    @property
    def opens(self) -> bool:
        """Whether a block begins after it."""
        return self.text[-1:] == "{" or (self.kind == "BROKEN" and self.text.rstrip().endswith("{"))


class Pieces:
    """The pieces of a text, and where they stand in their lines."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.text = source.text
        self._line = (0, -1, 0)
        self._within: dict[int, tuple[int, int, int]] = {}

    def after(self, at: int) -> Piece | None:
        """The first piece from an offset on."""
        text = self.text
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
        if at >= len(text):
            return None
        if text[at] in "{}":
            return Piece("CLOSE" if text[at] == "}" else "BROKEN", text[at], at)
        found = _STATEMENT.match(text, at)
        if found and (brace := _BRACE.match(text, found.end())):
            return Piece("HEAD", text[at : brace.end()], at)
        if found and _END.match(text, found.end()):
            return Piece("STATEMENT", found[0], at)
        return self._broken(at, found.end() if found else at)

    def _broken(self, at: int, read: int) -> Piece:
        """What begins with a statement, as far as that can be read, and then is none up to the end of the line."""
        found = _BROKEN.match(self.text, read)
        end = found.end() if found else max(read, at + 1)
        return Piece("BROKEN", self.text[at : end + (self.text[end : end + 1] == "{")], at)

    def _line_of(self, at: int) -> tuple[int, int, int]:
        """The line of an offset: where it begins and ends, and where its first character stands that is no space."""
        begin, end, _ = self._line
        if not begin <= at <= end:
            begin = self.text.rfind("\n", 0, at) + 1
            end = self.text.find("\n", at)
            self._line = (begin, end if end >= 0 else len(self.text), _INDENT.match(self.text, begin).end())  # type: ignore[union-attr]  # always matches
        return self._line

    def begins_line(self, at: int) -> bool:
        """Whether only white space stands before an offset in its line."""
        return at <= self._line_of(at)[2]

    def column(self, at: int) -> int:
        """How many characters stand before an offset in its line."""
        return at - self._line_of(at)[0]

    def indent(self, at: int) -> int:
        """How much white space the line of an offset begins with."""
        begin, _, first = self._line_of(at)
        return first - begin

    def same_line(self, one: int, other: int) -> bool:
        """Whether no line ends between two offsets."""
        begin, end, _ = self._line_of(one)
        return begin <= other <= end

    def rest_of_line(self, at: int) -> str:
        """What stands after an offset in its line, or the beginning of that where it is very long."""
        return self.text[at : min(self._line_of(at)[1], at + _LONG)]

    def line_within(self, indent: int, at: int) -> int:
        """Where, not very far after an offset, the first line that stands no deeper has its first character; the
        end of the text where there is none."""
        known = self._within.get(indent)
        if known is None or not known[0] <= at < known[1]:
            limit = at + _FAR
            found = _lines_within(indent).search(self.text, at, limit)
            known = self._within[indent] = (at, found.end(), found.end()) if found else (at, limit, len(self.text))
        return known[2]

    def lines_within(self, indent: int, begin: int, end: int) -> Iterator[tuple[int, str]]:
        """The lines of a stretch that begin there and stand no deeper: the offset and the text of each."""
        for found in _lines_within(indent).finditer(self.text, begin, end):
            after = self.text.find("\n", found.end(), end)
            yield found.end(), self.text[found.end() : after if after >= 0 else end]


def keyword_of(text: str) -> str:
    """The word that a text begins with, or nothing."""
    found = _KEYWORD.match(text)
    return found[0] if found else ""


def is_statement(line: str) -> bool:
    """Whether a line holds statements, or the head of a block, and nothing else."""
    found = _STATEMENT.match(line)
    return found is not None and bool(_BRACE.match(line, found.end()) or _END.match(line, found.end()))


def readable(text: str) -> str:
    """As much of a broken piece as is a statement."""
    found = _STATEMENT.match(text)
    return found[0] if found else ""


def declared(text: str) -> str:
    """The declaration that a broken text begins with, as far as it can be read; nothing where it is none."""
    found = _DECLARATION.match(text)
    return found[0] if found is not None and found[1] in KINDS else ""


def headed(text: str) -> str:
    """The head that a statement begins with, with the space after it, where what its block may hold follows in the
    same line; nothing where none does."""
    keyword = keyword_of(text)
    found = _NOTED.match(text) if keyword in RELATIONS else _HEAD.match(text) if place_of(keyword) else None
    follows = found is not None and keyword_of(text[found.end() :]) in words_in(keyword)
    return found[0] if found is not None and follows else ""


@lru_cache(64)
def _lines_within(indent: int) -> re.Pattern[str]:
    return re.compile(rf"\n[ \t]{{0,{min(indent, 1000)}}}(?=[^\s#])")
