"""MOD009: times that contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing
from tests.rules.with_import import said_with_import


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("product x {\n since 2016\n until 2014\n}", "until 2014"),
        ("product x {\n until 2016\n since 2016\n}", "until 2016"),
        ("product x {\n system y { since 2016; until 2015 }\n}", "until 2015"),
        ("product x {\n cost 5m GBP since 2016 until 2015\n}", "cost 5m GBP since 2016 until 2015"),
        ("product x {\n uses y since 2016 until 2016\n}\nproduct y", "uses y since 2016 until 2016"),
        ("store x {\n holds d since 2016 until 2015\n}\ndata d", "holds d since 2016 until 2015"),
    ],
    ids=["element", "on one day", "part", "property", "relation", "holding"],
)
def test_until_is_after_since(text: str, place: str) -> None:
    """An interval that ends before it begins, or as it does, is empty; the `until` of an element is the place."""
    (finding,) = of("MOD009", text)
    assert finding.span.text == place
    assert (finding.snapshots, finding.status) == ((), Status.OPEN)


def test_subject_of_each() -> None:
    """The element, the owner of the property, and the source of the relation come first."""
    text = "product x { since 2016; until 2014 }\nproduct y { cost 5m GBP since 2016 until 2015 }\n"
    assert said("MOD009", text) == ["1: x", "2: y"]
    assert said("MOD009", "product x { uses y since 2016 until 2015 }\nproduct y") == ["1: x, y"]


@pytest.mark.parametrize(
    "text",
    [
        "product x { needs a, b since 2016 until 2015 }\ncapability a\ncapability b",
        "product x { replaces a, b since 2016 until 2015 }\nlegacy a\nlegacy b",
        "product x { since 2016; until 2015; uses a; system y { since 2014; until 2018; uses a } }\nlegacy a",
        "product x { uses a }\nlegacy a { since 2016; until 2015 }",
    ],
    ids=["list of values", "list of targets", "everything inside", "everything that points at it"],
)
def test_one_cause_is_one_finding(text: str) -> None:
    """A statement is reported once, however many it lists, and what follows from an empty life is not."""
    assert len(of("MOD009", text)) == 1


def test_two_statements_are_two_findings() -> None:
    """Two empty intervals in two statements are reported apart, though they be the same."""
    text = "product x {\n needs a since 2016 until 2015\n needs b since 2016 until 2015\n}\ncapability a; capability b"
    assert said("MOD009", text) == ["2: x", "3: x"]


@pytest.mark.parametrize(
    "text",
    [
        "product x { until 2016; uses y }\nproduct y { since 2016 }",
        "product x { uses y until 2015 }\nproduct y { since 2016 }",
        "product x { uses y since 2017 }\nproduct y { until 2016 }",
        "product x { since 2017; uses y until 2017 }\nproduct y",
        "product x { hosted-on y }\nplatform y { since 2016; until 2017 }\nextend x { until 2015 }",
        "product x { uses y.i }\nproduct y { since 2016; interface i }\nextend x { until 2016 }",
        "adaptor x { wraps y; since 2017 }\nlegacy y { until 2017 }",
    ],
)
def test_a_relation_that_can_never_exist(text: str) -> None:
    """Its own time and those of both ends have no instant in common."""
    (finding,) = of("MOD009", text)
    assert finding.elements[0] == "x"
    assert finding.span.text.startswith(("uses", "hosted-on", "wraps"))


def test_a_part_that_can_never_exist() -> None:
    """Its own time and that of what it stands in have no instant in common; what stands in it says nothing."""
    text = "product x {\n until 2015\n system y {\n  since 2016\n  interface i { since 2017 }\n }\n}"
    (finding,) = of("MOD009", text)
    assert (finding.span.text, finding.elements) == ("system y", ("x.y",))


@pytest.mark.parametrize("relation", ["replaces y", "reuses y", "store s { holds d as replica of y.s }"])
def test_a_clean_cut_over_is_no_fault(relation: str) -> None:
    """Succession, reuse and copies need no living target."""
    text = f"data d\nproduct x {{ since 2016; {relation} }}\nlegacy y {{ until 2016; store s {{ holds d }} }}"
    assert said("MOD009", text) == []


def test_they_need_a_living_source() -> None:
    """A succession that ends before its source begins never takes place."""
    assert said("MOD009", "product x { since 2016; replaces y until 2015 }\nlegacy y") == ["1: x, y"]


def test_times_that_meet_are_innocent() -> None:
    """One day in common is enough; what is not stated is not bounded."""
    text = "product x { until 2016-01-02; uses y; cost 1m GBP until 2015; system z { since 2016-01-01 } }\n"
    assert said("MOD009", text + "product y { since 2016 }") == []


@pytest.mark.parametrize("other", ["{ at 2015-01-01 }", "{ at 2015-01 }"])
def test_two_plateaus_of_one_date(other: str) -> None:
    """The later in file order is the place, at its date; the other is related."""
    (finding,) = of("MOD009", f"plateau a {{ at 2015 }}\nplateau b {other}")
    assert finding.elements == ("b", "a")
    assert finding.span.begin.line == 2
    assert finding.span.text.startswith("at ")
    assert [label.span.text for label in finding.related] == ["at 2015"]


def test_two_plateaus_without_a_date() -> None:
    """One plateau may leave its date out, and no other."""
    assert said("MOD009", "plateau a { at 2015 }\nplateau b") == []
    assert said("MOD009", "plateau a\nplateau b\nplateau c") == ["2: b, a", "3: c, a"]


def test_an_end_at_the_plateau_without_a_date() -> None:
    """What begins with the last plateau and ends with it is never there."""
    (finding,) = of("MOD009", "plateau last\nproduct x { since last; until last }")
    assert "with the plateau that has no date" in finding.message


def test_imported_elements_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged; a pair with one imported member sits on the model's own."""
    shared = "plateau a { at 2015 }\nproduct x { since 2016; until 2015 }"
    (finding,) = of_importing("MOD009", tmp_path, shared, "plateau b { at 2015 }")
    assert finding.elements == ("b", "a")


def test_an_imported_element_is_no_subject_in_an_extension(tmp_path: Path) -> None:
    """What a model adds to an imported product does not make it a subject."""
    extension = "extend x { cost 5m GBP since 2016 until 2015 }"
    assert of_importing("MOD009", tmp_path, "product x", extension) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "product x { until 2016; uses y until 2015 }\nproduct y { since 2018; until 2019 }",
            (
                "it is stated until 2015-01-01, and `x` exists until 2016-01-01,"
                " and `y` exists since 2018-01-01 until 2019-01-01"
            ),
        ),
        (
            "product x { until 2016; uses y }\nproduct y { since 2016 }",
            "`x` exists until 2016-01-01, and `y` exists since 2016-01-01",
        ),
        (
            "product x { since 2017; uses y until 2017 }\nproduct y",
            "it is stated until 2017-01-01, and `x` exists since 2017-01-01",
        ),
    ],
    ids=["all three", "the ends", "one end"],
)
def test_says_which_times_do_not_meet(text: str, why: str) -> None:
    """The relation's own time, if it has one, and that of each end that has one; the ends are shown with theirs."""
    (finding,) = of("MOD009", text)
    assert finding.message == f"this can never exist: {why}"
    assert [label.message for label in finding.related][1:] == [
        "exists " + (why.split("`y` exists ")[1] if "`y`" in why else "without dates")
    ]


@pytest.mark.parametrize(
    ("plateaus", "why"),
    [
        ("plateau a { at 2015 }\nplateau b { at 2015-01 }", "both stand for 2015-01-01"),
        ("plateau a\nplateau b", "neither has a date"),
    ],
)
def test_says_why_plateaus_are_the_same(plateaus: str, why: str) -> None:
    """By their date, or for want of one."""
    (finding,) = of("MOD009", plateaus)
    assert finding.message.endswith(why)


def test_an_own_plateau_beside_an_imported_one(tmp_path: Path) -> None:
    """Wherever the import stands, the model's own is the one of two that is blamed."""
    own, imported = "plateau b { at 2015 }", "plateau a { at 2015 }"
    assert said_with_import(tmp_path, "MOD009", own, imported) == ["1: b, a"]
