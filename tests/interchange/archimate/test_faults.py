"""What is wrong in a file in ArchiMate is said where it stands, and hides nothing of the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archlint.diagnostics import Fault
from tests.interchange.archimate.writing import Element, Inputs, Model, Relation, exchange, folder, native, read, text

SHOP, BILLING = Element("a", "ApplicationComponent", "Shop"), Element("b", "ApplicationComponent", "Billing")


def faults(content: str | bytes, name: str = "model.archimate") -> list[str]:
    """What is wrong in a file, as `CODE line:column words`."""
    data = content.encode() if isinstance(content, str) else content
    return [told(fault) for fault in read([(Path(name), data)])[0].faults]


def told(fault: Fault) -> str:
    """A fault with its place and the words there."""
    line, column = fault.span.begin
    return f"{fault.code} {line}:{column} {fault.span.text[:40]}"


def whole(model: Model) -> str:
    """A model as Archi writes it."""
    return native(model)[0][1].decode()


def test_dangling_ends_are_told_and_left_out() -> None:
    """A relation to what the model does not hold is reported for each such end; the others stand."""
    relations = [
        Relation("1", "Serving", "b", "gone"),
        Relation("2", "Serving", "", "lost"),
        Relation("3", "Serving", "b", "a"),
    ]
    for inputs in (native(Model([SHOP, BILLING], relations)), folder(Model([SHOP, BILLING], relations))):
        foreign, _ = read(inputs)
        assert [fault.code for fault in foreign.faults] == ["MOD003"] * 3
        assert "`gone`" in foreign.faults[0].message
        assert len(foreign.links) == 1


def test_a_place_is_that_of_the_tag() -> None:
    """A fault shows the tag at which it is, after letters that take several bytes, too."""
    content = whole(Model([Element("a", "Node", "Zürich \U0001f600")], [Relation("r", "Serving", "a", "x")]))
    (fault,) = faults(content)
    assert fault.startswith("MOD003 7:5 <element xsi:type=")


def test_a_tag_over_several_lines_is_shown_by_its_name() -> None:
    """Of what coArchi writes over several lines that is shown which names the element."""
    things = read(folder(Model([SHOP])))[0].things
    assert things[0].place.text == 'name="Shop"'
    assert things[0].place.begin.line == 3


def test_unknown_concepts_are_told_with_the_nearest() -> None:
    """What is no concept of ArchiMate is reported once, and what leads to it is left out in silence."""
    content = whole(Model([Element("a", "AplicationComponent", "A"), SHOP], [Relation("r", "Serving", "a", "x")]))
    content = content.replace('target="x"', 'target="a"').replace('name="Shop" id="a"', 'name="Shop" id="b"')
    foreign, _ = read([(Path("m.archimate"), content.encode())])
    assert [(fault.code, fault.help) for fault in foreign.faults] == [
        ("MOD001", "did you mean `ApplicationComponent`?")
    ]
    assert [thing.name for thing in foreign.things] == ["Shop"]


def test_an_identifier_stated_twice_counts_once() -> None:
    """The first concept of an identifier counts, and the second is shown with it."""
    content = whole(Model([SHOP, Element("a", "Node", "Other")]))
    (fault,) = read([(Path("m.archimate"), content.encode())])[0].faults
    assert fault.code == "MOD005"
    assert fault.related[0].span.begin.line < fault.span.begin.line


@pytest.mark.parametrize("form", [native, exchange, folder])
def test_an_identifier_may_be_missing(form: Callable[[Model], Inputs]) -> None:
    """What has no identifier is in the model all the same; nothing can lead to it."""
    model = Model(
        [Element("", "Node", "A"), Element("", "Node", "B"), SHOP, BILLING], [Relation("", "Serving", "b", "a")]
    )
    foreign, _ = read(form(model))
    assert (foreign.faults, len(foreign.things), len(foreign.links)) == ([], 4, 1)


def test_a_file_that_stops_too_early_is_read_as_far_as_it_goes() -> None:
    """What stands in front of a missing end is in the model; the fault is where nothing is closed."""
    content = whole(Model([SHOP, BILLING])).partition("</folder>")[0]
    assert faults(content) == ['SYN002 3:3 <folder name="Elements" id="f1" type="ap']
    assert text([(Path("m.archimate"), content.encode())]) == ['system shop "Shop"', 'system billing "Billing"']


def test_what_stops_to_be_xml_is_read_up_to_there() -> None:
    """A broken tag ends what can be read, and the run says that the file was not read to its end."""
    content = whole(Model([SHOP, BILLING])).replace("</folder>", "</folders>", 1)
    assert [fault[:11] for fault in faults(content)] == ["SYN003 6:5 "]
    assert text([(Path("m.archimate"), content.encode())]) == ['system shop "Shop"', 'system billing "Billing"']


@pytest.mark.parametrize("namespace", ["http://www.archimatetool.com/Bogus", "urn:archimate"])
def test_a_namespace_that_only_looks_like_it_is_refused(namespace: str) -> None:
    """A model in another namespace is told from one that is broken."""
    content = f'<archimate:model xmlns:archimate="{namespace}" name="M"><folder name="F"/></archimate:model>'
    assert [fault[:10] for fault in faults(content)] == ["SYN003 1:1"]


def test_what_the_exchange_format_does_not_know_is_passed_over() -> None:
    """Elements of other namespaces may stand anywhere in the exchange format, and mean nothing here."""
    ((path, content),) = exchange(Model([SHOP]))
    extended = content.decode().replace(
        "<name>Shop</name>", '<name>Shop</name><x:note xmlns:x="urn:x"><x:name>N</x:name></x:note>'
    )
    foreign, _ = read([(path, extended.encode())])
    assert (foreign.faults, [thing.name for thing in foreign.things]) == ([], ["Shop"])


def test_a_file_without_the_namespace_of_types_is_read() -> None:
    """Some tools forget to declare what `xsi` is."""
    content = whole(Model([SHOP])).replace('xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ', "")
    assert faults(content) == []
    assert text([(Path("m.archimate"), content.encode())]) == ['system shop "Shop"']


@pytest.mark.parametrize("head", ["\n \n", "\ufeff", "<!-- a <tag> -->\n"])
def test_what_stands_in_front_of_a_model_does_no_harm(head: str) -> None:
    """Empty lines, a byte-order mark and comments may stand before the first tag."""
    content = whole(Model([SHOP]))
    content = content.partition("\n")[2] if head.startswith("<") else content
    foreign, _ = read([(Path("m.archimate"), (head + content).encode())])
    assert (foreign.faults, [thing.name for thing in foreign.things]) == ([], ["Shop"])


@pytest.mark.parametrize(
    "content", ["", "words", "<project><name>x</name></project>", "{}", "<", "<?xml version='1.0'?>"]
)
def test_what_is_no_archimate_is_refused_where_a_user_says_that_it_is(content: str) -> None:
    """Whatever is handed over ends in one fault."""
    assert [fault[:6] for fault in faults(content)] == ["SYN003"]


def test_very_many_faults_are_counted() -> None:
    """Of dangling relations by the thousand no more are told than people can use."""
    relations = [Relation(f"r{number}", "Serving", "a", f"gone{number}") for number in range(6000)]
    foreign, _ = read(native(Model([SHOP], relations)))
    assert len(foreign.faults) == 5000
    assert "1,000 more" in foreign.faults[-1].message
