"""What is said about concepts and relations beside their own statements: plateaus, gaps, and relations to relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from archlint.interchange.archimate.kinds import DATA
from archlint.interchange.archimate.plateaus import Lifetimes
from archlint.interchange.archimate.statements import Contents, Relation
from archlint.interchange.foreign import Link

__all__ = ["Remarks", "accesses_in", "remarks_on", "served_in"]


_ACCESSES = {"Access Read": "reads", "Access Write": "writes", "Access": "accesses"}


class Remarks(NamedTuple):
    """By the keys of concepts and relations: properties that others state of them, and the data that a relation is
    about."""

    properties: Mapping[str, Mapping[str, str]]
    data: Mapping[str, Sequence[str]]


def remarks_on(contents: Contents, groups: Mapping[str, Sequence[str]], lifetimes: Lifetimes) -> Remarks:
    """What a model says of its concepts and relations from outside.

    Data that is associated with a flow is what flows. Any other relation to a relation becomes a property of that to
    which it leads, as do the plateaus without a date and the gaps that hold something.
    """
    said: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    data: dict[str, list[str]] = defaultdict(list)
    for member, names in lifetimes.undated.items():
        said[member]["plateau"].update(dict.fromkeys(names))
    for member, around in groups.items():
        for group in around:
            if contents.concepts[group].kind == "Gap":
                said[member]["gap"][contents.concepts[group].name] = None
    for relation in contents.relations.values():
        for about, other in _about_relations(contents, relation):
            if _is_data_of(contents, relation, about, other):
                data[about].append(other)
            else:
                said[about][relation.kind.casefold()][_named(contents, other)] = None
    return Remarks({key: _joined(words) for key, words in said.items()}, data)


def accesses_in(links: Iterable[Link], contents: Contents) -> dict[str, dict[str, str]]:
    """What each concept reads, writes or accesses of which nobody says where it is kept, as properties: archlint has
    no other words for that."""
    said: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for link in links:
        if link.data is not None and link.data == link.target and link.kind in _ACCESSES:
            said[link.source][_ACCESSES[link.kind]][contents.concepts[link.data].name] = None
    return {key: _joined(words) for key, words in said.items()}


def served_in(links: Iterable[Link], contents: Contents) -> set[str]:
    """The actors of the business whom somebody else than the business serves."""
    actors = {key for key, concept in contents.concepts.items() if concept.kind == "BusinessActor"}
    return {link.source for link in links if link.kind == "Serving" and link.source in actors}


def _about_relations(contents: Contents, relation: Relation) -> Iterator[tuple[str, str]]:
    """The relations to which a relation leads, each with the other end; plateaus and gaps are told in their way."""
    for about, other in ((relation.source, relation.target), (relation.target, relation.source)):
        kind = contents.concepts[other].kind if other in contents.concepts else ""
        if about in contents.relations and kind not in ("Plateau", "Gap"):
            yield about, other


def _is_data_of(contents: Contents, relation: Relation, about: str, other: str) -> bool:
    concept = contents.concepts.get(other)
    flows = contents.relations[about].kind == "Flow" and relation.kind == "Association"
    return flows and concept is not None and concept.kind in DATA


def _named(contents: Contents, key: str) -> str:
    if key in contents.concepts:
        return contents.concepts[key].name or contents.concepts[key].kind
    relation = contents.relations[key]
    return relation.name or relation.kind


def _joined(words: Mapping[str, Mapping[str, None]]) -> dict[str, str]:
    return {key: ", ".join(filter(None, values)) for key, values in words.items()}
