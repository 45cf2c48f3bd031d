"""INT106: a department that builds on nothing but its own old systems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.provision import on_the_ways_of, providers
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.graph.ways import open_interfaces
from archlint.model.elements import Capability, Legacy, Organisation, Platform, Product, System
from archlint.model.statements import Stated
from archlint.rules.rule import Place, SnapshotRule, span_of

__all__ = ["DepartmentSilo"]

SHOWN = 5


class Offer(NamedTuple):
    """What a product states of a capability, and the platform of another family that provides it."""

    by: Product
    verb: str
    wanted: Stated[Capability]
    platform: Platform
    provided: Stated[Capability]


class DepartmentSilo(SnapshotRule):
    """Every dependency of all products of a family of organisations stays inside the family, some of them lead to
    legacy, and a platform of another family provides a capability that these products need, or provide themselves.

    A family is all that is `part-of` one top-most organisation; the finding sits on that organisation. What a product
    is hosted on is no dependency, and what it states by its parts is its own. A platform that the products reach
    already by a way round does not count.

    ## Why
    Government has complex legacy nearly all of which operates in silos, and the platform model is the way out of them:
    breaking down departmental silos and sharing services is where the savings are.
    Source: Government as a platform, line 30; Rebalancing technology across government, line 47.

    ## Breaks it
    ```arch
    organisation gds
    organisation department-a
    capability taking-payments
    platform pay { owner gds; provides taking-payments }
    legacy ledger { owner department-a }
    product fines { owner department-a; provides taking-payments; uses ledger }
    ```

    ## Mended
    ```arch
    import "std"
    organisation gds
    organisation department-a
    capability taking-payments
    platform pay { owner gds; provides taking-payments; interface payments { standard rest, json } }
    legacy ledger { owner department-a }
    product fines { owner department-a; needs taking-payments; uses pay.payments; uses ledger }
    ```

    ## Exceptions
    A dependency on what has no known owner may lead out of the family, so nothing is said. A platform without a known
    owner is nobody else's. A family whose products depend on nothing at all is not judged.
    """

    code = "INT106"
    severity = Severity.INFO
    sources = ("001:30", "003:47")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for family, products in _families(snapshot).items():
            arrows = [arrow for product in products for arrow in snapshot.suppliers.get(product, ())]
            into_legacy = [arrow for arrow in arrows if isinstance(arrow.target, Legacy)]
            if not into_legacy or any(snapshot.family(arrow.target) is not family for arrow in arrows):
                continue
            offers = _offers(snapshot, family, products)
            if offers:
                yield self._silo(snapshot, family, into_legacy, offers)

    def _silo(self, snapshot: Snapshot, family: Organisation, legacy: list[Arrow], offers: list[Offer]) -> Finding:
        related: list[tuple[Place, str]] = []
        for offer in offers[:SHOWN]:
            related.append((offer.wanted, f"`{offer.by.path}` {offer.verb} `{offer.wanted.value.path}`"))
            related.append((offer.provided, f"`{offer.platform.path}` provides it to others"))
        related += [(arrow.relation, f"a dependency on legacy `{arrow.target.path}`") for arrow in legacy[:SHOWN]]
        return self.finding(
            family,
            f"the products of `{family.path}` depend on nothing outside it, legacy included, though"
            f" `{offers[0].platform.path}` provides `{offers[0].wanted.value.path}`",
            help=_help(snapshot, offers[0]),
            related={span_of(place): (place, what) for place, what in related}.values(),
        )


def _families(snapshot: Snapshot) -> dict[Organisation, list[Product]]:
    """The products of each family of the model's own."""
    found: dict[Organisation, list[Product]] = {}
    for product in snapshot.of(Product):
        family = snapshot.family(product)
        if family is not None and not family.imported:
            found.setdefault(family, []).append(product)
    return found


def _offers(snapshot: Snapshot, family: Organisation, products: list[Product]) -> list[Offer]:
    """What platforms of other families provide that products of this one need or provide, and do not reach."""
    found = [offer for product in products for offer in _offers_to(snapshot, family, product)]
    reached = {arrow.target for arrow in on_the_ways_of(snapshot, products)} if found else set()
    offers = [offer for offer in found if offer.platform not in reached]
    return sorted(offers, key=lambda offer: (offer.wanted.value.path, offer.platform.path, offer.by.path, offer.verb))


def _offers_to(snapshot: Snapshot, family: Organisation, product: Product) -> Iterator[Offer]:
    offering = snapshot.projection(providers)
    for verb, wanted in _wanted(snapshot, product):
        for system, provided in offering.get(wanted.value, {}).items():
            if isinstance(system, Platform) and snapshot.family(system) not in (None, family):
                yield Offer(product, verb, wanted, system, provided)


def _wanted(snapshot: Snapshot, product: Product) -> Iterator[tuple[str, Stated[Capability]]]:
    """What a product, its parts included, needs or provides itself, and which of the two."""
    for part in product.inside():
        if isinstance(part, System) and snapshot.has(part):
            yield from (("needs", stated) for stated in snapshot.now(part.needs))
            yield from (("provides", stated) for stated in snapshot.now(part.provides))


def _help(snapshot: Snapshot, offer: Offer) -> str:
    way = next(iter(open_interfaces(snapshot, offer.platform)), offer.platform)
    return f"let `{offer.by.path}` use `{way.path}` for `{offer.wanted.value.path}`"
