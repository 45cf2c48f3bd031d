"""Concepts as things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archlint.interchange.archimate.plateaus import Lifetimes
from archlint.interchange.archimate.remarks import Remarks
from archlint.interchange.archimate.statements import Concept, Contents
from archlint.interchange.archimate.words import technology_in
from archlint.interchange.foreign import Thing

__all__ = ["things_of"]


def things_of(
    contents: Contents,
    parents: Mapping[str, str],
    groups: Mapping[str, Sequence[str]],
    lifetimes: Lifetimes,
    remarks: Remarks,
) -> list[Thing]:
    """The concepts of a model as things, in the order of its files."""

    def thing(concept: Concept) -> Thing:
        around = (contents.concepts[group].name for group in groups.get(concept.key, ()))
        since, until = lifetimes.lives.get(concept.key, ("", ""))
        return Thing(
            concept.key, concept.kind, concept.name, concept.place,
            word=(concept.name or concept.kind).casefold(),
            parent=parents.get(concept.key),
            description=concept.documentation,
            technology=technology_in(concept.properties),
            tags=concept.tags,
            groups=(*concept.groups, *around),
            properties={**concept.properties, **remarks.properties.get(concept.key, {})},
            since=since, until=until,
        )  # fmt: skip

    return [thing(concept) for concept in contents.concepts.values()]
