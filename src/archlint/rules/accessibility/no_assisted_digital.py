"""ACC102: a public service without help for those who cannot use it alone."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.rules.accessibility.public_services import public_services
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["NoAssistedDigital"]


class NoAssistedDigital(SnapshotRule):
    """A product of area `digital-public-service` states no `assisted-digital`.

    ## Why
    Not everybody can use a digital service alone. Where research shows that its users need support, the service has
    to provide it.
    Source: Technology Code of Practice, line 55.

    ## Breaks it
    ```arch
    product renew-licence { area digital-public-service }
    ```

    ## Mended
    ```arch
    product renew-licence { area digital-public-service; assisted-digital "By telephone and in post offices" }
    ```

    ## Exceptions
    `assisted-digital` without a text is enough. A product of another area, or of none that is stated, is not judged;
    nor is one that somebody else runs (`external`). The support is asked for where research shows the need: where it
    shows none, waive the finding with that for a reason.
    """

    code = "ACC102"
    severity = Severity.INFO
    profile = CODE_OF_PRACTICE
    sources = ("002:55",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for product in public_services(snapshot):
            if not snapshot.now(product.assisted_digital):
                yield self.finding(
                    product,
                    f"the digital public service `{product.path}` states no assisted digital support",
                    help='say how those are helped who cannot use it alone: `assisted-digital "…"`',
                )
