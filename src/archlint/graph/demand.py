"""Who leans on whom, and so which platforms are in demand and which legacy is in use."""

from __future__ import annotations

from archlint.graph.history import History
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.model.elements import Adaptor, Element, Legacy, Platform, Product, RolelessSystem, Store, System

__all__ = ["in_demand", "leaning", "leaning_on", "lives_on", "resting_on", "serves_by_itself"]


def leaning(snapshot: Snapshot) -> list[Arrow]:
    """Dependencies, hostings and feeds between different outermost elements; asked for as a projection."""
    arrows = (*snapshot.dependencies, *snapshot.hostings, *snapshot.feeds)
    return [arrow for arrow in arrows if arrow.source is not arrow.target]


def leaning_on(snapshot: Snapshot) -> dict[Element, list[Arrow]]:
    """The same by their targets; asked for as a projection."""
    found: dict[Element, list[Arrow]] = {}
    for arrow in snapshot.projection(leaning):
        found.setdefault(arrow.target, []).append(arrow)
    return found


def resting_on(snapshot: Snapshot) -> dict[Element, list[Element]]:
    """What each element leans on; asked for as a projection."""
    found: dict[Element, dict[Element, None]] = {}
    for arrow in snapshot.projection(leaning):
        found.setdefault(arrow.source, {})[arrow.target] = None
    return {source: list(targets) for source, targets in found.items()}


def in_demand(snapshot: Snapshot) -> set[Element]:
    """What some product or system without a role leans on, directly or through platforms; asked for as a projection.

    The demand also passes an adaptor to what it wraps, and a store of its own standing to what it copies.
    """
    onward = snapshot.projection(resting_on)
    pending: list[Element] = [system for system in onward if isinstance(system, Product | RolelessSystem)]
    passed, demanded = set(pending), set[Element]()
    while pending:
        for element in onward.get(pending.pop(), ()):
            demanded.add(element)
            if isinstance(element, Platform | Adaptor | Store) and element not in passed:
                passed.add(element)
                pending.append(element)
    return demanded


def lives_on(snapshot: Snapshot, history: History, element: Element) -> bool:
    """Whether an element of a snapshot is still there in the next one that is looked at."""
    later = next((moment for moment in history.moments if moment.instant > snapshot.instant), None)
    return later is not None and element.lifetime.holds(later.instant)


def serves_by_itself(legacy: Legacy, instant: int) -> bool:
    """Whether legacy is of use though no system depends on it: it provides a capability, or users work with it."""
    systems = [inner for inner in legacy.inside() if isinstance(inner, System)]
    return any(fact.during.holds(instant) for system in systems for fact in (*system.provides, *system.serves))
