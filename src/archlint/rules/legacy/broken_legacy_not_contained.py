"""LEG104: broken legacy that is not contained."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.model.elements import Adaptor, Element, Legacy
from archlint.rules.legacy.ways_out import behind_an_adaptor, consumers
from archlint.rules.rule import SnapshotRule
from archlint.rules.wording import listed

__all__ = ["BrokenLegacyNotContained"]


class BrokenLegacyNotContained(SnapshotRule):
    """Legacy of triage `old-and-broke` has more than one consumer, or one that is not an adaptor.

    A consumer is another outermost system that depends on it; several dependencies of one system make one
    consumer.

    ## Why
    The guidance wants badly engineered systems contained. Contained is what has one door: a single adaptor, behind
    which the broken system can be mended or replaced without anyone else noticing.
    Source: Technology architecture, line 83.

    ## Breaks it
    ```arch
    legacy benefits-ledger { triage old-and-broke }
    product claim-benefit { uses benefits-ledger }
    product appeal-decision { uses benefits-ledger }
    ```

    ## Mended
    ```arch
    import "std"
    legacy benefits-ledger { triage old-and-broke }
    adaptor ledger-gateway {
      wraps benefits-ledger
      interface entries { standard rest, json }
    }
    product claim-benefit { uses ledger-gateway.entries }
    product appeal-decision { uses ledger-gateway.entries }
    ```

    ## Exceptions
    What is `hosted-on` it, or keeps a copy of its data, is no consumer.
    """

    code = "LEG104"
    severity = Severity.ERROR
    sources = ("000:83",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for legacy in snapshot.of(Legacy):
            if snapshot.value(legacy.triage) == "old-and-broke" and not legacy.imported:
                users = consumers(snapshot, legacy)
                if len(users) > 1 or any(not isinstance(user, Adaptor) for user in users):
                    yield self._not_contained(snapshot, legacy, users)

    def _not_contained(self, snapshot: Snapshot, legacy: Legacy, users: dict[Element, Arrow]) -> Finding:
        names = listed(list(users))
        depend = f"{names} depend on it" if len(users) > 1 else f"{names}, which is no adaptor, depends on it"
        return self.finding(
            legacy,
            f"legacy `{legacy.path}` is old and broke but not contained: {depend}",
            help=behind_an_adaptor(snapshot, legacy, list(users)),
            elements=(legacy,),
            related=[(arrow.relation, f"`{user.path}` depends on it here") for user, arrow in users.items()],
        )
