"""LEG108: legacy that is to go, but nobody says when."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Legacy
from archlint.model.relations import Relation
from archlint.rules.rule import Place, SnapshotRule

__all__ = ["NoSwitchOffDate"]


class NoSwitchOffDate(SnapshotRule):
    """Legacy that is to be replaced or retired has no `until`.

    It is to go where its `plan` in force says `replace` or `retire`, or where another system `replaces` it. Any
    time will do for the `until`: a date, or the plateau by which it is gone.

    ## Why
    Old and new may stand side by side for a while, but the old environments are switched off by a well-defined
    schedule. A system that is to go one day, and no day is named, stays and goes on costing.
    Source: Government as a platform, line 58.

    ## Breaks it
    ```arch
    legacy gateway { plan replace }
    platform sign-in { replaces gateway }
    ```

    ## Mended
    ```arch
    legacy gateway { plan replace; until 2017 }
    platform sign-in { replaces gateway }
    ```

    ## Exceptions
    Legacy that somebody else runs (`external`) is not judged. To replace a part of it is not to replace it.
    """

    code = "LEG108"
    severity = Severity.WARNING
    sources = ("001:58",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        heirs = snapshot.projection(_replacements)
        for legacy in snapshot.of(Legacy):
            if legacy.until or legacy.imported or snapshot.external(legacy):
                continue
            reasons = [*_planned(snapshot, legacy), *_replaced(heirs.get(legacy, []))]
            if reasons:
                yield self.finding(
                    legacy,
                    f"legacy `{legacy.path}` is to go, but nobody says when",
                    help=_help(legacy, heirs.get(legacy, [])),
                    related=reasons,
                )


def _replacements(snapshot: Snapshot) -> dict[Element, list[Relation]]:
    """What takes the place of each system as a whole."""
    found: dict[Element, list[Relation]] = {}
    for relation in snapshot.relations:
        target = relation.target
        if relation.keyword == "replaces" and target is not None and relation.source.outermost is not target:
            found.setdefault(target, []).append(relation)
    return found


def _planned(snapshot: Snapshot, legacy: Legacy) -> Iterator[tuple[Place, str]]:
    plan = snapshot.one(legacy.plan)
    if plan is not None and plan.value in ("replace", "retire"):
        yield plan, f"its plan is to {plan.value} it"


def _replaced(relations: list[Relation]) -> Iterator[tuple[Place, str]]:
    return ((relation, f"`{relation.source.path}` replaces it") for relation in relations)


def _help(legacy: Legacy, heirs: list[Relation]) -> str:
    given = f", when `{heirs[0].source.path}` has taken its place" if heirs else ""
    return f"state the date by which `{legacy.path}` is switched off{given}: `until …`"
