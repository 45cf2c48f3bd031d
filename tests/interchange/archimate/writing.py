"""Models in ArchiMate, written in each of its forms; what they come to in archlint."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from archlint.interchange.drafting import Draft
from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.formats import read_foreign
from archlint.interchange.roles import Selector
from archlint.language.files import Files

__all__ = [
    "Element", "Inputs", "Model", "Relation", "drafted", "exchange", "exchange_2", "folder", "native", "read", "text",
    "zipped",
]  # fmt: skip

Inputs = Sequence[tuple[Path, bytes]]


@dataclass(frozen=True)
class Element:
    """An element: `properties` by their names."""

    key: str
    kind: str
    name: str = ""
    documentation: str = ""
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Relation:
    """A relation; `access` is how the exchange format calls the type of an access."""

    key: str
    kind: str
    source: str
    target: str
    name: str = ""
    access: str = ""
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Model:
    """A model of elements and relations."""

    elements: Sequence[Element] = ()
    relations: Sequence[Relation] = ()


_ARCHI = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:archimate="http://www.archimatetool.com/archimate"'
)
_ACCESS = {"Write": "", "Read": ' accessType="1"', "": ' accessType="2"', "ReadWrite": ' accessType="3"'}


def native(model: Model, encoding: str = "UTF-8") -> Inputs:
    """Archi's own file."""
    elements = "".join(
        f'    <element xsi:type="archimate:{one.kind}" name={quoteattr(one.name)} id={quoteattr(one.key)}>'
        f"{_documentation(one.documentation)}{_pairs('property', one.properties)}</element>\n"
        for one in model.elements
    )
    relations = "".join(
        f'    <element xsi:type="archimate:{one.kind}Relationship" name={quoteattr(one.name)} id={quoteattr(one.key)}'
        f" source={quoteattr(one.source)} target={quoteattr(one.target)}"
        f"{_ACCESS[one.access] if one.kind == 'Access' else ''}>{_pairs('property', one.properties)}</element>\n"
        for one in model.relations
    )
    written = (
        f'<?xml version="1.0" encoding="{encoding}"?>\n<archimate:model {_ARCHI} name="M" id="m" version="5.0.0">\n'
        f'  <folder name="Elements" id="f1" type="application">\n{elements}  </folder>\n'
        f'  <folder name="Relations" id="f2" type="relations">\n{relations}  </folder>\n</archimate:model>\n'
    )
    return [(Path("model.archimate"), written.encode(encoding))]


def _documentation(words: str) -> str:
    return f"<documentation>{escape(words)}</documentation>" if words else ""


def _pairs(name: str, properties: dict[str, str]) -> str:
    return "".join(f"<{name} key={quoteattr(key)} value={quoteattr(value)}/>" for key, value in properties.items())


def exchange(model: Model, version: str = "3.0") -> Inputs:
    """A file in the Open Exchange format, version 3."""
    stated: list[dict[str, str]] = [one.properties for one in model.elements]
    stated += [one.properties for one in model.relations]
    names = sorted({name for properties in stated for name in properties})
    elements = "".join(
        f'    <element identifier={quoteattr(one.key)} xsi:type="{one.kind}">\n      <name>{escape(one.name)}</name>\n'
        f"{_documentation(one.documentation)}{_stated(one.properties, names)}    </element>\n"
        for one in model.elements
    )
    relations = "".join(
        f"    <relationship identifier={quoteattr(one.key)} source={quoteattr(one.source)}"
        f' target={quoteattr(one.target)} xsi:type="{one.kind}"{_typed(one)}>\n      <name>{escape(one.name)}</name>\n'
        f"{_stated(one.properties, names)}    </relationship>\n"
        for one in model.relations
    )
    defined = "".join(
        f'    <propertyDefinition identifier="p{number}" type="string"><name>{escape(name)}</name>'
        "</propertyDefinition>\n"
        for number, name in enumerate(names)
    )
    written = (
        f'<?xml version="1.0"?>\n<model xmlns="http://www.opengroup.org/xsd/archimate/{version}/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m">\n  <name>M</name>\n'
        f"  <elements>\n{elements}  </elements>\n  <relationships>\n{relations}  </relationships>\n"
        f"  <propertyDefinitions>\n{defined}  </propertyDefinitions>\n</model>\n"
    )
    return [(Path("model.xml"), written.encode())]


def _typed(one: Relation) -> str:
    return f' accessType="{one.access}"' if one.access else ""


def _stated(properties: dict[str, str], names: list[str]) -> str:
    stated = "".join(
        f'<property propertyDefinitionRef="p{names.index(name)}"><value>{escape(value)}</value></property>'
        for name, value in properties.items()
    )
    return f"      <properties>{stated}</properties>\n" if stated else ""


_OLD = {
    "Serving": "UsedBy", "Realization": "Realisation", "Specialization": "Specialisation",
    "TechnologyService": "InfrastructureService", "TechnologyInterface": "InfrastructureInterface",
    "TechnologyFunction": "InfrastructureFunction", "CommunicationNetwork": "Network", "Path": "CommunicationPath",
}  # fmt: skip


def exchange_2(model: Model) -> Inputs:
    """A file in the Open Exchange format of ArchiMate 2.1, with the names that things had then."""
    ((path, content),) = exchange(model)
    written = content.decode().replace("/archimate/3.0/", "/archimate")
    for new, old in _OLD.items():
        written = written.replace(f'xsi:type="{new}"', f'xsi:type="{old}"')
    for relation in {_OLD.get(one.kind, one.kind) for one in model.relations}:
        written = written.replace(f'xsi:type="{relation}"', f'xsi:type="{relation}Relationship"')
    head, _, definitions = written.partition("  <propertyDefinitions>")
    head = (
        head.replace("<name>", "<label>").replace("</name>", "</label>").replace("<label>M</label>", "<name>M</name>")
    )
    head = head.replace("propertyDefinitionRef=", "identifierref=")
    definitions = definitions.replace("propertyDefinition", "propertydef").replace(' type="string"><name>', ' name="')
    definitions = definitions.replace("</name></propertydef>", '" type="string"/>')
    return [(path, f"{head}  <propertydefs>{definitions}".replace("</propertydefs>", "</propertydefs>").encode())]


def zipped(model: Model) -> Inputs:
    """Archi's own file as it is when images belong to it."""
    ((path, content),) = native(model)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("model.xml", content)
        archive.writestr("images/_a.png", b"\x89PNG")
    return [(path, made.getvalue())]


def folder(model: Model) -> Inputs:
    """The files that coArchi makes of a model."""
    kinds = {one.key: one.kind for one in model.elements} | {
        one.key: f"{one.kind}Relationship" for one in model.relations
    }
    inputs = [(Path("model/folder.xml"), f'<archimate:ArchimateModel {_ARCHI} name="M" id="m"/>\n'.encode())]
    for element in model.elements:
        documentation = f"\n    documentation={quoteattr(element.documentation)}" if element.documentation else ""
        head = f"name={quoteattr(element.name)}\n    id={quoteattr(element.key)}{documentation}"
        inputs.append(_file(f"application/{element.kind}_{element.key}", element.kind, head, element.properties))
    for relation in model.relations:
        access = _ACCESS[relation.access] if relation.kind == "Access" else ""
        head = f"name={quoteattr(relation.name)}\n    id={quoteattr(relation.key)}{access}"
        ends = "".join(
            f'\n  <{end} xsi:type="archimate:{kinds.get(key)}" href={quoteattr(f"{kinds.get(key)}_{key}.xml#{key}")}/>'
            for end, key in (("source", relation.source), ("target", relation.target))
        )
        name = f"relations/{relation.kind}Relationship_{relation.key}"
        inputs.append(_file(name, f"{relation.kind}Relationship", head, relation.properties, ends))
    return inputs


def _file(name: str, kind: str, head: str, properties: dict[str, str], inside: str = "") -> tuple[Path, bytes]:
    written = (
        f"<archimate:{kind}\n    {_ARCHI}\n    {head}>{inside}{_pairs('properties', properties)}</archimate:{kind}>\n"
    )
    return Path(f"model/{name}.xml"), written.encode()


def read(inputs: Inputs, *roles: Selector) -> tuple[Foreign, Draft]:
    """What files state, and the same in archlint's language."""
    return read_foreign("archimate", inputs, Project(Files()), roles)


def drafted(elements: Iterable[Element], relations: Iterable[Relation] = (), *roles: Selector) -> list[str]:
    """The lines of archlint's language for a model in Archi's own form, without the import."""
    return text(native(Model(tuple(elements), tuple(relations))), *roles)


def text(inputs: Inputs, *roles: Selector) -> list[str]:
    """The lines of archlint's language for files, without the import."""
    _, draft = read(inputs, *roles)
    return [line for source in draft.sources for line in source.text.splitlines() if line not in ('import "std"', "")]
