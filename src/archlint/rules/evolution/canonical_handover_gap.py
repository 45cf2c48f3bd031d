"""EVO107: a time between two masters of an entity in which there is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.model.elements import Data, Element
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.time import NEVER, Interval
from archlint.rules.rule import TransitionRule, later_first
from archlint.rules.wording import when

__all__ = ["CanonicalHandoverGap"]

DEEPEST = 100
"""How many wholes around an entity are looked at."""


class _Gap(NamedTuple):
    """The last master before a time without any, the first one after it, and that time."""

    before: Relation
    after: Relation
    during: Interval


class CanonicalHandoverGap(TransitionRule):
    """At some instant between two masters of an entity there is none: one has ended, and the next has not begun.

    Judged over all time, by the dates that are stated, not only at the plateaus. A master is what is held `as master`;
    the only store that holds an entity is its master if it says nothing. The finding sits on that of the two holdings
    that stands later in file order.

    ## Why
    For as long as the gap lasts nobody answers for the entity: what is written is lost, or kept in a copy that was not
    meant for it. Source: Technology Code of Practice, line 33; Technology architecture, line 45.

    ## Breaks it
    ```arch
    data driver
    legacy drivers-90 { store records { holds driver as master until 2017 } }
    platform drivers-service { store register { holds driver as master since 2018 } }
    ```

    ## Mended
    ```arch
    data driver
    legacy drivers-90 { store records { holds driver as master until 2018 } }
    platform drivers-service { store register { holds driver as master since 2018 } }
    ```

    ## Exceptions
    A store that holds the entity without saying how may be its master, and the master of a whole is one of its parts:
    while there is such a one, nobody knows of a gap. An entity that does not exist meanwhile needs no master.
    """

    code = "EVO107"
    severity = Severity.ERROR
    sources = ("000:45", "002:33")

    def check(self, history: History) -> Iterator[Finding]:
        holdings = _holdings(history.model)
        for data, held in holdings.items():
            if len(held) > 1 and not any(_lasts(holding) for holding in held):
                above = [one for whole in _wholes(data)[1:] for one in holdings.get(whole, ()) if one.role == "master"]
                for gap in _gaps(held, [one.lifetime for one in above]):
                    if data.lifetime.meet(gap.during).exists:
                        yield from self._gap(history.model, data, gap)

    def _gap(self, model: Model, data: Element, gap: _Gap) -> Iterator[Finding]:
        place, other = later_first(gap.before, gap.after)
        old, new = gap.before.source, gap.after.source
        end, begin = when(model, gap.during.since), when(model, gap.during.until)
        if not place.imported:
            yield self.finding(
                place,
                f"nobody is master of `{data.path}` from {end}, when `{old.path}` ceases to be, to {begin}, when "
                f"`{new.path}` begins",
                help=f"let `{old.path}` hold `{data.path}` as master until {begin}, or `{new.path}` since {end}",
                elements=tuple(dict.fromkeys((place.source, data, other.source))),
                related=[(other, f"`{other.source.path}` is the other master")],
            )


def _holdings(model: Model) -> dict[Element, list[Relation]]:
    """What holds each entity, at whatever time."""
    found: dict[Element, list[Relation]] = {}
    for element in model.elements:
        for relation in element.relations:
            if relation.keyword == "holds" and relation.data is not None and relation.lifetime.exists:
                found.setdefault(relation.data, []).append(relation)
    return found


def _lasts(holding: Relation) -> bool:
    return holding.role == "master" and holding.lifetime == Interval()


def _wholes(data: Element) -> list[Element]:
    """An entity and what it is part of at any time."""
    found = [data]
    for part in found:
        if isinstance(part, Data) and len(found) < DEEPEST:
            found += [fact.value for fact in part.part_of if fact.value not in found]
    return found


class _Keepers:
    """Who keeps an entity at one instant after the other."""

    def __init__(self) -> None:
        self.masters: dict[Relation, None] = {}
        self.unstated: dict[Relation, None] = {}
        self.stores: Counter[Element] = Counter()
        self.wholes = 0

    def change(self, begins: bool, holding: Relation | None) -> None:
        """Takes in that a holding, or the master of a whole, begins or ends."""
        if holding is None:
            self.wholes += 1 if begins else -1
            return
        kind = {"master": self.masters, None: self.unstated}.get(holding.role, {})
        if begins:
            self.stores[holding.source] += 1
            kind[holding] = None
        else:
            self.stores -= Counter({holding.source: 1})
            kind.pop(holding, None)

    @property
    def master(self) -> Relation | None:
        """A holding of which it is known that it is the master's."""
        sole = self.unstated if len(self.stores) == 1 else {}
        return next(iter(self.masters or sole), None)

    @property
    def doubtful(self) -> bool:
        """Whether something may be the master of which it is not known."""
        return self.wholes > 0 or bool(self.unstated)


def _gaps(held: Sequence[Relation], above: Sequence[Interval]) -> Iterator[_Gap]:
    """The times without a master between two masters, by one walk along the instants at which something changes."""
    keepers, last = _Keepers(), None
    empty, filled = NEVER, NEVER
    for instant, changes in _changes(held, above):
        for begins, holding in changes:
            keepers.change(begins, holding)
        master = keepers.master
        if master is not None:
            if last is not None and empty < instant:
                yield _Gap(last, master, Interval(empty, min(filled, instant)))
            last, empty, filled = master, NEVER, NEVER
        elif keepers.doubtful:
            filled = min(filled, instant) if empty < instant else NEVER
        elif last is not None:
            empty = min(empty, instant)


def _changes(
    held: Sequence[Relation], above: Sequence[Interval]
) -> Iterator[tuple[int, list[tuple[bool, Relation | None]]]]:
    """At each instant what begins and what ends: holdings, or the masters of wholes."""
    changes: dict[int, list[tuple[bool, Relation | None]]] = {}
    for holding, during in [*((one, one.lifetime) for one in held), *((None, interval) for interval in above)]:
        changes.setdefault(during.since, []).append((True, holding))
        changes.setdefault(during.until, []).append((False, holding))
    yield from sorted(changes.items(), key=lambda change: change[0])
