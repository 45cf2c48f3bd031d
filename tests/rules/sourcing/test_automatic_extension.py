"""SRC107: contracts that go on by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import


def test_an_automatic_extension() -> None:
    """It sits on the statement."""
    (finding,) = of("SRC107", "contract c {\n  extension automatic\n}")
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (2, "extension automatic", ("c",))


@pytest.mark.parametrize(
    "statement", ["", "extension optional", "extension none", 'extension automatic because "the court is moving"']
)
def test_what_is_decided_or_excused(statement: str) -> None:
    """Another extension, none, one that is not stated, and extenuating circumstances."""
    assert said("SRC107", f"contract c {{ {statement} }}") == []


def test_the_extension_in_force_counts() -> None:
    """One that is renegotiated is resolved."""
    text = "plateau one { at 2014 }; plateau two { at 2018 }\ncontract c {\n"
    (finding,) = of("SRC107", text + "extension automatic until 2016\nextension optional since 2016\n}")
    assert (finding.span.begin.line, finding.status.value) == (3, "resolved")


def test_imported_contracts_are_not_judged(tmp_path: Path) -> None:
    """Not even where an own file adds to them."""
    assert said_with_import(tmp_path, "SRC107", "extend c { extension automatic }", "contract c") == []
