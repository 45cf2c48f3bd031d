"""Which fixes are applied at once: those that do not get in each other's way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archlint.diagnostics import Edit, Finding, Fix, Severity, Waived
from archlint.fixes import Wanted
from archlint.fixes.proposals import Proposal, together
from archlint.report import Report
from archlint.source import SourceFile, Span, Translation
from tests.linting import report

TEXT = "product a\nproduct b\nproduct c\n"


def offering(*edits: tuple[int, int, str], code: str = "INT108", safe: bool = True) -> Report:
    """A report with a finding for each edit that would fix it."""
    found = report(TEXT, select=("INT105",))
    (source,) = found.sources
    spans = [Span(source, start, end) for start, end, _ in edits]
    fixes = [Fix(text, (Edit(span, text),), safe) for span, (_, _, text) in zip(spans, edits, strict=True)]
    findings = [
        Finding(code, "x", Severity.INFO, fix.edits[0].span, fix.message, fixes=(fix,), fingerprint=str(number))
        for number, fix in enumerate(fixes)
    ]
    return replace(found, findings=tuple(findings))


def chosen(found: Report, *refused: tuple[str, ...], unsafe: bool = False) -> list[str]:
    """What is applied first."""
    return [proposal.fix.message for proposal in together(found, Wanted(unsafe), refused)]


@pytest.mark.parametrize(
    ("edits", "first"),
    [
        ([(0, 5, "x"), (5, 9, "y")], ["x", "y"]),
        ([(5, 9, "y"), (0, 5, "x")], ["y", "x"]),
        ([(0, 6, "x"), (5, 9, "y")], ["x"]),
        ([(0, 9, "x"), (2, 3, "y")], ["x"]),
        ([(2, 3, "y"), (0, 9, "x")], ["y"]),
        ([(2, 2, "x"), (2, 2, "y")], ["x"]),
        ([(2, 2, "x"), (2, 2, "x")], ["x"]),
        ([(2, 4, "x"), (4, 4, "y")], ["x"]),
        ([(4, 4, "y"), (4, 6, "x")], ["y"]),
        ([(4, 6, "x"), (4, 4, "y")], ["x"]),
        ([(2, 2, "x"), (3, 3, "y")], ["x", "y"]),
        ([(0, 3, "x"), (5, 9, "y"), (2, 6, "z"), (10, 12, "w")], ["x", "y", "w"]),
    ],
)
def test_edits_that_touch_wait_for_each_other(edits: list[tuple[int, int, str]], first: list[str]) -> None:
    """Stretches may lie side by side, but not overlap, and nothing is put in at the edge of what changes."""
    assert chosen(offering(*edits)) == first


def test_findings_with_one_fix_have_it_once() -> None:
    """The fix mends all of them."""
    (proposal,) = together(offering((2, 2, "x"), (2, 2, "x")), Wanted(), ())
    assert len(proposal.findings) == 2
    assert proposal.key == ("0", "1", "x")
    assert Proposal(proposal.fix).key == ("model.arch", "x")


def test_what_was_refused_is_not_tried_again() -> None:
    """The others are."""
    assert chosen(offering((0, 1, "x"), (4, 5, "y")), ("0", "x")) == ["y"]


def test_safe_fixes_come_before_the_others() -> None:
    """An unsafe fix is applied where it is wanted, after all that are safe."""
    both = offering((0, 1, "x"), (4, 5, "y"))
    first, second = both.findings
    both = replace(both, findings=(replace(first, fixes=(first.fixes[0]._replace(safe=False),)), second))
    assert chosen(both) == chosen(both, unsafe=True) == ["y"]
    assert chosen(both, ("1", "y")) == []
    assert chosen(both, ("1", "y"), unsafe=True) == ["x"]


def test_words_come_before_all_else_and_declarations_before_words() -> None:
    """What a misspelt word hides is not known; what declares a name comes before what may mean it."""
    name, keyword = offering((0, 1, "name"), code="MOD003"), offering((0, 1, "keyword"), code="MOD001")
    (source,) = name.sources
    keywords = tuple(
        replace(one, span=Span(source, 10, 11), fixes=(Fix("keyword", (Edit(Span(source, 10, 11), "x"),)),))
        for one in keyword.findings
    )
    other = Finding(
        "INT108", "x", Severity.INFO, Span(source, 20, 21), "", fixes=(Fix("z", (Edit(Span(source, 20, 21), ""),)),)
    )
    every = replace(name, findings=(other, *name.findings, *keywords))
    assert chosen(every) == ["keyword"]
    assert chosen(replace(every, findings=(other, *name.findings))) == ["name"]
    assert chosen(replace(every, findings=(other,))) == ["z"]


def test_what_does_not_count_is_not_fixed() -> None:
    """Neither what is waived nor what was known before; nor anything while a file cannot be read."""
    found = offering((0, 1, "x"))
    (one,) = found.findings
    assert chosen(found) == ["x"]
    assert chosen(replace(found, findings=(replace(one, baselined=True),))) == []
    assert chosen(replace(found, findings=(replace(one, waived=Waived("so", one.span)),))) == []
    assert chosen(replace(found, unread=True)) == []


def test_only_texts_of_the_model_itself_are_changed() -> None:
    """A text that is no longer the one that was read, or that two files of one name may be, is left alone."""
    found = offering((0, 1, "x"))
    assert chosen(replace(found, sources=report(TEXT).sources)) == []
    assert chosen(replace(found, sources=(*report(TEXT).sources, *found.sources))) == []


def test_what_is_made_from_another_format_is_not_changed() -> None:
    """Its text is not in any file."""
    text = 'import "std"\nimport "std"\n'
    found = replace(report(text), findings=())
    assert chosen(found) == ["put the imports in order, each once"]
    made = Translation(SourceFile("model.json", "{}"), text, [(0, 0, 2)])
    assert chosen(replace(found, sources=(made,))) == []
