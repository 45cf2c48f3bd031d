"""What counts as worse after a change, and what was there before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archlint.configuration import Settings
from archlint.diagnostics import Edit, Finding, Fix, Severity
from archlint.fixes import Judged, Proposal, Wanted, mend
from archlint.fixes.comparison import Before, disused
from archlint.fixes.patches import Patch
from archlint.linter import Subject, lint
from archlint.report import Report
from archlint.source import SourceFile, Span
from tests.fixes.mending import fixed, outcome
from tests.linting import report

CIRCLE = "product a { uses b }\nproduct b { uses a }\n"


def fresh(before: str, after: str) -> list[str]:
    """The codes of what another text brings that is not known to be the same place for place."""
    return [one.code for one in Before(report(before)).fresh(report(after), {})]


def test_what_has_moved_is_known_by_its_fingerprint() -> None:
    """The same rule and the same elements are the same finding, wherever it stands."""
    moved = f"# the two\n\nuser someone\n{CIRCLE}"
    assert fresh(f"{CIRCLE}\nuser someone", moved) == []
    assert fresh(CIRCLE, moved) == ["MOD008"]


def test_what_names_other_elements_is_known_by_its_place() -> None:
    """A finding that stays where it is, and only names an interface since the fix, is no new one."""
    text = """data d
platform registers { store s { register; holds d as master; interface api { exposes d } } }
system lists { store t { holds d as master; interface out { exposes d } } }
product a { reads d from lists }
"""
    found = outcome(text, unsafe=False)
    assert found.after["model.arch"].text == text.replace("from lists", "from lists.t.out")
    assert "DAT110" in [one.code for one in found.report.findings]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"severity": Severity.INFO}, {"severity": Severity.WARNING}),
        ({"baselined": True}, {"baselined": False}),
    ],
)
def test_what_has_become_graver_is_worse(before: dict[str, Any], after: dict[str, Any]) -> None:
    """A note that becomes a warning, and what counts since the change; not the other way round."""
    found = report(CIRCLE)
    one, other = (replace(found, findings=(replace(found.findings[0], **change),)) for change in (before, after))
    assert [finding.code for finding in Before(one).fresh(other, {})] == [found.findings[0].code]
    assert not Before(other).fresh(one, {})
    assert not Before(one).fresh(one, {})


def test_what_was_left_unsaid_is_not_new() -> None:
    """A system with a misspelt relation was alone before, which only nobody said."""
    assert fresh("organisation gds\nproduct a { ownr gds }", "organisation gds\nproduct a { owner gds }") == []


def test_a_name_that_another_file_has_is_not_taken() -> None:
    """The finding that shows it sits in the other file, which has not been changed."""
    assert fixed("prodct a", "product a") == "prodct a"


def test_places_before_a_change_are_known_after_it() -> None:
    """Before, in and after each edit; what an edit puts in stood where the edit begins."""
    source = SourceFile("a.arch", "0123456789")
    patch = Patch(source, [Edit(Span(source, 8, 8), "cc"), Edit(Span(source, 2, 5), "a")])
    assert patch.after.text == "01a567cc89"
    assert [patch.before(place) for place in range(11)] == [0, 1, 2, 5, 6, 7, 8, 8, 8, 9, 10]


def proposal(safe: bool, severity: Severity = Severity.WARNING) -> Proposal:
    """A fix of a finding of some severity."""
    source = SourceFile("a.arch", "")
    finding = Finding("DAT110", "x", severity, Span(source, 0, 0), "")
    return Proposal(Fix("x", (), safe), (finding,))


def test_only_unsafe_fixes_leave_something_unused() -> None:
    """What is found then is about use, no graver than what was mended, and in no other way new."""
    unused = replace(proposal(True).findings[0], code="LEG111")
    assert disused(unused, [proposal(True), proposal(False)])
    assert not disused(unused, [proposal(True)])
    assert not disused(unused, [proposal(False, Severity.INFO)])
    assert not disused(replace(unused, code="LEG102"), [proposal(False)])


def test_a_fix_that_mends_nothing_is_taken_back() -> None:
    """The finding is where it was: the change is not made, and that is told."""
    source = SourceFile("a.arch", "product a")
    found = lint(Subject("model", (), (source,)), Settings(Path(__file__).parent))

    def judge(texts: Mapping[str, SourceFile]) -> Judged:
        now = texts.get("a.arch", source)
        edit = Edit(Span(now, 9, 9), " # more")
        fix = Fix("write more", (edit,))
        stays = Finding("MOD010", "x", Severity.INFO, Span(now, 0, 9), "", fixes=(fix,), fingerprint="f")
        report: Report = replace(found, findings=(stays,), sources=(now,))
        return Judged(report, report)

    came = mend(judge, Wanted())
    assert not came.after
    assert [(one.because, one.tried) for one in came.refused] == [(None, True)]
