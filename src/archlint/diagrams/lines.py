"""From relations to lines: lifted to the boxes that are shown, merged, and given a status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from archlint.diagrams.about import NOTHING, About
from archlint.diagrams.picture import Line, Status
from archlint.diagrams.times import Times
from archlint.model.elements import Element, Interface, Store
from archlint.model.model import Model, Moment
from archlint.model.relations import Relation

__all__ = ["Ends", "lines_of"]


@dataclass(frozen=True)
class Ends:
    """Where a line to an element ends: in which box, and at which slot of it."""

    boxes: frozenset[Element]
    elements: dict[str, Element]
    slots: dict[Element, tuple[Element, ...]]
    parts: dict[Element, tuple[Element, ...]]
    _paths: dict[str, str]

    @classmethod
    def of(cls, shown: tuple[Element, ...], hidden: frozenset[str]) -> Ends:
        """The ends that boxes for these elements offer; `hidden` are kinds that get no slot."""
        boxes = frozenset(shown)
        slots: dict[Element, tuple[Element, ...]] = {}
        parts: dict[Element, tuple[Element, ...]] = {}
        paths: dict[str, str] = {}
        for box in shown:
            inner = [element for element in box.inside() if element is not box and _nearest(element, boxes) is box]
            slots[box] = tuple(
                element for element in inner if isinstance(element, Interface | Store) and element.keyword not in hidden
            )
            parts[box] = tuple(element for element in inner if element.keyword == "system")
            paths |= {element.path: box.path for element in (box, *inner)}
        return cls(boxes, {box.path: box for box in shown}, slots, parts, paths)

    def of_element(self, element: Element) -> tuple[Element, Element | None] | None:
        """The box and the slot at which lines to an element end, None where no box shows it."""
        box = _nearest(element, self.boxes)
        if box is None:
            return None
        slot = element if element is not box and element in self.slots[box] else None
        return box, slot

    def box_of_path(self, path: str) -> str | None:
        """The path of the box that shows the element of a path."""
        return self._paths.get(path)


def lines_of(model: Model, ends: Ends, times: Times, about: About = NOTHING) -> tuple[Line, ...]:
    """Every relation between what is shown, those of one kind and status between the same ends as one; where it is
    `about` some data, only those that name it, and who wraps whom."""
    found: dict[_Key, list[frozenset[_Terms]]] = defaultdict(lambda: [frozenset()] * len(times.moments))
    for at, moment in enumerate(times.moments):
        for key, terms in _relations_at(model, ends, moment, about):
            found[key][at] |= {terms}
    for key, terms_at in found.items():
        if key.kind == "replaces" and _is_gone(ends.elements[key.target[0]], times):
            terms_at[0] = frozenset()
    merged: dict[Line, list[str]] = defaultdict(list)
    for key, terms_at in found.items():
        merged[key.line(_status(terms_at, times), _is_bespoke(terms_at))].append(key.words)
    return tuple(replace(line, words=tuple(words)) for line, words in merged.items())


class _Key(NamedTuple):
    """What makes two relations the same one at two instants."""

    kind: str
    source: tuple[str, str]
    target: tuple[str, str]
    words: str

    def line(self, status: Status | None, bespoke: bool) -> Line:
        ends = self.source[0], self.target[0]
        return Line(*ends, self.kind, self.source[1], self.target[1], status, bespoke=bespoke)


class _Terms(NamedTuple):
    """What may change about a relation while it stays the same one."""

    via: str | None = None
    purpose: str | None = None
    bespoke: bool = False
    role: str | None = None


def _is_bespoke(terms_at: list[frozenset[_Terms]]) -> bool:
    """Whether it is a wire of its own, at the last instant at which it exists."""
    last = next(terms for terms in reversed(terms_at) if terms)
    return any(term.bespoke for term in last)


def _status(terms_at: list[frozenset[_Terms]], times: Times) -> Status | None:
    if not times.compared:
        return None
    before, after = terms_at
    if before and after:
        return Status.KEPT if before == after else Status.CHANGED
    return Status.REMOVED if before else Status.ADDED


def _relations_at(model: Model, ends: Ends, moment: Moment, about: About) -> Iterator[tuple[_Key, _Terms]]:
    for element in model.elements:
        if element.lifetime.holds(moment.instant):
            yield from _references(element, ends, moment, about)
            for relation in element.relations:
                target = _target(relation, moment, about)
                if target is not None and (not about or relation.data in about.data or relation.keyword == "wraps"):
                    yield from _key(_kind(relation, about), element, target, ends, _words(relation), _terms(relation))


def _target(relation: Relation, moment: Moment, about: About) -> Element | None:
    """To what a relation leads at a moment: to nothing that is gone, unless it took its place; where the picture is
    about data, from who holds it to the data."""
    if not relation.lifetime.holds(moment.instant):
        return None
    if relation.target is None:
        return relation.data if relation.data in about.data else None
    there = relation.keyword == "replaces" or relation.target.lifetime.holds(moment.instant)
    return relation.target if there else None


def _is_gone(target: Element, times: Times) -> bool:
    """Whether something is there at the first moment and no more at the second: it is then that it is replaced."""
    return times.compared and times.holds(target) == (True, False)


def _references(element: Element, ends: Ends, moment: Moment, about: About) -> Iterator[tuple[_Key, _Terms]]:
    """What an element names in its properties, where both are shown: users, capabilities, data and the like."""
    for keyword, facts in element.facts.items():
        for fact in facts:
            target = fact.value
            if not isinstance(target, Element) or target not in ends.boxes or not fact.during.holds(moment.instant):
                continue
            if about and target not in about.data:
                continue
            source, end = (target, element) if keyword == "serves" else (element, target)
            if target.lifetime.holds(moment.instant):
                yield from _key(keyword, source, end, ends, f"{element.path} {keyword} {target.path}", _Terms())


def _key(
    kind: str, source: Element, target: Element, ends: Ends, words: str, terms: _Terms
) -> Iterator[tuple[_Key, _Terms]]:
    start, end = ends.of_element(source), ends.of_element(target)
    if start and end and start[0] is not end[0]:
        yield _Key(kind, _path(start), _path(end), words), terms


def _path(end: tuple[Element, Element | None]) -> tuple[str, str]:
    box, slot = end
    return box.path, slot.path if slot else ""


def _kind(relation: Relation, about: About) -> str:
    if relation.keyword != "holds":
        return relation.keyword
    return "replica" if relation.target else "masters" if about.is_master(relation) else "holds"


def _words(relation: Relation) -> str:
    data = f" {relation.data.path}" if relation.data else ""
    if relation.target is None:
        return f"{relation.source.path} {relation.keyword}{data}{' as master' if relation.role == 'master' else ''}"
    link = {"reads": " from", "writes": " to", "holds": " as replica of"}.get(relation.keyword, "")
    return f"{relation.source.path} {relation.keyword}{data}{link} {relation.target.path}"


def _terms(relation: Relation) -> _Terms:
    via = relation.via.path if relation.via else None
    return _Terms(via, relation.purpose, relation.bespoke, relation.role)


def _nearest(element: Element, boxes: frozenset[Element]) -> Element | None:
    """The innermost box that the element is or stands in."""
    current: Element | None = element
    while current is not None and current not in boxes:
        current = current.parent
    return current
