"""INT101: two systems joined by a wire of their own."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import takes_closed_way
from archlint.graph.snapshot import Snapshot
from archlint.rules.integration.wires import closed_end, connects_peers, instead, qualified
from archlint.rules.rule import SnapshotRule

__all__ = ["PointToPointIntegration"]


class PointToPointIntegration(SnapshotRule):
    """A dependency joins two systems by a wire of their own: it says `bespoke`, goes `via` a proprietary
    standard, or through a closed interface, and neither end is a platform or adaptor.

    One finding for each such relation, on it. Dependencies are lifted: a part counts as the system in which
    it stands. An interface that is not known to be closed is no breach.

    ## Why
    A wire that fits two systems only has to be built, tested and paid for again for every further pair, and
    it ties the one to the other. Between systems that lack open standards stands an adaptor.
    Source: Technology architecture, line 86.

    ## Breaks it
    ```arch
    legacy ledger { interface export { bespoke } }
    product pay-a-fine { uses ledger.export }
    ```

    ## Mended
    ```arch
    import "std"
    legacy ledger { interface export { bespoke } }
    adaptor ledger-gateway {
      wraps ledger
      interface payments { standard rest, json }
    }
    product pay-a-fine { uses ledger-gateway.payments }
    ```

    ## Exceptions
    A platform or an adaptor at either end, `wraps`, `hosted-on`, and what goes on inside one system.
    """

    code = "INT101"
    severity = Severity.ERROR
    sources = ("000:86",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for arrow in qualified(snapshot):
            relation = arrow.relation
            why = "it is bespoke" if relation.bespoke else takes_closed_way(snapshot, relation)
            if why and connects_peers(arrow.source, arrow.target):
                yield self.finding(
                    relation,
                    f"`{arrow.source.path}` is wired point to point to `{arrow.target.path}`: {why}",
                    help=instead(snapshot, relation),
                    elements=arrow.elements,
                    related=closed_end(snapshot, relation),
                    witness=(arrow.source, arrow.target),
                )
