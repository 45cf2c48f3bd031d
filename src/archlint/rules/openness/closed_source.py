"""OPN102: new source code that is kept closed, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Platform, Product
from archlint.rules.rule import SnapshotRule

__all__ = ["ClosedSource"]


class ClosedSource(SnapshotRule):
    """A product or platform that begins after the first snapshot says `source-code closed` without `because`.

    The first snapshot is the first plateau; without plateaus, the first instant that has a date. The finding sits on
    the `source-code`.

    ## Why
    All new source code is open by default, so that others may reuse it. By default means that there may be a reason
    to keep it closed, but there has to be one.
    Source: Technology Code of Practice, line 40.

    ## Breaks it
    ```arch
    plateau now { at 2017 }
    plateau target { at 2019 }
    product apply { since 2018; source-code closed }
    ```

    ## Mended
    ```arch
    plateau now { at 2017 }
    plateau target { at 2019 }
    product apply { since 2018; source-code open }
    platform fraud { since 2018; source-code closed because "it shows how fraud is found" }
    ```

    ## Exceptions
    What was there from the first; legacy, adaptors and systems without a role; and what somebody else runs
    (`external`). Source code of which nothing is stated is not known to be closed.
    """

    code = "OPN102"
    severity = Severity.WARNING
    sources = ("002:40",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        first = history.baseline
        for system in (*snapshot.of(Product), *snapshot.of(Platform)):
            if system.lifetime.since <= first.instant or system.imported or snapshot.external(system):
                continue
            stated = snapshot.one(system.source_code)
            if stated is not None and stated.value == "closed" and "because" not in stated.clauses:
                yield self.finding(
                    stated,
                    f"the source code of `{system.path}`, which is new after `{first.name}`, is closed,"
                    " and nothing says why",
                    help='open it, or say why it has to be closed: `source-code closed because "…"`',
                    elements=(system,),
                    related=[(system, f"the {system.keyword}")],
                )
