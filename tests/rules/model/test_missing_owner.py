"""MOD011: systems and stores without an owner."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import findings, of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize("kind", ["product", "platform", "legacy", "adaptor", "system", "store"])
def test_no_owner_stated(kind: str) -> None:
    """Every outermost system and every store at the top needs one; the head is the place."""
    (finding,) = of("MOD011", f"plateau now {{ at 2015 }}; {kind} x")
    assert (finding.span.text, finding.elements) == (f"{kind} x", ("x",))
    assert (finding.snapshots, finding.status) == ((), Status.OPEN)


@pytest.mark.parametrize(
    "text",
    [
        "product x { owner o }",
        "product x { owner o until 2015 }",
        "product x\nextend x { owner o }",
        "product x { external }",
        "product x { owner o; system part { store t }; store s; interface i }",
        "data x; user y; contract z",
    ],
    ids=["stated", "stated for a time", "in an extension", "external", "parts", "other kinds"],
)
def test_innocent_models(text: str) -> None:
    """An owner at any time is one; parts have that of their system; what others run is not judged."""
    assert said("MOD011", text + "\norganisation o") == []


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    assert "MOD011" not in {found.code for found in findings("product x")}
    assert "MOD011" in {found.code for found in findings("product x", profile="code-of-practice")}


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("MOD011", tmp_path, "product x", "data y") == []
