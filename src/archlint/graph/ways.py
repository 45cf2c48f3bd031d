"""The open ways to a system: what a relation could take instead of the way it takes."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.graph.openness import Openness, openness
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Interface, Platform
from archlint.model.relations import Relation

__all__ = ["open_interfaces", "open_way_for", "open_ways", "restated"]


def open_interfaces(snapshot: Snapshot, element: Element) -> list[Interface]:
    """The interfaces of an element, its parts and its stores that are known to be open."""
    return [found for found in snapshot.interfaces(element) if openness(snapshot, found) is Openness.OPEN]


def open_way_for(snapshot: Snapshot, relation: Relation) -> Interface | None:
    """The open interface that serves a relation best, or None where the model has none.

    One of the target itself, else of an adaptor that wraps it, else of a platform that exposes the same
    data. Where the relation is about an entity, an interface that exposes others only does not serve it.
    """
    return next(open_ways(snapshot, relation), None)


def open_ways(snapshot: Snapshot, relation: Relation) -> Iterator[Interface]:
    """The open interfaces that serve a relation, the best first."""
    if relation.target is None:
        return
    target, source = relation.target.outermost, relation.source.outermost
    for system in (target, *snapshot.wrappers.get(target, ())):
        for interface in open_interfaces(snapshot, system) if system is not source else ():
            if _may_serve(snapshot, interface, relation.data):
                yield interface
    if relation.data is not None:
        exposing = snapshot.projection(_open_platforms).get(relation.data, [])
        yield from (interface for interface in exposing if interface.outermost is not source)


def _may_serve(snapshot: Snapshot, interface: Interface, data: Element | None) -> bool:
    exposed = snapshot.exposed(interface)
    return data is None or not exposed or data in exposed


def _open_platforms(snapshot: Snapshot) -> dict[Element, list[Interface]]:
    """The open interfaces of platforms by the data that they expose."""
    found: dict[Element, list[Interface]] = {}
    for interface in snapshot.of(Interface):
        if isinstance(interface.outermost, Platform) and openness(snapshot, interface) is Openness.OPEN:
            for data in snapshot.exposed(interface):
                found.setdefault(data, []).append(interface)
    return found


def restated(relation: Relation, way: Interface) -> str:
    """The statement of a dependency, were it to go another way."""
    if relation.data is None:
        return f"uses {way.path}"
    return f"{relation.keyword} {relation.data.path} {'from' if relation.keyword == 'reads' else 'to'} {way.path}"
