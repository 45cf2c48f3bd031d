"""A whole model: what a set of files declares."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from archlint.model.elements import Element, Plateau
from archlint.model.relations import Relation
from archlint.model.time import AFTER_EVERY_DATE, ALWAYS, BEFORE_EVERY_DATE, NEVER, Interval, Moment, name_of

__all__ = ["Model", "Moment"]

E = TypeVar("E", bound=Element)


class Model:
    """The elements and relations of a set of files, in the order of file and position.

    `elements` are all of them, imported ones and parts included; `files` the paths of the model's own files.
    """

    def __init__(self, name: str, files: tuple[str, ...], elements: tuple[Element, ...]) -> None:
        self.name = name
        self.files = files
        self.elements = elements

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Every relation, in the order of the elements that state them."""
        return tuple(relation for element in self.elements for relation in element.relations)

    @cached_property
    def own(self) -> tuple[Element, ...]:
        """The elements that are judged: those that do not come only by import."""
        return tuple(element for element in self.elements if not element.imported)

    def of(self, kind: type[E]) -> Iterator[E]:
        """The elements of a kind, imported ones included."""
        return (element for element in self.elements if isinstance(element, kind))

    @cached_property
    def plateaus(self) -> tuple[Moment, ...]:
        """The named states in the order of time, one for each instant."""
        by_instant: dict[int, Moment] = {}
        for plateau in self.of(Plateau):
            instant = plateau.at[0].value if plateau.at else AFTER_EVERY_DATE
            by_instant.setdefault(instant, Moment(plateau.name, instant))
        return tuple(by_instant[instant] for instant in sorted(by_instant))

    @cached_property
    def instants(self) -> tuple[int, ...]:
        """Every instant at which something changes, in order."""
        return tuple(sorted(set(_instants_of(self.elements)) - {BEFORE_EVERY_DATE, NEVER}))

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The instants that are judged by default: the plateaus; without any, every instant of change."""
        return self.plateaus or self.every_change

    @cached_property
    def every_change(self) -> tuple[Moment, ...]:
        """The state before the first change, and every instant of change or plateau thereafter."""
        names = {moment.instant: moment.name for moment in self.plateaus}
        instants = sorted({*self.instants, *names})
        if not instants:
            return (Moment("always", BEFORE_EVERY_DATE),)
        dated = [Moment(names.get(instant) or name_of(instant) or "end", instant) for instant in instants]
        return (Moment("start", BEFORE_EVERY_DATE), *dated)


def _instants_of(elements: tuple[Element, ...]) -> Iterator[int]:
    """The dates of what exists: one that lies where the thing itself is not yet, or no more, changes nothing."""
    for element in elements:
        yield from _bounds(element.lifetime)
        for facts in element.facts.values():
            for fact in facts:
                if fact.during is not ALWAYS:
                    yield from _bounds(fact.during.meet(element.lifetime))
        for relation in element.relations:
            yield from _bounds(relation.lifetime)


def _bounds(interval: Interval) -> Interval | tuple[()]:
    return interval if interval.exists and interval is not ALWAYS else ()
