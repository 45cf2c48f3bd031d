"""LEG109: systems that live on when their legacy ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

ENDING = "data d\nlegacy old { until 2016; store s { holds d }; interface i }\n"


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
    ],
)
def test_whatever_rests_on_it_and_lives_on(text: str) -> None:
    """Dependency, hosting and feed, of every kind of system, without an `until` at or before the legacy's."""
    assert said("LEG109", ENDING + text) == ["3: p, old"]


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
    ],
    ids=["at the end", "before", "ends with it", "part ends", "copy ends", "store ends", "no use", "no copy"],
)
def test_whatever_leaves_in_time(text: str) -> None:
    """A planned departure, an end of its own, and what is no use of the legacy."""
    assert said("LEG109", ENDING + text) == []


def test_legacy_without_an_end_strands_nobody() -> None:
    """Nothing is known of an end that is not stated."""
    assert said("LEG109", "legacy old\nproduct p { uses old }") == []


def test_other_ends_are_not_judged() -> None:
    """The end of a platform is no switch-off of legacy."""
    assert said("LEG109", "platform q { until 2016 }\nproduct p { uses q }") == []


def test_its_own_parts_end_with_it() -> None:
    """A legacy system does not outlive itself."""
    assert said("LEG109", "legacy old { until 2016; system a { uses b }; system b }") == []


def test_what_never_exists_is_a_mismatch_of_times() -> None:
    """A relation that begins after the end has nothing to lose; a copy of what is gone was never fed."""
    assert said("LEG109", ENDING + "product p { uses old since 2017 }") == []
    assert said("LEG109", ENDING + "platform p { store t { holds d as replica of old.s since 2017 } }") == ["3: p, old"]


def test_is_about_the_whole_way() -> None:
    """It is open and of no snapshot, even where no plateau lies after the end."""
    (finding,) = of("LEG109", ENDING + "plateau now { at 2015 }\nproduct p { uses old }")
    assert finding.status is Status.OPEN
    assert finding.snapshots == ()


def test_one_finding_for_each_relation() -> None:
    """Each relation that is left over is a place of its own."""
    assert said("LEG109", ENDING + "product p {\n uses old\n reads d from old.s\n}") == ["4: p, old", "5: p, old"]


def test_an_end_at_the_plateau_without_a_date() -> None:
    """`until` may name the last plateau; what ends there, too, is in time."""
    text = "plateau now { at 2015 }; plateau target\nlegacy old { until target }\n"
    (finding,) = of("LEG109", text + "product p { uses old }\nproduct q { uses old until target }")
    assert finding.elements == ("p", "old")
    assert "`until target`" in finding.help
    assert "ends with `target`" in finding.message


def test_says_until_when_and_what_comes_next() -> None:
    """The date is named, and the successor."""
    (finding,) = of("LEG109", ENDING + "product p { uses old }\nplatform heir { replaces old }")
    assert "ends 2016-01-01" in finding.message
    assert finding.help == "end this with `until 2016` or sooner, and say what takes its place: `heir`"
    assert [label.span.text for label in finding.related] == ["until 2016"]


def test_names_the_interface_that_takes_over() -> None:
    """For what is read, the interface of the successor that exposes it is named."""
    heir = "platform heir { replaces old; interface api { exposes d } }"
    (finding,) = of("LEG109", ENDING + f"product p {{ reads d from old }}\n{heir}")
    assert finding.help.endswith("takes its place: `heir.api`")


def test_imported_sources_are_not_judged(tmp_path: Path) -> None:
    """An imported product is known, not judged; imported legacy ends like any other."""
    (finding,) = of_importing("LEG109", tmp_path, ENDING + "product q { uses old }", "product p { uses old }")
    assert finding.elements == ("p", "old")


def test_an_imported_system_is_no_subject_in_an_extension(tmp_path: Path) -> None:
    """What a model adds to an imported product does not make it a subject."""
    assert of_importing("LEG109", tmp_path, ENDING + "product q", "extend q { uses old }") == []
