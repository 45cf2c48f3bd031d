"""DAT103: a store that does not say whether it keeps the original or a copy."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Fix, Severity
from archlint.graph.history import History
from archlint.graph.replication import Replication, replication_of
from archlint.graph.snapshot import Snapshot
from archlint.language.edits import path_from
from archlint.language.rewriting import outlasts, stated_as
from archlint.model.relations import Relation
from archlint.rules.data.canonical import made_master
from archlint.rules.rule import SnapshotRule

__all__ = ["UnstatedCopy"]


class UnstatedCopy(SnapshotRule):
    """A store holds an entity without `as master` or `as replica of`, while another store holds it too.

    It sits on each statement that leaves it open.

    ## Why
    A copy is fine where it serves the user, but only while it is clear which one is the master.
    Source: Technology architecture, line 48; Technology Code of Practice, line 33.

    ## Breaks it
    ```arch
    data business
    platform companies { store register { register; holds business as master } }
    product grants { store applicants { holds business } }
    ```

    ## Mended
    ```arch
    data business
    platform companies { store register { register; holds business as master } }
    product grants { store applicants { holds business as replica of companies.register for "audit of awards" } }
    ```

    ## Exceptions
    The only store that holds an entity is its master, and need not say so.
    """

    code = "DAT103"
    severity = Severity.ERROR
    sources = ("000:48", "002:33")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for data, holdings in snapshot.holders.items():
            if len(holdings) > 1 and any(holding.role is None for holding in holdings):
                replication = replication_of(snapshot, data)
                if len(replication.stores) > 1:
                    yield from self._unstated(replication, made_master(snapshot, replication))

    def _unstated(self, replication: Replication, fixes: dict[Relation, Fix]) -> Iterator[Finding]:
        stores = list(replication.stores.values())
        for holding in replication.holdings:
            if holding.role is None and not holding.imported:
                first = stores[0] if stores[0][0].source is not holding.source else stores[1]
                fix = fixes.get(holding) or _made_replica(holding, replication)
                yield self._finding_at(holding, first[0], replication.masters, fix)

    def _finding_at(self, holding: Relation, other: Relation, masters: list[Relation], fix: Fix | None) -> Finding:
        store, data = holding.source.path, holding.data.path if holding.data else ""
        master = next((master for master in masters if master.source is not holding.source), None)
        shown = master or other
        copy = f'`holds {data} as replica of {shown.source.path} for "…"`'
        return self.finding(
            holding,
            f"`{store}` does not say whether it is master or replica of `{data}`; `{shown.source.path}` holds it too",
            help=f"write {copy}" if master else f"write `holds {data} as master` here, or {copy}",
            related=[(shown, f"held here too{', as master' if master else ''}")],
            fixes=[fix] if fix else [],
        )


def _made_replica(holding: Relation, replication: Replication) -> Fix | None:
    """The fix that makes a holding which says what it is for a replica of the only master there is."""
    alone = len(replication.stores[holding.source]) == 1
    if len(replication.masters) != 1 or not alone or not (holding.purpose or "").strip():
        return None
    (master,) = replication.masters
    path = path_from(holding.source, master.source)
    if path is None or not outlasts(master.source, holding):
        return None
    return stated_as(holding, f"replica of {path}")
