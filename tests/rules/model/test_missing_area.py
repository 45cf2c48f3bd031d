"""MOD012: systems of no area."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import findings, of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize("kind", ["product", "platform", "legacy"])
def test_no_area_stated(kind: str) -> None:
    """Products, platforms and legacy need one; the head is the place."""
    (finding,) = of("MOD012", f"plateau now {{ at 2015 }}; {kind} x")
    assert (finding.span.text, finding.elements) == (f"{kind} x", ("x",))
    assert (finding.snapshots, finding.status) == ((), Status.OPEN)


@pytest.mark.parametrize(
    "text",
    [
        "product x { area mission-it }",
        "product x { area mission-it since 2015 }",
        "product x\nextend x { area back-office }",
        "legacy x { external }",
        "adaptor x; system y; store z",
        "product x { area mission-it; system part }",
    ],
    ids=["stated", "stated for a time", "in an extension", "external", "other kinds", "parts"],
)
def test_innocent_models(text: str) -> None:
    """An area at any time is one; what others run, and kinds without a place in the map, are not judged."""
    assert said("MOD012", text) == []


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    assert "MOD012" not in {found.code for found in findings("product x")}
    assert "MOD012" in {found.code for found in findings("product x", profile="code-of-practice")}


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("MOD012", tmp_path, "product x", "data y") == []
