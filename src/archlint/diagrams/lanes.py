"""A row of a timeline: its bars on the line of time, and the badges of what breaks in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from archlint.diagrams.chart import GAP, Bar, Mark, Row
from archlint.diagrams.notation import BADGE, BADGE_TEXT, FAINT, PAPER
from archlint.diagrams.sheet import Sheet
from archlint.diagrams.text import width_of

__all__ = ["BAR", "LANE", "NAMES", "PAGE", "PLOT", "Badge", "draw_row", "x_of"]

PAGE = 1120.0
"""The width of the sheet in points: three quarters of it on an A3 sheet that stands upright."""

NAMES = 270.0
PLOT = (NAMES, PAGE - 150.0)
"""Where the line of time begins and ends, between the names and what is said in small print."""

LANE = 23.0
BAR = 19.0


class Badge(NamedTuple):
    """What breaks, in a box."""

    words: str
    left: float
    width: float

    @classmethod
    def of(cls, words: str, left: float) -> Badge:
        """The badge with these words."""
        return cls(words, left, width_of(words, 9, bold=True) + 4)

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    def draw(self, sheet: Sheet, middle: float) -> None:
        """Draws it at a height."""
        inks = {"fillcolor": BADGE.light, "color": BADGE_TEXT.light, "class": "mark"}
        sheet.box(self.words, self.left, middle - 6.5, self.width, 13, **inks)
        sheet.words(self.words, self.left, middle, self.width, size=9, ink=BADGE_TEXT, bold=True, align="center")


def x_of(at: float) -> float:
    """The place on the sheet of a place on the line of time."""
    left, right = PLOT
    return left + at * (right - left)


def draw_row(sheet: Sheet, row: Row, top: float) -> None:
    """Draws a row; badges stand on bars, and words in a bar make room for them."""
    middle = top + LANE / 2
    badges = list(_badges(row.marks))
    sheet.words(row.title, 8, middle, NAMES - 18)
    for bar in row.bars:
        _bar(sheet, bar, top + bar.lane * LANE, [] if bar.lane else badges)
    for badge in badges:
        badge.draw(sheet, middle)
    begin = max([PLOT[1] + 6, *(badge.right + 4 for badge in badges)])
    if width_of(row.said, 9) <= PAGE - begin:
        sheet.words(row.said, begin, middle, PAGE - begin, size=9, ink=FAINT)


def _badges(marks: Sequence[Mark]) -> Iterator[Badge]:
    """One badge a place, none on another; those without a place after the line of time."""
    free = 0.0
    for at, found in groupby(sorted(marks, key=_place), key=lambda mark: mark.at):
        words = f"! {_counted([mark.words for mark in found])}"
        badge = Badge.of(words, max(free, PLOT[1] + 6 if at is None else x_of(at) - 4))
        yield badge
        free = badge.right + 3


def _place(mark: Mark) -> tuple[bool, float, str]:
    return mark.at is None, mark.at or 0.0, mark.words


def _counted(words: Sequence[str]) -> str:
    """The first two codes with how often they are there, and how many more codes there are."""
    codes = list(dict.fromkeys(words))
    shown = [f"{words.count(code)}×{code}" if words.count(code) > 1 else code for code in codes[:2]]
    return " ".join([*shown, *([f"+{len(codes) - 2}"] if len(codes) > 2 else [])])


def _bar(sheet: Sheet, bar: Bar, top: float, badges: Sequence[Badge]) -> None:
    left, width = x_of(bar.begin), max(x_of(bar.end) - x_of(bar.begin), 3.0)
    over = top + (LANE - BAR) / 2
    if bar.kind == GAP:
        inks = {"fillcolor": PAPER.light, "color": BADGE.light, "style": "filled,dashed", "class": "bar gap"}
        sheet.box(bar.name, left, over, width, BAR, **inks)
    else:
        sheet.bar(bar.name, bar.kind, left, over, width, BAR)
    begin = max([left + 6, *(badge.right + 4 for badge in badges if left - 8 < badge.left < left + 60)])
    end = min([left + width - 6, *(badge.left - 4 for badge in badges if badge.left > begin)])
    if bar.words and end - begin > 24:
        sheet.words(bar.words, begin, top + LANE / 2, end - begin, size=9)
