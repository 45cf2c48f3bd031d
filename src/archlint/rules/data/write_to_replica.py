"""DAT106: a change that is made in a copy."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import replication_of
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Interface, Store
from archlint.model.relations import Relation
from archlint.rules.data.canonical import canonical_way_in
from archlint.rules.rule import SnapshotRule

__all__ = ["WriteToReplica"]


class WriteToReplica(SnapshotRule):
    """A system writes an entity to a store that holds it as replica, or to an interface behind which only such
    stores stand.

    One finding for each `writes`. A system that is named without interface or store is not judged: which of its
    stores takes the change is not known.

    ## Why
    What is written to a copy is lost with the next replication, or makes a second master of it.
    Source: Technology architecture, line 48 wants clear relations between master and copy.

    ## Breaks it
    ```arch
    data tax-record
    platform tax { store ledger { holds tax-record as master } }
    product self-assessment {
      store cache { holds tax-record as replica of tax.ledger for "speed of display" }
      writes tax-record to cache
    }
    ```

    ## Mended
    ```arch
    import "std"
    data tax-record
    platform tax {
      store ledger { holds tax-record as master }
      interface changes { standard rest, json; exposes tax-record }
    }
    product self-assessment {
      store cache { holds tax-record as replica of tax.ledger for "speed of display" }
      writes tax-record to tax.changes
    }
    ```

    ## Exceptions
    An interface behind which a master of the entity stands as well may pass the change on to it.
    """

    code = "DAT106"
    severity = Severity.ERROR
    sources = ("000:48",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for relation in snapshot.relations:
            if relation.keyword == "writes" and relation.data is not None and not relation.imported:
                replicas = replication_of(snapshot, relation.data).replica_stores
                stores = _stores_written(snapshot, relation, relation.data) if replicas else []
                if stores and all(store in replicas for store in stores):
                    yield self._to_copies(snapshot, relation, relation.data, stores)

    def _to_copies(self, snapshot: Snapshot, relation: Relation, data: Element, stores: list[Store]) -> Finding:
        copies = ", ".join(f"`{store.path}`" for store in stores)
        way = f" through `{relation.target.path}`" if isinstance(relation.target, Interface) else ""
        instead = canonical_way_in(snapshot, data)
        held = replication_of(snapshot, data).stores
        return self.finding(
            relation,
            f"`{relation.source.path}` writes `{data.path}`{way} to {copies}, which only {_hold(stores)} a replica",
            help=f"write it to {f'`{instead.path}` instead' if instead else 'its master instead'}",
            related=[(held[store][0], "held here as a replica only") for store in stores],
        )


def _hold(stores: list[Store]) -> str:
    return "hold" if len(stores) > 1 else "holds"


def _stores_written(snapshot: Snapshot, relation: Relation, data: Element) -> list[Store]:
    target = relation.target
    if isinstance(target, Store):
        return [target]
    return snapshot.stores_behind(target, data) if isinstance(target, Interface) else []
