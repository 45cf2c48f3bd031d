"""By when something must have ended, because what it depends on ends: difference constraints between ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.model.time import NEVER

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Bound", "TiedEnds", "binds"]

CALENDAR = "calendar"
Node = Element | str
"""The end of an element, or the beginning of the calendar, from which dates are measured."""


class Bound(NamedTuple):
    """The latest end that an element can have: that of what it hangs on by these dependencies, one after another."""

    instant: int
    by: tuple[Relation, ...]
    ending: Element


class TiedEnds:
    """The ends of a model, stated or not, as far as a statement of another end ties them.

    A dependency ends no earlier than its dependant, unless the relation does. What another rule says of a single
    relation (`told`) ties nothing: it is not to be said again.
    """

    def __init__(self, model: Model, told: set[Relation]) -> None:
        self._model = model
        self._told = told

    def of(self, element: Element) -> Bound | None:
        """The latest end of an element, or None where nothing ties it."""
        if element.lifetime.until != NEVER:
            return Bound(element.lifetime.until, (), element)
        around: Element | None = element
        while around is not None and around not in self._paths:
            around = around.parent
        return self._bound(around) if around is not None else None

    @property
    def undated(self) -> list[Element]:
        """The elements without a stated end that are tied to one."""
        return list(self._paths)

    @cached_property
    def dependencies(self) -> list[Relation]:
        """The dependencies that tie the ends of two systems."""
        return [relation for relation in self._model.relations if _ties(relation) and relation not in self._told]

    def _bound(self, element: Element) -> Bound:
        steps: list[Relation] = []
        while element.lifetime.until == NEVER:
            tying = self._paths[element]
            steps.append(self._graph.edges[tying, element]["relation"])
            element = tying
        return Bound(element.lifetime.until, tuple(steps), element)

    @cached_property
    def _paths(self) -> dict[Element, Element]:
        """For each tied end without a date the one that ties it, on the shortest way from the calendar.

        No circle of these constraints is shorter than nothing, as none says that an end comes before itself; so the
        search need not look for such circles, and goes by the nearest first.
        """
        import networkx as nx

        if CALENDAR not in self._graph:
            return {}
        before, _ = nx.dijkstra_predecessor_and_distance(self._graph, CALENDAR)
        paths: dict[Element, Element] = {}
        for end, found in before.items():
            tying = [node for node in found if isinstance(node, Element)]
            if isinstance(end, Element) and tying:
                paths[end] = min(tying, key=lambda node: node.path)
        return paths

    @cached_property
    def _graph(self) -> nx.DiGraph[Node]:
        import networkx as nx

        graph: nx.DiGraph[Node] = nx.DiGraph()
        loose = [relation for relation in self.dependencies if relation.source.lifetime.until == NEVER]
        for relation in loose:
            target = relation.target
            if target is not None and target.lifetime.until != NEVER:
                graph.add_edge(CALENDAR, target, weight=target.lifetime.until)
                graph.add_edge(target, relation.source, weight=0, relation=relation)
        if graph:
            sources = {relation.source for relation in loose}
            for relation in loose:
                for tying in _around(relation.target):
                    if tying in sources and tying is not relation.source and not graph.has_edge(tying, relation.source):
                        graph.add_edge(tying, relation.source, weight=0, relation=relation)
        return graph


def binds(relation: Relation, instant: int) -> bool:
    """Whether a relation sets a constraint for an instant: not one that begins later by its own `since`, nor one that
    never exists."""
    own = relation.stated.since
    return relation.lifetime.exists and (own <= instant or own <= relation.source.lifetime.since)


def _ties(relation: Relation) -> bool:
    if relation.keyword not in DEPENDENCY_KEYWORDS or relation.target is None or not relation.lifetime.exists:
        return False
    if relation.stated.until < relation.source.lifetime.until:
        return False
    return relation.target.outermost is not relation.source.outermost


def _around(element: Element | None) -> Iterator[Element]:
    while element is not None:
        yield element
        element = element.parent
