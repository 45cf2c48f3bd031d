"""LEG111: legacy that is of no use to anybody."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.demand import leaning_on, serves_by_itself
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Legacy, Product
from archlint.rules.rule import SnapshotRule

__all__ = ["UnusedLegacy"]


class UnusedLegacy(SnapshotRule):
    """Nobody depends on a legacy system, it provides no capability, and it does not depend on a product.

    A copy of its data in another system's store counts as a use of it. Relations inside it do not.

    ## Why
    Legacy exists to fulfil a specific need of today. What fulfils none still costs, and still has to be kept
    secure: it can be switched off at once, or its users are missing from the model.
    Source: Technology architecture, line 81.

    ## Breaks it
    ```arch
    legacy index-cards
    ```

    ## Mended
    ```arch
    legacy index-cards
    product archive-search { uses index-cards }
    ```

    ## Exceptions
    Legacy that somebody else runs (`external`) is not judged, nor legacy that depends on a product, as what works on
    behind one does. Users that it `serves` depend on it, and so does what is `hosted-on` it. Of legacy that breaks
    this rule isolated-system says nothing.
    """

    code = "LEG111"
    severity = Severity.WARNING
    sources = ("000:81",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        used = snapshot.projection(leaning_on)
        for legacy in snapshot.of(Legacy):
            if legacy in used or legacy.imported or snapshot.external(legacy):
                continue
            if not serves_by_itself(legacy, snapshot.instant) and not _works_for_a_product(snapshot, legacy):
                yield self.finding(
                    legacy,
                    f"nobody uses legacy `{legacy.path}`: nothing depends on it, and it provides no capability",
                    help=_help(legacy),
                )


def _works_for_a_product(snapshot: Snapshot, legacy: Legacy) -> bool:
    return any(isinstance(arrow.target, Product) for arrow in snapshot.suppliers.get(legacy, ()))


def _help(legacy: Legacy) -> str:
    if legacy.until:
        return f"end `{legacy.path}` sooner than `{legacy.until[0].span.text}`, or state what depends on it"
    return f"switch `{legacy.path}` off with an `until`, or state what depends on it"
