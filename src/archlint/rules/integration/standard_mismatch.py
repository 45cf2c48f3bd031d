"""INT107: a dependency that speaks another standard than the interface."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.model.elements import Element, Interface, Standard
from archlint.model.statements import Stated
from archlint.rules.integration.wires import qualified
from archlint.rules.rule import SnapshotRule

__all__ = ["StandardMismatch"]


class StandardMismatch(SnapshotRule):
    """A dependency goes `via` a standard that the interface it names does not list.

    One finding for each such relation, on it. An interface that lists no standard at all says nothing, and
    breaks nothing.

    ## Why
    A platform is characterised by its open interfaces and data standards. Where the two ends name different
    ones, either the model is wrong or the connection never worked.
    Source: Government as a platform, line 34.

    ## Breaks it
    ```arch
    import "std"
    platform notify { interface send { standard rest, json } }
    product tax-disc { uses notify.send via soap }
    ```

    ## Mended
    ```arch
    import "std"
    platform notify { interface send { standard rest, json } }
    product tax-disc { uses notify.send via rest }
    ```

    ## Exceptions
    What goes on inside one system.
    """

    code = "INT107"
    severity = Severity.ERROR
    sources = ("001:34",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for arrow in qualified(snapshot):
            via, way_in = arrow.relation.via, arrow.relation.target
            if via is not None and isinstance(way_in, Interface):
                listed = snapshot.now(way_in.standard)
                if listed and all(stated.value is not via for stated in listed):
                    yield self._mismatch(arrow, via, way_in, listed)

    def _mismatch(self, arrow: Arrow, via: Element, way_in: Interface, listed: list[Stated[Standard]]) -> Finding:
        spoken = ", ".join(f"`{stated.value.name}`" for stated in listed)
        return self.finding(
            arrow.relation,
            f"`{arrow.relation.source.path}` speaks `{via.name}` to `{way_in.path}`, which lists {spoken}",
            help=f"say `via {listed[0].value.name}`, or `standard {via.name}` in `{way_in.path}` if it speaks that too",
            elements=arrow.elements,
            related=[(stated, f"what `{way_in.path}` lists") for stated in listed],
            witness=(arrow.source, arrow.target),
        )
