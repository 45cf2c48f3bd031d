"""Tells the heads of blocks from simple statements, and sees whether the blocks of a text fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from archlint.diagnostics import Fault
from archlint.language.recovery import Recovery
from archlint.language.schema import TOP, words_in
from archlint.source import SourceFile

if TYPE_CHECKING:
    from lark import Token

__all__ = ["Layout", "Untidy"]


class Untidy(Exception):
    """The text is not well formed and must be read with more care."""


class Layout:
    """Stands between lark's lexer and its parser.

    A well-formed text streams through. One that is not raises `Untidy` once; after `mend` the tokens
    are put right by `Recovery`, so that the parser always sees blocks that open and close.
    """

    always_accept = ("STATEMENTS", "CLOSE", "BROKEN")

    def begin(self, source: SourceFile, deepest: int) -> None:
        """Prepares for a text."""
        self.source = source
        self.deepest = deepest
        self.faults: list[Fault] = []
        self.mending = False

    def mend(self) -> None:
        """Reads the same text again with care."""
        self.mending = True

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The tokens that the parser is to see."""
        if not self.mending:
            yield from self._tidy(stream)
            return
        recovery = Recovery(self.source, self.deepest)
        yield from recovery.mend()
        self.faults = recovery.faults.told()

    def _tidy(self, stream: Iterator[Token]) -> Iterator[Token]:
        openers: list[_Opener] = [_Opener(TOP, -1)]
        for token in stream:
            if token.type == "CLOSE":
                openers.pop()
            elif token.type == "BROKEN" or (len(openers) > 1 and self._strays(token, openers)):
                raise Untidy
            elif token.type == "HEAD":
                openers.append(self._opener(token))
            if not 0 < len(openers) <= self.deepest + 1:
                raise Untidy
            yield token
        if len(openers) > 1:
            raise Untidy

    def _line_before(self, token: Token) -> str:
        start = token.start_pos or 0
        return self.source.text[self.source.text.rfind("\n", 0, start) + 1 : start]

    def _opener(self, token: Token) -> _Opener:
        """A head that opens a block, with the indentation of its line."""
        before = self._line_before(token)
        return _Opener(_first_word(token), len(before) - len(before.lstrip()))

    def _strays(self, token: Token, openers: list[_Opener]) -> bool:
        """Whether a line no deeper than the opener's begins with what can stand only outside its block."""
        indent = openers[-1].indent
        if (token.column or 1) - 1 <= indent and self._outside(_first_word(token), openers):
            return not self._line_before(token).strip()
        return any(self._outside(line[1], openers) for line in _lines_within(indent).finditer(token.value))

    @staticmethod
    def _outside(word: str, openers: list[_Opener]) -> bool:
        innermost, around = openers[-1].keyword, openers[-2].keyword
        return word not in words_in(innermost) and (word in words_in(around) or word in words_in(TOP))


class _Opener(NamedTuple):
    keyword: str
    indent: int


def _first_word(token: Token) -> str:
    text: str = token.value
    return text.split(None, 1)[0].rstrip("{")


@cache
def _lines_within(indent: int) -> re.Pattern[str]:
    """Lines, the first apart, that begin with a word no deeper than an indentation."""
    return re.compile(rf"\n[ \t]{{0,{indent}}}([^\W\d][\w-]*)")
