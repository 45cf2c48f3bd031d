"""Tells the heads of blocks from simple statements, and sees whether the blocks of a text fit together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

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

    always_accept = ("STATEMENT", "CLOSE", "BROKEN")

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
        yield from recovery.mend(list(stream))
        self.faults = recovery.faults

    def _tidy(self, stream: Iterator[Token]) -> Iterator[Token]:
        openers: list[Token] = []
        for token in stream:
            if token.type == "STATEMENT":
                if openers and token.column <= openers[-1].column and self._belongs_outside(token, openers):  # type: ignore[operator]  # tokens of a text have columns
                    raise Untidy
                if token.value[-1] == "{":
                    token.type = "HEAD"
                    openers.append(token)
                    if len(openers) > self.deepest:
                        raise Untidy
            elif token.type == "CLOSE" and openers:
                openers.pop()
            else:
                raise Untidy
            yield token
        if openers:
            raise Untidy

    def _belongs_outside(self, token: Token, openers: list[Token]) -> bool:
        """Whether a line, no deeper than an opener's, begins with what can stand only outside its block."""
        word = token.value.split(None, 1)[0]
        around = openers[-2].value.split(None, 1)[0] if len(openers) > 1 else TOP
        inner = openers[-1].value.split(None, 1)[0]
        return word not in words_in(inner) and (word in words_in(around) or word in words_in(TOP))
