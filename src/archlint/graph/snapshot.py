"""The model as it stands at an instant, with its dependencies lifted to the outermost systems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from archlint.model.elements import Adaptor, Data, Element, Interface, Organisation, Store, System
from archlint.model.model import Model, Moment
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.model.statements import Stated

__all__ = ["Arrow", "Snapshot", "nearest_system"]

T = TypeVar("T")
E = TypeVar("E", bound=Element)


class Arrow(NamedTuple):
    """A relation lifted to the outermost elements at its ends; the relation is the evidence."""

    source: Element
    target: Element
    relation: Relation

    @property
    def elements(self) -> tuple[Element, ...]:
        """The outermost ends first, then what the relation names within them, and its data."""
        named = (self.source, self.target, self.relation.source, self.relation.target, self.relation.data)
        return tuple(dict.fromkeys(element for element in named if element is not None))


class Snapshot:
    """A projection of the model on one instant. Every part of it is worked out once, when first asked for."""

    def __init__(self, model: Model, moment: Moment) -> None:
        self.model = model
        self.moment = moment
        self.instant = moment.instant
        self._of: dict[type[Element], list[Any]] = {}
        self._projections: dict[Callable[[Snapshot], Any], Any] = {}

    def __repr__(self) -> str:
        return f"<snapshot {self.moment.name}>"

    def has(self, thing: Element | Relation) -> bool:
        """Whether an element or relation exists."""
        return thing.lifetime.holds(self.instant)

    def now(self, facts: tuple[Stated[T], ...]) -> list[Stated[T]]:
        """Of what is stated for a property, what is in force."""
        return [fact for fact in facts if fact.during.holds(self.instant)]

    def one(self, facts: tuple[Stated[T], ...]) -> Stated[T] | None:
        """What is in force of a property that stands once, or None where nothing is stated."""
        for fact in facts:
            if fact.during.holds(self.instant):
                return fact
        return None

    def value(self, facts: tuple[Stated[T], ...]) -> T | None:
        """The value in force of a property that stands once, or None where nothing is stated."""
        fact = self.one(facts)
        return None if fact is None else fact.value

    def values(self, facts: tuple[Stated[T], ...]) -> list[T]:
        """The values in force of a property."""
        return [fact.value for fact in facts if fact.during.holds(self.instant)]

    def projection(self, make: Callable[[Snapshot], T]) -> T:
        """What a function makes of the snapshot; made once, however many rules ask."""
        if make not in self._projections:
            self._projections[make] = make(self)
        made: T = self._projections[make]
        return made

    @cached_property
    def elements(self) -> list[Element]:
        """Everything that exists, imported elements and parts included, in the order of file and position."""
        return [element for element in self.model.elements if element.lifetime.holds(self.instant)]

    def of(self, kind: type[E]) -> list[E]:
        """The existing elements of a kind (or of a class of kinds such as System), parts included."""
        if kind not in self._of:
            self._of[kind] = [element for element in self.elements if isinstance(element, kind)]
        return self._of[kind]

    @cached_property
    def systems(self) -> list[System]:
        """The outermost systems."""
        return [system for system in self.of(System) if system.parent is None]

    @cached_property
    def relations(self) -> list[Relation]:
        """The existing relations, in the order of the elements that state them."""
        instant = self.instant
        return [
            relation
            for element in self.elements
            if element.relations
            for relation in element.relations
            if relation.lifetime.holds(instant)
        ]

    @cached_property
    def dependencies(self) -> list[Arrow]:
        """Every dependency: `uses`, `reads`, `writes`, `wraps`, those inside one system included."""
        return [
            Arrow(relation.source.outermost, relation.target.outermost, relation)
            for relation in self.relations
            if relation.keyword in DEPENDENCY_KEYWORDS and relation.target is not None
        ]

    @cached_property
    def hostings(self) -> list[Arrow]:
        """Every `hosted-on`."""
        return [
            Arrow(relation.source.outermost, relation.target.outermost, relation)
            for relation in self.relations
            if relation.keyword == "hosted-on" and relation.target is not None
        ]

    @cached_property
    def holdings(self) -> list[Relation]:
        """Every `holds`."""
        return [relation for relation in self.relations if relation.keyword == "holds"]

    @cached_property
    def feeds(self) -> list[Arrow]:
        """Every replica of a store of another system, towards that system."""
        lifted = [
            Arrow(relation.source.outermost, relation.target.outermost, relation)
            for relation in self.holdings
            if relation.target is not None
        ]
        return [arrow for arrow in lifted if arrow.source is not arrow.target]

    @cached_property
    def holders(self) -> dict[Element, list[Relation]]:
        """The holdings of each data entity."""
        return _grouped((relation.data, relation) for relation in self.holdings)

    @cached_property
    def held(self) -> dict[Element, list[Relation]]:
        """What each store holds."""
        return _grouped((relation.source, relation) for relation in self.holdings)

    @cached_property
    def dependants(self) -> dict[Element, list[Arrow]]:
        """The dependencies on each outermost element, from other ones."""
        return _grouped((arrow.target, arrow) for arrow in self.dependencies if arrow.source is not arrow.target)

    @cached_property
    def suppliers(self) -> dict[Element, list[Arrow]]:
        """The dependencies of each outermost element, on other ones."""
        return _grouped((arrow.source, arrow) for arrow in self.dependencies if arrow.source is not arrow.target)

    @cached_property
    def users(self) -> dict[Element, list[Element]]:
        """The outermost elements that depend on each outermost element, each once."""
        return {target: list(dict.fromkeys(arrow.source for arrow in into)) for target, into in self.dependants.items()}

    @cached_property
    def links(self) -> dict[tuple[Element, Element], list[Relation]]:
        """The relations by which one outermost element depends on another, by the pair of them."""
        return _grouped(((arrow.source, arrow.target), arrow.relation) for arrow in self.dependencies)

    @cached_property
    def wrappers(self) -> dict[Element, list[Adaptor]]:
        """The adaptors that wrap each outermost system."""
        return _grouped(
            (arrow.target, arrow.source)
            for arrow in self.dependencies
            if arrow.relation.keyword == "wraps" and isinstance(arrow.source, Adaptor)
        )

    def external(self, element: Element) -> bool:
        """Whether the system in which an element stands is run by somebody else."""
        outermost = element.outermost
        return isinstance(outermost, System) and self.one(outermost.external) is not None

    def owner(self, element: Element) -> Organisation | None:
        """Who answers for an element: for anything in a system, whoever answers for the outermost system."""
        return self.value(element.outermost.owner) or self.value(element.owner)

    def family(self, element: Element) -> Organisation | None:
        """The top-most organisation above the owner of an element; None where the owner is unknown."""
        return self.topmost(self.owner(element))

    def topmost(self, organisation: Organisation | None) -> Organisation | None:
        """The top-most organisation above one; None where there is none, as in a circle."""
        passed: set[Organisation] = set()
        while organisation is not None and organisation not in passed:
            passed.add(organisation)
            parent = self.value(organisation.part_of)
            if parent is None:
                return organisation
            organisation = parent
        return None

    def crosses_border(self, source: Element, target: Element) -> bool:
        """Whether two elements belong to different families of organisations, both known."""
        one, other = self.family(source), self.family(target)
        return one is not None and other is not None and one is not other

    def interfaces(self, element: Element) -> list[Interface]:
        """The interfaces of an element, of its parts and of its stores."""
        return [inner for inner in element.inside() if isinstance(inner, Interface) and self.has(inner)]

    def stores(self, element: Element) -> list[Store]:
        """The stores of an element and of its parts; a store is its own."""
        return [inner for inner in element.inside() if isinstance(inner, Store) and self.has(inner)]

    def exposed(self, interface: Interface) -> list[Data]:
        """The data that passes through an interface."""
        return self.values(interface.exposes)

    def holding(self, store: Element, data: Element) -> Relation | None:
        """The statement by which a store holds an entity, if it does."""
        return next((holding for holding in self.held.get(store, ()) if holding.data is data), None)

    def stores_behind(self, way_in: Element, data: Element) -> list[Store]:
        """The stores that stand behind an interface, a store or a system for an entity.

        Of an interface of a store that store, whatever it holds; of a system those of its stores that hold
        the entity; of an adaptor without stores those of what it wraps.
        """
        owner = way_in.parent if isinstance(way_in, Interface) else way_in
        if isinstance(owner, Store):
            return [owner]
        return self._holding_stores(owner, data) if owner is not None else []

    def _holding_stores(self, system: Element, data: Element) -> list[Store]:
        found: list[Store] = []
        pending, passed = [system], set[Element]()
        while pending:
            inner = pending.pop()
            home = inner if inner in self._storing else inner.outermost
            if home in self._storing or not isinstance(home, Adaptor):
                found += self._keeping.get((home, data), [])
            elif home not in passed:
                passed.add(home)
                pending += reversed(self._wrapped_by(home))
        return found

    def _wrapped_by(self, adaptor: Element) -> list[Element]:
        wraps = [relation for relation in adaptor.relations if relation.keyword == "wraps" and self.has(relation)]
        return [relation.target for relation in wraps if relation.target is not None]

    @cached_property
    def _storing(self) -> set[Element]:
        """The elements in which some store stands."""
        return {around for store in self.of(Store) for around in _around(store)}

    @cached_property
    def _keeping(self) -> dict[tuple[Element, Element], list[Store]]:
        """The stores in an element that hold an entity."""
        kept = {(holding.source, holding.data): holding.data for holding in self.holdings}
        return _grouped(
            ((around, data), store)
            for (store, _), data in kept.items()
            if isinstance(store, Store) and data is not None
            for around in _around(store)
        )


def _around(element: Element) -> Iterator[Element]:
    """The element and those in which it stands, from within."""
    inner: Element | None = element
    while inner is not None:
        yield inner
        inner = inner.parent


def nearest_system(element: Element) -> Element:
    """The system or part in which an element stands: itself, or the nearest around it; else the element."""
    return next((inner for inner in _around(element) if isinstance(inner, System)), element)


K = TypeVar("K")
V = TypeVar("V")


def _grouped(pairs: Iterable[tuple[K | None, V]]) -> dict[K, list[V]]:
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        if key is not None:
            groups.setdefault(key, []).append(value)
    return groups
