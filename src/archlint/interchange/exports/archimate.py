"""ArchiMate Open Exchange, version 3."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from archlint.escaping import for_xml
from archlint.interchange.estate import Estate
from archlint.interchange.exports.exported import Exported
from archlint.interchange.keepsakes import DERIVED, relation_kept, statements_kept
from archlint.model.elements import Element
from archlint.model.relations import Relation
from archlint.model.statements import SYSTEM_KINDS

__all__ = ["export"]

_SPACE = "http://www.opengroup.org/xsd/archimate/3.0/"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"

_TYPES = {
    "user": "BusinessActor", "organisation": "BusinessActor", "supplier": "BusinessActor", "capability": "Capability",
    "data": "DataObject", "standard": "Constraint", "contract": "Contract", "commitment": "Goal", "plateau": "Plateau",
    "view": "Grouping", "interface": "ApplicationInterface", "store": "ApplicationComponent",
    **dict.fromkeys(SYSTEM_KINDS, "ApplicationComponent"),
}  # fmt: skip


def export(estate: Estate) -> Exported:
    """Systems and stores are application components, what stands in them is part of them; who provides serves who uses.
    What ArchiMate has no concept for is in properties that archlint reads again."""
    return _Exchange(estate).exported()


class _Exchange:
    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.elements = list(estate.elements)
        self.left: Counter[str] = Counter()
        self.identifiers = {element: f"e-{number}" for number, element in enumerate(self.elements, 1)}
        self.names: dict[str, str] = {}
        self._number = 0

    def exported(self) -> Exported:
        ElementTree.register_namespace("", _SPACE)
        root = ElementTree.Element(_tag("model"), {"identifier": "m-1"})
        root.set(_SCHEMA, f"{_SPACE} http://www.opengroup.org/xsd/archimate/3.1/archimate3_Model.xsd")
        _text(root, "name", self.estate.model.name)
        elements = ElementTree.SubElement(root, _tag("elements"))
        for element in self.elements:
            self._element(elements, element)
        relationships = ElementTree.SubElement(root, _tag("relationships"))
        for element in self.elements:
            self._related(relationships, element)
        if not len(relationships):
            root.remove(relationships)
        definitions = ElementTree.SubElement(root, _tag("propertyDefinitions"))
        for name, identifier in self.names.items():
            given = {"identifier": identifier, "type": "string"}
            _text(ElementTree.SubElement(definitions, _tag("propertyDefinition"), given), "name", name, language=False)
        ElementTree.indent(root)
        text = ElementTree.tostring(root, encoding="unicode", xml_declaration=True)
        return Exported({"": text.replace("encoding='us-ascii'", "encoding='UTF-8'") + "\n"}, self.left)

    def _element(self, parent: ElementTree.Element, element: Element) -> None:
        given = {"identifier": self.identifiers[element], _TYPE: _TYPES[element.keyword]}
        found = ElementTree.SubElement(parent, _tag("element"), given)
        _text(found, "name", element.title or element.name)
        if description := self.estate.value(element, "description"):
            _text(found, "documentation", description)
        self._properties(found, statements_kept(self.estate, element))

    def _properties(self, parent: ElementTree.Element, properties: dict[str, str]) -> None:
        held = ElementTree.SubElement(parent, _tag("properties"))
        for name, value in properties.items():
            reference = self.names.setdefault(name, f"p-{len(self.names) + 1}")
            given = {"propertyDefinitionRef": reference}
            _text(ElementTree.SubElement(held, _tag("property"), given), "value", value)

    def _related(self, parent: ElementTree.Element, element: Element) -> None:
        if element.parent is not None:
            self._relationship(parent, "Composition", element.parent, element, {DERIVED: "yes"})
        for source, target in self._named(element):
            self._relationship(parent, "Serving", source, target, {DERIVED: "yes"})
        for relation in self.estate.relations(element):
            if relation.target is None:
                continue
            kept = relation_kept(self.estate, relation)
            self._relationship(parent, "Serving", relation.target, element, kept, relation)

    def _named(self, element: Element) -> Iterator[tuple[Element, Element]]:
        for _, fact in self.estate.facts(element):
            if isinstance(fact.value, Element) and fact.value.keyword == "user":
                yield element, fact.value

    def _relationship(
        self, parent: ElementTree.Element, kind: str, source: Element, target: Element, properties: dict[str, str],
        relation: Relation | None = None,
    ) -> None:  # fmt: skip
        if source not in self.identifiers or target not in self.identifiers:
            self.left["relation to what is left out"] += 1
            return
        self._number += 1
        ends = {"source": self.identifiers[source], "target": self.identifiers[target]}
        found = ElementTree.SubElement(
            parent, _tag("relationship"), {"identifier": f"r-{self._number}", **ends, _TYPE: kind}
        )
        if relation is not None:
            _text(found, "name", relation.keyword)
        self._properties(found, properties)


def _tag(name: str) -> str:
    return f"{{{_SPACE}}}{name}"


def _text(parent: ElementTree.Element, tag: str, text: str, language: bool = True) -> None:
    found = ElementTree.SubElement(parent, _tag(tag), {_LANGUAGE: "en"} if language else {})
    found.text = for_xml(text)
