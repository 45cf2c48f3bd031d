"""Sees that the blocks of a text fit together, and closes what is left open, so that lark always has a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archlint.diagnostics import Fault
from archlint.language.faults import Faults
from archlint.language.limits import DEEPEST
from archlint.source import SourceFile, Span

if TYPE_CHECKING:
    from lark import Token

__all__ = ["Layout"]

_TAB = 4
_MOST = 400_000
"""How many braces and runs of lines a text may have."""


class Layout:
    """Stands between lark's lexer and its parser. Where braces are missing, the indentation says which, as long as
    it blames no more lines than braces are missing."""

    always_accept = ("LINES", "BROKEN", "SCRIPT", "HEAD", "BROKEN_HEAD", "CLOSE", "OPEN_COMMENT")

    def begin(self, source: SourceFile, plain: str) -> None:
        """Prepares for a text; `plain` is the same text as the lexer sees it."""
        self.source = source
        self.plain = plain
        self.faults = Faults()
        self.broken: list[tuple[int, int]] = []
        self._swallowed = False  # whether a comment or a text without its end took the braces of all the rest

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The tokens that the parser is to see."""
        tokens = list(self._noted(stream))
        plain = _Braces(self, tokens)
        balanced = list(plain.balanced(by_indent=False))
        if plain.unclosed:
            minded = _Braces(self, tokens)
            other = list(minded.balanced(by_indent=True))
            if len(minded.faults) <= len(plain.faults):  # what is missing once is blamed once
                balanced, plain = other, minded
        for fault in plain.faults.told():
            if not (self._swallowed and fault.code == "SYN002"):
                self.faults.append(fault)
        return iter(balanced)

    def _noted(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The tokens, of which those that are broken are noted, and no more than a text may have."""
        for number, token in enumerate(stream):
            start, end = token.start_pos or 0, token.end_pos or 0
            if token.type == "OPEN_COMMENT":
                span = Span(self.source, start, start + 2)
                self.faults.append(Fault("SYN002", span, "this comment has no end", "close it with `*/`"))
                self._swallowed = True
                continue
            if number == _MOST:
                message = f"the text has more than {_MOST:,} blocks"
                help = "what comes after this one is not read: split the text"
                self.faults.append(Fault("SYN003", Span(self.source, start, end), message, help))
                return
            if token.type in ("BROKEN", "BROKEN_HEAD"):
                self._swallowed |= end == len(self.plain) and '"""' in token
                self.broken.append((start, end - (token.type == "BROKEN_HEAD")))
            yield token

    def indent(self, at: int) -> int | None:
        """How deep the line of an offset is indented; None where something else stands before on that line."""
        before = self.plain[self.plain.rfind("\n", 0, at) + 1 : at].lstrip("\ufeff")
        return None if before.strip() else len(before.expandtabs(_TAB))


class _Braces:
    """One attempt at putting the braces of a text right."""

    def __init__(self, layout: Layout, tokens: list[Token]) -> None:
        self._layout = layout
        self._tokens = tokens
        self._openers: list[tuple[Token, int | None]] = []
        self._skipped = 0
        self.faults = Faults()
        self.unclosed = 0

    def balanced(self, *, by_indent: bool) -> Iterator[Token]:
        """The tokens with as many closing braces as opening ones, and none too deep."""
        for token in self._tokens:
            if by_indent and not self._skipped:
                yield from self._left_open(token)
            if token.type in ("HEAD", "BROKEN_HEAD"):
                yield from self._open(token)
            elif token.type == "CLOSE":
                yield from self._close(token)
            elif not self._skipped:
                yield token
        while self._openers:
            yield self._missing(self._openers.pop()[0])

    def _left_open(self, token: Token) -> Iterator[Token]:
        """Closes the blocks that a line further left cannot stand in."""
        indent = self._layout.indent(token.start_pos or 0)
        least = indent if token.type == "CLOSE" or indent is None else indent - 1
        while self._openers and least is not None:
            head, around = self._openers[-1]
            if around is None or around <= least:
                return
            self._openers.pop()
            yield self._missing(head)

    def _open(self, token: Token) -> Iterator[Token]:
        if self._skipped or len(self._openers) >= DEEPEST:
            if not self._skipped:
                message = f"the blocks stand more than {DEEPEST} deep in each other"
                self.faults.append(Fault("SYN004", self._head(token), message, "what stands deeper is not read"))
            self._skipped += 1
            return
        self._openers.append((token, self._layout.indent(token.start_pos or 0)))
        yield token

    def _close(self, token: Token) -> Iterator[Token]:
        if self._skipped:
            self._skipped -= 1
        elif self._openers:
            self._openers.pop()
            yield token
        else:
            start = token.start_pos or 0
            span = Span(self._layout.source, start, start + 1)
            self.faults.append(
                Fault("SYN001", span, "this `}` closes nothing", "remove it, or open its block with `{`")
            )

    def _missing(self, head: Token) -> Token:
        from lark import Token

        self.unclosed += 1
        fault = Fault("SYN002", self._head(head), "this block has no end", "close it with `}` on a line of its own")
        self.faults.append(fault)
        return Token("CLOSE", "}", start_pos=head.end_pos, end_pos=head.end_pos)

    def _head(self, token: Token) -> Span:
        return Span(self._layout.source, token.start_pos or 0, token.end_pos or 0)
