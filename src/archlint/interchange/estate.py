"""A model as a whole, or as it stands at an instant, for whoever writes it in another form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from archlint.language.library import std
from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.statements import Amount, Duration, Stated
from archlint.model.time import AFTER_EVERY_DATE, Interval, name_of

__all__ = ["Estate", "plain"]


class Estate(NamedTuple):
    """A model as a whole, or as it stands at an instant."""

    model: Model
    instant: int | None = None

    @property
    def elements(self) -> Iterator[Element]:
        """The elements that are part of it: those of the model's own files, and whatever these refer to; the library
        is not, for whoever reads the model has it."""
        wanted = {id(element) for element in self.model.own if self.has(element)}
        for element in self.model.own:
            wanted |= {id(other.outermost) for other in self._named_by(element) if id(element) in wanted}
        shown = (element for element in self.model.elements if id(element) in wanted or id(element.outermost) in wanted)
        return (element for element in shown if self.has(element) and element.span.source is not std())

    def _named_by(self, element: Element) -> Iterator[Element]:
        for _, fact in self.facts(element):
            if isinstance(fact.value, Element):
                yield fact.value
        for relation in self.relations(element):
            yield from (one for one in (relation.target, relation.data, relation.via) if one is not None)

    def relations(self, element: Element) -> Iterator[Relation]:
        """The relations that an element states."""
        return (relation for relation in element.relations if self.has(relation))

    def facts(self, element: Element) -> Iterator[tuple[str, Stated[Any]]]:
        """The properties of an element, by keyword."""
        for keyword, facts in element.facts.items():
            for fact in facts:
                if keyword not in ("allow", "since", "until") and self._holds(fact.during):
                    yield keyword, fact

    def value(self, element: Element, keyword: str) -> Any:
        """The first value of a property; None where it is not stated."""
        return next((fact.value for word, fact in self.facts(element) if word == keyword), None)

    def has(self, thing: Element | Relation) -> bool:
        """Whether an element or a relation is there."""
        return self._holds(thing.lifetime)

    def dates(self, during: Interval) -> dict[str, str]:
        """`since` and `until` as dates where they are stated; a plateau without a date by its name."""
        found = {"since": self._named(during.since), "until": self._named(during.until)}
        return {name: date for name, date in found.items() if date}

    def _named(self, instant: int) -> str | None:
        if instant != AFTER_EVERY_DATE:
            return name_of(instant)
        return next((moment.name for moment in self.model.plateaus if moment.instant == instant), None)

    def _holds(self, during: Interval) -> bool:
        return self.instant is None or during.holds(self.instant)


def plain(value: Any) -> Any:
    """A value as JSON has it: names for elements, text for amounts and durations."""
    if isinstance(value, Element):
        return value.path
    if isinstance(value, Amount):
        return {"amount": value.number, "currency": value.currency}
    if isinstance(value, Duration):
        return f"{value.length:g} {value.unit}"
    if isinstance(value, Relation):
        return value.text
    return [plain(item) for item in value] if isinstance(value, tuple) else value
