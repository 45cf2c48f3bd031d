"""SRC104: long contracts that cannot be left soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

PRACTICE = "code-of-practice"


@pytest.mark.parametrize("clause", ["3 years", "25 months", "24.5 months", "2.1 years", "732 days"])
def test_a_break_clause_after_two_years(clause: str) -> None:
    """It sits on the break clause."""
    (finding,) = of("SRC104", f"contract c {{\n since 2014; until 2018\n break-clause {clause}\n}}", at="2015")
    assert (finding.span.begin.line, finding.elements) == (3, ("c",))


@pytest.mark.parametrize("clause", ["2 years", "24 months", "730 days", "731 days", "6 months", "0 days"])
def test_a_break_clause_within_two_years(clause: str) -> None:
    """Two years themselves are in time, as days, too."""
    text = f"contract c {{ since 2014; until 2018; break-clause {clause} }}"
    assert said("SRC104", text, profile=PRACTICE) == []


@pytest.mark.parametrize(
    ("period", "is_long"),
    [
        ("since 2014; until 2016", False),
        ("since 2014; until 2016-01-02", True),
        ("since 2014-06; until 2016-05", False),
        ("since 2014-06; until 2016-07", True),
        ("since 2014-06-15; until 2016-06-15", False),
        ("since 2016-02-29; until 2018-03-01", True),
        ("since 2014; until later", True),
        ("since 2014; until target", False),
        ("since target", False),
        ("until 2030", False),
        ("since 2014", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("profile", ["default", PRACTICE])
def test_both_dates_and_more_than_two_years(period: str, is_long: bool, profile: str) -> None:
    """Shorter contracts are innocent; so is one of which a date is not known, be it a plateau without one."""
    times = "plateau now { at 2016-03 }; plateau before { at 2015 }; plateau later { at 2019 }; plateau target\n"
    late = said("SRC104", f"{times}contract c {{ {period}; break-clause 5 years }}", profile=profile)
    assert late == (["2: c"] if is_long else [])
    none = said("SRC104", f"{times}contract c {{ {period} }}", profile=profile)
    assert none == (["2: c"] if is_long and profile == PRACTICE else [])


def test_what_is_not_stated_is_judged_by_the_code_of_practice_only() -> None:
    """A long contract without a break clause; it sits on the contract."""
    text = "contract c {\n since 2014; until 2018\n}"
    assert said("SRC104", text) == []
    assert said("SRC104", text, profile=PRACTICE) == ["1: c"]


def test_the_clause_in_force_counts() -> None:
    """A better clause resolves it."""
    text = "plateau one { at 2014 }; plateau two { at 2017 }\n"
    clauses = "break-clause 3 years until 2015; break-clause 1 years since 2015"
    (finding,) = of("SRC104", f"{text}contract c {{ since 2013; until 2018; {clauses} }}")
    assert finding.status.value == "resolved"


def test_imported_contracts_are_not_judged(tmp_path: Path) -> None:
    """Not even where an own file adds the clause."""
    theirs = "contract c { since 2014; until 2018 }\nplateau now { at 2015 }"
    assert said_with_import(tmp_path, "SRC104", "extend c { break-clause 3 years }", theirs) == []
