"""The model itself as JSON, version 1, with a published schema."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, Field, JsonValue

from archlint.escaping import for_json
from archlint.interchange.estate import Estate, plain
from archlint.interchange.exports.exported import Exported
from archlint.model.elements import Element
from archlint.model.relations import Relation

__all__ = ["export", "model_schema"]


class FactOut(BaseModel):
    """A property: its keyword, its value, and when it holds where that is not always."""

    name: str
    value: JsonValue
    clauses: dict[str, JsonValue] = Field({}, description="What stands after the value, such as `because`.")
    since: str | None = Field(
        None, description="The first day on which it holds, or a plateau without a date; null for always."
    )
    until: str | None = Field(
        None, description="The day from which it holds no more, or a plateau without a date; null for never."
    )


class RelationOut(BaseModel):
    """A relation between two elements, by their paths; `holds` without a master has no target."""

    kind: str
    source: str
    target: str | None
    data: str | None = None
    role: str | None = None
    via: str | None = None
    purpose: str | None = None
    bespoke: bool = False
    since: str | None = None
    until: str | None = None
    properties: list[FactOut] = []
    path: str = Field(description="The file that states it.")
    line: int


class ElementOut(BaseModel):
    """An element and all that it states of itself."""

    path: str
    kind: str
    title: str | None
    parent: str | None
    imported: bool = Field(description="Whether it is only known, from a file that another imports.")
    since: str | None = None
    until: str | None = None
    properties: list[FactOut]
    file: str = Field(description="The file that declares it.")
    line: int


class MomentOut(BaseModel):
    """A plateau; `at` is null where it comes after every date."""

    name: str
    at: str | None


class ModelOut(BaseModel):
    """A model, as `archlint export json` writes it."""

    version: int = 1
    archlint: str
    name: str
    at: str | None = Field(description="The date at which it stands; null for the whole of time.")
    plateaus: list[MomentOut]
    elements: list[ElementOut]
    relations: list[RelationOut]


def model_schema() -> dict[str, Any]:
    """The JSON Schema of the export."""
    schema = ModelOut.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "archlint model"}


def export(estate: Estate) -> Exported:
    """One document with everything but waivers."""
    import archlint
    from archlint.model.time import name_of

    elements = list(estate.elements)
    document = ModelOut(
        archlint=archlint.__version__,
        name=estate.model.name,
        at=None if estate.instant is None else name_of(estate.instant),
        plateaus=[MomentOut(name=moment.name, at=moment.at) for moment in estate.model.plateaus],
        elements=[_element(estate, element) for element in elements],
        relations=[_relation(estate, relation) for element in elements for relation in estate.relations(element)],
    )
    text = for_json(json.dumps(document.model_dump(exclude_defaults=False), indent=2, ensure_ascii=False)) + "\n"
    return Exported({"": text})


def _element(estate: Estate, element: Element) -> ElementOut:
    return ElementOut(
        path=element.path,
        kind=element.keyword,
        title=element.title,
        parent=element.parent.path if element.parent else None,
        imported=element.imported,
        properties=[_fact(estate, keyword, fact) for keyword, fact in estate.facts(element)],
        file=element.span.source.path,
        line=element.span.begin.line,
        **estate.dates(element.stated),
    )


def _fact(estate: Estate, keyword: str, fact: Any) -> FactOut:
    clauses = {name: plain(value) for name, value in fact.clauses.items()}
    return FactOut(name=keyword, value=plain(fact.value), clauses=clauses, **estate.dates(fact.during))


def _relation(estate: Estate, relation: Relation) -> RelationOut:
    return RelationOut(
        kind=relation.keyword,
        source=relation.source.path,
        target=relation.target.path if relation.target else None,
        data=relation.data.path if relation.data else None,
        role=relation.role,
        via=relation.via.path if relation.via else None,
        purpose=relation.purpose,
        bespoke=relation.bespoke,
        properties=[_fact(estate, keyword, fact) for keyword, facts in relation.facts.items() for fact in facts],
        path=relation.span.source.path,
        line=relation.span.begin.line,
        **estate.dates(relation.stated),
    )
