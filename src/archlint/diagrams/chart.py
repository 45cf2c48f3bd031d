"""What the chart of a roadmap shows: plain values, with places on a line of time from 0 to 1."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["GAP", "Bar", "Chart", "Column", "Mark", "Measure", "Row", "Section", "Tick"]

GAP = "gap"
"""The kind of a bar for a time in which there is nothing, and should be."""


class Bar(NamedTuple):
    """A stretch of time: what it is about, its kind, where it begins and ends, the words in it, and in which of the
    lanes of its row it runs."""

    name: str
    kind: str
    begin: float
    end: float
    words: str = ""
    lane: int = 0


class Mark(NamedTuple):
    """A code at a place; at the end of its row where it has none."""

    words: str
    at: float | None


class Row(NamedTuple):
    """A line of the timeline: its title, what is said of it in small print, its bars, and what breaks in it."""

    title: str
    said: str
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...] = ()

    @property
    def lanes(self) -> int:
        """How many bars run side by side."""
        return max((bar.lane + 1 for bar in self.bars), default=1)


class Section(NamedTuple):
    """Rows under one heading."""

    title: str
    rows: tuple[Row, ...]


class Column(NamedTuple):
    """A state in the burn-down: its name, and when it is."""

    title: str
    when: str


class Measure(NamedTuple):
    """A number for each state, with the words for it; None where it is not known."""

    title: str
    values: tuple[float | None, ...]
    words: tuple[str, ...]


class Tick(NamedTuple):
    """A state on the line of time."""

    title: str
    when: str
    at: float


class Chart(NamedTuple):
    """The whole: headings, the states with what is drawn of them as columns and what only in figures, the line of time
    with the states and the years on it and the place where that begins which comes after every date, the sections along
    it, and what is said beneath."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    drawn: tuple[Measure, ...]
    figures: tuple[Measure, ...]
    ticks: tuple[Tick, ...]
    years: tuple[tuple[int, float], ...]
    after: float
    sections: tuple[Section, ...]
    notes: tuple[tuple[str, ...], ...]
