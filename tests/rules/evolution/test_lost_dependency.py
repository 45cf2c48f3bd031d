"""EVO108: systems that live on when what they rest on ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

ENDING = "data d\nplatform old { until 2016; store s { holds d }; interface i }\n"


@pytest.mark.parametrize(
    "text",
    [
        "product p { uses old }",
        "product p { uses old.i since 2014 }",
        "system p { reads d from old.s }",
        "legacy p { writes d to old }",
        "adaptor p { wraps old }",
        "platform p { hosted-on old }",
        "platform p { store t { holds d as replica of old.s } }",
        "product p { system part { uses old } }",
        "product p { until 2017; uses old until 2016-01-02 }",
        "product p { until 2017; uses old }",
    ],
)
def test_whatever_rests_on_it_and_lives_on(text: str) -> None:
    """Dependency, hosting and feed, of every kind of system, without an `until` at or before its end."""
    assert said("EVO108", ENDING + text) == ["3: p, old"]


@pytest.mark.parametrize(
    "text",
    [
        "product p { uses old until 2016 }",
        "product p { uses old until 2015-06 }",
        "product p { until 2016; uses old }",
        "product p { system part { until 2016; uses old } }",
        "platform p { store t { holds d as replica of old.s until 2016 } }",
        "platform p { store t { until 2015; holds d as replica of old.s } }",
        "platform p { replaces old; reuses old }",
        "platform p { store t { holds d } }",
        "product p { uses old since 2017 }",
    ],
    ids=["at the end", "before", "ends with it", "part ends", "copy ends", "store ends", "no use", "no copy", "never"],
)
def test_whatever_leaves_in_time(text: str) -> None:
    """A planned departure, an end of its own, what is no use of it, and what can never be."""
    assert said("EVO108", ENDING + text) == []


@pytest.mark.parametrize("kind", ["product", "platform", "adaptor", "system"])
def test_ends_of_every_kind_but_legacy(kind: str) -> None:
    """Of legacy LEG109 speaks."""
    assert said("EVO108", f"{kind} old {{ until 2016 }}\nproduct p {{ uses old }}") == ["2: p, old"]
    assert said("EVO108", "legacy old { until 2016 }\nproduct p { uses old }") == []
    assert said("EVO108", "legacy old { interface i { until 2016 } }\nproduct p { uses old.i }") == []


def test_an_interface_or_a_store_may_end_alone() -> None:
    """What is lost is what ends."""
    assert said("EVO108", "platform x { interface i { until 2016 } }\nproduct p { uses x.i }") == ["2: p, x.i"]
    assert said("EVO108", "store s { until 2016 }\nproduct p { uses s }") == ["2: p, s"]


def test_nothing_is_known_of_an_end_that_is_not_stated() -> None:
    """Stated dates only."""
    assert said("EVO108", "platform old\nproduct p { uses old; until 2017 }") == []


def test_what_lies_within_one_system_is_left_to_it() -> None:
    """A system may end one of its own parts."""
    assert said("EVO108", "platform p { system a { uses b }; system b { until 2016 } }") == []


def test_is_about_the_whole_way_and_names_what_comes_next() -> None:
    """It is open, of no snapshot, and names the date and the successor, though no plateau lies after the end."""
    text = "plateau now { at 2015 }\nproduct p { uses old }\nplatform heir { replaces old }"
    (finding,) = of("EVO108", ENDING + text)
    assert finding.status is Status.OPEN
    assert finding.snapshots == ()
    assert "which ends 2016-01-01" in finding.message
    assert finding.help == "end this with `until 2016` or sooner, and say what takes its place: `heir`"
    assert [label.span.text for label in finding.related] == ["until 2016"]


def test_one_finding_for_each_relation() -> None:
    """Each relation that is left over is a place of its own."""
    assert said("EVO108", ENDING + "product p {\n uses old\n reads d from old.s\n}") == ["4: p, old", "5: p, old"]


def test_imported_sources_are_not_judged(tmp_path: Path) -> None:
    """An imported product is known, not judged; imported platforms end like any other."""
    (finding,) = of_importing("EVO108", tmp_path, ENDING + "product q { uses old }", "product p { uses old }")
    assert finding.elements == ("p", "old")
