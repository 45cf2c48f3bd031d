"""Concepts as things."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from archlint.interchange.archimate.kinds import SERVICES
from archlint.interchange.archimate.plateaus import Lifetimes
from archlint.interchange.archimate.remarks import Remarks
from archlint.interchange.archimate.statements import Concept, Contents
from archlint.interchange.archimate.wholes import Wholes
from archlint.interchange.archimate.words import technology_in
from archlint.interchange.foreign import Thing

__all__ = ["Context", "things_of"]


class Context(NamedTuple):
    """All that is known of the concepts of a model besides what they state themselves."""

    contents: Contents
    wholes: Wholes
    groups: Mapping[str, Sequence[str]]
    lifetimes: Lifetimes
    remarks: Remarks
    accesses: Mapping[str, Mapping[str, str]]
    served: Container[str]


def things_of(context: Context) -> list[Thing]:
    """The concepts of a model as things, in the order of its files."""
    return [_thing(concept, context) for concept in context.contents.concepts.values()]


def _thing(concept: Concept, context: Context) -> Thing:
    concepts, key = context.contents.concepts, concept.key
    around = (concepts[group].name for group in context.groups.get(key, ()))
    since, until = context.lifetimes.lives.get(key, ("", ""))
    remarks = {**context.remarks.properties.get(key, {}), **context.accesses.get(key, {})}
    return Thing(
        key, _kind(concept, context), concept.name, concept.place,
        word=(concept.name or concept.kind).casefold(),
        parent=context.wholes.parents.get(key),
        description=concept.documentation,
        technology=technology_in(concept.properties),
        tags=concept.tags,
        groups=(*concept.groups, *around),
        properties={**remarks, **concept.properties},
        since=since, until=until,
    )  # fmt: skip


def _kind(concept: Concept, context: Context) -> str:
    """The kind, with a word behind that of a service which no one system offers, and of an actor whom one serves."""
    if concept.kind in SERVICES and concept.key not in context.wholes.parents:
        return f"{concept.kind} {'of several' if concept.key in context.wholes.several else 'of nobody'}"
    return f"{concept.kind} served" if concept.key in context.served else concept.kind
