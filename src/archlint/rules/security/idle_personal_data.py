"""SEC104: personal data that is kept and not used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import wholes
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Store, System
from archlint.model.relations import Relation
from archlint.rules.rule import SnapshotRule
from archlint.rules.security.personal import personal_data

__all__ = ["IdlePersonalData"]

SHOWN = 3


class IdlePersonalData(SnapshotRule):
    """A store holds personal or sensitive data, nobody reads it or feeds from it, it stands behind no interface at
    all, and its system serves no users.

    Each store is judged for itself. It is read when something reads from it, or from the system whose store for
    that data it is; what `uses` the store, or uses or wraps its system, without saying more may read it too. A
    replica of it is a feed, wherever it is kept. One finding for each store, on the store.

    ## Why
    Data about people that serves nobody is all risk: it can only leak.
    Source: Technology Code of Practice, line 37 wants personal data to be minimised.

    ## Breaks it
    ```arch
    data applicant { classification personal }
    legacy old-register {
      store cards { holds applicant }
    }
    ```

    ## Mended
    ```arch
    data applicant { classification personal }
    user clerks
    legacy old-register {
      serves clerks
      store cards { holds applicant }
    }
    ```

    ## Exceptions
    That the data is still written is no use of it.
    """

    code = "SEC104"
    severity = Severity.WARNING
    sources = ("002:37",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        personal = snapshot.projection(personal_data)
        if not any(data in personal for data in snapshot.holders):
            return
        wanted, serving = _wanted(snapshot), _serving(snapshot)
        for store in snapshot.of(Store):
            held = [holding for holding in snapshot.held.get(store, ()) if holding.data in personal]
            if not held or store.imported or store in wanted or store.outermost in serving:
                continue
            if not _is_behind_an_interface(snapshot, store, held):
                yield self._idle(store, held)

    def _idle(self, store: Store, held: list[Relation]) -> Finding:
        data = ", ".join(sorted({f"`{holding.data.path}`" for holding in held if holding.data is not None})[:SHOWN])
        return self.finding(
            store,
            f"`{store.path}` keeps data about people ({data}), and nobody reads it, feeds from it or is served by it",
            help=f"delete {data} there and end the holding with `until …`, or state who reads it",
            elements=(store,),
            related=[(holding, "kept here") for holding in held[:SHOWN]],
        )


def _wanted(snapshot: Snapshot) -> set[Element]:
    """The stores from which something reads, may read, or feeds."""
    return {store for relation in snapshot.relations for store in _stores_read(snapshot, relation)}


def _stores_read(snapshot: Snapshot, relation: Relation) -> Iterable[Element]:
    target = relation.target
    if target is None:
        return ()
    if relation.keyword == "holds":
        return (target,)
    if relation.keyword == "reads" and relation.data is not None:
        entities = wholes(snapshot, relation.data)
        return (store for entity in entities for store in snapshot.stores_behind(target, entity))
    calls = relation.keyword in ("uses", "wraps") and isinstance(target, System | Store)
    return snapshot.stores(target) if calls else ()


def _serving(snapshot: Snapshot) -> set[Element]:
    """The outermost systems that serve users, themselves or by a part."""
    return {system.outermost for system in snapshot.of(System) if snapshot.values(system.serves)}


def _is_behind_an_interface(snapshot: Snapshot, store: Store, held: list[Relation]) -> bool:
    """Whether a store stands, for something about people that it holds, behind any interface of its system."""
    entities = [holding.data for holding in held if holding.data is not None]
    ways = snapshot.interfaces(store.outermost)
    return any(store in snapshot.stores_behind(way, data) for way in ways for data in entities)
