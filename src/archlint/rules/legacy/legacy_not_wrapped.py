"""LEG103: working legacy that others reach by closed ways, and that no adaptor wraps."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import closed_because, is_proprietary
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.model.elements import Interface, Legacy
from archlint.rules.legacy.ways_out import behind_an_adaptor, consumers
from archlint.rules.rule import Place, SnapshotRule
from archlint.rules.wording import listed

__all__ = ["LegacyNotWrapped"]


class LegacyNotWrapped(SnapshotRule):
    """Legacy of triage `old-and-works`, on which another system depends, is to be had in a closed way only, and no
    adaptor wraps it.

    The way is closed when the legacy system states interfaces and all of them are closed (those of its parts and
    stores count), or when another system depends on it `bespoke` or `via` a proprietary standard.

    ## Why
    Legacy that works is worth keeping for a while, and the guidance says how: wrapped where appropriate, so that
    it has open interfaces and works together with platforms. Without an adaptor every consumer is tied to the
    insides of an old system. Source: Technology architecture, lines 84 and 86.

    ## Breaks it
    ```arch
    legacy case-system {
      triage old-and-works
      interface terminal { proprietary }
    }
    product casework { uses case-system.terminal }
    ```

    ## Mended
    ```arch
    import "std"
    legacy case-system {
      triage old-and-works
      interface terminal { proprietary }
    }
    adaptor case-gateway {
      wraps case-system
      interface cases { standard rest, json }
    }
    product casework { uses case-gateway.cases }
    ```

    ## Exceptions
    Legacy that states no interface is not judged by its interfaces, nor is one whose interfaces may be open.
    """

    code = "LEG103"
    severity = Severity.ERROR
    sources = ("000:84", "000:86")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for legacy in snapshot.of(Legacy):
            if snapshot.value(legacy.triage) != "old-and-works" or legacy.imported:
                continue
            if snapshot.dependants.get(legacy) and not snapshot.wrappers.get(legacy):
                yield from self._unwrapped(snapshot, legacy)

    def _unwrapped(self, snapshot: Snapshot, legacy: Legacy) -> Iterator[Finding]:
        reasons = [*_all_closed(snapshot, legacy), *_closed_uses(snapshot, legacy)]
        if not reasons:
            return
        users = list(consumers(snapshot, legacy))
        yield self.finding(
            legacy,
            f"legacy `{legacy.path}` works and is in use by {listed(users)}, but in a closed way, "
            "and no adaptor wraps it",
            help=behind_an_adaptor(snapshot, legacy, users),
            elements=(legacy,),
            related=reasons,
        )


def _all_closed(snapshot: Snapshot, legacy: Legacy) -> list[tuple[Place, str]]:
    """The interfaces of a legacy system with why each is closed; none if one of them may be open."""
    interfaces: list[Interface] = snapshot.interfaces(legacy)
    reasons = [(interface, closed_because(snapshot, interface)) for interface in interfaces]
    if any(why is None for _, why in reasons):
        return []
    return [(interface, why or "") for interface, why in reasons]


def _closed_uses(snapshot: Snapshot, legacy: Legacy) -> list[tuple[Place, str]]:
    reasons = ((arrow.relation, _closed_by_itself(snapshot, arrow)) for arrow in snapshot.dependants[legacy])
    return [(relation, why) for relation, why in reasons if why]


def _closed_by_itself(snapshot: Snapshot, arrow: Arrow) -> str | None:
    """Why a dependency is closed by its own words, or None."""
    via = arrow.relation.via
    if arrow.relation.bespoke:
        return f"`{arrow.source.path}` depends on it bespoke"
    if via is not None and is_proprietary(snapshot, via):
        return f"`{arrow.source.path}` depends on it via the proprietary `{via.name}`"
    return None
