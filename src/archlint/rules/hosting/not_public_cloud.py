"""HST101: something new that does not go to the public cloud, and does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Platform, Product, System
from archlint.model.statements import Stated
from archlint.rules.rule import SnapshotRule

__all__ = ["NotPublicCloud"]


class NotPublicCloud(SnapshotRule):
    """A product or platform that begins after the first snapshot states a `hosting` other than `public-cloud` without
    `because`; or a system of any kind states one that itself begins after the first snapshot.

    The first snapshot is the first plateau; without plateaus, the first instant that has a date. Parts are judged like
    the system in which they stand. The finding sits on the `hosting`.

    ## Why
    Public cloud services are to be looked at before any alternative such as Crown Hosting, and whoever chooses an
    alternative has to show that it is the best value for money. A new system, or a move, is when that can be done.
    Source: Technology Code of Practice, lines 49 and 50.

    ## Breaks it
    ```arch
    plateau now { at 2017 }
    plateau target { at 2019 }
    product apply { since 2018; hosting on-premises }
    ```

    ## Mended
    ```arch
    plateau now { at 2017 }
    plateau target { at 2019 }
    product apply { since 2018; hosting public-cloud }
    platform cases { since 2018; hosting crown-hosting because "cheapest for mainframe code, by the study of 2017" }
    ```

    ## Exceptions
    What was there from the first, and has not moved since. A reason, whatever it says. A system that somebody else
    runs (`external`) is not judged; an unstated hosting is not known.
    """

    code = "HST101"
    severity = Severity.WARNING
    sources = ("002:49", "002:50")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        first = history.baseline
        for system in snapshot.of(System):
            stated = snapshot.one(system.hosting)
            if stated is None or stated.value == "public-cloud" or "because" in stated.clauses or system.imported:
                continue
            if _is_new(system, stated, first.instant) and not snapshot.external(system):
                yield self.finding(
                    stated,
                    f"`{system.path}` is new on {stated.value} after `{first.name}`, and does not say why",
                    help='use the public cloud, or say why another hosting is the best value: `because "…"`',
                    elements=(system,),
                    related=[(system, "the system")],
                )


def _is_new(system: System, stated: Stated[str], first: int) -> bool:
    """Whether the hosting, or the product or platform or its part that states it, begins after an instant."""
    if isinstance(system.outermost, Product | Platform) and system.lifetime.since > first:
        return True
    return stated.during.since > first
