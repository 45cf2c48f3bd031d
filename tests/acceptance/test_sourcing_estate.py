"""A borough and its suppliers, and all that the rules about contracts find there.

The borough has three plateaus, one large outsourcing that comes to its end, and an integrator that becomes a
supplier for half a year between two plateaus; the county's own contracts are known by import.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.linter import Subject, lint
from archlint.rules.sourcing.contract_over_limit import ContractOverLimitOptions
from archlint.rules.sourcing.single_supplier_dependency import SingleSupplierDependencyOptions
from tests.linting import findings

HERE = Path(__file__).parent / "sourcing_estate"
CODES = ("SRC", "SYN", *(f"MOD00{number}" for number in (1, 2, 3, 4, 5, 6, 7, 9)), "WVR")

BOROUGH = """
contracts.arch:1 SRC108 open warning everything maps
contracts.arch:5 SRC101 resolved error everything
contracts.arch:9 SRC104 resolved warning everything
contracts.arch:10 SRC107 resolved error everything
contracts.arch:11 SRC102 resolved error everything colossus
contracts.arch:20 SRC108 open warning weaving repairs tenancies
contracts.arch:37 SRC108 open warning lines post-room switchboard
contracts.arch:44 SRC105 resolved error desks county-network waived
contracts.arch:44 SRC105 resolved error desks maps waived
contracts.arch:44 SRC105 resolved error desks post-room waived
estate.arch:31 SRC106 resolved warning repairs colossus
estate.arch:39 SRC106 resolved warning permits colossus
"""
UNSTATED = {
    "contracts.arch:15 SRC102 resolved error rents",
    "contracts.arch:15 SRC103 resolved warning rents",
    "contracts.arch:37 SRC104 open warning lines",
}
COUNTY = """
framework.arch:6 SRC108 open warning county-deal county-network
framework.arch:9 SRC101 resolved error county-deal
framework.arch:10 SRC107 resolved error county-deal
framework.arch:11 SRC102 resolved error county-deal colossus
"""


def found(estate: str, profile: str = "default", every_change: bool = False, **options: object) -> list[str]:
    """What is found in an estate, as `file:line code status severity elements`, in the order of the report."""
    settings = Settings(HERE, profile=profile, rules=options)
    report = lint(Subject(estate, (HERE / estate,)), settings, every_change=every_change)
    return [_line(finding) for finding in report.findings if finding.code.startswith(CODES)]


def _line(finding: Finding) -> str:
    place = f"{Path(finding.span.source.path).name}:{finding.span.begin.line}"
    said = [finding.code, finding.status.value, finding.severity.value, *finding.elements]
    return " ".join([place, *said, *(["waived"] if finding.waived else [])])


@pytest.mark.parametrize(("estate", "expected"), [("borough", BOROUGH), ("partners", COUNTY)])
def test_everything_that_is_wrong_is_found_and_nothing_else(estate: str, expected: str) -> None:
    """Each estate has exactly these findings; what the county signed is found only where it is given itself."""
    assert found(estate) == expected.strip().splitlines()


def test_the_code_of_practice_asks_what_contracts_do_not_say() -> None:
    """In the larger profile three are found beside: whose the data and the code are, and when one may leave."""
    more = found("borough", "code-of-practice")
    assert set(more) - set(found("borough")) == UNSTATED
    assert len(more) == len(BOROUGH.strip().splitlines()) + len(UNSTATED)


def test_every_change_shows_what_happens_between_the_plateaus() -> None:
    """For half a year the integrator supplies a part of what it integrates."""
    more = set(found("borough", every_change=True)) - set(found("borough"))
    assert "contracts.arch:20 SRC105 transitional error weaving tenancies.billing" in more
    assert {line for line in more if "SRC105" in line and "waived" not in line} == {
        "contracts.arch:20 SRC105 transitional error weaving tenancies.billing"
    }


def test_the_options_draw_the_lines_elsewhere() -> None:
    """A lower limit finds the contract at its lower price, too; a higher share leaves the products alone."""
    changed = found(
        "borough",
        SRC101=ContractOverLimitOptions(80_000_000),
        SRC106=SingleSupplierDependencyOptions(share=0.75),
    )
    assert set(found("borough")) - set(changed) == {
        "estate.arch:31 SRC106 resolved warning repairs colossus",
        "estate.arch:39 SRC106 resolved warning permits colossus",
    }
    assert set(changed) - set(found("borough")) == {"contracts.arch:6 SRC101 transitional error everything"}


def test_the_model_of_the_language_page_breaks_none_of_these_rules() -> None:
    """The whole model of the language page has no contracts and no suppliers."""
    page = HERE.parents[3] / "shared" / "design" / "language.md"
    if not page.exists():
        pytest.skip("the language page is not part of the repository")
    model = re.search(r"```arch\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert model is not None
    assert findings(model[1], profile="all", select=("SRC",)) == ()
