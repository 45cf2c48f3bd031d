"""Puts a malformed text right: blocks that open and close, and one fault for each mistake."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from archlint.diagnostics import Fault, Label
from archlint.language.braces import consistent
from archlint.language.pieces import Piece, Pieces, declared, first_wrong, is_statement, keyword_of
from archlint.language.schema import TOP, place_of, words_in
from archlint.language.suggestions import nearest
from archlint.language.wording import complaint, endless
from archlint.source import SourceFile, Span

if TYPE_CHECKING:
    from lark import Token

__all__ = ["Recovery"]

_CLOSERS = re.compile(r"[}\s]*\Z")
_ANYTHING = "extend"
_TOKENS = {"STATEMENT": "STATEMENTS"}


@dataclass
class _Opener:
    """An open block: its keyword, where its `{` and its line stand, and how deep that line is.

    `flush`: its content is written no deeper than itself, so that indentation says nothing. `told`: that
    something is wrong with it has been said.
    """

    keyword: str
    brace: int
    indent: int
    flush: bool
    told: bool


class Recovery:
    """Walks over the pieces once, keeping the open blocks in mind.

    Where all braces stand as the indentation says, the braces are believed. Where they do not, indentation
    tells which of them is one too many or missing.
    """

    def __init__(self, source: SourceFile, deepest: int) -> None:
        self.source = source
        self.deepest = deepest
        self.faults: list[Fault] = []
        self._pieces = Pieces(source)
        self._believing = consistent(self._pieces)
        self._open: list[_Opener] = []
        self._out: list[Piece] = []
        self._at = 0

    def mend(self) -> list[Token]:
        """The tokens of a text whose blocks all open and close; `faults` tells what was wrong."""
        from lark import Token

        while piece := self._pieces.after(self._at):
            self._at = piece.end
            if piece.kind == "CLOSE":
                self._close(piece)
            elif piece.kind == "BROKEN":
                self._broken(piece)
            else:
                self._statement(piece)
        while self._open:
            self._unclosed()
        self.faults.sort(key=lambda fault: fault.span.start)
        return [
            Token(_TOKENS.get(piece.kind, piece.kind), piece.text, piece.start, end_pos=piece.end)
            for piece in self._out
        ]

    def _statement(self, piece: Piece, told: bool = False) -> None:
        self._close_by_indentation(piece)
        if self._swallows(piece):
            return
        if piece.kind == "HEAD":
            self._push(piece, piece.end - 1)
        elif self._lacks_brace(piece):
            if not told:
                what = "a `{` is missing after this: the lines below stand in its block"
                self._fault("SYN001", piece.end - 1, piece.end, what)
            self._push(piece, piece.end - 1, told=True)
        else:
            self._out.append(piece)

    def _push(self, head: Piece, brace: int, told: bool = False) -> None:
        """Opens the block of a head."""
        if len(self._open) >= self.deepest:
            self._skip_block(brace)
            return
        text = head.text if head.text.endswith("{") else f"{head.text} {{"
        self._out.append(Piece("HEAD", text, head.start))
        indent, following = self._pieces.indent(head.start), self._pieces.after(self._at)
        flush = (
            following is not None
            and self._pieces.begins_line(following.start)
            and self._pieces.column(following.start) <= indent
            and following.keyword in words_in(place_of(head.keyword) or TOP) - self._around(len(self._open))
        )
        self._open.append(_Opener(head.keyword, brace, indent, flush, told))

    def _skip_block(self, brace: int) -> None:
        self._fault("SYN004", brace, brace + 1, f"blocks stand deeper in each other here than {self.deepest}")
        depth = 1
        while depth and (passed := self._pieces.after(self._at)):
            self._at = passed.end
            depth += passed.opens - (passed.kind == "CLOSE")
        if depth:
            for opener in self._open:
                opener.told = True

    def _close(self, piece: Piece) -> None:
        if not self._believing:
            self._close_deeper_than(piece)
            if self._is_extra(piece):
                self._closes_nothing(piece)
                return
        if self._open:
            self._open.pop()
            self._out.append(piece)
            return
        self._drop_what_belonged_inside()
        self._closes_nothing(piece)

    def _closes_nothing(self, piece: Piece) -> None:
        help = "remove it, or open its block with `{`"
        self._fault("SYN001", piece.start, piece.end, "this `}` closes nothing", help)

    def _close_deeper_than(self, piece: Piece) -> None:
        """A `}` that stands under an outer opener closes that one, not those between."""
        column = self._pieces.column(piece.start)
        if self._pieces.begins_line(piece.start) and any(opener.indent == column for opener in self._open):
            while self._open[-1].indent > column and not self._open[-1].flush:
                self._unclosed()

    def _is_extra(self, piece: Piece) -> bool:
        """Whether the block that a `}` would close has its own `}` further down."""
        opener = self._open[-1] if self._open else None
        if opener is None or opener.flush or self._pieces.same_line(opener.brace, piece.start):
            return False
        at_home = self._pieces.begins_line(piece.start) and self._pieces.column(piece.start) == opener.indent
        if at_home and not self._goes_on(piece, opener):
            return False
        shared = any(other.indent == opener.indent for other in self._open[:-1])
        return not shared and self._closed_below(opener.indent, piece.end)

    def _goes_on(self, piece: Piece, opener: _Opener) -> bool:
        """Whether what follows a `}` is written as though the block went on."""
        following = self._pieces.after(piece.end)
        if following is None or not self._pieces.begins_line(following.start):
            return False
        deeper = self._pieces.column(following.start) > opener.indent
        return deeper and (following.kind == "BROKEN" or following.keyword in self._inside(opener))

    def _closed_below(self, indent: int, at: int) -> bool:
        """Whether the next line that stands no deeper than an opener is the `}` of its block."""
        at = self._pieces.line_within(indent, at)
        return self.source.text[at : at + 1] == "}" and self._pieces.column(at) == indent

    def _close_by_indentation(self, piece: Piece) -> None:
        """A line no deeper than an opener's that begins with what may stand outside closes the block."""
        if self._believing or not self._open or not self._pieces.begins_line(piece.start):
            return
        column = self._pieces.column(piece.start)
        if column > self._open[-1].indent:
            return
        keyword = _meant(piece.keyword)
        for depth in reversed(range(len(self._open))):
            opener = self._open[depth]
            sure = keyword not in self._inside(opener)
            if column <= opener.indent and keyword in self._around(depth) and (sure or not opener.flush):
                while len(self._open) > depth:
                    self._unclosed()
                return

    def _around(self, depth: int) -> frozenset[str]:
        """The keywords that may stand in the block that so many openers lead to."""
        return self._inside(self._open[depth - 1]) if depth else words_in(TOP)

    @staticmethod
    def _inside(opener: _Opener) -> frozenset[str]:
        return words_in(place_of(opener.keyword) or _ANYTHING)

    def _unclosed(self) -> None:
        """Closes the innermost block here, and says that its `}` is missing."""
        opener = self._open.pop()
        if not opener.told:
            help = "close the block with `}`"
            self._fault("SYN002", opener.brace, opener.brace + 1, "this `{` is never closed", help)
        self._out.append(Piece("CLOSE", "}", self._out[-1].end - 1))

    def _drop_what_belonged_inside(self) -> None:
        """Statements after a `}` too early are neither lost names nor mistakes of their own."""
        while self._out and self._out[-1].kind == "STATEMENT" and self._out[-1].keyword not in words_in(TOP):
            self._out.pop()

    def _lacks_brace(self, piece: Piece) -> bool:
        """Whether deeper lines follow a statement that has no `{`."""
        place = place_of(piece.keyword)
        following = self._pieces.after(self._at)
        if self._believing or place is None or following is None or not self._pieces.begins_line(following.start):
            return False
        indent = self._pieces.indent(piece.start)
        if self._pieces.column(following.start) <= indent:
            return False
        inside_only = words_in(place) - self._around(len(self._open))
        return following.keyword in inside_only or self._closed_below(indent, piece.end)

    def _broken(self, piece: Piece) -> None:
        text = piece.text
        if text == "{":
            self._stray_brace(piece)
            return
        wrong, kept = first_wrong(text), declared(text)
        self._close_by_indentation(piece)
        self._report_broken(piece, wrong)
        if text.startswith('"""', wrong):
            indent = self._pieces.indent(piece.start)
            self._at = self._end_of_long_string(piece.start + wrong, indent, len(self.source.text))
        elif piece.opens:
            self._push(Piece("HEAD", kept, piece.start), piece.end - 1)
            return
        if kept:
            self._statement(Piece("STATEMENT", kept, piece.start), told=True)
        if text.startswith('"', wrong):
            self._close_on_same_line(piece)

    def _close_on_same_line(self, piece: Piece) -> None:
        """An endless string has swallowed the `}` of blocks that were opened on its line."""
        closers = _CLOSERS.search(piece.text)
        for _ in range(closers[0].count("}") if closers else 0):
            if self._open and self._pieces.same_line(self._open[-1].brace, piece.start):
                self._open.pop()
                self._out.append(Piece("CLOSE", "}", piece.end - 1))

    def _report_broken(self, piece: Piece, wrong: int) -> None:
        text, start = piece.text, piece.start
        if not text.startswith('"', wrong):
            self._fault("SYN001", start + wrong, start + wrong + 1, *complaint(text, wrong))
            return
        end = len(text.rstrip("{ \t\r"))
        self._fault("SYN002", start + wrong, start + max(end, wrong + 1), *endless(text, wrong))

    def _stray_brace(self, piece: Piece) -> None:
        last = self._out[-1] if self._out else None
        near = last is not None and self._only_gap(last.end, piece.start)
        if last is not None and near and last.kind == "STATEMENT" and place_of(last.keyword):
            related = (Label(Span(self.source, last.start, last.end), "the statement that it opens the block of"),)
            message = "`{` stands on the line of its keyword"
            self._fault("SYN001", piece.start, piece.end, message, "move it up to the end of that line", related)
            self._out.pop()
            self._push(last, piece.start)
            return
        if near and last is not None and last.kind == "HEAD" and last.keyword:
            self._fault("SYN001", piece.start, piece.end, "one `{` opens a block", "remove this one")
            return
        if not self._open or self._open[-1].keyword:
            self._fault("SYN001", piece.start, piece.end, "a block must have a keyword before its `{`")
        self._push(Piece("HEAD", "", piece.start), piece.start, told=True)

    def _only_gap(self, begin: int, end: int) -> bool:
        between = self.source.text[begin:end]
        return ";" not in between and not re.sub(r"#[^\n]*", "", between).strip()

    def _swallows(self, piece: Piece) -> bool:
        """Whether the text of a long string holds statements, because its end is missing and that of another
        one, further down, has been taken for it."""
        begin = piece.text.find('"""')
        if self._believing or begin < 0 or "\n" not in piece.text:
            return False
        begin += piece.start
        end = self._end_of_long_string(begin, self._pieces.indent(piece.start), piece.end)
        if end == piece.end:
            return False
        self._fault("SYN002", begin, begin + 3, *endless(piece.text, begin - piece.start))
        self._at = end
        kept = declared(self.source.text[piece.start : begin])
        if kept:
            self._statement(Piece("STATEMENT", kept, piece.start), told=True)
        return True

    def _end_of_long_string(self, begin: int, indent: int, end: int) -> int:
        """Where, below an endless long string, a line starts a statement again."""
        for at, line in self._pieces.lines_within(indent, begin, end):
            keyword = keyword_of(line)
            if self._open and line.rstrip() == "}":
                return at
            if is_statement(line) and any(keyword in self._around(depth) for depth in range(len(self._open) + 1)):
                return at
        return end

    def _fault(
        self, code: str, start: int, end: int, message: str, help: str = "", related: tuple[Label, ...] = ()
    ) -> None:
        self.faults.append(Fault(code, Span(self.source, start, end), message, help, related))


@lru_cache(1024)
def _meant(keyword: str) -> str:
    """The keyword that a word is, or most likely was to be."""
    known = words_in(_ANYTHING) | words_in(TOP)
    return keyword if keyword in known else next(iter(nearest(keyword, known, 1)), keyword)
