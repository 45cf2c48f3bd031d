"""Sees whether the braces of a malformed text can be believed."""

from __future__ import annotations

from archlint.language.flaws import flaw_in
from archlint.language.pieces import Piece, Pieces, is_statement, keyword_of
from archlint.language.schema import TOP, place_of, words_in

__all__ = ["consistent"]

_KEYWORDS = words_in("extend") | words_in(TOP)


def consistent(pieces: Pieces) -> bool:
    """Whether every brace has its other one, and stands as the indentation says."""
    openers: list[tuple[str, int]] = [(TOP, -1)]
    at = 0
    while piece := pieces.after(at):
        at = piece.end
        starts, column = pieces.begins_line(piece.start), pieces.column(piece.start)
        if piece.kind == "CLOSE":
            indent = openers.pop()[1]
            if not openers or (starts and column != indent):
                return False
        elif _suspicious(pieces, piece) or (starts and column <= openers[-1][1] and _strays(piece.keyword, openers)):
            return False
        elif piece.opens:
            openers.append((piece.keyword, pieces.indent(piece.start)))
    return len(openers) == 1


def _suspicious(pieces: Pieces, piece: Piece) -> bool:
    """A brace without a keyword, a string without an end, or a long one with lines that may be none of its own."""
    if piece.kind == "BROKEN":
        return piece.text == "{" or flaw_in(piece.text).string
    begin = piece.text.find('"""')
    if begin < 0:
        return False
    lines = pieces.lines_within(pieces.indent(piece.start), piece.start + begin, piece.end)
    return any(line.rstrip() == "}" or (keyword_of(line) in _KEYWORDS and is_statement(line)) for _, line in lines)


def _strays(keyword: str, openers: list[tuple[str, int]]) -> bool:
    inside, around = (words_in(place_of(opener[0]) or TOP) for opener in (openers[-1], openers[-2]))
    return keyword not in inside and (keyword in around or keyword in words_in(TOP))
