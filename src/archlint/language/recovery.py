"""Puts a malformed text right: blocks that open and close, and one fault for each mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from archlint.diagnostics import Label
from archlint.language.blocks import Blocks
from archlint.language.flaws import Flaw, flaw_in
from archlint.language.phrases import brief
from archlint.language.pieces import Piece, declared, headed, is_statement, keyword_of
from archlint.language.schema import TOP, place_of, words_in
from archlint.language.wording import complaint, endless
from archlint.source import SourceFile, Span

if TYPE_CHECKING:
    from lark import Token

__all__ = ["Recovery"]

_TOKENS = {"STATEMENT": "STATEMENTS"}
_IMPORT = re.compile(r"""import[ \t]+["'“]?([^\s"'”;{}#]+)""")
_BREAK = re.compile(r"[;{}][ \t]*")


class Recovery:
    """Walks over the pieces of a text once."""

    def __init__(self, source: SourceFile, deepest: int) -> None:
        self._source = source
        self._blocks = Blocks(source, deepest)
        self._pieces = self._blocks.pieces
        self.faults = self._blocks.faults

    def mend(self) -> list[Token]:
        """The tokens of a text whose blocks all open and close; `faults` tells what was wrong."""
        from lark import Token

        blocks = self._blocks
        while piece := self._pieces.after(blocks.at):
            blocks.at = piece.end
            if piece.kind == "CLOSE":
                blocks.close(piece)
            elif piece.kind == "BROKEN":
                self._broken(piece)
            else:
                self._statement(piece)
        blocks.close_all()
        self.faults.sort(key=lambda fault: fault.span.start)
        return [
            Token(_TOKENS.get(piece.kind, piece.kind), piece.text, piece.start, end_pos=piece.end)
            for piece in blocks.out
        ]

    def _statement(self, piece: Piece, told: bool = False) -> None:
        blocks = self._blocks
        blocks.close_before(piece)
        if not blocks.believing and (self._swallows(piece) or self._lacks_brace_inside(piece)):
            return
        if piece.kind == "HEAD":
            blocks.push(piece, piece.end - 1)
        elif self._lacks_brace(piece):
            if not told:
                what = "a `{` is missing after this: the lines below stand in its block"
                blocks.fault("SYN001", piece.end - 1, piece.end, what)
            blocks.push(piece, piece.end - 1, told=True)
        else:
            blocks.out.append(piece)

    def _lacks_brace(self, piece: Piece) -> bool:
        """Whether deeper lines follow a statement that has no `{`."""
        blocks, place = self._blocks, place_of(piece.keyword)
        following = self._pieces.after(blocks.at)
        if blocks.believing or place is None or following is None or not self._pieces.begins_line(following.start):
            return False
        indent = self._pieces.indent(piece.start)
        if self._pieces.column(following.start) <= indent:
            return False
        inside_only = words_in(place) - blocks.around(len(blocks.open))
        return following.keyword in inside_only or blocks.closed_below(indent, piece.end)

    def _lacks_brace_inside(self, piece: Piece) -> bool:
        """Puts a `{` between a head and what follows it in its line, where a `}` of that line has no other one."""
        head = headed(piece.text) if piece.kind == "STATEMENT" else ""
        if not head or not self._blocks.closers_to_spare(piece.start):
            return False
        rest = piece.start + len(head)
        help = f"write `{brief(head.rstrip())} {{`"
        self._blocks.fault("SYN001", rest - 1, rest, "a `{` is missing here, before what stands in the block", help)
        self._blocks.at = rest
        self._blocks.push(Piece("HEAD", head.rstrip(), piece.start), rest - 1, told=True)
        return True

    def _broken(self, piece: Piece) -> None:
        if piece.text == "{":
            self._stray_brace(piece)
            return
        flaw, kept = flaw_in(piece.text), declared(piece.text) or _imported(piece.text)
        self._blocks.close_before(piece)
        if flaw.string:
            self._string(piece, flaw, kept)
            return
        at = piece.start + flaw.place
        self._blocks.fault("SYN001", at, at + 1, *complaint(piece.text, flaw.place))
        if piece.opens:
            self._blocks.push(Piece("HEAD", kept, piece.start), piece.end - 1)
        elif kept:
            self._statement(Piece("STATEMENT", kept, piece.start), told=True)

    def _string(self, piece: Piece, flaw: Flaw, kept: str) -> None:
        """Reports a string without its end or its beginning, and goes on where it should have ended."""
        begin = piece.start + flaw.place
        goes_on = self._resumes_in_line(begin, kept)
        opens = goes_on is None and piece.opens
        end = goes_on or begin + len(piece.text[flaw.place :].rstrip("{ \t\r"))
        code = "SYN002" if flaw.endless else "SYN001"
        self._blocks.fault(code, begin, max(end, begin + 1), *endless(piece.text, flaw))
        if goes_on is not None:
            self._blocks.at = goes_on
        elif piece.text.startswith('"""', flaw.place):
            indent = self._pieces.indent(piece.start)
            self._blocks.at = self._end_of_long_string(begin, indent, len(self._source.text))
        if opens or (goes_on is not None and kept and self._source.text[goes_on] == "{"):
            brace = piece.end - 1 if goes_on is None else goes_on
            self._blocks.at = brace + 1
            self._blocks.push(Piece("HEAD", kept, piece.start), brace)
        elif kept:
            self._statement(Piece("STATEMENT", kept, piece.start), told=True)

    def _resumes_in_line(self, begin: int, kept: str) -> int | None:
        """Where, in the line of an endless string, a brace or a statement shows that it should have ended."""
        line = self._pieces.rest_of_line(begin)
        for found in _BREAK.finditer(line):
            at, rest = begin + found.start(), line[found.end() :]
            if found[0][0] == "}":
                goes_on = not rest.strip() or rest[0] in "};#" or keyword_of(rest) in self._may_stand()
                stops = goes_on and self._blocks.opened_on_line(begin)
            elif found[0][0] == "{":
                stops = bool(kept) and (
                    not rest.strip() or keyword_of(rest) in words_in(place_of(keyword_of(kept)) or TOP)
                )
            else:
                stops = keyword_of(rest) in self._blocks.around(len(self._blocks.open))
            if stops:
                return at
        return None

    def _may_stand(self) -> frozenset[str]:
        """The keywords that may stand here, or further out."""
        blocks = self._blocks
        return frozenset().union(*(blocks.around(depth) for depth in range(len(blocks.open) + 1)))

    def _swallows(self, piece: Piece) -> bool:
        """Whether the text of a long string holds statements, because its end is missing and that of another
        one, further down, has been taken for it."""
        begin = piece.text.find('"""')
        if begin < 0 or "\n" not in piece.text:
            return False
        begin += piece.start
        end = self._end_of_long_string(begin, self._pieces.indent(piece.start), piece.end)
        if end == piece.end:
            return False
        self._blocks.fault("SYN002", begin, begin + 3, *endless(piece.text, Flaw(begin - piece.start, endless=True)))
        self._blocks.at = end
        kept = declared(self._source.text[piece.start : begin])
        if kept:
            self._statement(Piece("STATEMENT", kept, piece.start), told=True)
        return True

    def _end_of_long_string(self, begin: int, indent: int, end: int) -> int:
        """Where, below an endless long string, a line starts a statement again."""
        may_stand = self._may_stand()
        for at, line in self._pieces.lines_within(indent, begin, end):
            if self._blocks.open and line.rstrip() == "}":
                return at
            if keyword_of(line) in may_stand and is_statement(line):
                return at
        return end

    def _stray_brace(self, piece: Piece) -> None:
        blocks = self._blocks
        last = blocks.out[-1] if blocks.out else None
        near = last is not None and self._only_gap(last.end, piece.start)
        if last is not None and near and last.kind == "STATEMENT" and place_of(last.keyword):
            related = (Label(Span(self._source, last.start, last.end), "the statement that it opens the block of"),)
            message = "`{` stands on the line of its keyword"
            blocks.fault("SYN001", piece.start, piece.end, message, "move it up to the end of that line", related)
            blocks.out.pop()
            blocks.push(last, piece.start)
            return
        if last is not None and near and last.kind == "HEAD" and last.keyword:
            blocks.fault("SYN001", piece.start, piece.end, "one `{` opens a block", "remove this one")
            return
        if not blocks.open or blocks.open[-1].keyword:
            blocks.fault("SYN001", piece.start, piece.end, "a block must have a keyword before its `{`")
        blocks.push(Piece("HEAD", "", piece.start), piece.start, told=True)

    def _only_gap(self, begin: int, end: int) -> bool:
        between = self._source.text[begin:end]
        return ";" not in between and not re.sub(r"#[^\n]*", "", between).strip()


def _imported(text: str) -> str:
    """The import that is meant where only a quote is missing; nothing where the text is none."""
    found = _IMPORT.match(text)
    return f'import "{found[1]}"' if found else ""
