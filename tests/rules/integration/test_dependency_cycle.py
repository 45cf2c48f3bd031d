"""INT105: circles of dependencies."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, lint
from tests.linting import of, said
from tests.rules.with_import import said_with_import


def test_a_pair_sits_on_the_later_relation() -> None:
    """Of two that depend on each other the later relation is named, and the way round shown."""
    (finding,) = of("INT105", "product a { uses b }\nproduct b { uses a }")
    assert finding.span.text == "uses a"
    assert finding.witness == ("a", "b", "a")
    assert finding.elements == ("b", "a")
    assert [label.span.text for label in finding.related] == ["uses b"]


def test_shows_one_shortest_circle_of_a_group() -> None:
    """A strongly connected group without a pair yields its shortest circle only."""
    text = """product a { uses b }
product b { uses c }
product c { uses a; uses d }
product d { uses e }
product e { uses c; uses b }"""
    assert said("INT105", text) == ["1: a, b, c"]


def test_a_longer_circle_sits_on_the_first_relation_of_its_way() -> None:
    """A circle of three is a path: it sits on the first of its relations in file order, where the way begins."""
    (finding,) = of("INT105", "product c { uses a }\nproduct b { uses c }\nproduct a { uses b }")
    assert (finding.span.begin.line, finding.span.text) == (1, "uses a")
    assert finding.witness == ("c", "a", "b", "c")
    assert finding.elements == ("c", "a", "b")
    assert [label.span.begin.line for label in finding.related] == [3, 2]


def test_a_longer_circle_begins_at_an_own_relation(tmp_path: Path) -> None:
    """What is imported comes later in the way round, whatever the files are called."""
    theirs = "system a { uses b }\nsystem b { uses c }"
    assert said_with_import(tmp_path, "INT105", "system c { uses d }\nsystem d { uses a }", theirs) == ["1: c, d, a, b"]


def test_shows_every_pair() -> None:
    """Each pair that depends on each other directly is a finding of its own."""
    text = "product a { uses b }\nproduct b { uses a; uses c }\nproduct c { uses b }"
    assert said("INT105", text) == ["2: b, a", "3: c, b"]


def test_parts_of_one_system_are_followed_as_written() -> None:
    """Parts that depend on each other are a circle; a system and its own part are not."""
    text = "product a {\n  uses a.x\n  system x { uses y }\n  system y { uses x; uses a }\n}"
    assert said("INT105", text) == ["4: a.y, a.x"]


def test_a_chain_is_no_circle() -> None:
    """Dependencies that never come back are innocent."""
    assert said("INT105", "product a { uses b }\nproduct b { uses c }\nproduct c") == []


@pytest.mark.parametrize("relation", ["uses b", "reads d from b", "writes d to b", "uses b.i", "uses b.s", "uses b.p"])
def test_every_dependency_closes_circles(relation: str) -> None:
    """Whatever of the other system a dependency names, it is a dependency on that system."""
    text = f"data d\nsystem b {{ interface i; store s; system p {{ uses a }} }}\nproduct a {{ {relation} }}"
    assert [finding.witness for finding in of("INT105", text)] == [("b", "a", "b")]


@pytest.mark.parametrize("relation", ["hosted-on b", "reuses b", "replaces b"])
def test_what_is_no_dependency_closes_none(relation: str) -> None:
    """Hostings, reuse and replacement are not followed; nor is the replica of another system's store."""
    assert said("INT105", f"system b {{ uses a }}\nproduct a {{ {relation} }}") == []
    feeds = "data d\nsystem b { uses a; store s { holds d } }\nproduct a { store s { holds d as replica of b.s } }"
    assert said("INT105", feeds) == []


def test_wraps_is_a_dependency() -> None:
    """A legacy that uses the adaptor before it is in a circle with it."""
    assert said("INT105", "adaptor g { wraps b }\nlegacy b { uses g }") == ["2: b, g"]


def test_a_part_within_a_part_is_its_own() -> None:
    """However deep a part stands, it is in no circle with what it stands in."""
    assert said("INT105", "product a { system x { uses x.y.z; system y { system z { uses x } } } }") == []


@pytest.mark.parametrize(
    "parts",
    [
        "system x { uses z; system y { uses x } }\nsystem z { uses x.y }",
        "system x { uses x.y; system y { uses z } }\nsystem z { uses x }",
        "system x { uses z; system y { uses w } }\nsystem z { uses x.y }\nsystem w { uses x }",
    ],
    ids=["upwards", "downwards", "across"],
)
def test_no_circle_leads_through_a_part_and_what_it_stands_in(parts: str) -> None:
    """What passes through a system and its own part is not counted, by whichever way it comes."""
    assert said("INT105", f"product a {{\n{parts}\n}}") == []


@pytest.mark.parametrize(
    "parts",
    [
        "system x { uses z; system y { uses x } }\nsystem z { uses w; uses x.y }",
        "system x { uses x.y; uses z; system y { uses v } }\nsystem z { uses w }",
    ],
    ids=["upwards", "downwards"],
)
def test_a_part_hides_no_circle_of_what_it_stands_in(parts: str) -> None:
    """A circle of other systems is found, though a shorter way leads through a system and its own part."""
    text = f"product a {{\n{parts}\nsystem w {{ uses v }}\nsystem v {{ uses x }}\n}}"
    assert [set(finding.elements) for finding in of("INT105", text)] == [{"a.x", "a.z", "a.w", "a.v"}]


def test_the_inside_of_one_system_does_not_close_circles_outside() -> None:
    """Parts are followed as written within a system, and lifted between systems; the two are not mixed."""
    text = "product a {\n  system x { uses b }\n  system y\n}\nsystem b { uses a.y }"
    assert said("INT105", text) == ["5: b, a"]
    assert (
        said("INT105", text.replace("system y", "system y { uses x }").replace("uses a.y", "uses c\n}\nsystem c {"))
        == []
    )


@pytest.mark.parametrize(
    ("model", "weakest"),
    [
        ("product a { uses b; uses b.i }\nproduct b { uses a; interface i }", "`b -> a`, which `uses a` alone"),
        (
            "product a { uses b }\nproduct b { uses a; uses a.i; interface i\n}\nextend a { interface i }",
            "`a -> b`, which `uses b`",
        ),
        (
            "product a { uses b; uses b.i }\nproduct b { uses a; uses a.i; interface i }\nextend a { interface i }",
            "`b -> a`, which 2 relations",
        ),
    ],
    ids=["the-closing", "the-other", "equal"],
)
def test_names_the_weakest_link(model: str, weakest: str) -> None:
    """What to drop is the step that fewest relations make; of several, the one that closes the circle."""
    (finding,) = of("INT105", model)
    assert weakest in finding.help


def test_the_roadmap_breaks_a_circle() -> None:
    """A circle lasts while all of its dependencies do."""
    text = "plateau one { at 2014 }\nplateau two { at 2016 }\nproduct a { uses b %s 2015 }\nproduct b { uses a }"
    assert [finding.status.value for finding in of("INT105", text % "until")] == ["resolved"]
    assert [finding.status.value for finding in of("INT105", text % "since")] == ["introduced"]


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """A circle sits on an own relation, and is not judged when all of it is imported."""
    theirs = "system b { uses a; interface i }\nsystem c { uses d }\nsystem d { uses e }\nsystem e"
    assert said_with_import(tmp_path, "INT105", "product a { uses b }\nextend e { uses d }", theirs) == ["1: a, b"]


def test_an_imported_link_is_not_what_to_drop(tmp_path: Path) -> None:
    """The weakest link is an own one, however few relations make an imported one."""
    (tmp_path / "theirs.arch").write_text("system b { uses a; interface i }")
    (tmp_path / "own.arch").write_text('import "theirs.arch"\nproduct a { uses b; uses b.i }')
    settings = Settings(tmp_path, select=("INT105",))
    (finding,) = lint(Subject("own", (tmp_path / "own.arch",)), settings).findings
    assert "`a -> b`, which 2 relations" in finding.help
