"""A workspace of Structurizr, as JSON."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from typing import Any

from archlint.escaping import for_json
from archlint.interchange.estate import Estate
from archlint.interchange.exports.exported import Exported
from archlint.interchange.keepsakes import DERIVED, relation_kept, statements_kept
from archlint.model.elements import Element
from archlint.model.relations import Relation
from archlint.model.statements import SYSTEM_KINDS

__all__ = ["export"]

Json = dict[str, Any]

_PLACES = ("softwareSystems", "containers", "components")
_TAGS = {"people": "Person", "softwareSystems": "Software System", "containers": "Container", "components": "Component"}
_DEEPEST = len(_PLACES) - 1


def export(estate: Estate) -> Exported:
    """Users are people, systems software systems, what stands in them containers and components; all else is a custom
    element. What Structurizr has no field for is in properties that archlint reads again; a part of a part of a part is
    left out."""
    return _Workspace(estate).exported()


class _Workspace:
    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.elements = list(estate.elements)
        self.left: Counter[str] = Counter()
        self.identifiers = {element: str(number) for number, element in enumerate(self.elements, 1)}
        self.written: dict[Element, Json] = {}
        self._number = len(self.elements)

    def exported(self) -> Exported:
        model: dict[str, list[Json]] = defaultdict(list)
        for element in self.elements:
            place, depth = _place(element)
            if depth > _DEEPEST:
                self.left[f"{element.keyword} nested deeper than components"] += 1
                continue
            found = self.written[element] = self._element(element, place)
            if element.parent is None:
                model[place].append(found)
            else:
                self.written[element.parent].setdefault(place, []).append(found)
        for element in list(self.written):
            self._relations(element)
        workspace = {
            "name": self.estate.model.name, "description": "Written by archlint.", "model": dict(model),
            "views": {"configuration": {}}, "configuration": {},
        }  # fmt: skip
        return Exported({"": for_json(json.dumps(workspace, indent=2, ensure_ascii=False)) + "\n"}, self.left)

    def _element(self, element: Element, place: str) -> Json:
        found: Json = {
            "id": self.identifiers[element],
            "name": element.title or element.name,
            "properties": statements_kept(self.estate, element),
            "tags": f"Element,{_TAGS.get(place, 'Element')}".removesuffix(",Element"),
        }
        for keyword, name in (("description", "description"), ("link", "url"), ("technology", "technology")):
            value = self.estate.value(element, keyword)
            if value:
                found[name] = value
        return found

    def _relations(self, element: Element) -> None:
        for relation in self.estate.relations(element):
            if relation.target is not None:
                self._relation(element, relation.target, relation)
        for _, fact in self.estate.facts(element):
            if isinstance(fact.value, Element) and fact.value.keyword == "user" and element.keyword in SYSTEM_KINDS:
                self._relation(fact.value, element, None)

    def _relation(self, source: Element, target: Element, relation: Relation | None) -> None:
        if source not in self.written or target not in self.written:
            self.left["relation to what is left out"] += 1
            return
        self._number += 1
        keyword = relation.keyword if relation else "uses"
        data = f" {relation.data.label}" if relation and relation.data else ""
        properties = relation_kept(self.estate, relation) if relation else {DERIVED: "yes"}
        found = {
            "id": str(self._number), "sourceId": self.identifiers[source], "destinationId": self.identifiers[target],
            "description": f"{keyword}{data}", "properties": properties, "tags": "Relationship",
        }  # fmt: skip
        if relation and relation.via:
            found["technology"] = relation.via.title or relation.via.name
        self.written[source].setdefault("relationships", []).append(found)


def _place(element: Element) -> tuple[str, int]:
    """The list in which an element stands, and how deep."""
    depth = element.path.count(".")
    if element.outermost.keyword in (*SYSTEM_KINDS, "store"):
        return _PLACES[min(depth, _DEEPEST)], depth
    return ("people" if element.keyword == "user" else "customElements"), depth * (_DEEPEST + 1)
