"""DAT101: an entity with two masters."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import replication_of
from archlint.graph.snapshot import Snapshot, nearest_system
from archlint.model.elements import Element
from archlint.model.relations import Relation
from archlint.rules.data.canonical import best_master, in_own_files_last
from archlint.rules.rule import SnapshotRule
from archlint.rules.wording import listed

__all__ = ["DuplicateDataOwnership"]


class DuplicateDataOwnership(SnapshotRule):
    """Two stores of different systems hold an entity `as master` at one time.

    One finding for each entity. It sits on the last of the statements that claim it, the others are shown
    beside it. Stores of different parts of one system count as stores of different systems; a store that stands
    in the system itself owns the data together with its parts. Stores at the top belong to no system, so two of
    them are two owners.

    ## Why
    When two systems own the same fact, neither can be trusted: the copies drift apart, every correction is made
    twice, and personal data has to be protected in both places.
    Source: Technology architecture, line 45 wants data ownership not to be duplicated; Technology Code of
    Practice, line 33 wants it to be clear where the canonical source is.

    ## Breaks it
    ```arch
    data address
    product council-tax { store accounts { holds address as master } }
    product electoral-roll { store roll { holds address as master } }
    ```

    ## Mended
    ```arch
    data address
    product council-tax { store accounts { holds address as master } }
    product electoral-roll {
      store roll { holds address as replica of council-tax.accounts for "canvass of households" }
    }
    ```

    ## Exceptions
    One master may hand over to another: masters whose times do not meet are innocent. Copies are fine as long as
    they say whose copies they are [000:48].
    """

    code = "DAT101"
    severity = Severity.ERROR
    sources = ("000:45", "002:33")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for data, holdings in snapshot.holders.items():
            if len(holdings) > 1:
                rivals = in_own_files_last(_rivals(replication_of(snapshot, data).masters))
                if rivals and not rivals[-1].imported:
                    yield self._two_masters(snapshot, data, rivals)

    def _two_masters(self, snapshot: Snapshot, data: Element, rivals: list[Relation]) -> Finding:
        *others, last = rivals
        kept = best_master(snapshot, rivals)
        copy = next(rival for rival in reversed(rivals) if rival is not kept)
        owners = listed([other.source for other in others])
        return self.finding(
            last,
            f"`{last.source.path}` is master of `{data.path}`, and so {'are' if others[1:] else 'is'} {owners}",
            help=f"keep `{kept.source.path}` as the master and write `holds {data.path} as replica of"
            f' {kept.source.path} for "…"` in `{copy.source.path}`, or end one of them before the other begins',
            elements=(last.source, data),
            related=[(other, f"`{other.source.path}` is master too") for other in others],
        )


def _rivals(masters: list[Relation]) -> list[Relation]:
    """The masters that claim an entity against each other, none where they all belong together."""
    if len({master.source.outermost for master in masters}) > 1:
        return masters
    in_parts = [master for master in masters if nearest_system(master.source).parent is not None]
    return in_parts if len({nearest_system(master.source) for master in in_parts}) > 1 else []
