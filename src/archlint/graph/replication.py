"""Who keeps an entity as its master, who keeps a copy, and where following the copies leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from archlint.graph.paths import shortest_circles
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Data, Element, Interface
from archlint.model.relations import Relation

__all__ = ["Replication", "accesses", "exposing", "holds", "replication_of", "wholes"]

LONGEST = 50
"""The most stores of a way that are shown before its end."""

DEEPEST = 100
"""How many wholes around an entity are looked at: no information model is as deep, and none may make us slow."""


class Replication:
    """How the stores that hold one entity relate to each other at an instant.

    `holdings` are all statements that hold the entity; `above` the stores that are masters of something of
    which the entity is a part.
    """

    def __init__(self, holdings: Sequence[Relation], above: frozenset[Element] = frozenset()) -> None:
        self.holdings = holdings
        self.above = above

    @cached_property
    def stores(self) -> dict[Element, list[Relation]]:
        """The stores that hold the entity, in file order, each with its statements."""
        stores: dict[Element, list[Relation]] = {}
        for holding in self.holdings:
            stores.setdefault(holding.source, []).append(holding)
        return stores

    @cached_property
    def masters(self) -> list[Relation]:
        """The holdings that say `as master`; the only store is the master if it says nothing."""
        stated = [holding for holding in self.holdings if holding.role == "master"]
        if stated or len(self.stores) != 1:
            return stated
        return [holding for holding in self.holdings if holding.role is None]

    @property
    def has_master(self) -> bool:
        """Whether some store is the master of the entity, or of something of which it is a part."""
        return bool(self.masters or self.above)

    @cached_property
    def replicas(self) -> list[Relation]:
        """The holdings that are replicas."""
        return [holding for holding in self.holdings if holding.role == "replica" and holding.target is not None]

    @cached_property
    def replica_stores(self) -> frozenset[Element]:
        """The stores that hold the entity as a replica and as nothing else."""
        return frozenset(
            store for store, held in self.stores.items() if all(holding.role == "replica" for holding in held)
        )

    @cached_property
    def forks(self) -> list[list[Relation]]:
        """For each store that is a replica of two stores or more, the holdings that say so."""
        split = [[one for one in held if one.role == "replica"] for held in self.stores.values() if len(held) > 1]
        return [replicas for replicas in split if len({replica.target for replica in replicas}) > 1]

    @cached_property
    def circles(self) -> list[list[Relation]]:
        """The circles in which replicas go, each as its holdings in the order of the way round."""
        if self._ends_everywhere:
            return []
        import networkx as nx

        steps = {(copy.source, copy.target): copy for copy in reversed(self.replicas) if copy.target is not None}
        graph: nx.DiGraph[Element] = nx.DiGraph(list(steps))
        loops = [[steps[pair]] for pair in list(nx.selfloop_edges(graph))]
        circles = [pairwise([*circle, circle[0]]) for circle in shortest_circles(graph)]
        return [*loops, *([steps[pair] for pair in circle] for circle in circles)]

    @property
    def _ends_everywhere(self) -> bool:
        """Whether there can be no circle, because each store says one thing and all ways end at a master."""
        one_each = len(self.stores) == len(self.holdings) and not self.above
        return one_each and all(copy.source in self.anchored for copy in self.replicas)

    @cached_property
    def anchored(self) -> set[Element]:
        """The stores from which following the replicas ends at a master, the masters included."""
        return self._leading_to({*self.above, *(master.source for master in self.masters)})

    @cached_property
    def tangled(self) -> set[Element]:
        """The stores from which following the replicas leads into a circle, or to a replica of two stores."""
        knots = [*self.circles, *self.forks]
        return self._leading_to({holding.source for knot in knots for holding in knot})

    def _leading_to(self, ends: set[Element]) -> set[Element]:
        copies: dict[Element | None, list[Element]] = {}
        for replica in self.replicas:
            copies.setdefault(replica.target, []).append(replica.source)
        reached, pending = set(ends), list(ends)
        while pending:
            found = [store for store in copies.get(pending.pop(), ()) if store not in reached]
            reached.update(found)
            pending += found
        return reached

    @cached_property
    def _next(self) -> dict[Element, Element]:
        """For each store that is a replica, the store it is a replica of; the first that it names."""
        return {copy.source: copy.target for copy in reversed(self.replicas) if copy.target is not None}

    @cached_property
    def ends(self) -> dict[Element, Element]:
        """For each store that is a replica, where following it ends; of a tangled one, some store on the way."""
        ends: dict[Element, Element] = {}
        for start in self._next:
            passed: dict[Element, None] = {}
            at = start
            while at in self._next and at not in ends and at not in passed:
                passed[at] = None
                at = self._next[at]
            ends.update(dict.fromkeys(passed, ends.get(at, at)))
        return ends

    def way_from(self, replica: Relation) -> list[Element]:
        """The stores from a replica to where following it ends; a very long way leaves out its middle."""
        store, end = replica.source, self.ends[replica.source]
        way = [store]
        while store is not end and len(way) < LONGEST:
            store = self._next[store]
            way.append(store)
        return way if store is end else [*way, end]


def replication_of(snapshot: Snapshot, data: Element) -> Replication:
    """How the stores that hold an entity relate to each other."""
    known = snapshot.projection(_replications)
    if data not in known:
        above = (Replication(snapshot.holders.get(whole, ())).masters for whole in wholes(snapshot, data)[1:])
        masters = frozenset(master.source for found in above for master in found)
        known[data] = Replication(snapshot.holders.get(data, ()), masters)
    return known[data]


def _replications(snapshot: Snapshot) -> dict[Element, Replication]:
    return {}


def wholes(snapshot: Snapshot, data: Element) -> list[Element]:
    """An entity and, outward, what it is part of: whoever keeps the whole keeps the part."""
    found: dict[Element, None] = {}
    entity: Element | None = data
    while isinstance(entity, Data) and entity not in found and len(found) < DEEPEST:
        found[entity] = None
        entity = snapshot.value(entity.part_of)
    return list(found)


def holds(snapshot: Snapshot, store: Element, data: Iterable[Element]) -> bool:
    """Whether a store holds one of these entities."""
    kept = snapshot.projection(_kept)
    return any((store, entity) in kept for entity in data)


def _kept(snapshot: Snapshot) -> frozenset[tuple[Element, Element | None]]:
    return frozenset((holding.source, holding.data) for holding in snapshot.holdings)


def accesses(snapshot: Snapshot) -> dict[Element, list[Relation]]:
    """What reads and writes each entity; asked for as a projection of the snapshot."""
    found: dict[Element, list[Relation]] = {}
    for relation in snapshot.relations:
        if relation.data is not None and relation.keyword in ("reads", "writes"):
            found.setdefault(relation.data, []).append(relation)
    return found


def exposing(snapshot: Snapshot) -> dict[Element, list[Interface]]:
    """The interfaces that expose each entity; asked for as a projection of the snapshot."""
    found: dict[Element, list[Interface]] = {}
    for interface in snapshot.of(Interface):
        for data in snapshot.exposed(interface):
            found.setdefault(data, []).append(interface)
    return found
