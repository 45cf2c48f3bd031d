"""SRC108: contracts that end with nothing to follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.with_import import said_with_import

SUPPORT = "contract support { covers x; until 2016 }\n"


def test_ends_while_the_system_lives_on() -> None:
    """It sits on the contract, is open and of no snapshot, and says when."""
    (finding,) = of("SRC108", "plateau now { at 2015 }\nproduct x\ncontract support {\n covers x; until 2016\n}")
    assert (finding.span.begin.line, finding.elements) == (3, ("support", "x"))
    assert (finding.status, finding.snapshots) == (Status.OPEN, ())
    assert "2016-01-01" in finding.message
    assert [label.span.text for label in finding.related] == ["until 2016", "product x"]


@pytest.mark.parametrize(
    ("system", "left"),
    [
        ("legacy x { until 2016 }", False),
        ("legacy x { until 2015-12 }", False),
        ("legacy x { until 2016-02 }", True),
        ("product x { since 2015-12-31 }", True),
        ("legacy x { until 2016 }; platform y { replaces x }", False),
        ("legacy x; platform y { replaces x }", True),
        ("product x { since 2016 }", False),
        ("system x { external }", True),
    ],
)
def test_the_system_lives_on(system: str, left: bool) -> None:
    """One that ends with the contract, or before, needs no other; nor one that only begins then."""
    assert said("SRC108", f"{SUPPORT}{system}") == (["1: support, x"] if left else [])


@pytest.mark.parametrize(
    ("other", "followed"),
    [
        ("covers x; since 2016", True),
        ("covers x", True),
        ("covers x; since 2015; until 2016-01-02", True),
        ("covers x since 2016", True),
        ("covers x; since 2016-01-02", False),
        ("covers x; until 2015", False),
        ("covers x until 2016", False),
        ("covers y; since 2016", False),
        ("since 2016", False),
    ],
)
def test_another_contract_covers_it_then(other: str, followed: bool) -> None:
    """At the end itself: one that begins later or ends sooner leaves a gap, as does one over something else."""
    text = f"{SUPPORT}product x; product y {{ until 2015 }}\ncontract other {{ {other} }}"
    assert ("1: support, x" in said("SRC108", text)) is not followed


def test_the_last_of_a_chain_is_left() -> None:
    """Each contract is held against what comes after it."""
    chain = "contract next { covers x; since 2016; until 2018 }\nproduct x"
    assert said("SRC108", SUPPORT + chain) == ["2: next, x"]


def test_two_that_end_together_follow_neither() -> None:
    """Both end without a transition."""
    text = SUPPORT + "contract other { covers x; until 2016 }\nproduct x"
    assert said("SRC108", text) == ["1: support, x", "2: other, x"]


def test_one_finding_for_each_contract() -> None:
    """All the systems that are left, and only these, are named."""
    text = (
        "product a; product b; product c; product d { until 2014 }\ncontract k { covers a, b; covers c, d; until 2016 }"
    )
    (finding,) = of("SRC108", text + "\ncontract m { covers b }")
    assert finding.elements == ("k", "a", "c")
    assert said("SRC108", "product a; contract k { covers a; covers a; until 2016 }") == ["1: k, a"]


def test_what_it_had_ceased_to_cover_is_not_left() -> None:
    """Only what is covered to the end."""
    assert said("SRC108", "contract k { covers x until 2015; until 2016 }\nproduct x") == []


def test_a_contract_over_the_whole_covers_a_part() -> None:
    """But not the other way round."""
    text = "contract k { covers x.a; until 2016 }\nproduct x { system a; system b }\ncontract m { covers %s }"
    assert said("SRC108", text % "x") == []
    assert said("SRC108", text % "x.b") == ["1: k, x.a"]
    text = "contract k { covers x; until 2016 }\nproduct x { system a }\ncontract m { covers x.a }"
    assert said("SRC108", text) == ["1: k, x"]


@pytest.mark.parametrize(
    "contract", ["covers x", "covers x; since 2016", "covers x; since 2016; until 2016", "until 2016"]
)
def test_a_contract_without_an_end_leaves_nothing(contract: str) -> None:
    """Nor does one that never exists, or covers nothing."""
    assert said("SRC108", f"contract k {{ {contract} }}\nproduct x") == []


def test_the_plateau_without_a_date_is_an_end() -> None:
    """It comes after every date, and systems may live on after it."""
    contract = "plateau now { at 2014 }; plateau target\ncontract k { covers x, y; until target }\n"
    (finding,) = of("SRC108", contract + "product x { until target }\nproduct y")
    assert finding.elements == ("k", "y")
    assert "with `target`" in finding.message


def test_names_the_contract_that_comes_too_late() -> None:
    """The next one that covers any of the systems should begin sooner."""
    late = "product x; contract late { covers x; since 2018 }; contract past { covers x; since 2013; until 2014 }\n"
    late += "contract next { covers x; since 2016-07 }"
    (finding,) = of("SRC108", SUPPORT + late)
    assert finding.help == "let `next` begin by 2016-01-01"
    (finding,) = of("SRC108", SUPPORT + "product x")
    assert finding.help.startswith("let another contract cover `x` from 2016-01-01 on")


def test_imported_contracts_are_not_judged(tmp_path: Path) -> None:
    """They may follow on an own one, and cover own systems."""
    text = "contract k { covers x; until 2016 }"
    assert said_with_import(tmp_path, "SRC108", "product y", text + "\nproduct x") == []
    assert said_with_import(tmp_path, "SRC108", text, "product x") == ["1: k, x"]
    assert said_with_import(tmp_path, "SRC108", text, "product x; contract m { covers x }") == []


@pytest.mark.parametrize(("covers", "left"), [("covers x since 2015-12-31", True), ("covers x until 2016", True)])
def test_one_day_is_enough_to_be_left(covers: str, left: bool) -> None:
    """What is covered on the last day is covered to the end, whether or not the statement ends with the contract."""
    assert said("SRC108", f"product x\n{SUPPORT.replace('covers x', covers)}") == (["2: support, x"] if left else [])


def test_a_contract_that_never_is_hides_no_other() -> None:
    """The contracts after one that ends before it begins are judged."""
    never = "contract never { since 2016; until 2015; covers x }\n"
    assert said("SRC108", f"{never}{SUPPORT}product x") == ["2: support, x"]


def test_names_a_few_and_counts_the_rest() -> None:
    """Up to four systems by name."""
    names = ["a", "b", "c", "d", "e"]
    for number, listed in ((1, "`a` lives"), (2, "`a` and `b` live"), (4, "`a`, `b`, `c` and `d` live")):
        text = f"contract s {{ covers {', '.join(names[:number])}; until 2016 }}\n"
        (finding,) = of("SRC108", text + "; ".join(f"product {name}" for name in names))
        assert f", {listed} on, " in finding.message
    (finding,) = of("SRC108", text.replace("c, d", "c, d, e") + "; ".join(f"product {name}" for name in names))
    assert ", `a`, `b`, `c`, `d` and 1 more live on, " in finding.message
