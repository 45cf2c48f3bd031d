"""LEG105: legacy of which nobody says in what state it is."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Legacy
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["UntriagedLegacy"]


class UntriagedLegacy(SnapshotRule):
    """Legacy has no `triage` in force.

    ## Why
    What is to be done about a legacy system depends on the state it is in: the broken is contained, the working
    modernised or wrapped, the defunct removed. Departments are to take stock of theirs and sort them so.
    Source: Technology architecture, line 82.

    ## Breaks it
    ```arch
    legacy pensions-mainframe { plan wrap }
    ```

    ## Mended
    ```arch
    legacy pensions-mainframe { plan wrap; triage old-and-works }
    ```

    ## Exceptions
    Legacy that somebody else runs (`external`) is theirs to triage.
    """

    code = "LEG105"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE
    sources = ("000:82",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for legacy in snapshot.of(Legacy):
            if snapshot.one(legacy.triage) is None and not legacy.imported and not snapshot.external(legacy):
                yield self.finding(
                    legacy,
                    f"nobody says in what state legacy `{legacy.path}` is",
                    help=f"state in `{legacy.path}` `triage old-and-broke`, `old-and-works` or `defunct`",
                )
