"""DAT104: a copy that is a copy of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import Replication, replication_of
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element
from archlint.model.relations import Relation
from archlint.rules.rule import SnapshotRule

__all__ = ["ReplicaWithoutMaster"]


class ReplicaWithoutMaster(SnapshotRule):
    """Following `replica of` from a replica never ends at a master of that entity.

    One finding for each holding. The way ends at a store that does not hold the entity, that does not exist at
    the time, or that does not say that it is the master. A master of something of which the entity is a part is
    a master of the entity.

    ## Why
    Copies are legitimate while there is a clear relation between the master and what is copied from it. A copy
    without a master is an original that does not admit it.
    Source: Technology architecture, line 48.

    ## Breaks it
    ```arch
    data payment
    product benefits { store ledger { holds payment as replica of finance.archive for "statements" } }
    legacy finance { store archive }
    ```

    ## Mended
    ```arch
    data payment
    product benefits { store ledger { holds payment as replica of finance.archive for "statements" } }
    legacy finance { store archive { holds payment as master } }
    ```

    ## Exceptions
    Where the way goes in a circle, or forks, replication-cycle speaks instead.
    """

    code = "DAT104"
    severity = Severity.ERROR
    sources = ("000:48",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for data, holdings in snapshot.holders.items():
            if any(holding.role == "replica" for holding in holdings):
                replication = replication_of(snapshot, data)
                adrift = [replica for replica in replication.replicas if replica.source not in replication.anchored]
                for replica in adrift:
                    if not replica.imported and replica.source not in replication.tangled:
                        yield self._adrift(snapshot, data, replica, replication)

    def _adrift(self, snapshot: Snapshot, data: Element, replica: Relation, replication: Replication) -> Finding:
        way = replication.way_from(replica)
        end = way[-1]
        held = replication.stores.get(end, [])
        master = next(iter(replication.masters), None)
        known = f"make it a replica of `{master.source.path}`, which is the master" if master else ""
        return self.finding(
            replica,
            f"this copy of `{data.path}` has no master: {_why(snapshot, end, data, bool(held))}",
            help=known or f"write `holds {data.path} as master` in `{end.path}`, or name the store that is the master",
            related=[(held[0], "where the way ends")] if held else [(end, "where the way ends")],
            witness=way,
        )


def _why(snapshot: Snapshot, end: Element, data: Element, held: bool) -> str:
    if not snapshot.has(end):
        return f"`{end.path}` does not exist at that time"
    if held:
        return f"`{end.path}` does not say that it is the master"
    return f"`{end.path}` does not hold `{data.path}`"
