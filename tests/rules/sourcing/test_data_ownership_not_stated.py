"""SRC102: contracts that leave the data to the supplier, or do not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

HOLDING = "supplier s; organisation o; data d\nproduct p { owner o; store t { holds d } }\n"
PRACTICE = "code-of-practice"


def test_the_supplier_owns_the_data() -> None:
    """It sits on the statement, whatever the contract covers, and names the owner that there should be."""
    (finding,) = of("SRC102", HOLDING + "contract c {\n  covers p\n  data-owner s\n}")
    assert (finding.span.begin.line, finding.elements) == (5, ("c", "s"))
    assert finding.help == "keep it: `data-owner o`"
    assert said("SRC102", "supplier s; contract c { data-owner s }") == ["1: c, s"]


def test_an_organisation_owns_the_data() -> None:
    """Any organisation is innocent, in every profile."""
    assert said("SRC102", HOLDING + "contract c { covers p; data-owner o }", profile=PRACTICE) == []


def test_silence_is_judged_by_the_code_of_practice_only() -> None:
    """A contract over a system that holds data should say whose it is; the contract is the place."""
    text = HOLDING + "contract c { covers p }"
    assert said("SRC102", text) == []
    (finding,) = of("SRC102", text, profile=PRACTICE)
    assert (finding.span.begin.line, finding.elements) == (3, ("c",))
    assert [label.span.text for label in finding.related] == ["holds d"]


@pytest.mark.parametrize(
    ("covered", "judged"),
    [
        ("product p", False),
        ("product p { store t }", False),
        ("product p { interface i { exposes d } }", False),
        ("product p { system part { store t { holds d } } }", True),
        ("system p { external; store t { holds d } }", False),
        ("product p { until 2000; store t { holds d } }; plateau now { at 2014 }", False),
        ("product p { store t { holds d until 2000 } }; plateau now { at 2014 }", False),
    ],
    ids=["no store", "empty store", "exposed only", "in a part", "external", "gone", "held no more"],
)
def test_what_holds_data(covered: str, judged: bool) -> None:
    """A store that holds something, also in a part, at that time, not in an external system."""
    found = said("SRC102", f"data d\ncontract c {{ covers p }}\n{covered}", profile=PRACTICE)
    assert found == (["2: c"] if judged else [])


def test_a_part_is_covered_for_itself() -> None:
    """A contract over one part does not cover the stores of another."""
    text = "data d\nproduct p { system a; system b { store t { holds d } } }\n"
    assert said("SRC102", text + "contract c { covers p.a }", profile=PRACTICE) == []
    assert said("SRC102", text + "contract c { covers p.b }", profile=PRACTICE) == ["3: c"]


def test_the_owner_in_force_counts() -> None:
    """What changes hands on the way is resolved."""
    text = "plateau one { at 2014 }; plateau two { at 2018 }\n" + HOLDING
    (finding,) = of("SRC102", text + "contract c { data-owner s until 2016; data-owner o since 2016 }")
    assert finding.status.value == "resolved"
    (finding,) = of("SRC102", text + "contract c { covers p; data-owner o until 2016 }", profile=PRACTICE)
    assert finding.status.value == "introduced"


def test_imported_contracts_are_not_judged(tmp_path: Path) -> None:
    """Not even where an own file adds the owner."""
    assert said_with_import(tmp_path, "SRC102", "supplier s\nextend c { data-owner s }", "contract c") == []


def test_names_the_first_that_holds_data() -> None:
    """Of several systems the first that the contract covers, and the holdings of all."""
    text = "data d\nproduct p { store s { holds d } }\nproduct q { store s { holds d } }\ncontract c { covers p, q }"
    (finding,) = of("SRC102", text, profile=PRACTICE)
    assert "covers `p`" in finding.message
    assert [label.message for label in finding.related] == ["held in `p.s`", "held in `q.s`"]
