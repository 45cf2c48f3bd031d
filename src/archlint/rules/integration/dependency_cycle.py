"""INT105: systems that depend on each other in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.paths import shortest_circles
from archlint.graph.snapshot import Arrow, Snapshot, nearest_system
from archlint.model.elements import Element
from archlint.model.relations import Relation
from archlint.rules.rule import SnapshotRule

__all__ = ["DependencyCycle"]


class DependencyCycle(SnapshotRule):
    """Systems, or parts of one system, depend on each other in a circle.

    One finding for the shortest circle through each strongly connected group, and one for each pair that
    depends on each other directly. It sits on the relation that closes the circle.

    ## Why
    None of them can be changed, moved or switched off without all the others. The guidance wants an
    architecture that is loosely coupled.
    Source: Action 11, line 197; Technology architecture, line 41.

    ## Breaks it
    ```arch
    product orders { uses billing }
    product billing { uses orders }
    ```

    ## Mended
    ```arch
    import "std"
    platform events { interface feed { standard json } }
    product orders { uses events.feed }
    product billing { uses events.feed }
    ```

    ## Exceptions
    A system is never in a circle with its own part.
    """

    code = "INT105"
    severity = Severity.ERROR
    sources = ("000:41", "004:197")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        between = [arrow for arrow in snapshot.dependencies if arrow.source is not arrow.target]
        for arrows in (between, list(_inside(snapshot.dependencies))):
            graph = Snapshot.graph_of(arrows)
            for circle in shortest_circles(graph):
                steps = [graph.edges[pair]["evidence"][0].relation for pair in pairwise([*circle, circle[0]])]
                yield self._circle(steps, circle)

    def _circle(self, steps: list[Relation], circle: list[Element]) -> Finding:
        last = max(range(len(steps)), key=lambda at: (not steps[at].imported, steps[at].span.order))
        way = circle[last + 1 :] + circle[: last + 1]
        closing, others = steps[last], [step for step in steps if step is not steps[last]]
        path = " -> ".join(element.path for element in [*way, way[0]])
        return self.finding(
            closing,
            f"this closes a circle of dependencies: {path}",
            help=f"let both sides use a platform between them, or drop one of the {len(steps)} dependencies",
            elements=(way[-1], *way[:-1]),
            related=[(step, "part of the circle") for step in others],
            witness=[*way, way[0]],
        )


def _inside(dependencies: Iterable[Arrow]) -> Iterator[Arrow]:
    """Dependencies within one system, between its parts as written."""
    for arrow in dependencies:
        relation = arrow.relation
        if arrow.source is arrow.target and relation.target is not None:
            source, target = nearest_system(relation.source), nearest_system(relation.target)
            if source not in target.inside() and target not in source.inside():
                yield Arrow(source, target, relation)
