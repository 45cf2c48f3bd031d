"""Which lives get a row of their own, which share one, and which are only counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archlint.model.time import Interval
from archlint.reporters.roadmap.lives import Life

__all__ = ["KINDS", "Row", "Rows", "handovers", "rows_of"]

KINDS = {
    "legacy": "legacy systems", "adaptor": "adaptors", "platform": "platforms", "product": "products",
    "system": "other systems",
}  # fmt: skip
"""The kinds in the order of the rows, and what several of one are called."""


class Row(NamedTuple):
    """Systems of one kind that live and die together."""

    lives: tuple[Life, ...]

    @property
    def kind(self) -> str:
        """What they are."""
        return self.lives[0].kind

    @property
    def during(self) -> Interval:
        """When they live."""
        return self.lives[0].during

    @property
    def dates(self) -> str:
        """When they live, in words."""
        one = self.lives[0]
        if one.since and one.until:
            return f"{one.since} to {one.until}"
        return f"since {one.since}" if one.since else f"until {one.until}" if one.until else "no end stated"

    @property
    def title(self) -> str:
        """The title of the one, or how many they are, and which."""
        return self.head if len(self.lives) == 1 else f"{self.head}: {self.names}"

    @property
    def head(self) -> str:
        """The title of the one, or how many they are."""
        return self.lives[0].title if len(self.lives) == 1 else f"{len(self.lives)} {KINDS[self.kind]}"

    @property
    def names(self) -> str:
        """Which they are."""
        return ", ".join(life.title for life in self.lives)


class Rows(NamedTuple):
    """The rows to show, in their order, and how many systems of each kind are in no row."""

    shown: tuple[Row, ...]
    left_out: dict[str, int]

    @property
    def rest(self) -> str:
        """The systems that are in no row, in words; empty where there is none."""
        counts = [f"{number} {one if number == 1 else KINDS[one]}" for one, number in self.left_out.items()]
        return ", ".join(counts)


def rows_of(lives: Sequence[Life], most: int | None) -> Rows:
    """A row for each life; where that is too many, one for all of a kind that come and go together; where that
    is too many too, the largest of each kind first, and of legacy three for one of another kind."""
    rows = [Row((life,)) for life in lives]
    if most is not None and len(rows) > most:
        rows = _together(lives)
    kept = rows if most is None else _fairly(rows)[:most]
    shown = tuple(sorted(kept, key=_order))
    left_out = Counter(life.kind for life in lives) - Counter(row.kind for row in shown for _ in row.lives)
    return Rows(shown, {kind: left_out[kind] for kind in KINDS if left_out[kind]})


def handovers(masters: dict[str, tuple[Life, ...]]) -> list[str]:
    """The entities whose master is not one and the same for good; those handed over first."""
    moving = [entity for entity, lives in masters.items() if len(lives) > 1 or lives[0].changes]
    return sorted(moving, key=lambda entity: -len(masters[entity]))


def _together(lives: Iterable[Life]) -> list[Row]:
    groups: dict[tuple[str, Interval], list[Life]] = {}
    for life in lives:
        groups.setdefault((life.kind, life.during), []).append(life)
    return [Row(tuple(group)) for group in groups.values()]


def _fairly(rows: Iterable[Row]) -> list[Row]:
    turns: dict[str, int] = {}
    ranked = []
    for row in sorted(rows, key=lambda row: (-len(row.lives), _order(row))):
        turns[row.kind] = turns.get(row.kind, -1) + 1
        ranked.append((turns[row.kind] // (3 if row.kind == "legacy" else 1), _order(row), row))
    return [row for _, _, row in sorted(ranked)]


def _order(row: Row) -> tuple[int, Interval, str]:
    return list(KINDS).index(row.kind), row.during, row.lives[0].name
