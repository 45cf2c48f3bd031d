"""Lives as bars of characters, all on one line of time."""

from __future__ import annotations

import string
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from archlint.diagrams.axis import Axis
from archlint.escaping import for_terminal
from archlint.model.time import AFTER_EVERY_DATE, BEFORE_EVERY_DATE, Interval, name_of
from archlint.reporters.roadmap.lives import Life
from archlint.reporters.roadmap.states import notable
from archlint.reporters.roadmap.story import Roadmap

__all__ = ["Bars", "axis_of", "clipped", "columns", "padded"]

_MARKED = 12
_EMPTY, _STATE, _BAR, _SEVERAL = "·", "┊", "█", "*"


def axis_of(roadmap: Roadmap) -> Axis:
    """The line of time on which all that a roadmap tells stands."""
    lives = [*roadmap.systems, *(life for lives in roadmap.masters.values() for life in lives)]
    ends = [instant for life in lives for instant in life.during]
    return Axis.through([*ends, *(state.instant for state in roadmap.states)])


def clipped(text: str, width: int) -> str:
    """The text in so many columns of a terminal, and safe for it."""
    shown = for_terminal(text)
    if columns(shown) <= width:
        return shown
    while shown and columns(shown) > width - 1:
        shown = shown[:-1]
    return f"{shown}…"


def padded(text: str, width: int) -> str:
    """The text in just so many columns of a terminal, and safe for it."""
    shown = clipped(text, width)
    return shown + " " * (width - columns(shown))


def columns(text: str) -> int:
    """How many columns a text takes: two for a wide character, none for one that stands on another."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


class Bars(NamedTuple):
    """A line of time so many characters wide, with the states of the roadmap on it."""

    axis: Axis
    width: int
    states: tuple[tuple[str, int], ...]

    @classmethod
    def of(cls, roadmap: Roadmap, width: int) -> Bars:
        """The bars of a roadmap."""
        states = tuple((state.name, state.instant) for state in notable(roadmap.states, _MARKED))
        return cls(axis_of(roadmap), width, states)

    def heading(self) -> str:
        """The months of the states over their places, as far as they fit; what has no date goes by its name. The first
        and the last month of all, where there is room left."""
        line = " " * self.width
        ends = [(name_of(instant), instant) for instant in (self.axis.first, self.axis.last)]
        for name, instant in [*self.states, *ends]:
            label = for_terminal(name or "") if instant == AFTER_EVERY_DATE else (name_of(instant) or "")[:7]
            start = max(0, min(self._column(instant), self.width - len(label)))
            if not line[max(start - 1, 0) : start + len(label) + 1].strip():
                line = line[:start] + label + line[start + len(label) :]
        return line[: self.width].rstrip()

    def bar(self, during: Interval) -> str:
        """The bar of a life."""
        return self._drawn([(during, _BAR)])

    def masters(self, lives: Sequence[Life]) -> str:
        """The masters of an entity on one line, each by the letter that `letters` gives it."""
        return self._drawn([(life.during, self.letters(lives)[life.name]) for life in lives])

    @staticmethod
    def letters(lives: Sequence[Life]) -> dict[str, str]:
        """A letter for each master; of very many, the last share one."""
        names = dict.fromkeys(life.name for life in lives)
        return {name: (string.ascii_uppercase + "+")[min(at, 26)] for at, name in enumerate(names)}

    def _drawn(self, spans: Sequence[tuple[Interval, str]]) -> str:
        cells = [_EMPTY] * self.width
        for _, instant in self.states:
            if instant > BEFORE_EVERY_DATE:
                cells[min(self._column(instant), self.width - 1)] = _STATE
        for during, sign in spans:
            begin = min(self._column(during.since), self.width - 1)
            for at in range(begin, max(self._column(during.until), begin + 1)):
                cells[at] = sign if cells[at] in (_EMPTY, _STATE, sign) else _SEVERAL
        return "".join(cells)

    def _column(self, instant: int) -> int:
        return round(self.axis.at(instant) * self.width)
