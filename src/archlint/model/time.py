"""Instants and half-open intervals; time is the model's own, never the clock's."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

__all__ = ["AFTER_EVERY_DATE", "ALWAYS", "BEFORE_EVERY_DATE", "NEVER", "Interval", "Moment", "instant_of", "name_of"]

BEFORE_EVERY_DATE = 0
"""The instant before anything changes."""

AFTER_EVERY_DATE = date.max.toordinal() + 1
"""The instant of the plateau without a date."""

NEVER = AFTER_EVERY_DATE + 1
"""The end of what has no stated end."""


class Moment(NamedTuple):
    """An instant with the name by which people know it, and its date where it has one."""

    name: str
    instant: int

    @property
    def at(self) -> str | None:
        """The full date, or None for `start`, `always` and the plateau without a date."""
        return name_of(self.instant)


class Interval(NamedTuple):
    """The instants from `since` up to, not including, `until`; in days, as `date.toordinal` counts."""

    since: int = BEFORE_EVERY_DATE
    until: int = NEVER

    @property
    def exists(self) -> bool:
        """Whether there is any instant in it."""
        return self.since < self.until

    def holds(self, instant: int) -> bool:
        """Whether the instant lies in it."""
        return self.since <= instant < self.until

    def meet(self, other: Interval) -> Interval:
        """The instants that lie in both."""
        if other is ALWAYS or other == self:
            return self
        return Interval(max(self.since, other.since), min(self.until, other.until))


ALWAYS = Interval()


def instant_of(text: str) -> int:
    """The first instant of a year, month or day such as `2014`, `2014-10`, `2014-10-01`.

    Raises ValueError when there is no such day.
    """
    parts = [int(part) for part in text.split("-")]
    return date(*[*parts, 1, 1][:3]).toordinal()


def name_of(instant: int) -> str | None:
    """The full date of an instant, or None where it has none."""
    if BEFORE_EVERY_DATE < instant < AFTER_EVERY_DATE:
        return date.fromordinal(instant).isoformat()
    return None
