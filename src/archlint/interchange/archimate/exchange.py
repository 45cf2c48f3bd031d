"""The Open Exchange format, in the namespaces of 3.x and in that of 2.1."""

from __future__ import annotations

from collections.abc import Mapping

from archlint.interchange.archimate import words
from archlint.interchange.archimate.kinds import ELEMENTS, RELATIONS, kind_of
from archlint.interchange.archimate.statements import Concept, Contents, Relation
from archlint.interchange.archimate.xml_tree import Node

__all__ = ["read_file"]

_ACCESS = {"read": "Read", "write": "Write", "readwrite": "ReadWrite"}

Groups = Mapping[str, tuple[str, ...]]


def read_file(root: Node) -> Contents:
    """What a file in the exchange format states."""
    contents = Contents()
    names, groups = _property_names(root), _organisation(root)
    for around in root.all("elements"):
        for node in around.all("element"):
            _take(node, names, groups, contents)
    for around in root.all("relationships"):
        for node in around.all("relationship"):
            _take(node, names, groups, contents)
    return contents


def _take(node: Node, names: Mapping[str, str], groups: Groups, contents: Contents) -> None:
    type = node.type or node.get("type")
    kind, key = kind_of(type), contents.key_of(node.get("identifier"))
    known = contents.relations.get(key) or contents.concepts.get(key)
    if kind not in (RELATIONS if node.name == "relationship" else ELEMENTS):
        contents.unknown.add(key)
        contents.faults.append(words.unknown_kind(type, node.place))
    elif known:
        contents.faults.append(words.duplicate(key, node.place, known.place))
    elif node.name == "relationship":
        contents.relations[key] = _relation(key, node, kind, names, groups)
    else:
        contents.concepts[key] = Concept(
            key, kind, _name(node), node.place, words.documentation(node.first("documentation")),
            _properties(node, names), groups=groups.get(key, ()),
        )  # fmt: skip


def _relation(key: str, node: Node, kind: str, names: Mapping[str, str], groups: Groups) -> Relation:
    access = _ACCESS.get(node.get("accessType").casefold(), "")
    return Relation(
        key, kind, _end(node, "source"), _end(node, "target"), _name(node), node.place,
        words.documentation(node.first("documentation")), _properties(node, names), (), groups.get(key, ()),
        access if kind == "Access" else "",
    )  # fmt: skip


def _end(node: Node, name: str) -> str:
    """The identifier of an end: an attribute; some tools write a part of that name."""
    return node.get(name) or node.first(name).strip()


def _name(node: Node) -> str:
    """The first name, or what 2.1 calls a label; the languages that follow are not looked at."""
    return words.name(node.first("name", "label"))


def _properties(node: Node, names: Mapping[str, str]) -> dict[str, str]:
    stated = [part for around in node.all("properties") for part in around.all("property")]
    return words.properties((_property_name(part, names), part.first("value") or part.get("value")) for part in stated)


def _property_name(node: Node, names: Mapping[str, str]) -> str:
    key = node.get("propertyDefinitionRef") or node.get("identifierref")
    return names.get(key) or node.get("key") or key


def _property_names(root: Node) -> dict[str, str]:
    """The names of the properties that the file defines, by their identifiers."""
    found = {}
    for around in root.all("propertyDefinitions", "propertydefs"):
        for node in around.all("propertyDefinition", "propertydef"):
            found[node.get("identifier")] = _name(node) or words.name(node.get("name"))
    return found


def _organisation(root: Node) -> dict[str, tuple[str, ...]]:
    """The labels of the items that lead to each concept, the outermost first; of several ways the first counts."""
    found: dict[str, tuple[str, ...]] = {}
    waiting: list[tuple[Node, tuple[str, ...]]]
    waiting = [(node, ()) for node in reversed(list(root.all("organizations", "organization")))]
    while waiting:
        node, around = waiting.pop()
        for item in node.all("item"):
            key, label = item.get("identifierRef") or item.get("identifierref"), words.name(item.first("label"))
            if key:
                found.setdefault(key, around)
            else:
                waiting.append((item, (*around, label) if label else around))
    return found
