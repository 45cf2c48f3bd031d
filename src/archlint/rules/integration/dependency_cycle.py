"""INT105: systems that depend on each other in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.paths import entangled, graph_of, shortest_circles
from archlint.graph.snapshot import Arrow, Snapshot, nearest_system
from archlint.model.elements import Element
from archlint.model.relations import Relation
from archlint.rules.rule import SnapshotRule

__all__ = ["DependencyCycle"]

PAIR = 2


class DependencyCycle(SnapshotRule):
    """Systems, or parts of one system, depend on each other in a circle.

    One finding for the shortest circle through each strongly connected group, and one for each pair that
    depends on each other directly. A longer circle is a path, and sits on the first of its relations in file
    order; a pair sits on the later one.

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
    A system is never in a circle with its own part. Within one system its parts are followed as written, and what
    leads out of it is not; between systems all parts count as the system in which they stand. `hosted-on` and
    replicas are not followed. A circle of imported systems only is not judged.
    """

    code = "INT105"
    severity = Severity.ERROR
    sources = ("000:41", "004:197")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for arrows in (snapshot.dependencies, _inside(snapshot.dependencies)):
            yield from self._circles(entangled(arrows))

    def _circles(self, arrows: list[Arrow]) -> Iterator[Finding]:
        if not arrows:
            return
        graph = graph_of(arrows)
        for circle in shortest_circles(graph):
            steps = [graph.edges[pair]["evidence"] for pair in pairwise([*circle, circle[0]])]
            if not all(step[0].relation.imported for step in steps) and not _with_own_part(circle):
                yield self._circle(steps, circle)

    def _circle(self, steps: list[list[Arrow]], circle: list[Element]) -> Finding:
        relations = [step[0].relation for step in steps]
        at = _place(relations)
        begin = at if len(steps) > PAIR else at + 1
        way = circle[begin:] + circle[:begin]
        return self.finding(
            relations[at],
            f"this {'begins' if at == begin else 'closes'} a circle of dependencies: {_shown([*way, way[0]])}",
            help=_help(steps[begin:] + steps[:begin]),
            elements=(circle[at], *(element for element in way if element is not circle[at])),
            related=[(step, "part of the circle") for number, step in enumerate(relations) if number != at],
            witness=[*way, way[0]],
        )


def _place(relations: list[Relation]) -> int:
    """Where a circle is reported: a longer one on its first relation, a pair on the later; an own one at any rate."""
    own = [at for at, relation in enumerate(relations) if not relation.imported]
    choose = min if len(relations) > PAIR else max
    return choose(own, key=lambda at: relations[at].span.order)


def _shown(way: list[Element]) -> str:
    return " -> ".join(element.path for element in way)


def _help(steps: list[list[Arrow]]) -> str:
    """The weakest link to drop: the step made by fewest relations, of several the one that closes the circle."""
    weakest = min(reversed(steps), key=lambda step: (step[0].relation.imported, len(step)))
    source, target, relation = weakest[0]
    made = f"`{relation.text}`" if len(weakest) == 1 else f"{len(weakest)} relations"
    return (
        f"drop the weakest link, `{source.path} -> {target.path}`, which {made} alone makes;"
        " or let both sides use a platform between them"
    )


def _inside(dependencies: Iterable[Arrow]) -> Iterator[Arrow]:
    """Dependencies within one system, between its parts as written."""
    for arrow in dependencies:
        relation = arrow.relation
        if arrow.source is arrow.target and relation.target is not None:
            source, target = nearest_system(relation.source), nearest_system(relation.target)
            if not _within(source, target) and not _within(target, source):
                yield Arrow(source, target, relation)


def _with_own_part(circle: list[Element]) -> bool:
    members = set(circle)
    return any(around in members for element in circle for around in _around(element))


def _within(inner: Element, outer: Element) -> bool:
    return inner is outer or outer in _around(inner)


def _around(element: Element) -> Iterator[Element]:
    """What an element stands in, from the inside out."""
    while element.parent is not None:
        element = element.parent
        yield element
