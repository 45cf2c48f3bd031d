"""DAT111: a store of which nobody says what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import accesses
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Store
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["StoreWithoutData"]


class StoreWithoutData(SnapshotRule):
    """A store holds nothing.

    ## Why
    It should be clear which data each system holds. A store that states none escapes every rule about owners, copies
    and personal data.
    Source: Technology Code of Practice, line 32.

    ## Breaks it
    ```arch
    platform licensing { store records }
    ```

    ## Mended
    ```arch
    data vehicle
    platform licensing { store records { holds vehicle } }
    ```

    ## Exceptions
    The stores of a system that somebody else runs (`external`) are not judged.
    """

    code = "DAT111"
    severity = Severity.INFO
    profile = CODE_OF_PRACTICE
    sources = ("002:32",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for store in snapshot.of(Store):
            if not (store.imported or snapshot.held.get(store) or snapshot.external(store)):
                yield self.finding(
                    store,
                    f"the store `{store.path}` holds nothing",
                    help=f"state what is kept in it: `holds {_guess(snapshot, store)}`",
                )


def _guess(snapshot: Snapshot, store: Store) -> str:
    """What others read from the store or write to it, if anything."""
    return snapshot.projection(_taken).get(store, "…")


def _taken(snapshot: Snapshot) -> dict[Element, str]:
    return {
        relation.target: data.path
        for data, relations in snapshot.projection(accesses).items()
        for relation in relations
        if isinstance(relation.target, Store)
    }
