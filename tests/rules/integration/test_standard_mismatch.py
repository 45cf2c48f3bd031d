"""INT107: standards that the two ends do not share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

STANDARDS = "standard s\nstandard o\nstandard p\n"


def test_a_standard_that_the_interface_does_not_list() -> None:
    """The finding sits on the relation and shows what the interface lists."""
    (finding,) = of("INT107", STANDARDS + "platform b { interface i { standard o, p } }\nproduct a { uses b.i via s }")
    assert (finding.span.text, finding.elements) == ("uses b.i via s", ("a", "b", "b.i"))
    assert finding.message == "`a` speaks `s` to `b.i`, which lists `o`, `p`"
    assert [label.span.text for label in finding.related] == ["o", "p"]
    assert "`via o`" in finding.help


@pytest.mark.parametrize(
    "relation",
    [
        "uses b.i via o", "uses b.i via p", "uses b.i", "uses b.j via s", "uses b via s", "uses b.t via s",
        "hosted-on b via s",
    ],
    ids=["first", "second", "no-via", "nothing-listed", "system", "store", "hosted-on"],
)  # fmt: skip
def test_what_is_no_mismatch(relation: str) -> None:
    """A listed standard, an interface that lists nothing, and what is no interface are innocent."""
    text = (
        f"{STANDARDS}system b {{ interface i {{ standard o, p }}; interface j; store t }}\nproduct a {{ {relation} }}"
    )
    assert said("INT107", text) == []


def test_reads_and_writes_of_parts_are_judged() -> None:
    """Every dependency that names an interface is, each for itself; inside one system none is."""
    text = (
        f"{STANDARDS}data d\nsystem b {{ interface i {{ standard o }} }}\n"
        "product a {\n  system w { reads d from b.i via s; uses a.k via s }\n  writes d to b.i via p\n"
        "  interface k { standard o }\n}"
    )
    assert said("INT107", text) == ["7: a, b, a.w, b.i, d", "8: a, b, b.i, d"]


def test_what_is_listed_changes_with_time() -> None:
    """A standard that is dropped by the second plateau introduces a mismatch there."""
    text = (
        f"plateau one {{ at 2014 }}\nplateau two {{ at 2016 }}\n{STANDARDS}"
        "system b { interface i { standard s until 2015; standard o since 2015 } }\nproduct a { uses b.i via s }"
    )
    (finding,) = of("INT107", text)
    assert finding.status.value == "introduced"


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """Of two mismatches only the own one is judged."""
    theirs = f"{STANDARDS}system b {{ interface i {{ standard o }} }}\nsystem c {{ uses b.i via s }}"
    assert said_with_import(tmp_path, "INT107", "product a { uses b.i via s }", theirs) == ["1: a, b, b.i"]
