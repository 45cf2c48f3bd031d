"""Marks that are handed back along arrows, so that one pass tells of every node what it reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from graphlib import CycleError, TopologicalSorter
from operator import or_
from typing import Generic, TypeVar

__all__ = ["Marks", "losses"]

N = TypeVar("N")
AT_ONCE = 8192
"""How many marks are handed on in one pass: more take more memory, fewer more passes."""

STEPS = 40_000_000
"""About how often marks are handed along an arrow within circles before a search is given up."""


class Marks(Generic[N]):
    """A graph, given by its arrows, in which each node may have marks: the bits of a number."""

    def __init__(self, pairs: Iterable[tuple[N, N]]) -> None:
        self.after: dict[N, list[N]] = {}
        for node, other in dict.fromkeys(pairs):
            self.after.setdefault(node, []).append(other)
            self.after.setdefault(other, [])
        try:
            self._groups = [[node] for node in TopologicalSorter(self.after).static_order()]
        except CycleError:
            self._groups = list(_components(self.after))

    def reached(self, own: Mapping[N, int], blocked: Mapping[N, int] | None = None, rounds: int = 2) -> dict[N, int]:
        """For every node its own marks and those of all that it reaches.

        A node hands on, and has, no mark that it blocks. A component is worked out after those that it reaches; one
        in which nodes block, and that so many rounds do not settle, is taken as if they did not.
        """
        stops = blocked or {}
        reached: dict[N, int] = {}
        for group in self._groups:
            marks = reduce(or_, (self._marks(node, own, reached) for node in group))
            if len(group) == 1 or stops.keys().isdisjoint(group):
                reached.update((node, marks & ~stops.get(node, 0)) for node in group)
            elif not self._settle(group, own, stops, reached, rounds):
                reached.update(dict.fromkeys(group, marks))
        return reached

    def _marks(self, node: N, own: Mapping[N, int], reached: Mapping[N, int]) -> int:
        marks = own.get(node, 0)
        for after in self.after[node]:
            marks |= reached.get(after, 0)
        return marks

    def _settle(
        self, group: list[N], own: Mapping[N, int], stops: Mapping[N, int], reached: dict[N, int], rounds: int
    ) -> bool:
        """Goes round a component, there and back, until nothing is handed on any more, or the rounds are over."""
        for number in range(rounds):
            changed = False
            for node in reversed(group) if number % 2 else group:
                marks = self._marks(node, own, reached) & ~stops.get(node, 0)
                changed = changed or marks != reached.get(node, 0)
                reached[node] = marks
            if not changed:
                return True
        return False


def _components(after: Mapping[N, Iterable[N]]) -> Iterator[list[N]]:
    """The strongly connected components, each after those that it leads to; in each, what comes last on the ways
    through it first."""
    import networkx as nx

    graph: nx.DiGraph[N] = nx.DiGraph(after)
    rank = {node: number for number, node in enumerate(graph)}
    for group in nx.strongly_connected_components(graph):
        first = min(group, key=rank.__getitem__)
        yield [first] if len(group) == 1 else list(nx.dfs_postorder_nodes(graph.subgraph(group), first))


def losses(marks: Marks[N], removed: Iterable[N], most: int, key: Callable[[N], str] = str) -> dict[N, dict[N, N]]:
    """For each node that might be removed, the others that would reach something else no more, each with one such
    thing, the first by the key; of very many losers only some, `most` of them at least.

    Whoever loses anything by it loses something to which the removed node itself points. So each of these arrows
    is a mark: it starts where the arrow ends, and once it is stopped where the arrow begins. In a large graph full of
    circles not all may be found; what is found is lost for certain.
    """
    arrows = [
        (node, after) for node in removed for after in sorted(marks.after.get(node, ()), key=key) if after != node
    ]
    steps = sum(map(len, marks.after.values())) * (len(arrows) // AT_ONCE + 1)
    rounds = max(2, STEPS // max(1, steps))
    found: dict[N, dict[N, N]] = {}
    for start in range(0, len(arrows), AT_ONCE):
        for loser, node, lost in _lost(marks, arrows[start : start + AT_ONCE], most, rounds):
            found.setdefault(node, {}).setdefault(loser, lost)
    return found


def _lost(marks: Marks[N], arrows: Sequence[tuple[N, N]], most: int, rounds: int) -> Iterator[tuple[N, N, N]]:
    """Who loses what without whom."""
    starts: dict[N, int] = {}
    stops: dict[N, int] = {}
    for number, (node, after) in enumerate(arrows):
        starts[after] = starts.get(after, 0) | 1 << number
        stops[node] = stops.get(node, 0) | 1 << number
    with_all, without = marks.reached(starts), marks.reached(starts, stops, rounds)
    wanted, counted = (1 << len(arrows)) - 1, dict.fromkeys(stops, 0)
    for loser in marks.after:
        lost = with_all[loser] & ~without[loser] & ~stops.get(loser, 0) & wanted
        for number in _numbers(lost):
            node, after = arrows[number]
            yield loser, node, after
            counted[node] += 1
            if counted[node] >= most * stops[node].bit_count():
                wanted &= ~stops[node]


def _numbers(marks: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while marks:
        lowest = marks & -marks
        yield lowest.bit_length() - 1
        marks ^= lowest
