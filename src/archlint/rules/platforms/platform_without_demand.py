"""PLT103: a platform that nobody builds on."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.demand import in_demand, lives_on
from archlint.graph.history import History
from archlint.graph.needs import needers, provided
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Platform, Product, RolelessSystem
from archlint.rules.rule import SnapshotRule

__all__ = ["PlatformWithoutDemand"]


class PlatformWithoutDemand(SnapshotRule):
    """In the last snapshot in which a platform lives no product and no system without a role depends on it, is hosted
    on it or keeps a copy of its data, directly or through other platforms.

    A finding names that one snapshot. Demand also reaches a platform through an adaptor that wraps it.

    ## Why
    Platforms come out of the demands of products, and are not drawn up from the top. One that lives to its end, or to
    the end of the roadmap, without a product has been built for nobody.
    Source: Technology architecture, line 68; Government as a platform, line 38.

    ## Breaks it
    ```arch
    platform appointments
    legacy court-diary { uses appointments }
    ```

    ## Mended
    ```arch
    platform appointments
    legacy court-diary { uses appointments }
    product visit-prison { uses appointments }
    ```

    ## Exceptions
    A platform may be there before its products: earlier snapshots are not judged. A platform that somebody else runs
    (`external`) has its demand elsewhere. Of a platform that breaks this rule, unused-platform-feature and
    isolated-system say nothing.
    """

    code = "PLT103"
    severity = Severity.WARNING
    sources = ("000:68", "001:38")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        demanded = snapshot.projection(in_demand)
        for platform in snapshot.of(Platform):
            if platform in demanded or platform.imported or snapshot.external(platform):
                continue
            if not lives_on(snapshot, history, platform):
                yield self.finding(
                    platform,
                    f"the platform `{platform.path}` is in no demand: no product builds on it, "
                    "directly or through other platforms",
                    help=_help(snapshot, platform),
                )


def _help(snapshot: Snapshot, platform: Platform) -> str:
    """A product that needs what the platform provides is the first to ask."""
    needs = snapshot.projection(needers)
    for capability in provided(snapshot, platform):
        for system in needs.get(capability, ()):
            if isinstance(system, Product | RolelessSystem):
                return f"let `{system.path}` use it, which needs `{capability.path}`"
    return f"state which products use `{platform.path}`, or do without it until one needs it"
