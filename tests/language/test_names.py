"""Names: where a path leads, what may share a name, and what is said where none leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, read_model
from archlint.model.elements import Element
from archlint.source import SourceFile
from tests.language.reading import codes, reading


def elements(*texts: str) -> dict[str, Element]:
    """The elements of texts by kind and path."""
    sources = tuple(SourceFile(f"model{number or ''}.arch", text) for number, text in enumerate(texts))
    read = read_model(Subject("model", (), sources), Settings(Path(__file__).parent))
    return {f"{element.keyword} {element.path}": element for element in read.model.elements}


def targets(*texts: str) -> list[str]:
    """Where the relations of texts lead, in order: kind and path."""
    ends = [relation.target for element in elements(*texts).values() for relation in element.relations]
    return [f"{end.keyword} {end.path}" for end in ends if end is not None]


def test_the_innermost_block_comes_first() -> None:
    """A path is looked up in the innermost block, then outward, then at the top."""
    text = """
    system x
    product a {
      system x
      uses x
      system part { uses x; system x }
      system other { uses x }
      system last { uses a.x }
    }
    product b { uses x }
    """
    assert targets(text) == ["system a.x", "system a.part.x", "system a.x", "system a.x", "system x"]


def test_a_path_begins_where_its_first_name_is_found() -> None:
    """A longer path is tried as a whole in each block."""
    text = (
        "product a { system b { interface i } system c { uses b.i } }\nsystem b { interface j }\nproduct d { uses b.j }"
    )
    assert targets(text) == ["interface a.b.i", "interface b.j"]


def test_order_and_file_do_not_matter() -> None:
    """A name may be used before it is declared, and in another file."""
    assert targets("product a { uses b.i }", "platform b { interface i }") == ["interface b.i"]


def test_groups_share_names() -> None:
    """A system, a capability, data and anything else may have one name; a reference looks among its own kinds."""
    text = """
    platform payments { provides payments }
    capability payments
    data payments
    organisation payments
    product shop { owner payments; uses payments; needs payments; reads payments from payments }
    """
    assert codes(text) == []
    shop = elements(text)["product shop"]
    assert [fact.value.keyword for word in ("owner", "needs") for fact in shop.facts[word]] == [
        "organisation",
        "capability",
    ]
    assert [relation.target.keyword for relation in shop.relations if relation.target] == ["platform", "platform"]
    assert shop.relations[1].data is not None
    assert shop.relations[1].data.keyword == "data"


def test_any_kind_is_looked_for_in_the_order_of_the_groups() -> None:
    """Where a statement takes any element, a system comes before a capability, data, and the others."""
    kinds = ["organisation", "data", "capability", "platform"]
    for count in range(1, 5):
        text = "\n".join(f"{kind} x" for kind in kinds[:count])
        commitment = elements(f"{text}\ncommitment c {{ delivers x }}")["commitment c"]
        assert [fact.value.keyword for fact in commitment.facts["delivers"]] == [kinds[count - 1]]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("product a\nplatform a", "platform a"),
        ("product a\nstore a", "store a"),
        ("organisation a\nuser a", "user a"),
        ("plateau a\nview a", "view a"),
        ("capability a\ncapability a", "capability a"),
        ("product p { interface i; store i }", "store i"),
        ("product a; product b; product a", "product a"),
    ],
)
def test_siblings_of_one_group_have_different_names(text: str, again: str) -> None:
    """The second of one name is a fault that shows both places."""
    (fault,) = reading(text)
    assert (fault.code, fault.span.text) == ("MOD005", again)
    assert len(fault.related) == 1
    assert fault.related[0].span.start < fault.span.start


def test_the_first_by_file_and_position_counts() -> None:
    """Whatever order files are given in, the first by path is the one that stands."""
    both = elements("product a { phase live }", "product a { phase beta }")
    assert [fact.value for fact in both["product a"].facts["phase"]] == ["live"]
    (fault,) = reading("product a", "product a")
    assert fault.span.source.path == "model1.arch"


def test_elsewhere_a_name_is_free() -> None:
    """Names in different blocks do not meet."""
    assert codes("product a { interface i }\nproduct b { interface i; system a }") == []


def test_an_unknown_name_suggests_the_nearest() -> None:
    """A misspelt path is told the nearest of the right kind."""
    (fault,) = reading("platform verify { interface sign-in }\nproduct a { uses verify.signin }")
    assert (fault.code, fault.span.text) == ("MOD003", "verify.signin")
    assert "`verify.sign-in`" in fault.help


def test_a_forgotten_block_is_suggested() -> None:
    """Where only the last word fits, the path that leads there is suggested."""
    (fault,) = reading("platform verify { interface sign-in }\nproduct a { uses sign-in }")
    assert "`verify.sign-in`" in fault.help


def test_nothing_near_is_not_suggested() -> None:
    """Where nothing is near, nothing is said."""
    (fault,) = reading("platform verify\nproduct a { uses zzz }")
    assert fault.help == ""


@pytest.mark.parametrize(
    ("statement", "path"),
    [
        ("owner acme", "acme"),
        ("uses land", "land"),
        ("supplied-by gds", "gds"),
        ("needs land", "land"),
        ("provides a", "a"),
        ("hosted-on a.i", "a.i"),
        ("since gds", "gds"),
        ("reads acme from a", "acme"),
    ],
)
def test_a_wrong_kind_shows_where_it_is_declared(statement: str, path: str) -> None:
    """A path to an element that the statement does not take is a fault of its own, with the declaration."""
    text = f"organisation gds\nsupplier acme\ndata land\nproduct a {{ interface i }}\nproduct b {{ {statement} }}"
    (fault,) = reading(text)
    assert (fault.code, fault.span.text, len(fault.related)) == ("MOD004", path, 1)


def test_one_unknown_name_of_a_list_is_one_fault() -> None:
    """The other names of the list are kept."""
    text = "capability a\ncapability b\nproduct p { needs a, zzz, b }"
    assert codes(text) == ["MOD003"]
    assert [fact.value.name for fact in elements(text)["product p"].facts["needs"]] == ["a", "b"]


def test_names_echo_no_mistake() -> None:
    """What a misspelt or a second declaration was to make known is not unknown in every place that uses it."""
    assert codes("platfrom pay { interface i }\nproduct a { uses pay.i; uses pay }") == ["MOD001"]
    assert codes("product a { inerface i }\nproduct b { uses a.i }") == ["MOD001"]
    assert codes("product a\nplatform a { interface i }\nproduct b { uses a.i }") == ["MOD005"]
    assert codes("product a { ownr gds; owner gds }") == ["MOD001", "MOD003"]


def test_std_is_hidden_by_an_own_declaration() -> None:
    """A model's own standard stands in the place of one of the library's, without a word."""
    own = 'import "std"\nstandard rest "Ours" { proprietary }\nproduct p { interface i { standard rest, json } }'
    assert codes(own) == []
    found = elements(own)
    assert (found["standard rest"].title, found["standard rest"].imported) == ("Ours", False)
    assert found["standard json"].imported


def test_std_must_be_imported() -> None:
    """Without the import its standards are unknown, and the import is what is suggested."""
    (fault,) = reading("product p { interface i { standard rest } }")
    assert (fault.code, 'import "std"' in fault.help) == ("MOD003", True)


def test_extensions_add_to_elements_of_other_files() -> None:
    """Statements, parts and relations of an extension belong to the element."""
    found = elements(
        'extend a { phase live; interface i; uses b }\nextend a.part { technology "x" }',
        "product a { system part; since 2014 }\nproduct b",
    )
    assert set(found["product a"].facts) == {"since", "phase"}
    assert "interface a.i" in found
    assert [relation.keyword for relation in found["product a"].relations] == ["uses"]
    assert set(found["system a.part"].facts) == {"technology"}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_an_extension_may_extend_what_another_declares(order: tuple[int, ...]) -> None:
    """Whichever comes first."""
    parts = ["product a", "extend a { system b }", "extend a.b { interface c }"]
    assert codes("\n".join(parts[number] for number in order) + "\nproduct d { uses a.b.c }") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("extend zzz { phase live }", "MOD003"),
        ("extend { phase live }", "MOD002"),
        ('extend "a" { phase live }', "MOD002"),
        ("product a\nextend a b { phase live }", "MOD002"),
        ("product a\nextend a { need-less }", "MOD001"),
        ("product a\nproduct b { extend a { phase live } }", "MOD001"),
        ("product a { interface i }\nextend a { interface i }", "MOD005"),
    ],
)
def test_faults_of_extensions(text: str, code: str) -> None:
    """What is wrong with an extension is one fault."""
    assert codes(text) == [code]


def test_unknown_keywords_say_where_they_belong() -> None:
    """A keyword in the wrong place is told its place; an unknown one the nearest."""
    assert "legacy" in reading("product a { triage defunct }")[0].help
    assert "top of a file" in reading("product a { product b }")[0].message
    assert "`owner`" in reading("product a { ownr b }")[0].help
    assert "meta" in reading('product a { colour "red" }')[0].help


def test_signatures_are_shown() -> None:
    """A statement that has not the form of its kind is told that form."""
    assert "reads REF(data) from" in reading("product a { reads }")[0].help
    assert "product ID [STRING]" in reading("product")[0].help
    assert "cost AMOUNT" in reading("product a { cost 12 }")[0].help


def test_extensions_nest_no_deeper_than_can_be_walked() -> None:
    """Extensions that add to extensions, last first, end in one finding, and soon."""
    steps = [f"extend {'.'.join(['a'] * depth)} {{ system a }}" for depth in range(1, 400)]
    faults = reading("\n".join(["product a", *reversed(steps)]))
    assert {fault.code for fault in faults} == {"SYN004", "MOD003"}
    assert [fault.code for fault in faults].count("SYN004") == 1


def test_a_fault_is_about_the_element_in_whose_block_it_stands() -> None:
    """Its subject is that element, a part by its path; at the top there is none, nor is one needed."""
    text = "product p { uses x; uzes y; phase gamma; system part { owner z } }\nextend p { uses w }\nprodct q"
    assert [(found.code, found.elements) for found in reading(text)] == [
        ("MOD003", ("p",)),
        ("MOD001", ("p",)),
        ("MOD002", ("p",)),
        ("MOD003", ("p.part",)),
        ("MOD003", ("p",)),
        ("MOD001", ()),
    ]


def test_a_view_finds_the_tags_of_every_statement() -> None:
    """An element that states its tags in two statements has all of them."""
    assert reading("product p { tags one; tags two }\nview v { show two }") == []


def test_a_view_shows_areas_as_it_does_tags() -> None:
    """The functional areas are words of the language, whether or not somebody uses them as tags."""
    assert reading("product p\nview v { show mission-it, p; hide back-office }") == []
