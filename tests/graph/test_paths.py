"""Shortest circles, against a search that tries everything."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from archlint.graph.paths import shortest_circles

NODES = st.integers(0, 8)
GRAPHS = st.lists(st.tuples(NODES, NODES).filter(lambda arrow: arrow[0] != arrow[1]), max_size=24)


def plainly(graph: nx.DiGraph[int]) -> list[int]:
    """The lengths that are to be found: two for every pair of a component, else its least circle."""
    lengths: list[int] = []
    for component in nx.strongly_connected_components(graph):
        arrows = list(graph.subgraph(component).edges)
        pairs = [arrow for arrow in arrows if arrow[0] < arrow[1] and graph.has_edge(arrow[1], arrow[0])]
        ways_back = [nx.shortest_path_length(graph, after, before) + 1 for before, after in arrows]
        lengths += [2] * len(pairs) if pairs else [min(ways_back)] if ways_back else []
    return sorted(lengths)


@given(GRAPHS)
def test_no_circle_is_shorter(arrows: list[tuple[int, int]]) -> None:
    """Each component yields its pairs, or one circle than which none is shorter; and circles they are."""
    graph: nx.DiGraph[int] = nx.DiGraph(arrows)
    circles = list(shortest_circles(graph))
    assert all(graph.has_edge(*arrow) for circle in circles for arrow in pairwise([*circle, circle[0]]))
    assert sorted(len(circle) for circle in circles) == plainly(graph)


def test_a_long_ring_is_one_search() -> None:
    """A ring of many systems takes no time to speak of."""
    ring: nx.DiGraph[int] = nx.DiGraph([(node, (node + 1) % 20_000) for node in range(20_000)])
    assert [len(circle) for circle in shortest_circles(ring)] == [20_000]
