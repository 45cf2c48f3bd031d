"""PLT109: two platforms for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.demand import resting_on
from archlint.graph.history import History
from archlint.graph.provision import providers
from archlint.graph.snapshot import Snapshot
from archlint.graph.succession import successors
from archlint.model.elements import Adaptor, Capability, Element, Platform, System
from archlint.model.statements import Stated
from archlint.rules.rule import SnapshotRule, later_first

__all__ = ["DuplicatePlatform"]

COMPARED = 50
"""With how many of very many platforms for one capability each further one is compared."""

Shared = dict[Element, tuple[Stated[Capability], Stated[Capability]]]
"""The capabilities that two platforms share, with the statements of the later and the earlier one."""


class DuplicatePlatform(SnapshotRule):
    """Two platforms of different families of organisations, or one of which somebody else runs (`external`), provide
    one capability at one time, and neither depends on the other, wraps it or replaces it.

    One finding for each pair, however many capabilities it shares, on the later in file order. Where very many
    platforms provide one capability, each is compared with the first fifty.

    ## Why
    Many needs are met by existing services at less cost, and platforms are to be developed in-house only where that
    meets users' needs best. Two for one need are paid for twice, and every product has to choose between them.
    Source: Government as a platform, lines 50 and 52; Technology architecture, line 46.

    ## Breaks it
    ```arch
    organisation treasury
    organisation transport
    capability payments
    platform pay { owner treasury; provides payments }
    platform toll-payments { owner transport; provides payments }
    ```

    ## Mended
    ```arch
    organisation treasury
    organisation transport
    capability payments
    platform pay { owner treasury; provides payments }
    platform toll-payments { owner transport; provides payments; uses pay }
    ```

    ## Exceptions
    A platform that adds to another: what is `hosted-on` the other, reaches it through adaptors, or keeps a copy of its
    data depends on it, too. A platform that replaces the other, at whatever time. Where an owner is not known, and
    neither is `external`, nothing is said.
    """

    code = "PLT109"
    severity = Severity.WARNING
    sources = ("001:50", "001:52", "000:46")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for (later, earlier), shared in _pairs(snapshot).items():
            if not _linked(snapshot, later, earlier):
                yield self._duplicate(snapshot, later, earlier, shared)

    def _duplicate(self, snapshot: Snapshot, later: System, earlier: System, shared: Shared) -> Finding:
        names = " and ".join(f"`{capability.path}`" for capability in shared)
        statements = [
            (stated, f"`{platform.path}` provides `{stated.value.path}`")
            for pair in shared.values()
            for platform, stated in zip((later, earlier), pair, strict=True)
        ]
        return self.finding(
            later,
            f"the platforms `{later.path}` and `{earlier.path}` both provide {names}, and neither builds on the other",
            help=_help(snapshot, later, earlier),
            elements=(later, earlier),
            related=[(earlier, "the other platform"), *statements],
        )


def _pairs(snapshot: Snapshot) -> dict[tuple[System, System], Shared]:
    """The pairs of platforms that provide one capability and are not of one house, the later first."""
    found: dict[tuple[System, System], Shared] = {}
    for capability, systems in snapshot.projection(providers).items():
        platforms = [system for system in systems if isinstance(system, Platform)]
        for number, one in enumerate(platforms):
            for other in platforms[: min(number, COMPARED)]:
                later, earlier = later_first(one, other)
                if not later.imported and _of_different_houses(snapshot, one, other):
                    found.setdefault((later, earlier), {})[capability] = systems[later], systems[earlier]
    return found


def _of_different_houses(snapshot: Snapshot, one: Platform, other: Platform) -> bool:
    return snapshot.external(one) is not snapshot.external(other) or snapshot.crosses_border(one, other)


def _linked(snapshot: Snapshot, one: System, other: System) -> bool:
    """Whether one of two platforms leans on the other, or is to replace it."""
    heirs = snapshot.projection(successors)
    if one in heirs.get(other, ()) or other in heirs.get(one, ()):
        return True
    return other in _leant_on(snapshot, one) or one in _leant_on(snapshot, other)


def _leant_on(snapshot: Snapshot, platform: System) -> set[Element]:
    """What a platform leans on, directly or through adaptors."""
    known = snapshot.projection(_known)
    if platform not in known:
        onward = snapshot.projection(resting_on)
        found: set[Element] = set()
        pending: list[Element] = [platform]
        while pending:
            fresh = [element for element in onward.get(pending.pop(), ()) if element not in found]
            found.update(fresh)
            pending += [element for element in fresh if isinstance(element, Adaptor)]
        known[platform] = found
    return known[platform]


def _known(snapshot: Snapshot) -> dict[Element, set[Element]]:
    return {}


def _help(snapshot: Snapshot, later: System, earlier: System) -> str:
    if snapshot.external(later):
        later, earlier = earlier, later
    return f"let `{later.path}` build on `{earlier.path}`, or say which of them `replaces` the other"
