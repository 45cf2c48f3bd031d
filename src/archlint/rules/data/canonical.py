"""Where an entity is to be read and written instead: what the rules of this family name in their help."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Fix
from archlint.graph.openness import Openness, openness
from archlint.graph.replication import Replication, exposing, replication_of
from archlint.graph.snapshot import Snapshot
from archlint.language.rewriting import stated_as
from archlint.model.elements import Element, Interface, Legacy, Platform, Store
from archlint.model.relations import Relation

__all__ = ["best_master", "canonical_way_in", "in_own_files_last", "made_master"]


def canonical_way_in(snapshot: Snapshot, data: Element) -> Element | None:
    """The best way to the canonical source of an entity, or None where the model knows none.

    An interface that exposes it and behind which a master of it stands, an open one before others; else that
    store; else an interface that exposes it.
    """
    known = snapshot.projection(_ways_in)
    if data not in known:
        known[data] = next(_ways_to(snapshot, data), None)
    return known[data]


def _ways_in(snapshot: Snapshot) -> dict[Element, Element | None]:
    return {}


def _ways_to(snapshot: Snapshot, data: Element) -> Iterator[Element]:
    masters = [master.source for master in replication_of(snapshot, data).masters]
    interfaces = snapshot.projection(exposing).get(data, [])
    interfaces = sorted(interfaces, key=lambda interface: openness(snapshot, interface) is not Openness.OPEN)
    yield from (interface for interface in interfaces if _leads_to(snapshot, interface, data, masters))
    yield from masters or interfaces


def _leads_to(snapshot: Snapshot, interface: Interface, data: Element, masters: list[Element]) -> bool:
    behind = snapshot.stores_behind(interface, data)
    return any(master in behind for master in masters)


def best_master(snapshot: Snapshot, masters: list[Relation]) -> Relation:
    """Of several masters the one to keep.

    One that others own, for that cannot be changed here; else a register, a store of a platform, one that is
    not legacy, or the first that is stated.
    """
    return min(masters, key=lambda master: (not master.imported, *_fitness(snapshot, master.source)))


def _fitness(snapshot: Snapshot, store: Element) -> tuple[bool, bool, bool]:
    system = store.outermost
    is_register = isinstance(store, Store) and snapshot.one(store.register) is not None
    return not is_register, not isinstance(system, Platform), isinstance(system, Legacy)


def made_master(snapshot: Snapshot, replication: Replication) -> dict[Relation, Fix]:
    """The holding that is to say `as master`, with the fix that makes it: the only one that is no replica, where
    nothing is, or ever becomes, a master of the entity."""
    left = [holding for holding in replication.holdings if holding.role != "replica"]
    if len(left) != 1 or replication.above or left[0].role or left[0].imported:
        return {}
    if len(replication.stores[left[0].source]) > 1 or left[0].data in snapshot.projection(_ever_mastered):
        return {}
    return {left[0]: stated_as(left[0], "master")}


def _ever_mastered(snapshot: Snapshot) -> frozenset[Element | None]:
    """The entities of which some store is a master at some time."""
    return frozenset(relation.data for relation in snapshot.model.relations if relation.role == "master")


def in_own_files_last(relations: list[Relation]) -> list[Relation]:
    """Relations in file order, those of imported elements before the model's own: a finding sits on the last."""
    return sorted(relations, key=lambda relation: (not relation.imported, relation.span.order))
