"""Paths and circles: one shortest witness each, all in time linear in the graph."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from archlint.graph.snapshot import Arrow
from archlint.model.elements import Element

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["entangled", "graph_of", "next_steps_towards", "path_along", "shortest_circles"]

N = TypeVar("N")


def next_steps_towards(
    before: Mapping[N, Iterable[N]],
    targets: Iterable[N],
    through: Callable[[N], bool] = lambda node: True,
    key: Callable[[N], str] | None = None,
) -> dict[N, N]:
    """For every node from which some target can be reached, the next node on a shortest way there.

    `before` are the nodes from which an arrow leads to each node. A target leads to itself. Only nodes for which
    `through` holds may stand between the first node and the target. One breadth-first search against the arrows, from
    all targets at once. With a key, which of several shortest ways is taken does not depend on the order of the graph.
    """
    steps: dict[N, N] = {target: target for target in targets}
    queue = deque(steps)
    while queue:
        node = queue.popleft()
        if steps[node] is not node and not through(node):
            continue
        found = [one for one in before.get(node, ()) if one not in steps]
        for one in sorted(found, key=key) if key else found:
            steps[one] = node
            queue.append(one)
    return steps


def path_along(steps: dict[N, N], start: N) -> list[N]:
    """The nodes from a start to its target, by the steps of `next_steps_towards`."""
    path = [start]
    while steps[path[-1]] is not path[-1]:
        path.append(steps[path[-1]])
    return path


def graph_of(arrows: Iterable[Arrow]) -> nx.DiGraph[Element]:
    """A graph of some arrows, which `evidence` on an edge lists; those from an element to itself are left out."""
    import networkx as nx

    evidence: dict[tuple[Element, Element], list[Arrow]] = {}
    for arrow in arrows:
        if arrow.source is not arrow.target:
            evidence.setdefault((arrow.source, arrow.target), []).append(arrow)
    graph: nx.DiGraph[Element] = nx.DiGraph()
    graph.add_edges_from((source, target, {"evidence": found}) for (source, target), found in evidence.items())
    return graph


def entangled(arrows: Iterable[Arrow]) -> list[Arrow]:
    """The arrows that may be part of a circle: what leads out of, or into, a node that no circle goes through is
    left out, as long as that takes away a good part of them."""
    left = [arrow for arrow in arrows if arrow.source is not arrow.target]
    while left:
        sources, targets = {arrow.source for arrow in left}, {arrow.target for arrow in left}
        kept = [arrow for arrow in left if arrow.source in targets and arrow.target in sources]
        if len(kept) > 0.9 * len(left):
            return kept
        left = kept
    return left


def shortest_circles(graph: nx.DiGraph[N]) -> Iterator[list[N]]:
    """The shortest circle through each strongly connected component, and each pair that points at each other.

    A circle is given as its nodes, the first not repeated.
    """
    import networkx as nx

    rank = {node: index for index, node in enumerate(graph)}
    for component in nx.strongly_connected_components(graph):
        if len(component) < 2:
            continue
        members = sorted(component, key=rank.__getitem__)
        pairs = list(_pairs(graph, members))
        yield from pairs or [_shortest_circle(graph, members, component)]


def _pairs(graph: nx.DiGraph[N], members: list[N]) -> Iterator[list[N]]:
    rank = {node: index for index, node in enumerate(members)}
    for node in members:
        for other in graph.successors(node):
            if other in rank and rank[node] < rank[other] and graph.has_edge(other, node):
                yield [node, other]


def _shortest_circle(graph: nx.DiGraph[N], members: list[N], component: set[N]) -> list[N]:
    best: list[N] = []
    heads = _heads(graph, members[0], component)
    for start in (node for node in members if node in heads):
        circle = _circle_from(graph, start, component, len(best) or len(members) + 1)
        if circle and (not best or len(circle) < len(best)):
            best = circle
            if len(best) == 3:
                break
    return best


def _heads(graph: nx.DiGraph[N], root: N, component: set[N]) -> set[N]:
    """Where the arrows lead that come no further from a root: every circle goes through one of these nodes."""
    distance = {root: 0}
    queue = deque([root])
    heads: set[N] = set()
    while queue:
        node = queue.popleft()
        for after in graph.successors(node):
            if after in distance and distance[after] <= distance[node]:
                heads.add(after)
            elif after in component and after not in distance:
                distance[after] = distance[node] + 1
                queue.append(after)
    return heads


def _circle_from(graph: nx.DiGraph[N], start: N, component: set[N], shorter_than: int) -> list[N]:
    """The shortest circle through a node that has fewer nodes than a bound, or none."""
    came_from: dict[N, N] = {start: start}
    level = [start]
    for _ in range(shorter_than - 1):
        following: list[N] = []
        for node in level:
            for after in graph.successors(node):
                if after is start:
                    return _back_to(came_from, node, start)
                if after in component and after not in came_from:
                    came_from[after] = node
                    following.append(after)
        level = following
    return []


def _back_to(came_from: dict[N, N], node: N, start: N) -> list[N]:
    path = [node]
    while path[-1] is not start:
        path.append(came_from[path[-1]])
    return path[::-1]
