"""DAT109: shared data without an identifier."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.with_import import said_with_import

BODIES = "organisation one; organisation two\n"


def test_held_in_two_stores() -> None:
    """The finding sits on the entity; the stores are shown."""
    (finding,) = of("DAT109", "data d\nstore a { holds d as master }\nstore b { holds d }")
    assert (finding.span.begin.line, finding.elements) == (1, ("d",))
    assert [label.span.begin.line for label in finding.related] == [2, 3]


def test_read_across_a_border() -> None:
    """Organisations that pass an entity on need an identifier."""
    text = (
        BODIES + "data d\nsystem a { owner one; interface i { exposes d } }\nsystem b { owner two; reads d from a.i }"
    )
    (finding,) = of("DAT109", text)
    assert (finding.elements, [label.span.begin.line for label in finding.related]) == (("d",), [4])


def test_read_across_a_border_from_the_one_store() -> None:
    """One store is enough, when others read from it."""
    text = BODIES + "data d\nsystem a { owner one; store k { holds d } }\nsystem b { owner two; reads d from a.k }"
    assert said("DAT109", text) == ["2: d"]


@pytest.mark.parametrize(
    "text",
    [
        'data d { identifier "number" }; store a { holds d }; store b { holds d }',
        'data w { identifier "number" }; data d { part-of w }; store a { holds d }; store b { holds d }',
        "data d; store a { holds d as master; holds d }",
        "data d; store a { holds d }; system x { external; store b { holds d } }",
        "data d; system a { owner one; store s }; system b { owner one; reads d from a.s }",
        "data d; system a { store s }; system b { owner two; reads d from a.s }",
        "data d; system a { owner one; store s }; system b { owner two; writes d to a.s }",
        "data d; system a { owner one; store s }; system b { owner two; uses a.s }",
        "data d; system a { owner one; external; store s }; system b { owner two; reads d from a.s }",
    ],
    ids=[
        "stated", "stated of the whole", "one store", "the other is external", "within one family", "owner unknown",
        "written", "not read", "read from an external system",
    ],
)  # fmt: skip
def test_innocent_models(text: str) -> None:
    """One place, one family, an identifier, or what others run."""
    assert said("DAT109", BODIES + text) == []


def test_two_own_stores_beside_an_external_one() -> None:
    """A store of an external system neither counts nor excuses."""
    text = "data d; system x { external; store c { holds d } }; store a { holds d }; store b { holds d }"
    (finding,) = of("DAT109", text)
    assert "2 stores" in finding.message


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("data d; store a { holds d }; store b { holds d since 2015 }", "introduced"),
        ("data d; store a { holds d }; store b { holds d; until 2015 }", "resolved"),
        ('data d { identifier "x" since 2015 }; store a { holds d }; store b { holds d }', "resolved"),
    ],
)
def test_is_judged_at_each_time(text: str, status: str) -> None:
    """Stores and identifier have their time."""
    (finding,) = of("DAT109", f"plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; {text}")
    assert finding.status.value == status


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    text = "data d; store a { holds d as master }; store b { holds d }"
    assert "DAT109" not in {found.code for found in findings(text)}
    assert "DAT109" in {found.code for found in findings(text, profile="code-of-practice")}


def test_imported_data_is_not_judged(tmp_path: Path) -> None:
    """An imported entity is no subject; an imported store counts."""
    stores = "store a { holds d as master }; store b { holds d }"
    assert said_with_import(tmp_path, "DAT109", stores, "data d") == []
    assert said_with_import(tmp_path, "DAT109", "data d", stores) == ["1: d"]


def test_says_where_it_is_held_or_who_reads_it() -> None:
    """Held in several stores, which comes first; else read across a border, by whom."""
    one = BODIES + "data d\nsystem a { owner one; store k { holds d } }\nsystem b { owner two; reads d from a.k }"
    (finding,) = of("DAT109", one)
    assert "`d` is read across a border by `b`" in finding.message
    (finding,) = of("DAT109", one + "\nstore c { holds d }")
    assert "`d` is held in 2 stores" in finding.message
    assert [label.message for label in finding.related] == ["held in `a.k`", "held in `c`"]
