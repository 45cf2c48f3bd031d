"""DAT108: data that is taken from where, by the model, it is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import holds, wholes
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Interface, Store
from archlint.model.relations import Relation
from archlint.rules.data.canonical import canonical_way_in
from archlint.rules.rule import SnapshotRule

__all__ = ["UndeclaredHolding"]


class UndeclaredHolding(SnapshotRule):
    """An entity is read from, or written to, something that by the model does not have it.

    That is a store that does not hold it; an interface that neither exposes it nor has a store behind it that
    holds it; or a system of which neither is true although its stores or interfaces state data. One finding for
    each relation. What holds or exposes something of which the entity is a part has the entity too.

    ## Why
    It should be clear which data each system holds; a model that reads what nobody holds is wrong in one of the
    two places.
    Source: Technology Code of Practice, line 32.

    ## Breaks it
    ```arch
    data farm
    data subsidy
    platform land { store parcels { holds farm as master } }
    product payments { reads subsidy from land.parcels; store claims { holds subsidy as master } }
    ```

    ## Mended
    ```arch
    data farm
    data subsidy
    platform land { store parcels { holds farm as master } }
    product payments { reads farm from land.parcels; store claims { holds subsidy as master } }
    ```

    ## Exceptions
    An interface or a system that states no data at all is not judged: what it has is not known.
    """

    code = "DAT108"
    severity = Severity.ERROR
    sources = ("002:32",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        having: dict[tuple[Element, Element], bool] = {}
        for relation in snapshot.relations:
            data, target = relation.data, relation.target
            if relation.keyword not in ("reads", "writes") or relation.imported or data is None or target is None:
                continue
            if (target, data) not in having:
                having[target, data] = _has(snapshot, target, data) or _says_nothing(snapshot, target)
            if not having[target, data]:
                yield self._not_there(snapshot, relation, target, data)

    def _not_there(self, snapshot: Snapshot, relation: Relation, target: Element, data: Element) -> Finding:
        verb, way = ("reads", "from") if relation.keyword == "reads" else ("writes", "to")
        instead = canonical_way_in(snapshot, data)
        lacks = "does not expose" if isinstance(target, Interface) else "does not hold"
        declare = "exposes" if isinstance(target, Interface) else "holds"
        elsewhere = f"{verb.removesuffix('s')} it {way} `{instead.path}` instead, or " if instead else ""
        return self.finding(
            relation,
            f"`{relation.source.path}` {verb} `{data.path}` {way} `{target.path}`, which {lacks} it",
            help=f"{elsewhere}state `{declare} {data.path}` in `{target.path}`",
            related=[(target, f"does not state `{data.path}`")],
        )


def _has(snapshot: Snapshot, target: Element, data: Element) -> bool:
    """Whether a store holds an entity, or an interface or system exposes it or has a store behind it that does."""
    entities = wholes(snapshot, data)
    if isinstance(target, Store):
        return holds(snapshot, target, entities)
    if not _stated(snapshot, target).exposed.isdisjoint(entities):
        return True
    behind = [store for entity in entities for store in snapshot.stores_behind(target, entity)]
    return any(holds(snapshot, store, entities) for store in behind)


def _says_nothing(snapshot: Snapshot, target: Element) -> bool:
    """Whether an interface or a system states no data at all."""
    stated = _stated(snapshot, target)
    return not (isinstance(target, Store) or stated.exposed or stated.held)


class _Stated(NamedTuple):
    """What an interface, or all that stands in a system, exposes; and whether any store in it holds anything."""

    exposed: frozenset[Element]
    held: bool


def _stated(snapshot: Snapshot, target: Element) -> _Stated:
    known = snapshot.projection(_known)
    if target not in known:
        exposed = [data for interface in snapshot.interfaces(target) for data in snapshot.exposed(interface)]
        held = any(snapshot.held.get(store) for store in snapshot.stores(target))
        known[target] = _Stated(frozenset(exposed), held)
    return known[target]


def _known(snapshot: Snapshot) -> dict[Element, _Stated]:
    return {}
