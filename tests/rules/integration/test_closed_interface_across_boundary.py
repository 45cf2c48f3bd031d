"""INT103: closed ways across borders."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

ORGANISATIONS = "organisation x\norganisation y\norganisation y2 { part-of y }\n"


def test_a_closed_interface_between_two_families() -> None:
    """The finding sits on the relation, shows the interface, and names both families and the better way."""
    text = (
        f'import "std"\n{ORGANISATIONS}system b {{ owner y2; interface i {{ proprietary }} }}\n'
        "adaptor g { owner y; wraps b; interface o { standard rest } }\nproduct a { owner x; uses b.i }"
    )
    (finding,) = of("INT103", text)
    assert (finding.span.text, finding.elements) == ("uses b.i", ("a", "b", "b.i"))
    assert finding.message == "`a` of `x` reaches `b` of `y` by a closed way: `b.i` is proprietary"
    assert [label.span.begin.line for label in finding.related] == [5]
    assert finding.help == "`uses g.o` instead, which is open"


@pytest.mark.parametrize("kind", ["platform", "adaptor", "product", "legacy", "system"])
def test_platforms_and_adaptors_are_judged_too(kind: str) -> None:
    """Whatever the kinds of its ends, a dependency must not cross a border by a closed way."""
    text = f"{ORGANISATIONS}{kind} b {{ owner y; interface i {{ bespoke }} }}\n{kind} a {{ owner x; uses b.i }}"
    assert said("INT103", text) == ["5: a, b, b.i"]


def test_a_proprietary_standard_is_a_closed_way() -> None:
    """What goes via a proprietary standard is closed even where no interface is named."""
    text = f"{ORGANISATIONS}standard s {{ proprietary }}\nsystem b {{ owner y }}\nproduct a {{ owner x; uses b via s }}"
    assert said("INT103", text) == ["6: a, b"]


@pytest.mark.parametrize(
    ("one", "other", "way"),
    [
        ("owner y", "owner y2", "uses b.i"),
        ("owner x", "", "uses b.i"),
        ("", "owner x", "uses b.i"),
        ("owner x", "owner y", "uses b"),
        ("owner x", "owner y", "uses b bespoke"),
        ("owner x", "owner y", "uses b.j"),
        ("owner x", "owner y", "hosted-on b via s"),
    ],
    ids=["one-family", "unknown-target", "unknown-source", "unspecified", "bespoke", "unknown-way", "hosted-on"],
)
def test_what_crosses_no_border_or_takes_no_closed_way(one: str, other: str, way: str) -> None:
    """Within a family, with an unknown owner, by a way not known as closed, and with `hosted-on` nothing is wrong."""
    system = f"system b {{ {other}; interface i {{ proprietary }}; interface j }}"
    assert said("INT103", f"{ORGANISATIONS}standard s {{ proprietary }}\n{system}\nproduct a {{ {one}; {way} }}") == []


def test_wraps_is_no_such_dependency() -> None:
    """An adaptor that wraps a closed system of another family is what the guidance asks for."""
    text = f"{ORGANISATIONS}legacy b {{ owner y; interface i {{ proprietary }} }}\nadaptor a {{ owner x; wraps b }}"
    assert said("INT103", text) == []


def test_parts_and_stores_have_the_owner_of_their_system() -> None:
    """The border is that between the outermost systems."""
    text = (
        f"{ORGANISATIONS}system b {{ owner y; store s {{ interface i {{ bespoke }} }} }}\n"
        "product a { owner x; system web { owner y; uses b.s.i } }"
    )
    assert said("INT103", text) == ["5: a, b, a.web, b.s.i"]


def test_an_adaptor_is_not_told_to_use_itself() -> None:
    """Its own interface is no way to what it wraps."""
    text = (
        f'import "std"\n{ORGANISATIONS}legacy b {{ owner y; interface i {{ proprietary }} }}\n'
        "adaptor a { owner x; wraps b; uses b.i; interface o { standard rest } }"
    )
    (finding,) = of("INT103", text)
    assert finding.help.startswith("give `b` an open interface")


def test_borders_move_with_time() -> None:
    """An owner that changes family opens or closes the border."""
    text = (
        f"plateau one {{ at 2014 }}\nplateau two {{ at 2016 }}\n{ORGANISATIONS}"
        "system b { owner y; interface i { bespoke } }\nproduct a { owner x until 2015; owner y since 2015; uses b.i }"
    )
    (finding,) = of("INT103", text)
    assert finding.status.value == "resolved"


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """Of two dependencies only the own one is judged."""
    theirs = f"{ORGANISATIONS}system b {{ owner y; interface i {{ bespoke }} }}\nsystem c {{ owner x; uses b.i }}"
    assert said_with_import(tmp_path, "INT103", "product a { owner x; uses b.i }", theirs) == ["1: a, b, b.i"]
