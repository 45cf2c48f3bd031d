"""PRD107: a product that needs what nothing under it can do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.provision import Providers, capabilities_reached, on_the_ways_of, providers, wholes_of
from archlint.graph.snapshot import Snapshot
from archlint.graph.ways import open_interfaces
from archlint.model.elements import Capability, Platform, Product, System
from archlint.model.statements import Stated
from archlint.model.time import name_of
from archlint.rules.products.judged import with_parts
from archlint.rules.rule import SnapshotRule

__all__ = ["UnmetCapability"]

SHOWN = 5


class Need(NamedTuple):
    """A statement that a product, or a part of it, needs a capability."""

    product: Product
    by: System
    stated: Stated[Capability]


class UnmetCapability(SnapshotRule):
    """A product needs a capability, and neither itself nor anything on which it depends, directly or not, provides it.

    What a part of the product needs the product needs. What it is hosted on, and what that depends on in turn, counts
    with the dependencies: a hosting platform provides hosting. Whoever provides a capability provides those that are
    part of it. One finding for each capability that a product needs, on the `needs`.

    ## Why
    A service has to work from end to end. A need that no component meets is a gap in the design, or a dependency that
    the model does not show.
    Source: Technology Code of Practice, line 88.

    ## Breaks it
    ```arch
    capability taking-payments
    platform pay { provides taking-payments }
    product fishing-licence { needs taking-payments }
    ```

    ## Mended
    ```arch
    capability taking-payments
    platform pay { provides taking-payments; interface payments }
    product fishing-licence { needs taking-payments; uses pay.payments }
    ```

    ## Exceptions
    Whatever kind of system provides it will do, whoever runs it. What platforms, legacy and systems without a role
    need is not judged. A copy of another system's data is no dependency.
    """

    code = "PRD107"
    severity = Severity.ERROR
    sources = ("002:88",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        needs = [need for product in snapshot.of(Product) if not product.imported for need in _needs(snapshot, product)]
        further = [need for need in needs if not _met_close_by(snapshot, need)]
        if not further:
            return
        provided = capabilities_reached(snapshot, on_the_ways_of(snapshot, (need.product for need in further)))
        for need in further:
            if not any(provided(need.product, capability) for capability in wholes_of(snapshot, need.stated.value)):
                yield self._unmet(snapshot, need)

    def _unmet(self, snapshot: Snapshot, need: Need) -> Finding:
        product, capability = need.product, need.stated.value
        elsewhere = snapshot.projection(providers).get(capability, {})
        return self.finding(
            need.stated,
            f"`{product.path}` needs `{capability.path}`, and nothing on which it depends provides it",
            help=_help(snapshot, need, elsewhere),
            elements=dict.fromkeys((product, need.by, capability)),
            related=[
                (product, "the product"),
                *((stated, f"`{system.path}` provides it") for system, stated in list(elsewhere.items())[:SHOWN]),
            ],
        )


def _needs(snapshot: Snapshot, product: Product) -> Iterator[Need]:
    """What a product needs, each capability once."""
    seen: set[Capability] = set()
    for part in with_parts(snapshot, product):
        for stated in snapshot.now(part.needs):
            if stated.value not in seen:
                seen.add(stated.value)
                yield Need(product, part, stated)


def _met_close_by(snapshot: Snapshot, need: Need) -> bool:
    """Whether the product itself, or a system on which it depends directly, provides the very capability."""
    able = snapshot.projection(providers).get(need.stated.value, {})
    return need.product in able or any(arrow.target in able for arrow in snapshot.suppliers.get(need.product, ()))


def _later(snapshot: Snapshot, need: Need) -> System | None:
    """A system that is still to come, and provides the capability then."""
    for system in snapshot.model.of(System):
        to_come = system.lifetime.since > snapshot.instant and system.lifetime.exists
        if to_come and any(stated.value is need.stated.value for stated in system.provides):
            return system
    return None


def _help(snapshot: Snapshot, need: Need, elsewhere: Providers) -> str:
    """What to depend on: a platform that provides the capability, else another system that does."""
    product, capability = need.product, need.stated.value
    best = min(elsewhere, key=lambda system: (not isinstance(system, Platform), system.path), default=None)
    later = None if best else _later(snapshot, need)
    if later is not None:
        begins = name_of(later.lifetime.since) or "a later plateau"
        return f"`{later.path}` provides `{capability.path}` from {begins} on: until then, state who does"
    if best is None:
        return f"no system provides `{capability.path}` yet: state `provides {capability.path}` in the one that does"
    way = next((f"`{way.path}` of " for way in open_interfaces(snapshot, best)), "")
    return f"let `{product.path}` use {way}`{best.path}`, which provides `{capability.path}`"
