"""By when something must have ended, because what it depends on ends: difference constraints between ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.model.time import NEVER

__all__ = ["Bound", "TiedEnds", "binds"]


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
            element, relation = self._paths[element]
            steps.append(relation)
        return Bound(element.lifetime.until, tuple(steps), element)

    @cached_property
    def _paths(self) -> dict[Element, tuple[Element, Relation]]:
        """For each end without a date that is tied to one, what it hangs on and by which relation: on the way to the
        earliest end, by the fewest steps."""
        paths: dict[Element, tuple[Element, Relation]] = {}
        dated = sorted((element for element in self._hanging if _until(element) != NEVER), key=_until)
        for _, ends in groupby(dated, _until):
            level = list(ends)
            while level:
                found: dict[Element, tuple[Element, Relation]] = {}
                for tying in sorted(level, key=lambda element: element.path):
                    for source, relation in self._hanging.get(tying, {}).items():
                        if source not in paths:
                            found.setdefault(source, (tying, relation))
                paths |= found
                level = list(found)
        return paths

    @cached_property
    def _hanging(self) -> dict[Element, dict[Element, Relation]]:
        """What hangs on each element without having an end of its own, and by which relation."""
        hanging: dict[Element, dict[Element, Relation]] = {}
        loose = [relation for relation in self.dependencies if relation.source.lifetime.until == NEVER]
        for relation in loose:
            if relation.target is not None and relation.target.lifetime.until != NEVER:
                hanging.setdefault(relation.target, {})[relation.source] = relation
        if hanging:
            sources = {relation.source for relation in loose}
            for relation in loose:
                for tying in _around(relation.target):
                    if tying in sources and tying is not relation.source:
                        hanging.setdefault(tying, {}).setdefault(relation.source, relation)
        return hanging


def _until(element: Element) -> int:
    return element.lifetime.until


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
