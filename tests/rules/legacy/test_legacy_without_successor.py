"""LEG110: legacy that ends and is still needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

OLD = "legacy old { until 2016; provides c; store s { holds d }; interface i }; capability c; data d\n"


@pytest.mark.parametrize(
    "text",
    [
        "product p { uses old until 2016 }",
        "product p { uses old }",
        "legacy p { system part { reads d from old.s } }",
        "system p { writes d to old.i until 2016-01-01 }",
        "product p { needs c }",
        "platform p { system part { needs c } }",
        "product p { needs c; until 2017 }",
        "adaptor door { wraps old; until 2016 }; product p { uses door until 2016 }",
        "adaptor a { wraps old; until 2016 }; adaptor b { wraps a; until 2016 }; product p { uses b }",
    ],
)
def test_what_is_still_needed_at_its_end(text: str) -> None:
    """Consumers to the last, needed capabilities, and what stands behind an adaptor that ends with it."""
    assert said("LEG110", OLD + text) == ["1: old"]


@pytest.mark.parametrize(
    "text",
    [
        "product p { uses old until 2015 }",
        "product p { uses old; until 2016 }",
        "product p { until 2015; needs c; uses old }",
        "product p { uses old since 2017; uses old since 2016 }",
        "product p { needs c until 2016 }",
        "product p { needs c since 2016 }",
        "product p { needs e }; capability e",
        "extend old { needs c; system a { uses b }; system b }",
        "adaptor door { wraps old; until 2016 }",
        "adaptor door { wraps old; until 2016 }; product p { uses door until 2015 }",
        "product p { hosted-on old; store t { holds d as replica of old.s } }",
        "product p { uses old; needs c }; platform heir { replaces old }",
        "product p { uses old }; platform heir { since 2017; replaces old }",
        "product p { uses other }; legacy other { until 2018; provides c }; platform heir { replaces other }",
    ],
    ids=[
        "left sooner", "ends with it", "ended before", "after the end", "needs it no more", "needs it later",
        "needs something else",
        "itself", "adaptor only", "adaptor left", "no dependency", "successor", "late successor", "other legacy",
    ],
)  # fmt: skip
def test_what_misses_nothing(text: str) -> None:
    """Who leaves in time, ends with it, or has a successor to go to."""
    assert said("LEG110", OLD + text) == []


def test_without_an_end_there_is_no_gap() -> None:
    """Nothing is known of an end that is not stated."""
    assert said("LEG110", "legacy old { plan replace }\nproduct p { uses old }") == []


def test_a_capability_that_it_gives_up_sooner() -> None:
    """What it provides no more when it ends is not lost with it."""
    text = "legacy old {{ until 2016; provides c {} }}; capability c\nproduct p {{ needs c }}"
    assert said("LEG110", text.format("until 2015")) == []
    assert said("LEG110", text.format("since 2015")) == ["1: old"]


def test_to_retire_needs_no_successor_for_capabilities() -> None:
    """With `plan retire` in force at the end only consumers are left behind."""
    retired = "extend old { plan retire }\n"
    assert said("LEG110", OLD + retired + "product p { needs c }") == []
    assert said("LEG110", OLD + retired + "product p { needs c; uses old }") == ["1: old"]
    assert said("LEG110", OLD + "extend old { plan replace }; product p { needs c }") == ["1: old"]
    assert said("LEG110", OLD + "extend old { plan retire until 2015 }; product p { needs c }") == ["1: old"]


def test_shows_each_consumer_once() -> None:
    """Those that live on and those that leave others behind, not its own parts, and a circle but once."""
    text = (
        "extend old { system a { uses b }; system b }\n"
        "adaptor far { until 2018; wraps old; uses door }\nadaptor door { until 2016; wraps old; uses far }\n"
        "product p { uses far; uses door }\nproduct q { uses door }"
    )
    (finding,) = of("LEG110", OLD + text)
    assert [label.message for label in finding.related[1:]] == [
        "`far` depends on it until then",
        "`door` depends on it until then",
    ]


def test_is_about_the_whole_way() -> None:
    """It is open and of no snapshot."""
    (finding,) = of("LEG110", "plateau now { at 2014 }\n" + OLD + "product p { uses old until 2016 }")
    assert finding.status is Status.OPEN
    assert finding.snapshots == ()


def test_an_end_at_the_plateau_without_a_date() -> None:
    """`until` may name the last plateau."""
    assert said("LEG110", "plateau target\nlegacy old { until target }\nproduct p { uses old }") == ["2: old"]


def test_says_who_misses_it_and_who_might_follow() -> None:
    """Consumers and needs are shown; a system that provides the same is proposed as the successor."""
    (finding,) = of(
        "LEG110", OLD + "product p { uses old; needs c }\nproduct q { uses old }\nplatform n { provides c }"
    )
    assert [label.span.text for label in finding.related] == ["until 2016", "uses old", "uses old", "needs c"]
    assert finding.help == "if `n` takes its place, say so: `replaces old`"
    (finding,) = of("LEG110", OLD + "product p { uses old }")
    assert finding.help.endswith("or let `p` leave it before it ends")
    (finding,) = of("LEG110", OLD + "product p { needs c }; platform n { provides c; until 2016 }")
    assert finding.help == "declare what `replaces old` and provides `c`"


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """Imported consumers count; imported legacy is no subject."""
    assert of_importing("LEG110", tmp_path, OLD, "product p { uses old }") == []
    assert len(of_importing("LEG110", tmp_path, 'import "own.arch"; product p { uses old }', OLD)) == 1


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        ("product p { uses old }", "`p` still depends on it"),
        ("product p { uses old }; product q { uses old }", "`p` and `q` still depend on it"),
        ("product p { needs c }", "`c` is needed"),
        ("capability e; extend old { provides e }; product p { needs c, e }", "`c` and `e` are needed"),
        ("product p { uses old; needs c }", "`p` still depends on it and `c` is needed"),
    ],
)
def test_says_what_is_left_behind(text: str, lack: str) -> None:
    """Those who depend on it, the capabilities that are needed, or both."""
    (finding,) = of("LEG110", OLD + text)
    assert finding.message == f"legacy `old` ends, and nothing replaces it, while {lack}"


def test_what_is_provided_on_the_last_day_is_provided_to_the_end() -> None:
    """However short the time."""
    text = OLD.replace("provides c", "provides c since 2015-12-31") + "product p { needs c }"
    assert said("LEG110", text) == ["1: old"]
