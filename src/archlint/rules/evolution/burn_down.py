"""What the rules on falling legacy have in common: which states they compare, what does not fall, where they say it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from archlint.graph.history import History
from archlint.model.elements import Element, Legacy, Plateau
from archlint.model.model import Model, Moment
from archlint.model.statements import Stated
from archlint.model.time import AFTER_EVERY_DATE

__all__ = ["Comparison", "Stall", "compared", "in_force", "not_falling", "own_legacy", "stalled"]

Worth = Callable[[Legacy, int], tuple[str, Decimal] | None]
"""What a legacy system adds to a total at an instant: in which unit, and how much; None for nothing known."""


class Stall(NamedTuple):
    """A total that does not fall between two of the states compared, which are given by their numbers."""

    unit: str
    earlier: int
    later: int
    before: Decimal
    after: Decimal

    @property
    def rises(self) -> bool:
        """Whether it is more than before; else it is just as much."""
        return self.after > self.before


class Comparison(NamedTuple):
    """All that does not fall up to one later state, and the place at which a finding about it sits.

    `members` are the legacy systems that count in the later state, `added` those that did not in the earlier one.
    """

    stalls: tuple[Stall, ...]
    place: Element
    members: tuple[Legacy, ...]
    added: tuple[Legacy, ...]


def compared(history: History) -> tuple[Moment, ...]:
    """The states that are compared, the first plateau or the first dated instant before all; none where there are
    not two."""
    moments = tuple(moment for moment in history.moments if moment.instant >= history.baseline.instant)
    return moments if len(moments) > 1 else ()


def own_legacy(model: Model) -> list[Legacy]:
    """The legacy that counts: the model's own, in file order."""
    return [element for element in model.own if isinstance(element, Legacy)]


def not_falling(levels: Sequence[Decimal], unit: str = "") -> Iterator[Stall]:
    """Each step to the next state at which a total rises; and that from the first to the last state, if it is above
    zero and no lower there, and does not rise at the last step anyway."""
    last = len(levels) - 1
    rises = [at for at in range(last) if levels[at + 1] > levels[at]]
    yield from (Stall(unit, at, at + 1, levels[at], levels[at + 1]) for at in rises)
    if levels[last] > 0 and levels[last] >= levels[0] and last - 1 not in rises:
        yield Stall(unit, 0, last, levels[0], levels[last])


def stalled(model: Model, moments: Sequence[Moment], worth: Worth) -> Iterator[Comparison]:
    """For each later state what does not fall up to it, with its place: the later plateau; where that is not the
    model's own or there is none, the legacy that was added, else the first.

    That something is no lower at the end than at the beginning is not said again where a rise is said already.
    """
    sums = _totals(model, moments, worth)
    stalls = [stall for unit in sorted(sums) for stall in not_falling(sums[unit], unit)]
    plateaus, taken = _own_plateaus(model), set[Element]()
    for later in sorted({stall.later for stall in stalls}):
        found = tuple(stall for stall in stalls if stall.later == later)
        members, added = _counted(model, moments, max(found, key=lambda stall: stall.earlier), worth)
        place = plateaus.get(moments[later].instant) or (added or members)[0]
        if place not in taken or any(stall.earlier == later - 1 for stall in found):
            taken.add(place)
            yield Comparison(found, place, members, added)


def in_force(facts: Sequence[Stated[float]], instant: int) -> float | None:
    """The number in force at an instant, or None where none is stated."""
    return next((fact.value for fact in facts if fact.during.holds(instant)), None)


def _totals(model: Model, moments: Sequence[Moment], worth: Worth) -> dict[str, list[Decimal]]:
    """What the model's own legacy adds up to in each state, each unit for itself."""
    instants = [moment.instant for moment in moments]
    sums: dict[str, list[Decimal]] = {}
    for legacy in own_legacy(model):
        life = legacy.lifetime
        for number in range(bisect_left(instants, life.since), bisect_left(instants, life.until)):
            added = worth(legacy, instants[number])
            if added is not None:
                sums.setdefault(added[0], [Decimal(0)] * len(instants))[number] += added[1]
    return sums


def _counted(
    model: Model, moments: Sequence[Moment], stall: Stall, worth: Worth
) -> tuple[tuple[Legacy, ...], tuple[Legacy, ...]]:
    """The legacy that counts in the later state, and of that what did not in the earlier one."""
    before, after = (
        [legacy for legacy in own_legacy(model) if legacy.lifetime.holds(instant) and worth(legacy, instant)]
        for instant in (moments[stall.earlier].instant, moments[stall.later].instant)
    )
    return tuple(after), tuple(legacy for legacy in after if legacy not in set(before))


def _own_plateaus(model: Model) -> dict[int, Plateau]:
    plateaus = [plateau for plateau in model.of(Plateau) if not plateau.imported]
    return {plateau.at[0].value if plateau.at else AFTER_EVERY_DATE: plateau for plateau in reversed(plateaus)}
