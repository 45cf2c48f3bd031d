"""DAT109: shared data that nobody can tell one record of from another."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import accesses, wholes
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Data, Element
from archlint.model.relations import Relation
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["MissingIdentifier"]

SHOWN = 5


class MissingIdentifier(SnapshotRule):
    """An entity that is held in two stores, or read across a border between two families of organisations, has no
    `identifier`.

    One finding for each entity, on its declaration.

    ## Why
    What is kept in two places, or passed from one organisation to another, can be connected again only by an
    identifier that both sides know.
    Source: Technology Code of Practice, line 32.

    ## Breaks it
    ```arch
    data vehicle
    platform licensing { store records { holds vehicle as master } }
    product enforcement { store records { holds vehicle as replica of licensing.records for "speed" } }
    ```

    ## Mended
    ```arch
    data vehicle { identifier "registration number" }
    platform licensing { store records { holds vehicle as master } }
    product enforcement { store records { holds vehicle as replica of licensing.records for "speed" } }
    ```

    ## Exceptions
    Stores of a system that somebody else runs (`external`) are not counted, nor what is read from such a system. A
    border lies between known owners only. An entity that is part of another has the identifier of the whole where it
    states none.
    """

    code = "DAT109"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE
    sources = ("002:32",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for data in snapshot.of(Data):
            if data.imported or _identified(snapshot, data):
                continue
            stores = _stores(snapshot, data)
            across = [] if len(stores) > 1 else _read_across(snapshot, data)
            if len(stores) > 1 or across:
                yield self._unidentified(data, stores, across)

    def _unidentified(self, data: Data, stores: dict[Element, Relation], across: list[Relation]) -> Finding:
        if across:
            lack = f"is read across a border by `{across[0].source.outermost.path}`"
        else:
            lack = f"is held in {len(stores)} stores"
        held = [(holding, f"held in `{store.path}`") for store, holding in stores.items()]
        read = [(relation, f"read by `{relation.source.path}`") for relation in across]
        return self.finding(
            data,
            f"`{data.path}` {lack}, and has no identifier",
            help=f'say by what both sides know one {data.label.lower()} from another: `identifier "…"`',
            related=[*(read or held)[:SHOWN]],
        )


def _identified(snapshot: Snapshot, data: Data) -> bool:
    return any(isinstance(whole, Data) and snapshot.now(whole.identifier) for whole in wholes(snapshot, data))


def _stores(snapshot: Snapshot, data: Data) -> dict[Element, Relation]:
    """The stores that hold an entity, without those of external systems, each with the first statement."""
    found: dict[Element, Relation] = {}
    for holding in snapshot.holders.get(data, ()):
        if not snapshot.external(holding.source):
            found.setdefault(holding.source, holding)
    return found


def _read_across(snapshot: Snapshot, data: Data) -> list[Relation]:
    return [
        relation
        for relation in snapshot.projection(accesses).get(data, ())
        if relation.keyword == "reads" and _is_across(snapshot, relation)
    ]


def _is_across(snapshot: Snapshot, relation: Relation) -> bool:
    target = relation.target
    if target is None or snapshot.external(target):
        return False
    return snapshot.crosses_border(relation.source, target)
