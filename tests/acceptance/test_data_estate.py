"""Three estates, and all that the rules about data find in them: code, place and status."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, lint
from tests.linting import findings

ESTATES = Path(__file__).parent / "data_estate"
FAMILY = ("DAT101", "DAT102", "DAT103", "DAT104", "DAT105", "DAT106", "DAT107", "DAT108", "DAT112")

COUNCIL = """
systems.arch:14 DAT101 transitional
systems.arch:20 DAT112 resolved
systems.arch:30 DAT112 open
systems.arch:35 DAT103 open
systems.arch:36 DAT107 open
systems.arch:49 DAT101 resolved
systems.arch:49 DAT107 introduced
systems.arch:50 DAT106 introduced
waste.arch:6 DAT112 introduced
waste.arch:9 DAT112 introduced
waste.arch:10 DAT112 introduced
waste.arch:11 DAT112 introduced
"""

HOSPITAL = """
clinics.arch:5 DAT108 open
clinics.arch:6 DAT108 open
clinics.arch:8 DAT108 introduced
clinics.arch:9 DAT106 open
clinics.arch:12 DAT104 introduced
clinics.arch:18 DAT105 resolved
clinics.arch:19 DAT106 resolved
clinics.arch:24 DAT107 open
estate.arch:11 DAT102 open
estate.arch:12 DAT102 open
estate.arch:28 DAT103 open
estate.arch:37 DAT104 open
estate.arch:37 DAT103 open
"""

FERRIES = """
booking.arch:2 DAT112 resolved
booking.arch:3 DAT112 introduced
booking.arch:4 DAT106 introduced
booking.arch:5 DAT106 resolved
booking.arch:6 DAT112 resolved
booking.arch:16 DAT108 introduced
booking.arch:16 DAT112 open
booking.arch:19 DAT105 open
booking.arch:21 DAT105 open
booking.arch:25 DAT108 introduced
booking.arch:25 DAT112 open
booking.arch:27 DAT108 introduced
booking.arch:28 DAT106 open
booking.arch:28 DAT112 open
sailing.arch:3 DAT102 introduced
sailing.arch:4 DAT102 open
sailing.arch:18 DAT101 transitional
sailing.arch:19 DAT104 transitional
"""


def found(estate: str, profile: str = "default") -> list[str]:
    """What the family finds in an estate, as `file:line code status`, in the order of the report."""
    settings = Settings(ESTATES, profile=profile, select=(*FAMILY, "SYN", "MOD00"))
    report = lint(Subject(estate, (ESTATES / estate,)), settings)
    return [
        f"{Path(one.span.source.path).name}:{one.span.begin.line} {one.code} {one.status.value}"
        for one in report.findings
        if one.code != "MOD008"
    ]


def lines(expected: str) -> list[str]:
    """The lines of an expectation."""
    return expected.split("\n")[1:-1]


@pytest.mark.parametrize(
    ("estate", "expected"), [("council", COUNCIL), ("hospital", HOSPITAL), ("ferries", FERRIES)]
)  # fmt: skip
def test_everything_that_is_wrong_with_the_data_is_found_and_nothing_else(estate: str, expected: str) -> None:
    """Each estate has exactly these findings about its data, and can be read without a fault."""
    assert found(estate) == lines(expected)


def test_the_code_of_practice_asks_for_the_store_of_what_is_only_exposed() -> None:
    """In the larger profile one more is found: the band that is exposed by a system without a store."""
    assert sorted(set(found("council", "code-of-practice")) - set(found("council"))) == ["data.arch:7 DAT102 open"]
    assert found("hospital", "code-of-practice") == found("hospital")
    assert found("ferries", "code-of-practice") == found("ferries")


def test_what_is_imported_is_judged_where_it_is_given() -> None:
    """The faults of the imported file are found when it is linted itself."""
    assert found("shared") == ["national.arch:21 DAT101 open", "national.arch:22 DAT107 open"]


def test_the_model_of_the_language_page_keeps_every_fact_in_one_place() -> None:
    """The whole model of the language page has no findings about its data, in any profile."""
    page = Path(__file__).parents[3] / "shared" / "design" / "language.md"
    if not page.exists():
        pytest.skip("the language page is not part of the repository")
    model = re.search(r"```arch\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert model is not None
    assert findings(model[1], profile="all", select=FAMILY) == ()
