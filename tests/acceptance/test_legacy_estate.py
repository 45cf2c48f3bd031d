"""Three estates, and all that the rules about legacy, and about the model as such, find in them.

The harbour has plateaus, the last without a date, and imports what the coastguard runs; the archive has dates
and no plateaus; the railway is told in another language, with parts within parts.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.diagnostics import Finding, Severity
from archlint.linter import Subject, lint
from tests.linting import findings

ESTATES = Path(__file__).parent / "legacy_estate"
LEGACY = ("LEG101", "LEG102", "LEG103", "LEG104", "LEG107", "LEG109")
MODEL = ("SYN", "MOD00", "MOD010", "WVR")
UNSTATED = ("MOD011", "MOD012")
STATUS = r"resolved|introduced|transitional"

HARBOUR = """
estate.arch:4 LEG103 resolved berth-book
estate.arch:15 LEG104 open gantry
estate.arch:21 LEG107 resolved cards
estate.arch:37 LEG109 open berth-planner berth-book
people.arch:3 MOD008 open crane-pool
people.arch:6 MOD008 open towing
people.arch:10 MOD009 open winch-care
products.arch:4 LEG102 resolved quay-office berth-book
products.arch:6 LEG102 open quay-office gantry
products.arch:8 LEG102 resolved quay-office berth-book
products.arch:8 LEG109 open quay-office berth-book
products.arch:11 MOD009 open quay-office.kiosk-printer
products.arch:17 LEG101 introduced tow-desk gantry
products.arch:17 LEG102 introduced tow-desk gantry
products.arch:18 LEG101 transitional tow-desk beacon-net
products.arch:19 MOD009 open tow-desk berth-book
products.arch:22 MOD010 open old-log
products.arch:24 LEG102 resolved weather-mast beacon-net
products.arch:24 LEG109 open weather-mast beacon-net
products.arch:27 LEG102 open quay-office cards
products.arch:28 LEG101 transitional quay-office beacon-net
"""

ARCHIVE = """
archive.arch:3 LEG103 resolved microfiche
archive.arch:4 LEG107 resolved tape-vault
archive.arch:5 LEG104 introduced punch-room
archive.arch:8 LEG102 open reading-room microfiche
archive.arch:8 LEG102 resolved reading-room tape-vault
archive.arch:8 LEG109 open reading-room tape-vault
archive.arch:9 LEG101 introduced map-shop punch-room
archive.arch:9 LEG102 introduced map-shop punch-room
archive.arch:14 LEG101 transitional scans microfiche
archive.arch:19 LEG101 transitional family-tree microfiche
archive.arch:20 MOD009 open family-tree tape-vault
later.arch:3 LEG102 resolved reading-room microfiche
later.arch:4 WVR001 open reading-room
later.arch:7 MOD009 open microfiche.lamp
later.arch:8 MOD009 open tape-vault.hatch
later.arch:9 MOD010 open ghost
"""

RAILWAY = """
dienste.arch:3 LEG102 resolved auskunft kursbuch
dienste.arch:3 LEG109 open auskunft kursbuch
dienste.arch:5 LEG101 introduced auskunft ansage
dienste.arch:5 LEG102 introduced auskunft ansage
dienste.arch:6 LEG101 transitional auskunft stellwerk
dienste.arch:6 LEG102 transitional auskunft stellwerk
dienste.arch:15 LEG101 introduced fahrplan-dienst stellwerk
dienste.arch:23 LEG101 introduced zentrale stellwerk
dienste.arch:23 LEG102 introduced weichen stellwerk
dienste.arch:27 LEG101 introduced app stellwerk
dienste.arch:29 LEG109 open app kursbuch
dienste.arch:32 LEG102 resolved kiosk kursbuch
netz.arch:4 MOD009 open nachher ziel
netz.arch:11 MOD008 open störung
netz.arch:13 LEG104 introduced stellwerk
netz.arch:19 LEG103 resolved kursbuch
netz.arch:19 LEG107 transitional kursbuch
netz.arch:28 LEG103 introduced ansage
"""

NATIONAL = """
national.arch:6 LEG107 resolved beacon-net
national.arch:15 LEG102 resolved watch-room beacon-net
national.arch:15 LEG109 open watch-room beacon-net
national.arch:21 LEG102 transitional tides beacon-net
national.arch:21 LEG109 open tides beacon-net
national.arch:24 MOD008 open rescue
"""


def judged(estate: str, *select: str, at: str | None = None, every_change: bool = False) -> list[str]:
    """What some rules find in an estate, as `file:line code status elements`, in the order of the report."""
    settings = Settings(ESTATES, select=select or (*LEGACY, *MODEL))
    report = lint(Subject(estate, (ESTATES / estate,)), settings, at, every_change)
    return [line(finding) for finding in report.findings]


def line(finding: Finding) -> str:
    """A finding in one line, the subject first of its elements."""
    place = f"{Path(finding.span.source.path).name}:{finding.span.begin.line}"
    return " ".join([place, finding.code, finding.status.value, *finding.elements])


@pytest.mark.parametrize(
    ("estate", "expected"),
    [("harbour", HARBOUR), ("archive", ARCHIVE), ("railway", RAILWAY), ("national", NATIONAL)],
)
def test_everything_that_is_wrong_is_found_and_nothing_else(estate: str, expected: str) -> None:
    """Each estate has exactly these findings: code, place, status, subject and what else matters."""
    assert judged(estate) == expected.strip().splitlines()


def test_one_snapshot_is_judged_alone_and_compared_with_the_first() -> None:
    """At `dredged` everything that holds then is open; what is gone by then is not found."""
    gone = ("estate.arch:4 ", "estate.arch:21 ", "products.arch:4 ", "products.arch:8 LEG102")
    then = [found for found in HARBOUR.strip().splitlines() if not found.startswith(gone)]
    assert judged("harbour", at="dredged") == [re.sub(STATUS, "open", found) for found in then]


def test_every_change_tells_no_other_story() -> None:
    """Between the plateaus of the harbour and before them nothing comes and goes unseen."""
    assert judged("harbour", every_change=True) == HARBOUR.strip().splitlines()


def test_the_code_of_practice_asks_for_owners_and_areas() -> None:
    """Whatever of its own states none is named; what comes by import is not."""
    assert judged("harbour", *UNSTATED) == [
        "estate.arch:15 MOD012 open gantry",
        "products.arch:14 MOD012 open tow-desk",
        "products.arch:22 MOD011 open old-log",
        "products.arch:22 MOD012 open old-log",
        "products.arch:24 MOD011 open weather-mast",
    ]
    assert judged("archive", "MOD011") == ["later.arch:10 MOD011 open attic"]


def test_the_model_of_the_language_page_leaves_legacy_in_time() -> None:
    """The whole model of the language page has nothing but notes from these rules, in any profile."""
    page = Path(__file__).parents[3] / "shared" / "design" / "language.md"
    if not page.exists():
        pytest.skip("the language page is not part of the repository")
    model = re.search(r"```arch\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert model is not None
    found = findings(model[1], profile="all", select=(*LEGACY, *MODEL, *UNSTATED))
    assert {one.code for one in found if one.severity is not Severity.INFO} == set()
