"""Where a piece of text stops being a statement, and whether a string is to blame."""

from __future__ import annotations

import re
from typing import NamedTuple

from archlint.language.pieces import readable

__all__ = ["Flaw", "flaw_in"]

_WORD_RUN = re.compile(r"[^\W\d][\w-]*+(?:\.[^\W\d][\w-]*+)*+|\d[\d_.]*+|\.")
_STRING = re.compile(r'"(?:[^"\\\n]|\\[^\n])*+"')


class Flaw(NamedTuple):
    """The place in a piece from which on it cannot be read; of a string, the quote without its other one."""

    place: int
    endless: bool = False
    unopened: bool = False

    @property
    def string(self) -> bool:
        """Whether a quote is missing."""
        return self.endless or self.unopened


def flaw_in(text: str) -> Flaw:
    """The first flaw of a broken piece: after what can be read, and after the word that runs on into it."""
    read = len(readable(text))
    rest = text[read:]
    read += len(rest) - len(rest.lstrip(" \t\r\n"))
    run = _WORD_RUN.match(text, read)
    place = run.end() if run and run.end() < len(text) and text[run.end()] not in " \t" else read
    if text.startswith('"', place):
        return _of_string(text, place, place > read)
    last = text.rfind('"')
    unopened = last > place and text.count('"', place) % 2 == 1 and not text[last - 1].isspace()
    return Flaw(last, unopened=True) if unopened else Flaw(place)


def _of_string(text: str, place: int, after_word: bool) -> Flaw:
    """The flaw of a quote: a string may have no end, or no beginning, or only stand too near to something."""
    found = None if text.startswith('"""', place) else _STRING.match(text, place)
    if found is None:
        return Flaw(place, unopened=after_word, endless=not after_word)
    if text.count('"', found.end()) % 2:
        return Flaw(place, unopened=after_word, endless=not after_word)
    return Flaw(found.end() if not after_word and place > 0 and found.end() < len(text) else place)
