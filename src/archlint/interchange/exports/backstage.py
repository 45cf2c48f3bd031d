"""A catalogue of Backstage: an entity for each element, in YAML."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from archlint.interchange.estate import Estate
from archlint.interchange.exports.exported import Exported
from archlint.interchange.keepsakes import STATEMENT, statements_kept, written_relation
from archlint.model.elements import Element
from archlint.model.statements import SYSTEM_KINDS

__all__ = ["export"]

Json = dict[str, Any]

_KINDS = {"organisation": "Group", "interface": "API", "store": "Resource", **dict.fromkeys(SYSTEM_KINDS, "Component")}
_NAME = re.compile(r"[^A-Za-z0-9_.-]+")
_PREFIX = "archlint.dev/"


def export(estate: Estate) -> Exported:
    """Systems are components, interfaces APIs, stores resources, organisations groups. What a catalogue has no place
    for is in annotations that archlint reads again; users, data, capabilities and whatever else is no entity are left
    out, and what names them with them."""
    import yaml

    left: Counter[str] = Counter()
    elements = [element for element in estate.elements if element.keyword in _KINDS or not _count(left, element)]
    names = _names(elements)
    documents = [_entity(estate, element, names, left) for element in elements]
    text = yaml.safe_dump_all(documents, sort_keys=False, allow_unicode=True, explicit_start=True, width=120)
    return Exported({"": text}, left)


def _count(left: Counter[str], element: Element) -> bool:
    left[element.keyword] += 1
    return True


def _names(elements: list[Element]) -> dict[Element, str]:
    """The names of entities: a path, where its letters are those of a catalogue."""
    found: dict[Element, str] = {}
    taken: set[tuple[str, str]] = set()
    for number, element in enumerate(elements):
        name = _NAME.sub("-", element.path)[:63].strip("-_.") or f"entity-{number}"
        if (_KINDS[element.keyword], name.lower()) in taken:
            name = f"{name[:55]}-{number}"
        taken.add((_KINDS[element.keyword], name.lower()))
        found[element] = name
    return found


def _entity(estate: Estate, element: Element, names: dict[Element, str], left: Counter[str]) -> Json:
    kind = _KINDS[element.keyword]
    kept = statements_kept(estate, element, names)
    metadata: Json = {"name": names[element], "title": element.title or element.name}
    if description := estate.value(element, "description"):
        metadata["description"] = description
    spec: Json = {"type": element.keyword}
    if kind == "Component":
        spec["lifecycle"] = estate.value(element, "phase") or "unknown"
    if kind == "Group":
        spec["children"] = []
    owner = estate.value(element, "owner") or estate.value(element.outermost, "owner")
    if owner in names and kind != "Group":
        spec["owner"] = names[owner]
    if kind == "API":
        spec |= {"lifecycle": "unknown", "definition": ""}
    spec |= _related(estate, element, names, left, kept)
    if element.parent in names:
        kept["archlint.parent"] = f"{_KINDS[element.parent.keyword].lower()}:default/{names[element.parent]}"
    metadata["annotations"] = {f"{_PREFIX}{name.removeprefix('archlint.')}": value for name, value in kept.items()}
    return {"apiVersion": "backstage.io/v1alpha1", "kind": kind, "metadata": metadata, "spec": spec}


def _related(
    estate: Estate, element: Element, names: dict[Element, str], left: Counter[str], kept: dict[str, str]
) -> Json:
    spec: dict[str, list[str]] = {}
    provided = [names[child] for child in element.children if child.keyword == "interface" and child in names]
    if provided and element.keyword in SYSTEM_KINDS:
        spec["providesApis"] = provided
    for relation in estate.relations(element):
        target = relation.target
        if target is None:
            left["holds"] += relation.data not in names
            continue
        if target not in names:
            left["relation to what is left out"] += 1
            continue
        kept[f"{STATEMENT}.{len(kept)}"] = written_relation(estate, relation, names)
        if target.keyword == "interface":
            spec.setdefault("consumesApis", []).append(names[target])
        else:
            spec.setdefault("dependsOn", []).append(f"{_KINDS[target.keyword].lower()}:default/{names[target]}")
    if element.parent is not None and element.parent in names and element.keyword in SYSTEM_KINDS:
        spec["subcomponentOf"] = [names[element.parent]]
    return {name: value[0] if name == "subcomponentOf" else value for name, value in spec.items()}
