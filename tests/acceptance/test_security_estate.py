"""A benefits office, and all that the rules about personal data find there.

It has three plateaus, the last without a date, keeps data in parts and in a store of no system, and passes some on
to a printer; the credit reference agency that it asks is known by import.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.linter import Subject, lint
from tests.linting import findings

HERE = Path(__file__).parent / "security_estate"
CODES = ("SEC", "SYN", *(f"MOD00{number}" for number in (1, 2, 3, 4, 5, 6, 7, 9)), "WVR")

BENEFITS = """
systems.arch:12 SEC102 resolved error accounts.open-data visit
systems.arch:12 SEC102 open error accounts.open-data health
systems.arch:23 SEC103 resolved error claims accounts.api claimant
systems.arch:24 SEC103 open error claims accounts.portal claimant
systems.arch:28 SEC103 resolved error claims accounts.api
systems.arch:30 SEC102 open error claims credit-file.lookup claimant
systems.arch:30 SEC103 open error claims credit-file.lookup claimant
systems.arch:31 SEC103 open error claims credit-file.lookup address
systems.arch:37 SEC103 resolved error print-works accounts.api claimant
systems.arch:38 SEC102 introduced error print-works accounts.api claimant
systems.arch:39 WVR001 open error print-works
systems.arch:42 SEC104 open warning print-works.queue
systems.arch:43 SEC103 open error print-works.queue accounts.people claimant
systems.arch:44 SEC102 open error print-works.queue accounts.people health
systems.arch:46 SEC104 resolved warning print-works.archive.boxes
systems.arch:46 SEC102 resolved error print-works.archive.boxes visit
systems.arch:50 SEC104 resolved warning card-index.cards
systems.arch:50 SEC103 open error card-index.cards accounts.people claimant
systems.arch:51 SEC104 resolved warning card-index.photographs
systems.arch:52 SEC104 resolved warning card-index.visits
systems.arch:60 SEC104 open warning scans.envelopes
systems.arch:62 SEC104 open warning leavers
"""
UNCLASSIFIED = {
    "data.arch:15 SEC101 open warning office",
    "data.arch:16 SEC101 open warning note",
}


def found(profile: str = "default", at: str | None = None) -> list[str]:
    """What is found in the office, as `file:line code status severity elements`, in the order of the report."""
    settings = Settings(HERE, profile=profile)
    report = lint(Subject("benefits", (HERE / "benefits",)), settings, at)
    return [_line(finding) for finding in report.findings if finding.code.startswith(CODES)]


def _line(finding: Finding) -> str:
    place = f"{Path(finding.span.source.path).name}:{finding.span.begin.line}"
    return " ".join([place, finding.code, finding.status.value, finding.severity.value, *finding.elements])


def test_everything_that_is_wrong_is_found_and_nothing_else() -> None:
    """The office has exactly these findings: code, place, status, subject and what else matters."""
    assert found() == BENEFITS.strip().splitlines()


def test_the_code_of_practice_asks_for_classifications() -> None:
    """Of a part, and of what nobody holds yet; not of what only the agency has."""
    assert set(found("code-of-practice")) - set(found()) == UNCLASSIFIED


def test_after_all_only_what_is_left_is_found() -> None:
    """At the last plateau the same are found, without what the roadmap resolves."""
    left = [line for line in BENEFITS.strip().splitlines() if " resolved " not in line]
    assert found(at="after") == [line.replace(" introduced ", " open ") for line in left]


def test_the_model_of_the_language_page_breaks_none_of_these_rules() -> None:
    """Its drivers are personal data that is kept, read and not passed on."""
    page = HERE.parents[3] / "shared" / "design" / "language.md"
    if not page.exists():
        pytest.skip("the language page is not part of the repository")
    model = re.search(r"```arch\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert model is not None
    assert findings(model[1], profile="all", select=("SEC",)) == ()
