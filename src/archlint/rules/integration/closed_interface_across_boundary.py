"""INT103: a closed interface between organisations."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import takes_closed_way
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.rules.integration.wires import closed_end, instead, qualified
from archlint.rules.rule import SnapshotRule

__all__ = ["ClosedInterfaceAcrossBoundary"]


class ClosedInterfaceAcrossBoundary(SnapshotRule):
    """A dependency crosses the border between two families of organisations through a closed interface, or
    `via` a proprietary standard.

    A family is an organisation with all that is part of it, to the top. One finding for each such relation,
    on it. Platforms and adaptors are judged too.

    ## Why
    What another department offers can only be found, understood and replaced where it keeps to open
    standards; a closed interface makes each partner a project of its own.
    Source: Technology architecture, lines 41 and 86; Action 11, line 207.

    ## Breaks it
    ```arch
    organisation home-office
    organisation justice
    system case-files { owner justice; interface feed { proprietary } }
    product visa { owner home-office; uses case-files.feed }
    ```

    ## Mended
    ```arch
    import "std"
    organisation home-office
    organisation justice
    system case-files { owner justice; interface feed { standard rest, json } }
    product visa { owner home-office; uses case-files.feed }
    ```

    ## Exceptions
    `wraps` and `hosted-on`. Where one of the owners is not stated no border is known, and none is crossed.
    A relation that says `bespoke` and goes through an interface that is not closed is INT101's alone.
    """

    code = "INT103"
    severity = Severity.ERROR
    sources = ("000:41", "000:86", "004:207")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for arrow in qualified(snapshot):
            why = takes_closed_way(snapshot, arrow.relation)
            if why and snapshot.crosses_border(arrow.source, arrow.target):
                yield self._crossing(snapshot, arrow, why)

    def _crossing(self, snapshot: Snapshot, arrow: Arrow, why: str) -> Finding:
        here, there = (f"`{family.path}`" if family else "" for family in map(snapshot.family, arrow[:2]))
        return self.finding(
            arrow.relation,
            f"`{arrow.source.path}` of {here} reaches `{arrow.target.path}` of {there} by a closed way: {why}",
            help=instead(snapshot, arrow.relation),
            elements=arrow.elements,
            related=closed_end(snapshot, arrow.relation),
            witness=(arrow.source, arrow.target),
        )
