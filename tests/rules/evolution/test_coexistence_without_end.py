"""EVO104: old and new side by side, and no end to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from archlint.rules.evolution.coexistence_without_end import CoexistenceWithoutEndOptions
from tests.linting import of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize(
    "text",
    [
        "legacy old\nplatform new { replaces old }",
        "legacy old\nplatform new { since 2015; replaces old }",
        "legacy old\nplatform new { until 2018; replaces old }",
        "product old\nsystem new { replaces old }",
        "legacy old { system part }\nplatform new { replaces old.part }",
    ],
)
def test_the_old_one_has_no_end(text: str) -> None:
    """They live together, and nobody says until when the old one does, whatever they are."""
    assert said("EVO104", text)[0].startswith("2: new, old")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("legacy old { until 2017-01-02 }\nplatform new { since 2015; replaces old }", ["2: new, old"]),
        ("legacy old { until 2017 }\nplatform new { since 2015; replaces old }", []),
        ("legacy old { until 2015 }\nplatform new { since 2015; replaces old }", []),
        ("legacy old { until 2014 }\nplatform new { since 2015; replaces old }", []),
        ("legacy old { since 2018 }\nplatform new { until 2016; replaces old }", []),
        ("legacy old { until 9999-12-31 }\nplatform new { since 9997-12; replaces old }", []),
        ("legacy old { until 2020 }\nplatform new { replaces old }", []),
        ("legacy old { since 2010; until 2020 }\nplatform new { replaces old }", []),
        ("legacy old { until target }; plateau target\nplatform new { since 2015; replaces old }", []),
        ("legacy old { until 2020 }\nplatform new { since 2010; replaces old since 2018 }", []),
        ("legacy old { until 2020 }\nplatform new { replaces old since 2017 }", ["2: new, old"]),
        ("legacy old { since 2019; until 2020 }\nplatform new { since 2010; replaces old }", []),
        ("legacy old { until 2020 }\nplatform new { since 2015; until 2016; replaces old }", []),
    ],
)
def test_both_dates_are_stated(text: str, found: list[str]) -> None:
    """Longer than 24 months is too long; where a date is missing nobody knows."""
    assert said("EVO104", text) == found


@pytest.mark.parametrize(
    ("begin", "end", "found"),
    [
        ("2014-01-31", "2014-02-28", 0),
        ("2014-01-31", "2014-03-01", 1),
        ("2014-12-15", "2015-01-15", 0),
        ("2014-12-15", "2015-01-16", 1),
        ("2014-11-30", "2014-12-30", 0),
        ("2014-11-30", "2014-12-31", 1),
        ("2014-10-15", "2014-11-15", 0),
        ("2014-10-15", "2014-11-16", 1),
    ],
)
def test_months_are_those_of_the_calendar(begin: str, end: str, found: int) -> None:
    """A month ends on the same day of the next, or on its last day."""
    text = f"legacy old {{ until {end} }}\nplatform new {{ since {begin}; replaces old }}"
    assert len(of("EVO104", text, rules={"EVO104": CoexistenceWithoutEndOptions(1)})) == found


def test_what_no_calendar_holds_is_never_too_long() -> None:
    """A number of months past the last year is more than any two dates lie apart."""
    text = "legacy old { until 9999 }\nplatform new { since 0001; replaces old }"
    assert len(of("EVO104", text)) == 1
    assert of("EVO104", text, rules={"EVO104": CoexistenceWithoutEndOptions(10**9)}) == []
    assert len(of("EVO104", text, rules={"EVO104": CoexistenceWithoutEndOptions(-(10**9))})) == 1


def test_sits_on_the_replaces_and_says_what_to_state() -> None:
    """The `replaces` is the place; the old one, which lacks the date, is shown."""
    (finding,) = of("EVO104", "legacy old\nplatform new {\n  replaces old\n}")
    assert finding.span.text == "replaces old"
    assert finding.status is Status.OPEN
    assert finding.snapshots == ()
    assert finding.help == "state the end in `old`: `until …`"
    assert [label.span.text for label in finding.related] == ["legacy old"]


def test_says_from_when_to_when() -> None:
    """The dates between which they live together are named, and the one by which the old should end."""
    (finding,) = of("EVO104", "legacy old { until 2018 }\nplatform new { since 2015; replaces old }")
    assert "from 2015-01-01 to 2018-01-01" in finding.message
    assert finding.help.startswith("end `old` by 2017-01-01")
    assert [label.span.text for label in finding.related] == ["until 2018"]


def test_one_finding_for_each_that_is_replaced() -> None:
    """Of a list each is judged for itself."""
    assert said("EVO104", "legacy a\nlegacy b { until 2016 }\nlegacy c\nplatform new { replaces a, b, c }") == [
        "4: new, a",
        "4: new, c",
    ]


def test_imported_successors_are_not_judged(tmp_path: Path) -> None:
    """The `replaces` must be the model's own; what it replaces may be imported."""
    assert (
        of_importing("EVO104", tmp_path, "legacy old\nplatform new { replaces old }", "extend new { replaces old }")
        == []
    )
    assert len(of_importing("EVO104", tmp_path, "legacy old", "platform new { replaces old }")) == 1


@pytest.mark.parametrize(("end", "found"), [("2015-01-01", 0), ("2015-01-02", 1), ("2015-01-20", 1)])
def test_no_month_is_no_day(end: str, found: int) -> None:
    """Where they may not live together at all, one day is too long."""
    text = f"legacy old {{ until {end} }}\nplatform new {{ since 2015; replaces old }}"
    assert len(of("EVO104", text, rules={"EVO104": CoexistenceWithoutEndOptions(0)})) == found
