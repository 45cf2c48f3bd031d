"""The same model in each of its forms is the same model."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange.archimate.kinds import ELEMENTS, RELATIONS
from archlint.interchange.foreign import Foreign
from archlint.interchange.formats import detected
from tests.interchange.archimate.writing import (
    Element,
    Inputs,
    Model,
    Relation,
    exchange,
    exchange_2,
    folder,
    native,
    read,
    text,
    zipped,
)

CORPUS = Path(os.environ.get("ARCHLINT_SHARED", "../shared")) / "corpora" / "archimate"

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=8)
KEYS = st.integers(0, 7).map("id-{}".format)
PROPERTIES = st.dictionaries(st.sampled_from(["owner", "date", "Technology", "é"]), NAMES.filter(bool), max_size=2)
ELEMENT = st.builds(Element, KEYS, st.sampled_from(sorted(ELEMENTS)), NAMES, NAMES, PROPERTIES)


def relations() -> st.SearchStrategy[list[Relation]]:
    """Relations between any of the elements, and to each other; every access states its type."""
    types = st.sampled_from(["Read", "Write", "ReadWrite"])
    one = st.builds(
        lambda kind, source, target, name, type, properties: (kind, source, target, name, type, properties),
        st.sampled_from(sorted(RELATIONS)), KEYS | st.sampled_from(["r-0", "r-1"]), KEYS | st.just("r-0"), NAMES, types,
        PROPERTIES,
    )  # fmt: skip
    return st.lists(one, max_size=10).map(
        lambda all: [
            Relation(f"r-{number}", kind, source, target, name, type if kind == "Access" else "", properties)
            for number, (kind, source, target, name, type, properties) in enumerate(all)
        ]
    )


def meaning(foreign: Foreign) -> tuple[object, ...]:
    """What a model states, whatever its order."""
    things = {
        (thing.key, thing.kind, thing.name, thing.parent, thing.description, thing.since, thing.until,
         tuple(sorted(thing.properties.items())))
        for thing in foreign.things
    }  # fmt: skip
    links = Counter(
        (link.kind, link.source, link.target, link.data, link.description, link.technology, tuple(sorted(link.tags)),
         tuple(sorted(link.properties.items())), link.since, link.until)
        for link in foreign.links
    )  # fmt: skip
    states = [(state.name, state.at) for state in foreign.states]
    return things, links, states, Counter(fault.code for fault in foreign.faults)


FORMS = [exchange, lambda model: exchange(model, "3.1"), lambda model: exchange(model, "3.2"), zipped, folder]


@given(st.lists(ELEMENT, unique_by=lambda element: element.key, max_size=8), relations())
def test_every_form_states_the_same(elements: list[Element], between: list[Relation]) -> None:
    """The native file, its ZIP, coArchi's folder and the exchange format in each version give the same graph."""
    model = Model(elements, between)
    stated = meaning(read(native(model))[0])
    assert [meaning(read(form(model))[0]) for form in FORMS] == [stated] * len(FORMS)
    assert meaning(read(exchange_2(model))[0]) == stated


@given(st.lists(ELEMENT, unique_by=lambda element: element.key, max_size=8), relations())
def test_a_model_beside_itself_is_the_same_model(elements: list[Element], between: list[Relation]) -> None:
    """What two files state alike is stated once."""
    model = Model(elements, between)
    ((path, content),) = native(model)
    once, twice = read([(path, content)])[0], read([(path, content), (path.with_stem("copy"), content)])[0]
    assert meaning(once)[:3] == meaning(twice)[:3]


def test_two_models_may_use_the_same_identifiers() -> None:
    """The identifiers of a file mean nothing in another: elements of other names are others."""
    one = native(
        Model([Element("1", "Node", "Alpha"), Element("2", "Node", "Beta")], [Relation("3", "Serving", "1", "2")])
    )
    ((path, content),) = native(Model([Element("1", "Node", "Gamma"), Element("2", "Node", "Beta")]))
    assert text([*one, (path.with_stem("other"), content)]) == [
        'system alpha "Alpha"', 'system beta "Beta" {', "  uses alpha", "}", 'system gamma "Gamma"',
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16", "ISO-8859-1", "windows-1252"])
def test_any_encoding_that_a_document_declares_is_read(encoding: str) -> None:
    """A name is the same in whatever encoding the file is."""
    assert text(native(Model([Element("1", "Node", "Zürich")]), encoding)) == ['system zürich "Zürich"']


def test_a_namespace_may_have_any_prefix() -> None:
    """Tools that put a prefix on every element are understood."""
    ((path, content),) = exchange(Model([Element("1", "Node", "Alpha"), Element("2", "Node", "Beta")]))
    prefixed = content.decode().replace("</", "</ns0:").replace("<ns0:/", "</")
    for name in ("model", "name", "elements", "element", "relationships", "propertyDefinitions"):
        prefixed = prefixed.replace(f"<{name} ", f"<ns0:{name} ").replace(f"<{name}>", f"<ns0:{name}>")
    assert text([(path, prefixed.replace("xmlns=", "xmlns:ns0=").encode())]) == [
        'system alpha "Alpha"',
        'system beta "Beta"',
    ]


def test_models_of_the_first_archi_are_read() -> None:
    """Its namespace was another, and so were the names of some concepts."""
    elements = [Element("1", "ApplicationComponent", "A"), Element("2", "InfrastructureService", "B")]
    relations = [Relation("4", "UsedBy", "2", "1"), Relation("5", "Realisation", "3", "2")]
    ((path, content),) = native(Model([*elements, Element("3", "Node", "C")], relations))
    old = content.replace(b"www.archimatetool.com", b"www.bolton.ac.uk")
    assert text([(path, old)])[:2] == ['system a "A" {', "  uses c.b"]


@pytest.mark.parametrize("namespace", ["", ' xmlns="http://www.archimatetool.com/archimate"'])
def test_the_exchange_format_is_known_by_its_shape(namespace: str) -> None:
    """A file that has lost its namespace, or got that of Archi, is read as what it looks like."""
    ((path, content),) = exchange(Model([Element("1", "Node", "A")]))
    changed = content.replace(b' xmlns="http://www.opengroup.org/xsd/archimate/3.0/"', namespace.encode())
    assert changed != content
    assert detected(path.name, changed) == "archimate"
    assert text([(path, changed)]) == ['system a "A"']


def test_what_is_drawn_counts_once() -> None:
    """An element and a relation that stand in several views are one element and one relation."""
    ((path, content),) = native(
        Model([Element("1", "Node", "A"), Element("2", "Node", "B")], [Relation("3", "Serving", "1", "2")])
    )
    view = (
        '<folder name="Views" type="diagrams"><element xsi:type="archimate:ArchimateDiagramModel" name="V" id="v{0}">'
        '<child xsi:type="archimate:DiagramObject" id="o{0}" archimateElement="1"><sourceConnection'
        ' xsi:type="archimate:Connection" id="c{0}" source="o{0}" target="o" archimateRelationship="3"/></child>'
        "</element></folder>"
    )
    views = "".join(map(view.format, range(3)))
    drawn = content.decode().replace("</archimate:model>", f"{views}</archimate:model>").encode()
    assert meaning(read([(path, drawn)])[0]) == meaning(read([(path, content)])[0])


def test_specialisations_are_tags() -> None:
    """What a concept is a specialisation of, in Archi's file and in coArchi's, is a tag."""
    model, component = "archimate:ArchimateModel", "archimate:ApplicationComponent"
    root = (
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:archimate="http://www.archimatetool.com/archimate"'
    )
    whole = (
        f'<archimate:model {root} name="M" id="m"><profile name="Micro service" id="p"/>'
        '<folder name="A" type="application"><element xsi:type="archimate:ApplicationComponent" name="Shop" id="a"'
        ' profiles="p"/></folder></archimate:model>'
    )
    parts = [
        (Path("model/folder.xml"), f'<{model} {root}><profiles name="Micro service" id="p"/></{model}>'),
        (Path("model/application/folder.xml"), f'<archimate:Folder {root} name="Applications" type="application"/>'),
        (
            Path("model/application/x.xml"),
            f'<{component} {root} name="Shop" id="a"><profiles href="../folder.xml#p"/></{component}>',
        ),
    ]  # fmt: skip
    expected = ['system shop "Shop" {', "  tags micro-service", "}"]
    assert text([(Path("model.archimate"), whole.encode())]) == expected
    inputs = [(path, content.encode()) for path, content in parts]
    assert text(inputs) == expected
    assert read(inputs)[0].things[0].groups == ("Applications",)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpora are not here")
def test_archisurance_is_the_same_in_both_forms() -> None:
    """A model of somebody else's, exported from Archi, states in the exchange format what it states in its own."""
    beside = CORPUS / "archimatetool+OpenGroupXMLExchange/org.opengroup.archimate.xmlexchange.tests/testdata"
    forms = [named(beside / f"archisurance.{ending}") for ending in ("archimate", "xml")]
    assert forms[0] == forms[1]


def named(path: Path) -> tuple[Iterable[object], ...]:
    """What a file states, by identifiers without what the exchange format has to put in front of them."""
    foreign = read([(path, path.read_bytes())])[0]
    plain: Callable[[str | None], str | None] = lambda key: key.removeprefix("id-") if key else key  # noqa: E731
    return (
        {
            (plain(thing.key), thing.kind, thing.name, plain(thing.parent), thing.description)
            for thing in foreign.things
        },
        Counter(
            (link.kind, plain(link.source), plain(link.target), plain(link.data), link.description)
            for link in foreign.links
        ),
    )


def test_inputs_are_only_bytes(tmp_path: Path) -> None:
    """Nothing is written and nothing else is read: the paths need not exist."""
    inputs: Inputs = [(tmp_path / "nowhere" / "model.archimate", native(Model([Element("1", "Node", "A")]))[0][1])]
    assert text(inputs) == ['system a "A"']
    assert list(tmp_path.iterdir()) == []
