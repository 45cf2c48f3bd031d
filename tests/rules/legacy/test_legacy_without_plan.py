"""LEG106: legacy without a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import findings, of, said
from tests.rules.importing import of_importing


def test_legacy_without_plan() -> None:
    """The finding sits on the legacy."""
    assert said("LEG106", "user u\nlegacy old { triage defunct }") == ["2: old"]


@pytest.mark.parametrize("plan", ["contain", "wrap", "modernise", "replace", "retire"])
def test_any_plan_will_do(plan: str) -> None:
    """Whatever is to become of it, somebody has thought about it."""
    assert said("LEG106", f"legacy old {{ plan {plan} }}") == []


@pytest.mark.parametrize("text", ["legacy old { external }", "product p", "platform p", "system s"])
def test_what_is_not_judged(text: str) -> None:
    """Legacy that somebody else runs, and other kinds."""
    assert said("LEG106", text) == []


def test_is_silent_in_the_default_profile() -> None:
    """What is not stated is the matter of the stricter profile."""
    assert "LEG106" not in {finding.code for finding in findings("legacy old")}
    assert "LEG106" in {finding.code for finding in findings("legacy old", profile="code-of-practice")}


def test_a_plan_in_force_counts() -> None:
    """A plan that is over leaves none."""
    plateaus = "plateau now { at 2015 }; plateau target { at 2018 }\n"
    (finding,) = of("LEG106", plateaus + "legacy old { plan contain until 2016 }")
    assert finding.status is Status.INTRODUCED


@pytest.mark.parametrize(
    ("beside", "help"),
    [
        ("platform heir { replaces old }", "`plan replace` in `old`, as `heir` replaces it"),
        ("adaptor door { wraps old }", "`plan wrap` in `old`, as `door` wraps it"),
        ("extend old { triage old-and-broke }", "`contain`"),
        ("", "`plan contain`, `wrap`, `modernise`, `replace` or `retire`"),
    ],
)
def test_says_which_plan_the_model_speaks_for(beside: str, help: str) -> None:
    """A successor, an adaptor or the triage tells what the plan seems to be."""
    (finding,) = of("LEG106", f"legacy old\n{beside}")
    assert help in finding.help


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged, whatever an own file adds."""
    assert of_importing("LEG106", tmp_path, "legacy old", "extend old { triage defunct }") == []
