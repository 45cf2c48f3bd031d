"""Where an instant stands on a line of time: the dates at their distances, and what has none before or after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from archlint.model.time import AFTER_EVERY_DATE, BEFORE_EVERY_DATE, NEVER

__all__ = ["Axis"]

_MARGIN = 0.06
_UNDATED = 0.16
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000)


class Axis(NamedTuple):
    """A line from 0 to 1. Between the first date and the last, distances are those of time; before them stands what
    was always there, after them what has no end; what comes after every date has a stretch of its own."""

    first: int
    last: int
    undated: bool

    @classmethod
    def through(cls, instants: Iterable[int]) -> Axis:
        """The axis on which these instants stand."""
        given = set(instants)
        dated = given - {BEFORE_EVERY_DATE, AFTER_EVERY_DATE, NEVER}
        return cls(min(dated, default=0), max(dated, default=0), AFTER_EVERY_DATE in given)

    @property
    def after(self) -> float:
        """Where that begins which comes after every date; 1 where nothing does."""
        return 1 - _UNDATED if self.undated else 1.0

    def years(self, most: int) -> Iterator[tuple[int, float]]:
        """The beginnings of years between the first date and the last, with their places: at most so many, at even
        distances."""
        if self.first == self.last:
            return
        begin, end = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        step = next(step for step in _STEPS if (end - begin) / step < most)
        for year in range(begin + -begin % step, end + 1, step):
            instant = date(year, 1, 1).toordinal() if year else self.first
            if self.first <= instant <= self.last:
                yield year, self.at(instant)

    def at(self, instant: int) -> float:
        """The place of an instant."""
        if instant <= BEFORE_EVERY_DATE:
            return 0.0
        if instant >= AFTER_EVERY_DATE:
            return self.after if instant == AFTER_EVERY_DATE else 1.0
        length = self.after - 2 * _MARGIN
        share = (instant - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return _MARGIN + share * length
