"""What hangs together, as networkx sees it."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from archlint.graph.groups import connected

NODES = st.integers(0, 12)


@given(st.lists(st.tuples(NODES, NODES), max_size=20))
def test_groups_are_the_connected_components(pairs: list[tuple[int, int]]) -> None:
    """The same groups, each in the order in which its members are named."""
    graph: nx.Graph[int] = nx.Graph(pairs)
    found = list(connected(pairs))
    assert sorted(map(sorted, found)) == sorted(map(sorted, nx.connected_components(graph)))
    named = list(dict.fromkeys(node for pair in pairs for node in pair))
    assert all(group == sorted(group, key=named.index) for group in found)
    assert [group[0] for group in found] == sorted((group[0] for group in found), key=named.index)
