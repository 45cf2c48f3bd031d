"""Who needs each capability, and what one system has to offer."""

from __future__ import annotations

from collections.abc import Callable

from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Capability, Element, System
from archlint.model.statements import Stated

__all__ = ["Needers", "needers", "provided", "stating"]

Needers = dict[System, Stated[Capability]]


def needers(snapshot: Snapshot) -> dict[Element, Needers]:
    """The outermost systems that need each capability, themselves or in a part, with the first statement;
    asked for as a projection of the snapshot."""
    return stating(snapshot, lambda system: system.needs)


def stating(
    snapshot: Snapshot, facts_of: Callable[[System], tuple[Stated[Capability], ...]]
) -> dict[Element, dict[System, Stated[Capability]]]:
    """The outermost systems that state each capability in one property, themselves or in a part, with the first
    statement."""
    found: dict[Element, dict[System, Stated[Capability]]] = {}
    for system in snapshot.of(System):
        outermost = system.outermost
        for stated in snapshot.now(facts_of(system)):
            if isinstance(outermost, System):
                found.setdefault(stated.value, {}).setdefault(outermost, stated)
    return found


def provided(snapshot: Snapshot, system: System) -> dict[Capability, Stated[Capability]]:
    """The capabilities that a system and its parts provide, each with the first statement that says so."""
    found: dict[Capability, Stated[Capability]] = {}
    for inner in system.inside():
        for stated in snapshot.now(inner.provides) if isinstance(inner, System) and snapshot.has(inner) else ():
            found.setdefault(stated.value, stated)
    return found
