"""When systems live, and when a store is the master of an entity."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archlint.graph.replication import Replication
from archlint.model.elements import Data, Element, Legacy, System
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.time import AFTER_EVERY_DATE, Interval, name_of

__all__ = ["Life", "mastered", "masters_of", "systems_of"]


@dataclass(frozen=True)
class Life:
    """When a system lives, or a store is the master of an entity: dates, or the plateau that has none; None where
    nothing is stated. `within` is the kind of what it stands in."""

    name: str
    title: str
    kind: str
    within: str
    since: str | None
    until: str | None
    during: Interval

    @property
    def changes(self) -> bool:
        """Whether it begins or ends."""
        return self.during != Interval()


def systems_of(model: Model, broken: Container[str]) -> tuple[Life, ...]:
    """The systems that come or go, all legacy, and those in which something breaks, in the order of the text."""
    return tuple(
        _life(model, element, element.keyword, element.lifetime)
        for element in model.own
        if isinstance(element, System)
        and element.parent is None
        and element.lifetime.exists
        and (element.lifetime != Interval() or isinstance(element, Legacy) or element.path in broken)
    )


def masters_of(model: Model) -> dict[str, tuple[Life, ...]]:
    """Who is the master of each entity, in the order of time; the sole holder is one if it says nothing."""
    held: dict[Element, list[Relation]] = {}
    for relation in model.relations:
        if relation.keyword == "holds" and isinstance(relation.data, Data) and relation.lifetime.exists:
            held.setdefault(relation.data, []).append(relation)
    found = {data.path: tuple(_masters(model, holdings)) for data, holdings in held.items()}
    return {path: lives for path, lives in found.items() if lives}


def mastered(model: Model) -> dict[str, str]:
    """The title of each entity by its path."""
    return {data.path: data.label for data in model.of(Data)}


def _masters(model: Model, holdings: Sequence[Relation]) -> Iterator[Life]:
    spans: dict[Element, list[Interval]] = {}
    instants = sorted({instant for holding in holdings for instant in holding.lifetime})
    for since, until in pairwise(instants):
        living = [holding for holding in holdings if holding.lifetime.holds(since)]
        for store in dict.fromkeys(master.source for master in Replication(living).masters):
            _prolong(spans.setdefault(store, []), Interval(since, until))
    during = [(span, store) for store, found in spans.items() for span in found]
    for span, store in sorted(during, key=lambda pair: (pair[0], pair[1].path)):
        yield _life(model, store, "store", span)


def _prolong(spans: list[Interval], more: Interval) -> None:
    if spans and spans[-1].until == more.since:
        spans[-1] = Interval(spans[-1].since, more.until)
    else:
        spans.append(more)


def _life(model: Model, element: Element, kind: str, during: Interval) -> Life:
    undated = next((moment.name for moment in model.plateaus if moment.instant == AFTER_EVERY_DATE), None)
    since, until = (undated if instant == AFTER_EVERY_DATE else name_of(instant) for instant in during)
    outer = element.outermost
    title = element.label if element is outer else f"{outer.label}: {element.title or element.name}"
    return Life(element.path, title, kind, outer.keyword, since, until, during)
