"""DAT102: an entity whose canonical source is nowhere stated."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import Replication, accesses, exposing, replication_of, wholes
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Data, Element, Interface, Store
from archlint.model.relations import Relation
from archlint.rules.data.canonical import made_master
from archlint.rules.rule import SnapshotRule

__all__ = ["MissingCanonicalSource"]

SHOWN = 5


class MissingCanonicalSource(SnapshotRule):
    """An entity is kept or used, and nothing says where its canonical source is.

    Either two or more stores hold it and none of them says `as master`; or something reads or writes it, no store
    holds it, and no `external` system exposes it. One finding for each entity, on its declaration. Whoever holds,
    or exposes, something of which the entity is a part holds or exposes the entity as well.

    In the profile `code-of-practice` the rule also speaks where systems expose the entity and none of them states
    any store: the source may be known to them, but not to the model.

    ## Why
    A fact that nobody is known to own cannot be corrected, audited or connected with others.
    Source: Technology Code of Practice, line 33 asks to be very clear about the canonical source of any data.

    ## Breaks it
    ```arch
    data vehicle
    platform licensing { store records { holds vehicle as replica of enforcement.records for "speed" } }
    product enforcement { store records { holds vehicle } }
    ```

    ## Mended
    ```arch
    data vehicle
    platform licensing { store records { holds vehicle as master } }
    product enforcement { store records { holds vehicle as replica of licensing.records for "speed" } }
    ```

    ## Exceptions
    Where the copies go in a circle, replication-cycle speaks instead. An entity that comes only by import is not
    judged: its source is for others to state.
    """

    code = "DAT102"
    severity = Severity.ERROR
    sources = ("002:33",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for data in snapshot.of(Data):
            if data.imported:
                continue
            replication = replication_of(snapshot, data)
            if len(replication.stores) > 1:
                if not (replication.has_master or replication.circles or replication.forks):
                    yield self._no_master(snapshot, data, replication)
            else:
                yield from self._not_held(snapshot, data)

    def _no_master(self, snapshot: Snapshot, data: Data, replication: Replication) -> Finding:
        stores = list(replication.stores)
        return self.finding(
            data,
            f"{len(stores)} stores hold `{data.path}`, and none of them says that it is the master",
            help=f"write `holds {data.path} as master` in the one that owns it, such as `{_likely(replication).path}`,"
            " and let the others be replicas of it",
            related=[(held[0], f"held in `{store.path}`") for store, held in _first(replication)],
            fixes=made_master(snapshot, replication).values(),
        )

    def _not_held(self, snapshot: Snapshot, data: Data) -> Iterator[Finding]:
        relations = snapshot.projection(accesses).get(data)
        whole = wholes(snapshot, data)
        if not relations or any(snapshot.holders.get(entity) for entity in whole):
            return
        interfaces = [found for entity in whole for found in snapshot.projection(exposing).get(entity, ())]
        systems = list({interface.outermost: None for interface in interfaces})
        if any(snapshot.external(system) for system in systems):
            return
        if self.judges_unstated or not systems or any(snapshot.stores(system) for system in systems):
            yield self._no_store(data, relations, interfaces)

    def _no_store(self, data: Data, relations: list[Relation], interfaces: list[Interface]) -> Finding:
        likely = interfaces[0].outermost if interfaces else relations[0].target
        used = [(relation, f"{_used(relation)} by `{relation.source.path}`") for relation in relations[:SHOWN]]
        shown = [(interface, f"exposed by `{interface.path}`") for interface in interfaces[:SHOWN]]
        where = f"in {_place(likely)}" if likely is not None else "in a store"
        return self.finding(
            data,
            f"`{data.path}` is {_used(relations[0])} by `{relations[0].source.path}`, and no store holds it",
            help=f"write `holds {data.path} as master` {where}, or let the `external` system that keeps it expose it",
            related=[*used, *shown],
        )


def _place(element: Element) -> str:
    holder = element.outermost
    return f"`{holder.path}`" if isinstance(holder, Store) else f"a store, such as one of `{holder.path}`"


def _likely(replication: Replication) -> Element:
    """The store that is most likely the master: one that is nobody's replica, else the first."""
    return next(
        (store for store in replication.stores if store not in replication.replica_stores),
        next(iter(replication.stores)),
    )


def _first(replication: Replication) -> list[tuple[Element, list[Relation]]]:
    return list(replication.stores.items())[:SHOWN]


def _used(relation: Relation) -> str:
    return "read" if relation.keyword == "reads" else "written"
