"""Which capabilities systems provide, and which of them are found on the ways on which a system depends."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from archlint.graph.marks import Marks
from archlint.graph.needs import stating
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.model.elements import Capability, Element, System
from archlint.model.statements import Stated

__all__ = ["Providers", "capabilities_reached", "on_the_ways_of", "providers", "wholes_of"]

Providers = dict[System, Stated[Capability]]
DEEPEST = 100
"""How many capabilities around one are looked at: no model of a business is as deep, and none may make us slow."""


def providers(snapshot: Snapshot) -> dict[Element, Providers]:
    """The outermost systems that provide each capability, themselves or by a part, with the first statement;
    asked for as a projection of the snapshot."""
    return stating(snapshot, lambda system: system.provides)


def wholes_of(snapshot: Snapshot, capability: Capability) -> list[Capability]:
    """A capability and, outward, what it is part of: whoever provides the whole provides the part."""
    found: dict[Capability, None] = {}
    outer: Capability | None = capability
    while outer is not None and outer not in found and len(found) < DEEPEST:
        found[outer] = None
        outer = snapshot.value(outer.part_of)
    return list(found)


def capabilities_reached(
    snapshot: Snapshot, arrows: Iterable[Arrow], counts: Callable[[System], bool] = lambda system: True
) -> Callable[[Element, Element], bool]:
    """Whether an outermost system, or one that it reaches by the arrows, provides a capability.

    Only providers that count are looked for. Worked out for all systems at once, in time linear in the arrows.
    """
    numbers: dict[Element, int] = {}
    own: dict[Element, int] = {}
    for capability, systems in snapshot.projection(providers).items():
        mark = 1 << numbers.setdefault(capability, len(numbers))
        for system in systems:
            own[system] = own.get(system, 0) | (mark if counts(system) else 0)
    reached = Marks((arrow.source, arrow.target) for arrow in arrows).reached(own)

    def provided(system: Element, capability: Element) -> bool:
        number = numbers.get(capability)
        return number is not None and bool(reached.get(system, own.get(system, 0)) >> number & 1)

    return provided


def on_the_ways_of(snapshot: Snapshot, systems: Iterable[Element]) -> list[Arrow]:
    """The dependencies and hostings of outermost systems, and of all that they reach by them."""
    hostings = snapshot.projection(_hostings_of)
    found: list[Arrow] = []
    pending = list(dict.fromkeys(systems))
    reached = set(pending)
    while pending:
        system = pending.pop()
        arrows = [*snapshot.suppliers.get(system, ()), *hostings.get(system, ())]
        found += arrows
        targets = dict.fromkeys(arrow.target for arrow in arrows if arrow.target not in reached)
        reached.update(targets)
        pending += targets
    return found


def _hostings_of(snapshot: Snapshot) -> dict[Element, list[Arrow]]:
    found: dict[Element, list[Arrow]] = {}
    for arrow in snapshot.hostings:
        found.setdefault(arrow.source, []).append(arrow)
    return found
