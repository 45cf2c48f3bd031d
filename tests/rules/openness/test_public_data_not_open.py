"""OPN101: public data that is not open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.with_import import said_with_import

PUBLIC = "standard s { open }; standard t { proprietary }; data d { classification public }\n"
CLOSED = "platform p { interface j { bespoke; exposes d } }"


@pytest.mark.parametrize(
    "ways",
    [
        "interface i { proprietary; exposes d }",
        "interface i { bespoke; exposes d }",
        "interface i { standard t; exposes d }",
        "interface i { standard t; exposes d }; store k { interface j { bespoke; exposes d } }",
    ],
)
def test_every_interface_is_closed(ways: str) -> None:
    """The finding sits on the entity; the interfaces are shown with what closes them."""
    (finding,) = of("OPN101", f"{PUBLIC}platform p {{ {ways} }}")
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (1, "data d", ("d",))
    assert len(finding.related) == ways.count("exposes")
    assert "every interface that exposes it is closed" in finding.message
    assert all("`p." in label.message for label in finding.related)
    assert "`p`" in finding.help


@pytest.mark.parametrize(
    "text",
    [
        "platform p { interface i { standard s; exposes d }; interface j { bespoke; exposes d } }",
        "platform p { interface i { exposes d }; interface j { bespoke; exposes d } }",
        'platform p { interface j { bespoke; exposes d } }; extend d { open-data "OGL" }',
        "platform p { external; interface j { bespoke; exposes d } }",
        "platform x { external; interface i { standard s; exposes d } }; " + CLOSED,
        'data w { open-data "OGL" }; extend d { part-of w }; ' + CLOSED,
        "data w; extend d { part-of w }; platform x { interface i { standard s; exposes w } }; " + CLOSED,
        "platform p { interface j { bespoke } }",
    ],
    ids=[
        "one is open", "one may be open", "open data", "external only", "somebody else's is open",
        "the whole is open data", "the whole is exposed", "nothing exposes it",
    ],
)  # fmt: skip
def test_innocent_models(text: str) -> None:
    """One way that may be open, a publication, or what others run."""
    assert said("OPN101", PUBLIC + text) == []


@pytest.mark.parametrize("classification", ["official", "personal", "sensitive", ""])
def test_only_public_data_is_judged(classification: str) -> None:
    """Other data, and data of which nothing is stated, need not be open."""
    block = f"{{ classification {classification} }}" if classification else ""
    text = f"data d {block}; platform p {{ interface i {{ bespoke; exposes d }} }}"
    assert said("OPN101", text, profile="all") == []


def test_an_external_interface_beside_a_closed_own_one() -> None:
    """That somebody else's is closed too does not excuse."""
    text = (
        "platform p { external; interface i { bespoke; exposes d } }; legacy q { interface j { bespoke; exposes d } }"
    )
    (finding,) = of("OPN101", PUBLIC + text)
    assert "`q`" in finding.help


def test_a_part_is_exposed_with_the_whole() -> None:
    """A closed interface that exposes the whole exposes the part, and is no open way to it."""
    assert said(
        "OPN101", PUBLIC + "data w; extend d { part-of w }; platform p { interface j { bespoke; exposes w } }"
    ) == ["1: d"]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("store k { holds d }", True),
        ("", True),
        ("platform p { external; store k { holds d } }", False),
        ("platform p { external; store k { holds d } }; store own { holds d }", True),
        ("platform p { external; interface i { bespoke; exposes d } }", False),
        ("platform p { interface i { exposes d } }", False),
    ],
    ids=["held", "nowhere", "held by others", "held by others too", "exposed by others", "exposed"],
)
def test_that_no_interface_exposes_it_belongs_to_the_code_of_practice(text: str, spoken: bool) -> None:
    """The default profile does not ask what is not stated; and others' data is theirs."""
    assert "OPN101" not in {found.code for found in findings(PUBLIC + text)}
    assert bool(said("OPN101", PUBLIC + text, profile="code-of-practice")) is spoken


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "platform p { interface i { bespoke; exposes d }; interface j { standard s; exposes d; since 2015 } }",
            "resolved",
        ),
        ("platform p { interface i { bespoke since 2015; exposes d } }", "introduced"),
        ('platform p { interface i { bespoke; exposes d } }; extend d { open-data "x" until 2015 }', "introduced"),
    ],
)
def test_is_judged_at_each_time(text: str, status: str) -> None:
    """Interfaces and publication have their time."""
    (finding,) = of("OPN101", "plateau one { at 2014 }; plateau two { at 2016 };" + PUBLIC + text)
    assert finding.status.value == status


def test_imported_data_is_not_judged(tmp_path: Path) -> None:
    """An imported entity is no subject; an imported interface exposes an own one."""
    ways = "platform p { interface i { bespoke; exposes d } }"
    assert said_with_import(tmp_path, "OPN101", ways, PUBLIC) == []
    assert said_with_import(tmp_path, "OPN101", PUBLIC, ways) == ["1: d"]


def test_says_where_it_is_held_when_nothing_exposes_it() -> None:
    """What is missing, and where it would have to come from."""
    (finding,) = of("OPN101", PUBLIC + "system p { store k { holds d } }", profile="code-of-practice")
    assert "no interface exposes it" in finding.message
    assert [label.message for label in finding.related] == ["held in `p.k`"]
    assert "`p`" in finding.help


def test_help_names_the_first_system_that_could_open_it() -> None:
    """Of several the first; somebody else's is none."""
    way = "interface i { bespoke; exposes d }"
    ways = f"platform a {{ external; {way} }}; platform b {{ {way} }}; platform c {{ {way} }}"
    (finding,) = of("OPN101", PUBLIC + ways)
    assert "in `b`" in finding.help
    assert len(finding.related) == 3
