"""ACC101: a public service of which nobody says that everybody can use it."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.rules.accessibility.public_services import public_services
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["AccessibilityNotStated"]


class AccessibilityNotStated(SnapshotRule):
    """A product of area `digital-public-service` states no `accessibility`.

    ## Why
    A public service is for people of every ability, and most of them have no other provider to go to. Services and
    systems are to comply with EN 301 549.
    Source: Technology Code of Practice, line 53.

    ## Breaks it
    ```arch
    product renew-licence { area digital-public-service }
    ```

    ## Mended
    ```arch
    product renew-licence { area digital-public-service; accessibility "EN 301 549" }
    ```

    ## Exceptions
    A product of another area, or of none that is stated, is not judged; nor is one that somebody else runs
    (`external`).
    """

    code = "ACC101"
    severity = Severity.ERROR
    profile = CODE_OF_PRACTICE
    sources = ("002:53",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for product in public_services(snapshot):
            if not snapshot.now(product.accessibility):
                yield self.finding(
                    product,
                    f"the digital public service `{product.path}` does not state its accessibility",
                    help='say which accessibility standard it meets, such as `accessibility "EN 301 549"`',
                )
