"""INT108: a dependency that does not say by which way in."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Fix, Severity
from archlint.graph.history import History
from archlint.graph.openness import Openness, openness
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.language.rewriting import narrowed, outlasts
from archlint.model.elements import Interface, System
from archlint.rules.rule import SnapshotRule

__all__ = ["UnspecifiedInterface"]


class UnspecifiedInterface(SnapshotRule):
    """A dependency names a whole system, and neither one of its interfaces or stores nor a standard by which
    it is reached.

    One finding for each such relation, on it: a warning where the system declares interfaces, its parts' and
    stores' included, so that one could be named; else information only.

    ## Why
    Systems meet at interfaces. What is joined to a whole system depends on whatever is inside it, and nobody
    can tell whether the join is open.
    Source: Government as a platform, lines 34 and 40.

    ## Breaks it
    ```arch
    import "std"
    platform registers { interface list { standard rest, json } }
    product apply { uses registers }
    ```

    ## Mended
    ```arch
    import "std"
    platform registers { interface list { standard rest, json } }
    product apply { uses registers.list }
    ```

    ## Exceptions
    `wraps` and `hosted-on` are about whole systems. A relation to a part of a system has said where it goes.
    A severity set in the configuration holds for both cases.
    """

    code = "INT108"
    severity = Severity.WARNING
    sources = ("001:34", "001:40")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for arrow in snapshot.dependencies:
            relation = arrow.relation
            if relation.target is not arrow.target or relation.via is not None or relation.keyword == "wraps":
                continue
            if arrow.source is not arrow.target and isinstance(arrow.target, System) and not relation.imported:
                yield self._unspecified(snapshot, arrow)

    def _unspecified(self, snapshot: Snapshot, arrow: Arrow) -> Finding:
        ways, system = snapshot.interfaces(arrow.target), arrow.target.path
        softer = Severity.INFO if not ways and self.level is self.severity else None
        return self.finding(
            arrow.relation,
            f"`{arrow.relation.source.path}` does not say by which interface it reaches `{system}`",
            help=_help(snapshot, arrow, ways),
            elements=arrow.elements,
            related=[(way, f"a way into `{system}`") for way in ways],
            witness=(arrow.source, arrow.target),
            severity=softer,
            fixes=_fixes(snapshot, arrow),
        )


def _fixes(snapshot: Snapshot, arrow: Arrow) -> list[Fix]:
    """Naming the interface, where there is just one at any time, and it may be the one that is meant."""
    relation = arrow.relation
    ways = [inner for inner in arrow.target.inside() if isinstance(inner, Interface)]
    if len(ways) != 1 or not outlasts(ways[0], relation) or openness(snapshot, ways[0]) is Openness.CLOSED:
        return []
    passing = [stated.value for stated in ways[0].exposes]
    if relation.data is not None and passing and relation.data not in passing:
        return []
    fix = narrowed(relation, ways[0])
    return [fix] if fix else []


def _help(snapshot: Snapshot, arrow: Arrow, ways: list[Interface]) -> str:
    if not ways:
        return f"give `{arrow.target.path}` the interface that is used here, and name it"
    data = arrow.relation.data
    best = min(ways, key=lambda way: (data not in snapshot.exposed(way), openness(snapshot, way) is not Openness.OPEN))
    return f"name the interface: `{best.path}`"
