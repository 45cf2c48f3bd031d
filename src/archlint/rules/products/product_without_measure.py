"""PRD103: a product of which nobody can say whether it succeeds."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.rules.products.judged import judged
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["ProductWithoutMeasure"]


class ProductWithoutMeasure(SnapshotRule):
    """A product states no `measure`.

    ## Why
    A product is designed to meet user needs, and its success is measured by how far they are met. Without a measure
    nobody can tell a change for the better from one for the worse.
    Source: Technology architecture, line 56.

    ## Breaks it
    ```arch
    product tax-disc "Tax a vehicle"
    ```

    ## Mended
    ```arch
    product tax-disc "Tax a vehicle" { measure "Share of vehicles taxed online" }
    ```

    ## Exceptions
    A product that somebody else runs (`external`) is not judged. What a measure says is not judged either.
    """

    code = "PRD103"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE
    sources = ("000:56",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for product in judged(snapshot):
            if not snapshot.now(product.measure):
                yield self.finding(
                    product,
                    f"the product `{product.path}` states no measure of its success",
                    help='say by what its success is measured: `measure "…"`',
                )
