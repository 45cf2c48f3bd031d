"""LEG108: legacy that is to go, but nobody says when."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

PLATEAUS = "plateau now { at 2015 }; plateau target { at 2018 }\n"


@pytest.mark.parametrize(
    "text",
    [
        "legacy old { plan replace }",
        "legacy old { plan retire }",
        "legacy old { plan wrap }\nplatform heir { replaces old }",
        "legacy old\nlegacy heir { system part { replaces old } }",
    ],
)
def test_to_be_replaced_or_retired(text: str) -> None:
    """Its own plan says so, or something replaces it; the finding sits on the legacy."""
    assert said("LEG108", text) == ["1: old"]


@pytest.mark.parametrize(
    "text",
    [
        "legacy old { plan replace; until 2017 }\nplatform heir { replaces old }",
        "plateau target\nlegacy old { plan retire; until target }",
        "legacy old { plan wrap }",
        "legacy old { plan contain }",
        "legacy old { plan modernise }\nplatform heir { reuses old; uses old }",
        "legacy old",
        "legacy old { external; plan replace }",
        "legacy old { system part }\nplatform heir { replaces old.part }",
        "legacy old { system part { replaces old } }",
        "product old\nplatform heir { replaces old }",
    ],
    ids=["dated", "plateau", "wrap", "contain", "modernise", "nothing", "external", "part", "itself", "product"],
)
def test_what_has_a_date_or_is_to_stay(text: str) -> None:
    """A date, a plateau, another plan, somebody else's system, and what replaces only a part."""
    assert said("LEG108", text) == []


def test_shows_why_it_is_to_go() -> None:
    """The plan and what replaces it are shown, and the successor is named."""
    (finding,) = of("LEG108", "legacy old { plan replace }\nplatform heir { replaces old }")
    assert [label.span.text for label in finding.related] == ["plan replace", "replaces old"]
    assert "when `heir` has taken its place" in finding.help


def test_holds_while_the_reason_does() -> None:
    """A plan that is given up, or a successor that comes later, counts in its time only."""
    (finding,) = of("LEG108", PLATEAUS + "legacy old { plan replace until 2016; plan wrap since 2016 }")
    assert finding.status is Status.RESOLVED
    (finding,) = of("LEG108", PLATEAUS + "legacy old\nplatform heir { since 2016; replaces old }")
    assert finding.status is Status.INTRODUCED


def test_imported_legacy_is_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged, though an own platform replaces it."""
    assert of_importing("LEG108", tmp_path, "legacy old", "platform heir { replaces old }") == []
    assert len(of_importing("LEG108", tmp_path, "platform heir", "legacy old; extend heir { replaces old }")) == 1
