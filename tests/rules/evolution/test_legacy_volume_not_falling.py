"""EVO101: legacy systems that do not become fewer."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

PLATEAUS = "plateau now { at 2015 }\nplateau later { at 2017 }\nplateau target\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("legacy a", ["3: target"]),
        ("legacy a { until target }", []),
        ("legacy a\nlegacy b { until later }", []),
        ("legacy a { until later }\nlegacy b { since later }", ["3: target"]),
        ("legacy a { until target }\nlegacy b { since later; until target }", ["2: later"]),
        ("legacy a\nlegacy b { since later; until target }", ["2: later", "3: target"]),
        ("legacy a\nlegacy b { since later }", ["2: later", "3: target"]),
        ("legacy a\nlegacy b { since target }", ["3: target"]),
        ("legacy a { until later }\nlegacy b { since target }", ["3: target"]),
        ("product a\nsystem b { since later }", []),
    ],
)
def test_it_rises_or_is_no_lower_at_the_end(text: str, places: list[str]) -> None:
    """One finding for each plateau up to which it rises, and for the last if it is no lower than in the first."""
    assert said("EVO101", PLATEAUS + text) == places


def test_plateaus_are_compared_by_date_not_by_place() -> None:
    """The later plateau is the one of the later date."""
    assert said("EVO101", "plateau b { at 2017 }\nplateau a { at 2015 }\nlegacy x { since b }") == ["1: b"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("legacy a { count 3 }\nlegacy b { until target }", []),
        ("legacy a { count 3 until target; count 2 since target }", []),
        ("legacy a { count 3 until later; count 4 since later until target; count 1 since target }", ["2: later"]),
        ("legacy a { until later }\nlegacy b { count 2; since later; until target }", ["2: later"]),
        ("legacy a { count 0 }", []),
    ],
)
def test_counts_by_count(text: str, places: list[str]) -> None:
    """A legacy system counts as often as its `count` says at the time, once where it says nothing."""
    assert said("EVO101", PLATEAUS + text) == places


def test_fractions_add_up() -> None:
    """Ten tenths are one: no rise comes of how a machine keeps fractions."""
    parts = "\n".join(f"legacy a{number} {{ until later; count 0.1 }}" for number in range(10))
    assert said("EVO101", PLATEAUS + "legacy whole { since later; until target }\n" + parts) == []


@pytest.mark.parametrize(
    "text", ["legacy a", "plateau now { at 2015 }\nlegacy a { since 2014 }", "legacy a { since 2014 }"]
)
def test_one_state_has_nothing_to_compare(text: str) -> None:
    """There must be two states, the one before every date not counted."""
    assert said("EVO101", text) == []


def test_without_plateaus_it_sits_on_the_legacy_that_was_added() -> None:
    """From the first dated instant on, a rise is said of the legacy that makes it."""
    text = "legacy a\nproduct p { since 2014 }\nlegacy b { since 2016 }\nlegacy c { since 2018 }"
    assert said("EVO101", text) == ["3: b", "4: c"]


def test_without_plateaus_it_sits_else_on_the_first() -> None:
    """Where none was added, the first legacy that is there bears the finding."""
    counted = "legacy b { count 2 until 2016; count 3 since 2016 }\nproduct p { since 2014 }"
    assert said("EVO101", "legacy gone { until 2014-06 }\nlegacy a\n" + counted) == ["2: a"]
    assert said("EVO101", "legacy a\nproduct p { since 2014; until 2016 }") == ["1: a"]


def test_without_plateaus_the_first_dated_instant_is_the_beginning() -> None:
    """What begins with the first date was there in the first state, for there was none before it."""
    assert said("EVO101", "legacy a { since 2014 }\nlegacy b { until 2016 }") == []


def test_what_is_no_lower_is_not_said_twice_in_one_place() -> None:
    """Without plateaus the rise that is left over is said where it arose."""
    assert said("EVO101", "legacy a\nlegacy b { since 2016 }\nproduct p { since 2014; until 2018 }") == ["2: b"]


def test_every_rise_is_said() -> None:
    """Also where two rises have one place."""
    counts = "count 1 until 2016; count 2 since 2016 until 2018; count 3 since 2018"
    assert said("EVO101", f"legacy a {{ {counts} }}\nproduct p {{ since 2014 }}") == ["1: a", "1: a"]


def test_is_about_the_way_and_names_names() -> None:
    """It is open and of no snapshot; it says the numbers, what was added, and what could end."""
    (finding,) = of("EVO101", "plateau a { at 2015 }\nplateau b { at 2016 }\nlegacy x\nlegacy y { since b; count 2 }")
    assert finding.status is Status.OPEN
    assert finding.snapshots == ()
    assert finding.message == "the number of legacy systems rises from 1 in `a` to 3 in `b`"
    assert finding.help == "do without `y`, or plan the end of `x`, and state it with `until`"
    assert [label.span.text for label in finding.related] == ["legacy y"]


def test_as_many_is_said_as_such() -> None:
    """Where nothing rises the message does not say that it does."""
    (finding,) = of("EVO101", PLATEAUS + "legacy x")
    assert finding.message == "there are as many legacy systems in `target` as in `now`: 1"


def test_imported_legacy_is_not_counted(tmp_path: Path) -> None:
    """Own legacy only."""
    own = "plateau now { at 2015 }\nplateau target\n"
    assert of_importing("EVO101", tmp_path, "legacy a", own) == []
    assert of_importing("EVO101", tmp_path, "legacy a", own + "legacy b { until target }") == []


def test_an_imported_plateau_is_no_place(tmp_path: Path) -> None:
    """Where the plateaus are imported, the finding sits as it does without any."""
    found = of_importing("EVO101", tmp_path, PLATEAUS, "legacy a\nlegacy b { since later }")
    assert [one.elements for one in found] == [("b",)]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("legacy x { until 2020 }\nlegacy y", "plan the end of `y`, and state it with `until`"),
        ("legacy x { until 2020 }", "let some of it end sooner"),
        ("legacy x { since 2015-06 }", "do without `x`, or plan the end of `x`, and state it with `until`"),
        ("legacy x { since 2015-06; until 2020 }", "do without `x`, or let some of it end sooner"),
    ],
    ids=["one without an end", "all have an end", "a new one", "a new one with an end"],
)
def test_advises_on_what_has_no_end(text: str, advice: str) -> None:
    """What is planned to end needs no plan; what is new is named first."""
    (finding,) = of("EVO101", f"plateau a {{ at 2015 }}\nplateau b {{ at 2016 }}\n{text}")
    assert finding.help == advice
