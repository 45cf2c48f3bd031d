"""DAT111: stores that hold nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.importing import of_importing


@pytest.mark.parametrize("text", ["store s", "system x { store s }", "store s { register; interface i }"])
def test_a_store_that_holds_nothing(text: str) -> None:
    """Wherever it stands, and whatever else it says."""
    (finding,) = of("DAT111", text)
    assert finding.elements in (("s",), ("x.s",))
    assert finding.span.text == "store s"


@pytest.mark.parametrize(
    "text",
    [
        "data d; store s { holds d }",
        "data d; store s; extend s { holds d }",
        "system x { external; store s }",
        "system x { external; system y { store s } }",
    ],
    ids=["holds", "in an extension", "external", "part of what is external"],
)
def test_innocent_models(text: str) -> None:
    """A store that says what it holds, and others' stores."""
    assert said("DAT111", text) == []


def test_help_names_what_others_take_from_it() -> None:
    """What is read from the store is what it is likely to hold."""
    (finding,) = of("DAT111", "data d; system x { store s }; system y { reads d from x.s }")
    assert "`holds d`" in finding.help


@pytest.mark.parametrize(
    ("block", "status"), [("holds d since 2015", "resolved"), ("holds d until 2015", "introduced"), ("", "open")]
)
def test_is_judged_at_each_time(block: str, status: str) -> None:
    """What it holds at one time counts."""
    text = f"plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; data d; store s {{ {block} }}"
    (finding,) = of("DAT111", text)
    assert finding.status.value == status


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    assert "DAT111" not in {found.code for found in findings("store s")}
    assert "DAT111" in {found.code for found in findings("store s", profile="code-of-practice")}


def test_imported_stores_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("DAT111", tmp_path, "store s", "data y") == []
