"""PRD102: a product that nobody manages."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.rules.products.judged import judged
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["ProductWithoutManager"]


class ProductWithoutManager(SnapshotRule):
    """A product states no `manager`.

    ## Why
    A product is the responsibility of a service manager, who stands for its users, whichever department owns it.
    Without one nobody can be asked whether it still meets their need.
    Source: Technology architecture, line 59.

    ## Breaks it
    ```arch
    product tax-disc "Tax a vehicle"
    ```

    ## Mended
    ```arch
    product tax-disc "Tax a vehicle" { manager "Service manager for vehicle tax" }
    ```

    ## Exceptions
    A product that somebody else runs (`external`) is not judged.
    """

    code = "PRD102"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE
    sources = ("000:59",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for product in judged(snapshot):
            if not snapshot.now(product.manager):
                yield self.finding(
                    product,
                    f"the product `{product.path}` has no manager",
                    help='name the service manager who speaks for its users: `manager "…"`',
                )
