"""PRD104: a product without a roadmap."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.rules.products.judged import judged
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["ProductWithoutRoadmap"]


class ProductWithoutRoadmap(SnapshotRule):
    """A product states no `roadmap`.

    ## Why
    Products are guided by clear roadmaps and timescales, made from user needs and policy. Others who build on a
    product or wait for it want to know what comes next.
    Source: Technology architecture, line 60.

    ## Breaks it
    ```arch
    product tax-disc "Tax a vehicle"
    ```

    ## Mended
    ```arch
    product tax-disc "Tax a vehicle" { roadmap "https://www.example.org/vehicle-tax/roadmap" }
    ```

    ## Exceptions
    A product that somebody else runs (`external`) is not judged.
    """

    code = "PRD104"
    severity = Severity.INFO
    profile = CODE_OF_PRACTICE
    sources = ("000:60",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for product in judged(snapshot):
            if not snapshot.now(product.roadmap):
                yield self.finding(
                    product,
                    f"the product `{product.path}` states no roadmap",
                    help='state its roadmap, or where to find it: `roadmap "…"`',
                )
