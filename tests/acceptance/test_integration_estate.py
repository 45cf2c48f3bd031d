"""Three estates, and all that the rules about interfaces, dependencies and layers find in them.

The revenue has plateaus, a mesh that the roadmap takes apart, and a bank that is known by import; the rivers have
dates and no plateaus, parts within parts and a store at the top; the campus is about platforms.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.linter import Subject, lint
from tests.linting import findings

HERE = Path(__file__).parent
RULES = ("INT101", "INT102", "INT103", "INT104", "INT105", "INT107", "INT108", "PLT101", "PLT106", "PLT108")

REVENUE = """
customs.arch:4 INT107 resolved error declare-goods
customs.arch:6 INT101 resolved error declare-goods
customs.arch:6 INT103 resolved error declare-goods
customs.arch:17 INT104 introduced warning taxpayer-hub.feed
customs.arch:21 INT103 introduced error declare-goods
customs.arch:22 INT108 open info declare-goods
customs.arch:22 INT101 open error declare-goods
estate.arch:20 INT104 resolved warning ledger.batch
estate.arch:27 INT101 open error case-files waived
estate.arch:30 INT105 introduced error case-files.matcher
estate.arch:33 INT108 resolved info penalties
estate.arch:35 INT102 resolved warning file-return
estate.arch:37 INT108 open info file-return
estate.arch:38 INT108 open info file-return
estate.arch:39 INT107 resolved error file-return
estate.arch:40 INT101 introduced error file-return
estate.arch:40 INT103 introduced error file-return
estate.arch:40 INT105 introduced error file-return
estate.arch:43 INT101 open error telephone
"""

RIVERS = """
gauges.arch:14 INT104 resolved warning gauge-net.station.buffer.tap
gauges.arch:16 INT105 open error gauge-net.station.clock
gauges.arch:23 PLT106 open error gauge-net
gauges.arch:26 INT104 open warning archive.dump
models.arch:4 INT101 resolved error flood-model
models.arch:5 INT101 introduced error flood-model
models.arch:5 INT107 introduced error flood-model
models.arch:6 INT101 open error flood-model
models.arch:8 INT108 open warning flood-model
models.arch:15 INT105 introduced error forecast
models.arch:15 INT108 introduced info forecast
models.arch:16 INT108 open warning forecast
models.arch:20 INT101 open error forecast
models.arch:21 INT103 open error forecast
models.arch:29 INT103 introduced error tapper
models.arch:30 INT107 introduced error tapper
"""

CAMPUS = """
base.arch:11 PLT108 open warning enrolment
base.arch:12 PLT108 resolved warning room-booking
base.arch:13 PLT108 resolved warning payments-intake
platforms.arch:1 PLT101 resolved error timetable
platforms.arch:5 INT104 open warning timetable.bus
platforms.arch:7 INT108 open info timetable
platforms.arch:7 PLT106 open error timetable
platforms.arch:8 PLT106 resolved error timetable
platforms.arch:9 PLT106 open error timetable
platforms.arch:10 PLT106 open error timetable
platforms.arch:12 PLT106 open error timetable
platforms.arch:13 INT103 open error timetable
platforms.arch:13 PLT106 open error timetable
platforms.arch:18 INT104 open warning identity.directory.native
platforms.arch:19 PLT106 open error identity
platforms.arch:20 PLT106 introduced error identity
systems.arch:20 INT108 open warning student-app
systems.arch:21 INT105 open error student-app
"""


def found(estate: str, profile: str = "default") -> list[str]:
    """What is found in an estate, as `file:line code status severity subject`, in the order of the report."""
    folder = HERE / estate
    settings = Settings(folder.parent, profile=profile, select=(*RULES, "SYN", "MOD00", "WVR"))
    report = lint(Subject(folder.name, (folder,)), settings)
    return [_line(finding) for finding in report.findings if finding.code != "MOD008"]


def _line(finding: Finding) -> str:
    place = f"{Path(finding.span.source.path).name}:{finding.span.begin.line}"
    waived = " waived" if finding.waived else ""
    subject = finding.elements[0] if finding.elements else "-"
    said = f"{finding.code} {finding.status.value} {finding.severity.value} {subject}"
    return f"{place} {said}{waived}"


@pytest.mark.parametrize(
    ("estate", "expected"),
    [
        ("integration_estate/revenue", REVENUE),
        ("integration_estate/rivers", RIVERS),
        ("platform_estate/campus", CAMPUS),
    ],
    ids=["revenue", "rivers", "campus"],
)
def test_everything_that_is_wrong_is_found_and_nothing_else(estate: str, expected: str) -> None:
    """Each estate has exactly these findings, and can be read without a fault."""
    assert found(estate) == expected.split("\n")[1:-1]


def test_the_code_of_practice_asks_every_platform_for_an_open_interface() -> None:
    """In the larger profile one more is found: the platform that states no interface."""
    more = set(found("platform_estate/campus", "code-of-practice")) - set(found("platform_estate/campus"))
    assert more == {"platforms.arch:23 PLT101 open error noticeboard"}
    for estate in ("integration_estate/revenue", "integration_estate/rivers"):
        assert found(estate, "code-of-practice") == found(estate)


def test_what_is_imported_is_judged_where_it_is_given() -> None:
    """A partner's file has its faults found when it is linted itself: its names of others lead nowhere there."""
    assert found("platform_estate/utilities") == [
        "grid.arch:4 PLT101 open error power-grid",
        "grid.arch:8 MOD003 open error power-grid",
        "grid.arch:11 MOD003 open error lecture-halls",
    ]
    assert not any(line.startswith("grid.arch") for line in found("platform_estate/campus"))


def test_the_model_of_the_language_page_breaks_none_of_these_rules() -> None:
    """The whole model of the language page has nothing to do with wires, meshes, or wrong layers."""
    page = HERE.parents[2] / "shared" / "design" / "language.md"
    if not page.exists():
        pytest.skip("the language page is not part of the repository")
    model = re.search(r"```arch\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert model is not None
    assert findings(model[1], profile="all", select=RULES) == ()
