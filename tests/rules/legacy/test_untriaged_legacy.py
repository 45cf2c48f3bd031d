"""LEG105: legacy without a triage."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import findings, of, said
from tests.rules.importing import of_importing


def test_legacy_without_triage() -> None:
    """The finding sits on the legacy."""
    assert said("LEG105", "user u\nlegacy old { plan wrap }") == ["2: old"]


@pytest.mark.parametrize("triage", ["old-and-broke", "old-and-works", "defunct"])
def test_any_triage_will_do(triage: str) -> None:
    """Whatever the state is, it has been looked at."""
    assert said("LEG105", f"legacy old {{ triage {triage} }}") == []


@pytest.mark.parametrize("text", ["legacy old { external }", "product p", "platform p", "system s"])
def test_what_is_not_judged(text: str) -> None:
    """Legacy that somebody else runs, and other kinds."""
    assert said("LEG105", text) == []


def test_is_silent_in_the_default_profile() -> None:
    """What is not stated is the matter of the stricter profile."""
    assert "LEG105" not in {finding.code for finding in findings("legacy old")}
    assert "LEG105" in {finding.code for finding in findings("legacy old", profile="code-of-practice")}


def test_a_triage_in_force_counts() -> None:
    """One that holds from a later day on resolves the finding then."""
    plateaus = "plateau now { at 2015 }; plateau target { at 2018 }\n"
    (finding,) = of("LEG105", plateaus + "legacy old { triage defunct since 2016 }")
    assert finding.status is Status.RESOLVED
    assert finding.snapshots == ("now",)


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged, whatever an own file adds."""
    assert of_importing("LEG105", tmp_path, "legacy old", "extend old { plan wrap }") == []
