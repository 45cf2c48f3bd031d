"""INT109: a system without which many others are cut off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.marks import Marks, losses
from archlint.graph.openness import closed_because
from archlint.graph.snapshot import Snapshot
from archlint.graph.succession import successors
from archlint.model.elements import Element, Legacy, System
from archlint.rules.rule import SnapshotRule

__all__ = ["SinglePointOfFailure", "SinglePointOfFailureOptions"]

SHOWN = 5
COUNTED = 100
"""Up to how many cut-off systems are counted."""


@dataclass(frozen=True)
class SinglePointOfFailureOptions:
    """The options of INT109."""

    min_dependants: int = field(default=5, metadata={"help": "how many systems that are cut off are too many"})


class SinglePointOfFailure(SnapshotRule):
    """Without a system, `min-dependants` (5) other systems or more lose every path of dependencies to something that
    they reached; and the system is legacy, or all its interfaces are closed.

    What they lose is something else than the system itself: that whoever uses a system cannot do without it, goes
    without saying. One finding for each such system, on it, with a path that there is no way round.

    ## Why
    Requirements change, and designs are to keep the impact of a change small. What all ways lead through can be
    neither changed nor switched off without everybody behind it; and if it is legacy, or speaks to each of them in
    its own way, there is nothing to put in its place.
    Source: Technology architecture, line 24.

    ## Breaks it
    ```arch
    platform payments
    legacy hub { uses payments }
    product a { uses hub }
    product b { uses hub }
    product c { uses hub }
    product d { uses hub }
    product e { uses hub }
    ```

    ## Mended
    ```arch
    import "std"
    platform payments { interface api { standard rest, json } }
    legacy hub { uses payments.api }
    product a { uses hub; uses payments.api }
    product b { uses hub; uses payments.api }
    product c { uses payments.api }
    product d { uses payments.api }
    product e { uses payments.api }
    ```

    ## Exceptions
    A system that is not legacy and states no interface, or one that may be open: another can take its place behind
    it. `hosted-on` and replicas are not followed. Among very many thousands of systems that depend on each other in
    circles the search is bounded, and what it leaves open is not reported.
    """

    code = "INT109"
    severity = Severity.INFO
    sources = ("000:24",)
    Options = SinglePointOfFailureOptions

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        hard: dict[Element, str] = {
            system: why for system in snapshot.systems if (why := self._hard_to_replace(snapshot, system))
        }
        if not hard:
            return
        marks = Marks((source, target) for source, target, _ in snapshot.dependencies if source is not target)
        least = self.options.min_dependants
        for system, lost in losses(marks, hard, max(COUNTED, least), key=_path).items():
            if len(lost) >= least:
                yield self._single_point(snapshot, system, hard[system], lost)

    def _hard_to_replace(self, snapshot: Snapshot, system: System) -> str:
        """Why a system on which others depend, and which depends on others, is hard to replace; empty if it is not."""
        if system.imported or system not in snapshot.dependants or system not in snapshot.suppliers:
            return ""
        if isinstance(system, Legacy):
            why = "is legacy"
        else:
            ways = snapshot.interfaces(system)
            why = "has closed interfaces only" if ways and all(closed_because(snapshot, way) for way in ways) else ""
        return why if why and _has_behind(snapshot, system, self.options.min_dependants) else ""

    def _single_point(self, snapshot: Snapshot, system: Element, why: str, lost: dict[Element, Element]) -> Finding:
        number = f"{len(lost)} systems" if len(lost) < COUNTED else f"{COUNTED} systems or more"
        direct = {arrow.source for arrow in snapshot.dependants[system]}
        losers = sorted(lost, key=lambda loser: (loser not in direct, loser.path))
        first = losers[0]
        return self.finding(
            system,
            f"without `{system.path}`, which {why}, {number} lose every path to something that they reach now, such as"
            f" `{first.path}` to `{lost[first].path}`",
            help=_help(snapshot, system, first, lost[first]),
            related=[(loser, f"loses its path to `{lost[loser].path}`") for loser in losers[:SHOWN]],
            witness=(*(loser for loser in losers[:1] if loser in direct), system, lost[first]),
        )


def _has_behind(snapshot: Snapshot, system: Element, number: int) -> bool:
    """Whether at least so many systems depend on one, directly or not."""
    found, pending = {system}, [system]
    while pending and len(found) <= number:
        for arrow in snapshot.dependants.get(pending.pop(), ()):
            if arrow.source not in found:
                found.add(arrow.source)
                pending.append(arrow.source)
    return len(found) > number


def _path(element: Element) -> str:
    return element.path


def _help(snapshot: Snapshot, system: Element, loser: Element, lost: Element) -> str:
    heirs = [heir for heir in snapshot.projection(successors).get(system, ()) if heir not in (loser, lost)]
    if heirs:
        return f"let them go through `{heirs[0].path}`, which replaces `{system.path}`, or reach `{lost.path}` directly"
    return f"let `{loser.path}` reach `{lost.path}` directly, or let a platform with an open interface stand in between"
