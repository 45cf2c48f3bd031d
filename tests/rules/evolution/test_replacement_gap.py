"""EVO105: an end before the beginning of what takes its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("legacy old { until 2016 }\nplatform new { since 2017; replaces old }", ["2: new, old"]),
        ("legacy old { until 2016 }\nplatform new { since 2016-01-02; replaces old }", ["2: new, old"]),
        ("product old { until 2016 }\nsystem new { since 2017; replaces old }", ["2: new, old"]),
        ("legacy old { until 2016 }; plateau z\nplatform new { since z; replaces old }", ["2: new, old"]),
        ("legacy old { until 2016 }\nplatform new { since 2016; replaces old }", []),
        ("legacy old { until 2016 }\nplatform new { since 2015; replaces old }", []),
        ("legacy old { until 2016 }\nplatform new { since 2016; replaces old since 2018 }", []),
        ("legacy old { until 2016 }\nplatform new { replaces old }", []),
        ("legacy old\nplatform new { since 2017; replaces old }", []),
        ("legacy old { until 2016 }\nplatform new { since 2017; reuses old }", []),
    ],
)
def test_the_old_one_ends_before_the_new_one_begins(text: str, found: list[str]) -> None:
    """Both are stated, whatever they are; a clean cut-over leaves no gap."""
    assert said("EVO105", text) == found


@pytest.mark.parametrize("other", ["", "since 2015; ", "since 2016; "])
def test_another_successor_may_be_there(other: str) -> None:
    """Where one is in place at the end, or may be, a later one leaves no gap."""
    text = "legacy old { until 2016 }\nplatform new { since 2017; replaces old }\n"
    assert said("EVO105", text + f"platform other {{ {other}replaces old }}") == []


@pytest.mark.parametrize("other", ["until 2015; replaces old", "replaces old since 2018", "replaces old until 2015"])
def test_another_that_is_not_there_is_no_help(other: str) -> None:
    """One that has gone, or does not take its place yet or any more, leaves the gap."""
    text = "legacy old { until 2016 }\nplatform new { since 2017; replaces old }\n"
    assert said("EVO105", text + f"platform other {{ {other} }}") == ["2: new, old"]


def test_says_both_dates() -> None:
    """It sits on the `replaces`, names both dates and shows where they stand."""
    (finding,) = of("EVO105", "legacy old { until 2016 }\nplatform new { since 2017; replaces old }")
    assert finding.span.text == "replaces old"
    assert finding.status is Status.OPEN
    assert finding.message.startswith("`old` ends 2016-01-01, before `new`, which replaces it, begins 2017-01-01")
    assert [label.span.text for label in finding.related] == ["until 2016", "since 2017"]


def test_a_part_begins_with_the_system_around_it() -> None:
    """What stands in something that begins later does, too."""
    text = "legacy old { until 2016 }\nplatform new { since 2017; system part { replaces old } }"
    assert said("EVO105", text) == ["2: new.part, old"]


def test_imported_successors_are_not_judged(tmp_path: Path) -> None:
    """The `replaces` must be the model's own; what it replaces may be imported."""
    old, new = "legacy old { until 2016 }\n", "platform new { since 2017; replaces old }"
    assert of_importing("EVO105", tmp_path, old + new, "") == []
    assert len(of_importing("EVO105", tmp_path, old, new)) == 1
