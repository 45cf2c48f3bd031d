"""PLT104: a feature of a platform that nobody has asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.demand import in_demand, leaning_on
from archlint.graph.history import History
from archlint.graph.needs import needers, provided
from archlint.graph.provision import wholes_of
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Capability, Element, Interface, Platform, System
from archlint.rules.rule import SnapshotRule

__all__ = ["UnusedPlatformFeature"]


class UnusedPlatformFeature(SnapshotRule):
    """A platform is in demand, but no other system needs one of its capabilities, or uses one of its interfaces.

    Capabilities and interfaces of its parts, and interfaces of its stores, are its own. The finding sits on the
    `provides`, or on the interface.

    ## Why
    A platform is to be kept as simple as possible, with new features only where a product has come to need them. What
    nobody uses has still to be run, secured and documented.
    Source: Technology architecture, line 68.

    ## Breaks it
    ```arch
    platform pay {
      interface payments
      interface refunds
    }
    product fishing-licence { uses pay.payments }
    ```

    ## Mended
    ```arch
    platform pay {
      interface payments
      interface refunds
    }
    product fishing-licence { uses pay.payments; uses pay.refunds }
    ```

    ## Exceptions
    A platform that somebody else runs (`external`) is not judged. Where a system names the platform and none of its
    interfaces, nobody knows which it uses, and none of them counts as unused. A capability is needed where a part of it
    is needed, or something of which it is a part. Of a platform that nobody builds on, platform-without-demand tells.
    """

    code = "PLT104"
    severity = Severity.INFO
    sources = ("000:68",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        demanded = snapshot.projection(in_demand)
        for platform in snapshot.of(Platform):
            if platform in demanded and not platform.imported and not snapshot.external(platform):
                yield from self._not_needed(snapshot, platform)
                yield from self._not_used(snapshot, platform)

    def _not_needed(self, snapshot: Snapshot, platform: Platform) -> Iterator[Finding]:
        for capability, stated in provided(snapshot, platform).items():
            if not any(system is not platform for system in _in_need(snapshot, capability)):
                yield self.finding(
                    stated,
                    f"no system needs `{capability.path}`, which the platform `{platform.path}` provides",
                    help=f"state who needs `{capability.path}`, or leave it out until somebody does",
                    elements=(platform, capability),
                )

    def _not_used(self, snapshot: Snapshot, platform: Platform) -> Iterator[Finding]:
        interfaces = snapshot.interfaces(platform)
        used = {arrow.relation.target for arrow in snapshot.dependants.get(platform, ())} if interfaces else set()
        for interface in interfaces:
            if interface not in used and not _may_be_meant(interface, used):
                yield self.finding(
                    interface,
                    f"no system uses `{interface.path}` of the platform `{platform.path}`",
                    help=_help(snapshot, platform, interface),
                    elements=(interface,),
                )


def _in_need(snapshot: Snapshot, capability: Capability) -> Iterator[System]:
    """The systems that need a capability, or a part of it, or something of which it is a part."""
    needs = snapshot.projection(needers)
    yield from snapshot.projection(_needers_of_parts).get(capability, ())
    for whole in wholes_of(snapshot, capability):
        yield from needs.get(whole, ())


def _needers_of_parts(snapshot: Snapshot) -> dict[Capability, list[System]]:
    found: dict[Capability, list[System]] = {}
    for capability, systems in snapshot.projection(needers).items():
        for whole in wholes_of(snapshot, capability) if isinstance(capability, Capability) else ():
            found.setdefault(whole, []).extend(systems)
    return found


def _may_be_meant(interface: Interface, used: Iterable[Element | None]) -> bool:
    """Whether somebody names what the interface stands in, and so may mean the interface."""
    around = interface.parent
    while around is not None:
        if around in used:
            return True
        around = around.parent
    return False


def _help(snapshot: Snapshot, platform: Platform, interface: Interface) -> str:
    users = dict.fromkeys(arrow.source for arrow in snapshot.projection(leaning_on).get(platform, ()))
    first = next(iter(users), platform)
    return f"if `{first.path}` uses `{interface.path}`, say so; else leave it out until somebody needs it"
