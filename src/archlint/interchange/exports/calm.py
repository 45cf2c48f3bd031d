"""A CALM architecture, release 1.1."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from archlint.escaping import for_json
from archlint.interchange.estate import Estate
from archlint.interchange.exports.exported import Exported
from archlint.interchange.keepsakes import DERIVED, relation_kept, statements_kept
from archlint.model.elements import Element
from archlint.model.statements import SYSTEM_KINDS

__all__ = ["export"]

Json = dict[str, Any]

_SCHEMA = "https://calm.finos.org/release/1.1/meta/calm.json"
_TYPES = {"user": "actor", "data": "data-asset", "store": "database", "interface": "service"}


def export(estate: Estate) -> Exported:
    """Each element is a node, each relation a relationship that connects two; what stands in a system composes it. What
    CALM has no place for is in metadata that archlint reads again."""
    elements = list(estate.elements)
    known = set(elements)
    left: Counter[str] = Counter()
    relationships: list[Json] = []
    for element in elements:
        parts = [child.path for child in element.children if child in known]
        if parts:
            composed = {"composed-of": {"container": element.path, "nodes": parts}}
            relationships.append(_relationship(len(relationships), "", composed, {DERIVED: "yes"}))
        for relation in estate.relations(element):
            if relation.target is None:
                continue
            if relation.target not in known:
                left["relation to what is left out"] += 1
                continue
            ends = {"source": {"node": element.path}, "destination": {"node": relation.target.path}}
            kept = relation_kept(estate, relation)
            relationships.append(_relationship(len(relationships), relation.keyword, {"connects": ends}, kept))
        users = [fact.value.path for _, fact in estate.facts(element) if _is_user(fact.value)]
        if users and element.keyword in SYSTEM_KINDS:
            for user in users:
                met = {"interacts": {"actor": user, "nodes": [element.path]}}
                relationships.append(_relationship(len(relationships), "", met, {DERIVED: "yes"}))
    document = {
        "$schema": _SCHEMA, "nodes": [_node(estate, element) for element in elements], "relationships": relationships,
    }  # fmt: skip
    return Exported({"": for_json(json.dumps(document, indent=2, ensure_ascii=False)) + "\n"}, left)


def _is_user(value: object) -> bool:
    return isinstance(value, Element) and value.keyword == "user"


def _node(estate: Estate, element: Element) -> Json:
    return {
        "unique-id": element.path,
        "node-type": _TYPES.get(element.keyword, "system"),
        "name": element.title or element.name,
        "description": estate.value(element, "description") or "",
        "metadata": [statements_kept(estate, element)],
    }


def _relationship(number: int, description: str, kind: Json, metadata: dict[str, str]) -> Json:
    said = {"description": description} if description else {}
    return {"unique-id": f"relationship-{number + 1}", **said, "relationship-type": kind, "metadata": [metadata]}
