"""SEC101: data without a classification."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.with_import import said_with_import


def test_no_classification() -> None:
    """It sits on the entity; each part is asked for its own."""
    text = "data a { classification official }\ndata b {\n part-of a\n}\ndata c { classification public }"
    assert said("SEC101", text) == ["2: b"]


def test_belongs_to_the_code_of_practice() -> None:
    """The profile `default` does not ask."""
    assert "SEC101" not in {finding.code for finding in findings("data d")}
    assert "SEC101" in {finding.code for finding in findings("data d", profile="code-of-practice")}


@pytest.mark.parametrize(
    ("systems", "judged"),
    [
        ("system e { external; store s { holds d } }", False),
        ("system e { external; interface i { exposes d } }", False),
        ("system e { external }; product p { reads d from e }", False),
        ("system e { external; store s { holds d } }; product p { reads d from e.s }", False),
        ("system e { external; store s { holds d } }; product p { store t { holds d as replica of e.s } }", True),
        ("system e { external; store s { holds d } }; product p { interface i { exposes d } }", True),
        ("system e { external }; product p { writes d to e }", True),
        ("system e { external; reads d from p }; product p", True),
        ("product p { store t { holds d } }", True),
        ("store top { holds d }", True),
        ("", True),
    ],
)
def test_the_data_of_external_systems_is_theirs(systems: str, judged: bool) -> None:
    """What is held, exposed and read nowhere else; whatever has a place of one's own is judged."""
    assert said("SEC101", f"data d\n{systems}") == (["1: d"] if judged else [])


def test_is_asked_at_each_time() -> None:
    """A classification that is stated later resolves it."""
    text = "plateau one { at 2014 }; plateau two { at 2018 }\ndata d { classification official since 2016 }"
    (finding,) = of("SEC101", text)
    assert finding.status.value == "resolved"


def test_imported_data_is_not_judged(tmp_path: Path) -> None:
    """What comes by import is for others to classify."""
    assert said_with_import(tmp_path, "SEC101", "data own", "data theirs") == ["1: own"]
