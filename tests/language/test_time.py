"""Time: instants, plateaus, half-open intervals, and how long nested things and relations last."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.graph.history import History
from archlint.linter import Subject, moments_at, read_model
from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.time import AFTER_EVERY_DATE, ALWAYS, BEFORE_EVERY_DATE, NEVER, Interval
from archlint.source import SourceFile
from tests.language.reading import codes


def model(text: str) -> Model:
    """The model of a text."""
    subject = Subject("model", (), (SourceFile("model.arch", text),))
    return read_model(subject, Settings(Path(__file__).parent)).model


def element(text: str, path: str) -> Element:
    """One element of a text."""
    return next(element for element in model(text).elements if element.path == path)


def relation(text: str, keyword: str) -> Relation:
    """The first relation of a keyword in a text."""
    return next(relation for relation in model(text).relations if relation.keyword == keyword)


def day(year: int, month: int = 1, dom: int = 1) -> int:
    """The instant at which a day begins."""
    return date(year, month, dom).toordinal()


@pytest.mark.parametrize(
    ("written", "instant"), [("2014", day(2014)), ("2014-10", day(2014, 10)), ("2014-10-05", day(2014, 10, 5))]
)
def test_a_date_is_its_first_instant(written: str, instant: int) -> None:
    """The first instant of the year, month or day."""
    assert element(f"product a {{ since {written} }}", "a").lifetime.since == instant


def test_what_is_not_stated_has_no_bounds() -> None:
    """Without `since` it was always there, without `until` it never ends."""
    assert element("product a", "a").lifetime == ALWAYS
    assert element("product a { since 2014 }", "a").lifetime == Interval(day(2014), NEVER)
    assert element("product a { until 2014 }", "a").lifetime == Interval(BEFORE_EVERY_DATE, day(2014))


def test_intervals_are_half_open() -> None:
    """It exists at `since` and no more at `until`."""
    lifetime = element("product a { since 2014; until 2016 }", "a").lifetime
    assert [lifetime.holds(instant) for instant in (day(2013, 12, 31), day(2014), day(2015, 12, 31), day(2016))] == [
        False,
        True,
        True,
        False,
    ]


def test_a_plateau_stands_for_its_date() -> None:
    """Wherever a date may stand, a plateau may; the one without a date comes after every date."""
    text = "product a { since first; until last }\nplateau last\nplateau first { at 2014-06 }"
    assert element(text, "a").lifetime == Interval(day(2014, 6), AFTER_EVERY_DATE)
    assert codes(text) == []


@pytest.mark.parametrize("time", ["soon", "gds", "first.x", '"2014"', ","])
def test_what_is_no_time(time: str) -> None:
    """Anything else is one fault, and the statement says nothing of time."""
    text = f"organisation gds\nplateau first {{ at 2014 }}\nproduct a {{ since {time} }}"
    assert len(codes(text)) == 1
    assert element(text, "a").lifetime == ALWAYS


def test_a_nested_element_needs_its_parent() -> None:
    """It lives while it says so and its parent lives, at any depth."""
    text = "product a { since 2014; until 2020; system b { until 2018; interface c { since 2012 } } }"
    assert element(text, "a.b").lifetime == Interval(day(2014), day(2018))
    assert element(text, "a.b.c").lifetime == Interval(day(2014), day(2018))


def test_a_relation_needs_both_its_ends() -> None:
    """It holds while it says so and both ends live."""
    text = "product a { since 2014; uses b.i until 2019 }\nplatform b { until 2018; interface i { since 2015 } }"
    assert relation(text, "uses").lifetime == Interval(day(2015), day(2018))
    assert relation(text, "uses").stated == Interval(BEFORE_EVERY_DATE, day(2019))


def test_a_successor_may_begin_when_the_old_one_ends() -> None:
    """`replaces` does not end with what is replaced."""
    text = "platform a { since 2018; replaces b }\nlegacy b { until 2018 }"
    assert relation(text, "replaces").lifetime == Interval(day(2018), NEVER)


@pytest.mark.parametrize(
    "statement",
    [
        "owner gds", "phase live", "cost 1 GBP", "count 2", "technology \"x\"", "tags a, b", "serves u", "provides c",
        "external", "description \"x\"", "link \"https://a.example\"", "source \"x\"", "meta a \"b\"",
        "hosting on-premises because \"x\"", "need \"x\"", "assisted-digital", "assisted-digital \"x\"",
    ],
)  # fmt: skip
def test_any_property_may_be_dated(statement: str) -> None:
    """It ends in `since`, `until`, both, in any order, or neither."""
    names = "organisation gds\nuser u\ncapability c\nplateau p { at 2016 }\n"
    for dates, expected in (
        ("since 2014", Interval(day(2014), NEVER)),
        ("until p", Interval(BEFORE_EVERY_DATE, day(2016))),
        ("until 2016 since 2014", Interval(day(2014), day(2016))),
        ("", ALWAYS),
    ):
        text = f"{names}product a {{ {statement} {dates} }}"
        assert codes(text) == []
        facts = element(text, "a").facts[statement.split(maxsplit=1)[0]]
        assert {fact.during for fact in facts} == {expected}


def test_the_property_in_force_counts() -> None:
    """At each instant the statement that holds then, and none between two."""
    plateaus = "plateau x { at 2014 }\nplateau y { at 2015 }\nplateau z { at 2016 }"
    read = model(f"legacy a {{ cost 2 GBP until 2015; cost 1 GBP since 2016 }}\n{plateaus}")
    history = History(read, read.moments)
    legacy = next(element for element in read.elements if element.name == "a")
    costs = [history.at(moment).value(legacy.facts["cost"]) for moment in read.moments]
    assert [cost and cost.number for cost in costs] == [2, None, 1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("product a", ["always"]),
        ("product a { since 2014 }", ["start", "2014-01-01"]),
        ("product a { until 2014 }\nproduct b { uses a until 2013-02 }", ["start", "2013-02-01", "2014-01-01"]),
        ("product a { cost 1 GBP until 2014 }", ["start", "2014-01-01"]),
        ("product a { until 2014; interface i { until 2020 }; cost 1 GBP since 2016 }", ["start", "2014-01-01"]),
        (
            "product a { since 2014; uses b since 1990 until 2020 }\nproduct b { until 2016 }",
            ["start", "2014-01-01", "2016-01-01"],
        ),
        ("product a { since 2015; until 2014 }", ["always"]),
        ("plateau z { at 2015 }\nplateau a { at 2014 }\nproduct x { since 2013 }", ["a", "z"]),
        ("plateau target\nplateau now { at 2014 }", ["now", "target"]),
    ],
)
def test_snapshots(text: str, names: list[str]) -> None:
    """Every plateau by date; without any, `start` and every instant of change; without time, `always`."""
    assert [moment.name for moment in model(text).moments] == names


def test_every_change() -> None:
    """All instants of change and all plateaus, from before the first."""
    read = model("plateau now { at 2014-06 }\nplateau target\nproduct a { since 2013; until target }")
    assert [moment.name for moment in moments_at(read, None, every_change=True)] == [
        "start",
        "2013-01-01",
        "now",
        "target",
    ]
    assert [moment.at for moment in read.moments] == ["2014-06-01", None]


def test_views_take_times() -> None:
    """A view may be of a plateau or of a date, or compare two."""
    assert codes("plateau p { at 2014 }\nview v { at p }\nview w { at 2015 }\nview x { compare p with 2016 }") == []
    assert codes("plateau p\nview x { compare p and 2016 }") == ["MOD002"]


def test_plateaus_may_name_each_other() -> None:
    """What a plateau says of itself may name any plateau, in whatever order they stand."""
    text = 'plateau a { description "x" since b until c; at 2013 }\nplateau c { at 2015 }\nplateau b { at 2014 }'
    assert codes(text) == []
    (fact,) = element(text, "a").facts["description"]
    assert fact.during == Interval(day(2014), day(2015))
    assert codes("plateau a { at 2014; at soon; att 2015 }") == ["MOD002", "MOD001"]
