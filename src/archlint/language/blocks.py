"""The open blocks of a malformed text, and which of its braces are missing or one too many."""

from __future__ import annotations

from dataclasses import dataclass

from archlint.diagnostics import Fault, Label
from archlint.language.braces import consistent
from archlint.language.faults import Faults
from archlint.language.pieces import Piece, Pieces
from archlint.language.schema import TOP, place_of, words_in
from archlint.language.suggestions import nearest
from archlint.source import SourceFile, Span

__all__ = ["Blocks"]

_ANYTHING = "extend"
_KEYWORDS = words_in(_ANYTHING) | words_in(TOP)
_MOST_GUESSES = 500


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


class Blocks:
    """What is open at a place in a text, and the pieces as they are put right up to there.

    Where all braces stand as the indentation says, the braces are believed. Where they do not, indentation
    tells which of them is one too many or missing.
    """

    def __init__(self, source: SourceFile, deepest: int) -> None:
        self.source = source
        self.deepest = deepest
        self.faults = Faults()
        self.pieces = Pieces(source)
        self.believing = consistent(self.pieces)
        self.open: list[_Opener] = []
        self.out: list[Piece] = []
        self.at = 0
        self._guesses = 0

    def push(self, head: Piece, brace: int, told: bool = False) -> None:
        """Opens the block of a head."""
        if len(self.open) >= self.deepest:
            self._skip_block(brace)
            return
        text = head.text if head.text.endswith("{") else f"{head.text} {{"
        self.out.append(Piece("HEAD", text, head.start))
        indent, following = self.pieces.indent(head.start), self.pieces.after(self.at)
        flush = (
            following is not None
            and self.pieces.begins_line(following.start)
            and self.pieces.column(following.start) <= indent
            and following.keyword in words_in(place_of(head.keyword) or TOP) - self.around(len(self.open))
        )
        self.open.append(_Opener(head.keyword, brace, indent, flush, told))

    def _skip_block(self, brace: int) -> None:
        self.fault("SYN004", brace, brace + 1, f"blocks stand deeper in each other here than {self.deepest}")
        depth = 1
        while depth and (passed := self.pieces.after(self.at)):
            self.at = passed.end
            depth += passed.opens - (passed.kind == "CLOSE")
        if depth:
            for opener in self.open:
                opener.told = True

    def close(self, piece: Piece) -> None:
        if not self.believing:
            self._close_deeper_than(piece)
            if self._is_extra(piece):
                self._closes_nothing(piece)
                return
        if self.open:
            self.open.pop()
            self.out.append(piece)
            return
        self._drop_what_belonged_inside()
        self._closes_nothing(piece)

    def _closes_nothing(self, piece: Piece) -> None:
        help = "remove it, or open its block with `{`"
        self.fault("SYN001", piece.start, piece.end, "this `}` closes nothing", help)

    def _close_deeper_than(self, piece: Piece) -> None:
        """A `}` that stands under an outer opener closes that one, not those between."""
        column = self.pieces.column(piece.start)
        if self.pieces.begins_line(piece.start) and any(opener.indent == column for opener in self.open):
            while self.open[-1].indent > column and not self.open[-1].flush:
                self._unclosed()

    def _is_extra(self, piece: Piece) -> bool:
        """Whether the block that a `}` would close has its own `}` further down."""
        opener = self.open[-1] if self.open else None
        if opener is None or opener.flush or self.pieces.same_line(opener.brace, piece.start):
            return False
        at_home = self.pieces.begins_line(piece.start) and self.pieces.column(piece.start) == opener.indent
        if at_home and not self._goes_on(piece, opener):
            return False
        shared = any(other.indent == opener.indent for other in self.open[:-1])
        return not shared and self.closed_below(opener.indent, piece.end)

    def _goes_on(self, piece: Piece, opener: _Opener) -> bool:
        """Whether what follows a `}` is written as though the block went on."""
        following = self.pieces.after(piece.end)
        if following is None or not self.pieces.begins_line(following.start):
            return False
        deeper = self.pieces.column(following.start) > opener.indent
        return deeper and (following.kind == "BROKEN" or following.keyword in self._inside(opener))

    def closed_below(self, indent: int, at: int) -> bool:
        """Whether the next line that stands no deeper than an opener is the `}` of its block."""
        at = self.pieces.line_within(indent, at)
        return self.source.text[at : at + 1] == "}" and self.pieces.column(at) == indent

    def close_before(self, piece: Piece) -> None:
        """Closes the blocks whose `}` is missing before a piece that begins with what may stand outside."""
        if self.believing or not self.open:
            return
        if self.pieces.begins_line(piece.start):
            self._close_by_indentation(piece)
        elif self._strays_on_line(piece.keyword) and self._short_of_closers(piece.start):
            self._unclosed()

    def _strays_on_line(self, keyword: str) -> bool:
        return keyword not in self._inside(self.open[-1]) and keyword in self.around(len(self.open) - 1)

    def _close_by_indentation(self, piece: Piece) -> None:
        """A line no deeper than an opener's that begins with what may stand outside closes the block."""
        column = self.pieces.column(piece.start)
        innermost = self.open[-1]
        if column > innermost.indent:
            return
        keyword = self._meant(piece.keyword)
        if innermost.flush and keyword in self._inside(innermost):
            return
        for depth in reversed(range(len(self.open))):
            opener = self.open[depth]
            sure = keyword not in self._inside(opener)
            if column <= opener.indent and keyword in self.around(depth) and (sure or not opener.flush):
                while len(self.open) > depth:
                    self._unclosed()
                return

    def _meant(self, keyword: str) -> str:
        """The keyword that a word is, or most likely was to be; of very many unknown words not all are guessed."""
        if keyword in _KEYWORDS or self._guesses >= _MOST_GUESSES:
            return keyword
        self._guesses += 1
        return next(iter(nearest(keyword, _KEYWORDS, 1)), keyword)

    def close_all(self) -> None:
        """Closes what is open at the end of the text."""
        while self.open:
            self._unclosed()

    def opened_on_line(self, at: int) -> int:
        """How many of the open blocks were opened on the line of an offset."""
        return sum(self.pieces.same_line(at, opener.brace) for opener in self.open)

    def closers_to_spare(self, at: int) -> bool:
        """Whether the rest of a line closes more blocks than are opened on the line."""
        rest = self.pieces.rest_of_line(at)
        return rest.count("}") > rest.count("{") + self.opened_on_line(at)

    def _short_of_closers(self, at: int) -> bool:
        """Whether the rest of a line closes fewer blocks than are opened on the line."""
        rest = self.pieces.rest_of_line(at)
        opened = self.opened_on_line(at)
        return opened > 0 and rest.count("}") < rest.count("{") + opened

    def around(self, depth: int) -> frozenset[str]:
        """The keywords that may stand in the block that so many openers lead to."""
        return self._inside(self.open[depth - 1]) if depth else words_in(TOP)

    @staticmethod
    def _inside(opener: _Opener) -> frozenset[str]:
        return words_in(place_of(opener.keyword) or _ANYTHING)

    def _unclosed(self) -> None:
        """Closes the innermost block here, and says that its `}` is missing."""
        opener = self.open.pop()
        if not opener.told:
            help = "close the block with `}`"
            self.fault("SYN002", opener.brace, opener.brace + 1, "this `{` is never closed", help)
        self.out.append(Piece("CLOSE", "}", self.out[-1].end - 1))

    def _drop_what_belonged_inside(self) -> None:
        """Statements after a `}` too early are neither lost names nor mistakes of their own."""
        while self.out and self.out[-1].kind == "STATEMENT" and self.out[-1].keyword not in words_in(TOP):
            self.out.pop()

    def fault(
        self, code: str, start: int, end: int, message: str, help: str = "", related: tuple[Label, ...] = ()
    ) -> None:
        span = Span(self.source, start, min(end, len(self.source.text)))
        self.faults.append(Fault(code, span, message, help, related))
