"""PRD101: a product of which nobody says whose need it meets."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.rules.products.judged import judged, with_parts
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["ProductWithoutNeed"]


class ProductWithoutNeed(SnapshotRule):
    """A product states neither a `need` nor whom it `serves`.

    ## Why
    Products are designed round the needs of those who use them. One that names neither a need nor a user is likely
    to mirror how its provider is organised.
    Source: Technology architecture, line 56; Technology Code of Practice, line 25.

    ## Breaks it
    ```arch
    product tax-disc "Tax a vehicle"
    ```

    ## Mended
    ```arch
    user keepers "Keepers of vehicles"
    product tax-disc "Tax a vehicle" {
      serves keepers
      need "Tax my vehicle"
    }
    ```

    ## Exceptions
    One of the two is enough, and so is a part of the product that serves somebody. A product that somebody else
    runs (`external`) is not judged.
    """

    code = "PRD101"
    severity = Severity.ERROR
    profile = CODE_OF_PRACTICE
    sources = ("000:56", "002:25")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for product in judged(snapshot):
            serves = any(snapshot.now(part.serves) for part in with_parts(snapshot, product))
            if not (serves or snapshot.now(product.need)):
                yield self.finding(
                    product,
                    f"the product `{product.path}` states neither a need that it meets nor whom it serves",
                    help='say what its users want to get done, `need "…"`, and who they are, `serves …`',
                )
