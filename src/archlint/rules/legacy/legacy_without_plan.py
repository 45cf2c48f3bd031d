"""LEG106: legacy of which nobody says what is to become of it."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.graph.succession import all_wrappers, successors
from archlint.model.elements import Legacy
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["LegacyWithoutPlan"]

SUITABLE = {"old-and-broke": "contain", "old-and-works": "modernise", "defunct": "retire"}
"""What the guidance would have done with legacy of each state."""


class LegacyWithoutPlan(SnapshotRule):
    """Legacy has no `plan` in force.

    ## Why
    To take stock of legacy is half of the work; the other half is to plan how each system is migrated or its risks
    are kept small: contained, wrapped, modernised, replaced or retired.
    Source: Technology architecture, lines 82 and 84.

    ## Breaks it
    ```arch
    legacy pensions-mainframe { triage old-and-works }
    ```

    ## Mended
    ```arch
    legacy pensions-mainframe { triage old-and-works; plan wrap }
    ```

    ## Exceptions
    Legacy that somebody else runs (`external`) is theirs to plan for.
    """

    code = "LEG106"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE
    sources = ("000:82", "000:84")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for legacy in snapshot.of(Legacy):
            if snapshot.one(legacy.plan) is None and not legacy.imported and not snapshot.external(legacy):
                yield self.finding(
                    legacy,
                    f"nobody says what is to become of legacy `{legacy.path}`",
                    help=_help(snapshot, legacy),
                )


def _help(snapshot: Snapshot, legacy: Legacy) -> str:
    """The plan that the rest of the model speaks for."""
    heirs = snapshot.projection(successors).get(legacy)
    adaptors = snapshot.projection(all_wrappers).get(legacy)
    triage = snapshot.value(legacy.triage)
    if heirs:
        return f"state `plan replace` in `{legacy.path}`, as `{heirs[0].path}` replaces it"
    if adaptors:
        return f"state `plan wrap` in `{legacy.path}`, as `{adaptors[0].path}` wraps it"
    if triage in SUITABLE:
        return f"state its `plan`: `{SUITABLE[triage]}` is what becomes legacy that is {triage.replace('-', ' ')}"
    return f"state in `{legacy.path}` `plan contain`, `wrap`, `modernise`, `replace` or `retire`"
