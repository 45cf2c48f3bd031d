"""Which statement may stand where, read off the classes of the model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from archlint.model.elements import KINDS, TOP, Element, System
from archlint.model.relations import BLOCK_STATEMENTS, RELATIONS
from archlint.model.statements import STRING, Property, Reference, Statement

__all__ = ["DIRECTIVES", "TOP", "kinds_in", "place_of", "properties_of", "statements_in", "words_in"]

DIRECTIVES: dict[str, Statement] = {
    "import": Statement("import", (STRING,), "Takes in another file, a directory, or `std`.", dated=False),
    "extend": Statement("extend", (Reference.to(),), "Adds statements to an element.", dated=False, block=True),
}
"""The statements of a file that declare nothing."""


@cache
def properties_of(kind: str) -> Mapping[str, Property[object]]:
    """The properties of a kind by keyword, those of every element last."""
    classes = [cls for cls in KINDS[kind].__mro__ if issubclass(cls, Element)]
    return {value.keyword: value for cls in classes for value in vars(cls).values() if isinstance(value, Property)}


@cache
def kinds_in(place: str) -> tuple[str, ...]:
    """The kinds that may be declared in a place: `top` or an element of that kind."""
    return tuple(keyword for keyword, kind in KINDS.items() if place in kind.stands)


@cache
def statements_in(place: str) -> Mapping[str, Statement]:
    """The statements that a place takes, declarations apart: `top`, a kind, or a relation's keyword."""
    if place == TOP:
        return DIRECTIVES
    if place in RELATIONS:
        return {word: properties_of("organisation")[word].statement for word in BLOCK_STATEMENTS}
    own = {word: value.statement for word, value in properties_of(place).items()}
    return {**own, **_relations_of(place)}


def _relations_of(kind: str) -> dict[str, Statement]:
    if kind == "store":
        return {"holds": RELATIONS["holds"]}
    if not issubclass(KINDS[kind], System):
        return {}
    return {word: relation for word, relation in RELATIONS.items() if _fits(word, kind)}


def _fits(relation: str, kind: str) -> bool:
    return relation != "holds" and (relation != "wraps" or kind == "adaptor")


@cache
def words_in(place: str) -> frozenset[str]:
    """Every keyword that may begin a statement in a place: any that there is, where the place is none that is known."""
    if place == "extend" or (place != TOP and place_of(place) is None):
        return frozenset().union(*(words_in(kind) for kind in KINDS))
    return frozenset((*kinds_in(place), *statements_in(place)))


def place_of(keyword: str) -> str | None:
    """The place that the block of such a statement is, or None where it takes none."""
    return keyword if keyword in KINDS or keyword in RELATIONS or keyword == "extend" else None
