"""PLT107: a product that goes without the platform there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.demand import leaning, resting_on
from archlint.graph.history import History
from archlint.graph.needs import needers
from archlint.graph.provision import Providers, capabilities_reached, providers, wholes_of
from archlint.graph.snapshot import Snapshot
from archlint.graph.ways import open_interfaces
from archlint.model.elements import Capability, Element, Platform, Product, System
from archlint.model.statements import Stated
from archlint.rules.rule import SnapshotRule

__all__ = ["CommonPlatformBypassed"]


class Demand(NamedTuple):
    """Where a product asks for a capability, and whether it needs it or provides it itself."""

    stated: Stated[Capability]
    needed: bool

    @property
    def verb(self) -> str:
        """What the product does, in words."""
        return "needs" if self.needed else "itself provides"


class CommonPlatformBypassed(SnapshotRule):
    """A product needs a capability, or provides it itself, that some platform provides, and depends on no platform that
    does, neither directly nor through other systems.

    What its parts need and provide counts as its own. One finding for each product and capability, on the `needs`, or
    where there is none on the `provides`. Any platform that provides the capability will do; the platform may be
    imported, or somebody else's (`external`).

    ## Why
    The Code asks for common solutions: GOV.UK to publish, Pay to take payments, Notify to send messages, registers for
    current data. A team that makes its own pays again for what is there.
    Source: Technology Code of Practice, lines 64-67.

    ## Breaks it
    ```arch
    capability payments
    platform pay { provides payments; interface api }
    product fishing-licence { provides payments }
    ```

    ## Mended
    ```arch
    capability payments
    platform pay { provides payments; interface api }
    product fishing-licence { needs payments; uses pay.api }
    ```

    ## Exceptions
    A product that is `hosted-on` such a platform, or keeps a copy of its data, makes use of it, too, and so does one
    that rests on another system which does. Who builds on a platform that provides the whole of which the capability is
    a part is not past it.
    """

    code = "PLT107"
    severity = Severity.WARNING
    sources = ("002:64-67",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        offered = _offered(snapshot)
        asked = ((capability, _wanted(snapshot, capability, there)) for capability, there in offered.items())
        wanted = {capability: products for capability, products in asked if products}
        if not wanted:
            return
        reaches = capabilities_reached(snapshot, snapshot.projection(leaning), _is_platform)
        for capability, products in wanted.items():
            wholes = wholes_of(snapshot, capability)
            for product, demand in products.items():
                if not product.imported and not any(reaches(product, whole) for whole in wholes):
                    yield self._bypassed(snapshot, product, capability, demand, offered[capability])

    def _bypassed(
        self, snapshot: Snapshot, product: Product, capability: Capability, demand: Demand, platforms: Providers
    ) -> Finding:
        platform = next(iter(platforms))
        return self.finding(
            demand.stated,
            f"`{product.path}` {demand.verb} `{capability.path}` and builds on no platform that provides it, "
            f"though there is `{platform.path}`",
            help=_help(snapshot, platform, capability, demand.needed),
            elements=(product, capability),
            related=[(stated, f"the platform `{other.path}` provides it") for other, stated in platforms.items()],
        )


def _is_platform(system: System) -> bool:
    return isinstance(system, Platform)


def _offered(snapshot: Snapshot) -> dict[Capability, Providers]:
    """The platforms that provide each capability, if there are any."""
    offered: dict[Capability, Providers] = {}
    for capability, systems in snapshot.projection(providers).items():
        platforms = {system: stated for system, stated in systems.items() if _is_platform(system)}
        if platforms and isinstance(capability, Capability):
            offered[capability] = platforms
    return offered


def _wanted(snapshot: Snapshot, capability: Capability, platforms: Providers) -> dict[Product, Demand]:
    """The products that need a capability or provide it themselves, and lean on none of the platforms directly."""
    onward = snapshot.projection(resting_on)
    found: dict[Product, Demand] = {}
    for claims, needed in ((needers, True), (providers, False)):
        for system, stated in snapshot.projection(claims).get(capability, {}).items():
            if isinstance(system, Product) and platforms.keys().isdisjoint(onward.get(system, ())):
                found.setdefault(system, Demand(stated, needed))
    return found


def _help(snapshot: Snapshot, platform: System, capability: Element, needed: bool) -> str:
    ways = open_interfaces(snapshot, platform) or snapshot.interfaces(platform)
    way = ways[0] if ways else platform
    return f"`uses {way.path}`" + ("" if needed else f" in place of its own, and `needs {capability.path}`")
