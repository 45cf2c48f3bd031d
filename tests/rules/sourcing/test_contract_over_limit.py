"""SRC101: contracts over the limit."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.rules.sourcing.contract_over_limit import ContractOverLimitOptions
from tests.linting import of, said
from tests.rules.with_import import said_with_import


def test_a_value_over_the_limit() -> None:
    """It sits on the statement, with the contract as its subject, and says both figures."""
    (finding,) = of("SRC101", "supplier s\ncontract c {\n  supplier s\n  value 100.5m GBP\n}")
    assert (finding.span.begin.line, finding.span.text) == (4, "value 100.5m GBP")
    assert finding.elements == ("c",)
    assert "100,500,000 GBP" in finding.message
    assert "100,000,000 GBP" in finding.message


@pytest.mark.parametrize(
    "value",
    ["value 100m GBP", "value 99m GBP", 'value 2bn GBP because "one tunnel"', "value 2bn EUR", "value 2bn USD", ""],
    ids=["at the limit", "below", "with a reason", "euros", "dollars", "not stated"],
)
def test_a_value_that_is_none_of_it(value: str) -> None:
    """The limit itself, an exceptional reason, other money, and what is not known."""
    assert said("SRC101", f"contract c {{ {value} }}") == []


def test_the_limit_is_an_option() -> None:
    """`limit` is in pounds."""
    text = "contract c { value 10m GBP }"
    assert said("SRC101", text, rules={"SRC101": ContractOverLimitOptions(9_999_999)}) == ["1: c"]
    assert said("SRC101", text, rules={"SRC101": ContractOverLimitOptions(10_000_000)}) == []


def test_the_value_in_force_counts() -> None:
    """A contract that is made smaller is resolved; one that begins later is introduced."""
    plateaus = "plateau one { at 2014 }; plateau two { at 2018 }\n"
    (finding,) = of("SRC101", plateaus + "contract c { value 1bn GBP until 2016; value 50m GBP since 2016 }")
    assert finding.status.value == "resolved"
    (finding,) = of("SRC101", plateaus + "contract c { since 2016; value 1bn GBP }")
    assert finding.status.value == "introduced"


def test_says_how_to_divide_it() -> None:
    """A contract over several systems could be several contracts."""
    (finding,) = of("SRC101", "product a; product b; contract c { covers a, b; value 1bn GBP }")
    assert "smaller contracts cover its 2 systems" in finding.help


def test_imported_contracts_are_not_judged(tmp_path: Path) -> None:
    """Neither they, nor what is added to them."""
    assert said_with_import(tmp_path, "SRC101", "extend c { value 1bn GBP }", "contract c") == []


def test_one_system_cannot_be_covered_by_several() -> None:
    """Only a contract over more than one is to be divided by systems."""
    (finding,) = of("SRC101", "product p; contract c { covers p; value 200m GBP }")
    assert "divide it into smaller contracts" in finding.help
