"""SRC103: contracts that do not say whose the code is."""

from __future__ import annotations

from pathlib import Path

from tests.linting import findings, of, said
from tests.rules.with_import import said_with_import


def test_no_owner_of_the_code() -> None:
    """Every contract is asked, whatever it covers; it sits on the contract."""
    assert said("SRC103", "supplier s\ncontract c {\n  supplier s\n}") == ["2: c"]


def test_any_owner_will_do() -> None:
    """An organisation or a supplier: what is asked for is the answer."""
    text = "organisation o; supplier s; contract a { ip-owner o }; contract b { ip-owner s }"
    assert said("SRC103", text) == []


def test_belongs_to_the_code_of_practice() -> None:
    """The profile `default` does not ask."""
    text = "supplier s; contract c { supplier s }"
    assert "SRC103" not in {finding.code for finding in findings(text)}
    assert "SRC103" in {finding.code for finding in findings(text, profile="code-of-practice")}


def test_is_asked_at_each_time() -> None:
    """An owner that is stated later resolves it; a contract that has ended is not asked."""
    plateaus = "plateau one { at 2014 }; plateau two { at 2018 }\norganisation o\n"
    (finding,) = of("SRC103", plateaus + "contract c { ip-owner o since 2016 }")
    assert finding.status.value == "resolved"
    assert said("SRC103", plateaus + "contract c { until 2013 }") == []


def test_imported_contracts_are_not_judged(tmp_path: Path) -> None:
    """What comes by import is for others to state."""
    assert said_with_import(tmp_path, "SRC103", "contract own", "contract theirs") == ["1: own"]
