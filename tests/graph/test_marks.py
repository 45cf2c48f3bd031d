"""Marks handed back along arrows, against searches from every node."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.graph import marks
from archlint.graph.marks import Marks, losses

NODES = st.integers(0, 9)
PAIRS = st.lists(st.tuples(NODES, NODES), max_size=30)


def graph_of(pairs: list[tuple[int, int]]) -> nx.DiGraph[int]:
    """The pairs as a graph of networkx."""
    return nx.DiGraph(pairs)


@given(PAIRS)
def test_marks_are_those_of_all_that_is_reached(pairs: list[tuple[int, int]]) -> None:
    """Each node has its own mark and those of its descendants, circles included."""
    graph = graph_of(pairs)
    expected = {node: sum(1 << other for other in {node, *nx.descendants(graph, node)}) for node in graph}
    assert Marks(pairs).reached({node: 1 << node for node in range(10)}) == expected


def dominated(pairs: list[tuple[int, int]], removed: int) -> set[int]:
    """Whoever reaches something only through a node: the node dominates it in the graph of what they reach."""
    graph = graph_of(pairs)
    others = set(graph) - {removed}
    return {
        start
        for start in others
        if any(
            removed in _dominators(nx.immediate_dominators(graph, start), end)
            for end in nx.descendants(graph, start) - {start, removed}
        )
    }


def _dominators(above: dict[int, int], node: int) -> set[int]:
    found: set[int] = set()
    while above.get(node, node) not in (None, node):
        node = above[node]
        found.add(node)
    return found


@given(PAIRS, st.integers(1, 4))
def test_what_is_lost_is_what_a_node_dominates(pairs: list[tuple[int, int]], at_once: int) -> None:
    """Those who lose something without a node are those for whom it dominates something, however many at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "AT_ONCE", at_once)
        found = losses(Marks(pairs), range(10), most=100)
    graph = graph_of(pairs)
    for removed in graph:
        losing = found.get(removed, {})
        assert set(losing) == dominated(pairs, removed)
        left = graph.subgraph(set(graph) - {removed})
        assert all(not nx.has_path(left, loser, lost) for loser, lost in losing.items())


@given(PAIRS, st.integers(1, 5))
def test_of_many_some_are_enough(pairs: list[tuple[int, int]], most: int) -> None:
    """With a bound at least so many are found, where there are so many."""
    every, some = (losses(Marks(pairs), range(10), bound) for bound in (100, most))
    assert {node: min(most, len(found)) for node, found in every.items()} == {
        node: min(most, len(found)) for node, found in some.items()
    }


@given(PAIRS, st.integers(0, 200))
def test_what_is_not_settled_is_not_lost(pairs: list[tuple[int, int]], steps: int) -> None:
    """However early the search is given up, nothing is said to be lost that is not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marks, "STEPS", steps)
        found = losses(Marks(pairs), range(10), most=100)
    assert all(set(losing) <= dominated(pairs, removed) for removed, losing in found.items())


CHAIN = [(number, number + 1) for number in range(20_000)]


@pytest.mark.parametrize(
    "pairs",
    [CHAIN, [*CHAIN, (20_000, 0)], [*CHAIN, *((after, before) for before, after in CHAIN), (20_000, 20_001)]],
    ids=["a chain", "a ring", "there and back"],
)
def test_what_is_long_is_neither_deep_nor_slow(pairs: list[tuple[int, int]]) -> None:
    """All who are behind are cut off, however long the way."""
    assert len(losses(Marks(pairs), [10_000], most=100)[10_000]) >= 100


def test_a_large_knot_ends() -> None:
    """Thousands of systems that all depend on each other, and all of them hard to do without, take a bounded time."""
    knot = [(number, (number * step + 7) % 3_000) for number in range(3_000) for step in (1, 2, 3, 5, 11)]
    assert losses(Marks(knot), range(3_000), most=100).keys() <= set(range(3_000))
