"""LEG107: legacy that counts as defunct, and on which something depends."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.graph.succession import successors
from archlint.model.elements import Legacy
from archlint.rules.legacy.ways_out import consumers
from archlint.rules.rule import SnapshotRule
from archlint.rules.wording import listed

__all__ = ["DefunctInUse"]


class DefunctInUse(SnapshotRule):
    """Something depends on legacy of triage `defunct`.

    ## Why
    Triage tells what is old and broke, what is old and works, and what is defunct. What is defunct is done with
    and can go; as long as others depend on it either the triage is wrong, or their dependency is.
    Source: Technology architecture, line 82.

    ## Breaks it
    ```arch
    legacy punch-cards { triage defunct }
    product statistics { uses punch-cards }
    ```

    ## Mended
    ```arch
    legacy punch-cards { triage defunct }
    platform data-warehouse { replaces punch-cards }
    product statistics { uses data-warehouse }
    ```

    ## Exceptions
    A system that somebody else runs (`external`) is not judged. What is `hosted-on` it, or keeps a copy of its
    data, does not depend on it in the sense of this rule.
    """

    code = "LEG107"
    severity = Severity.ERROR
    sources = ("000:82",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for legacy in snapshot.of(Legacy):
            if snapshot.value(legacy.triage) != "defunct" or legacy.imported or snapshot.external(legacy):
                continue
            if snapshot.dependants.get(legacy):
                yield self._in_use(snapshot, legacy)

    def _in_use(self, snapshot: Snapshot, legacy: Legacy) -> Finding:
        users = consumers(snapshot, legacy)
        heirs = snapshot.projection(successors).get(legacy, [])
        place = f"to `{heirs[0].path}`, which replaces it" if heirs else "away from it"
        return self.finding(
            legacy,
            f"legacy `{legacy.path}` counts as defunct, but {listed(list(users))} still depend"
            f"{'s' if len(users) == 1 else ''} on it",
            help=f"move {listed(list(users))} {place}, or say in its `triage` that it works",
            elements=(legacy,),
            related=[(arrow.relation, f"`{user.path}` depends on it here") for user, arrow in users.items()],
        )
