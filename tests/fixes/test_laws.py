"""Laws of fixes that hold for every model: nothing gets worse, and nothing changes but what is said to."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.diagnostics import Finding
from archlint.fixes import Outcome
from archlint.report import Report
from tests.fixes.estates import comments, estates, misspelt
from tests.fixes.mending import outcome
from tests.linting import report
from tests.properties.models import models

fewer = settings(max_examples=max(settings().max_examples // 2, 5))

DISUSE = {"LEG111", "MOD008", "MOD010", "PLT103", "PLT104", "PLT105", "SEC104"}
"""What may be said of that from which an unsafe fix has turned away, or of what it has turned to."""


def kinds(found: tuple[Finding, ...]) -> set[tuple[str, bool, frozenset[str]]]:
    """What is found of which outermost elements, and whether that counts."""
    return {(one.code, one.counts, frozenset(path.split(".")[0] for path in one.elements)) for one in found}


def worse(before: Report, after: Report) -> set[tuple[str, bool, frozenset[str]]]:
    """What is found afterwards, and was not before; what only was left unsaid was there."""
    known = kinds(before.findings) | kinds(before.unsaid)
    known |= {(code, False, elements) for code, _, elements in known}
    return kinds(after.findings) - known


def replayed(text: str, found: Outcome) -> str:
    """The text with the stated edits in it, put in one round after the other, and nothing else."""
    rounds: list[list[tuple[int, int, str]]] = []
    source = None
    for proposal in found.applied:
        for span, new in proposal.fix.edits:
            if span.source is not source:
                source = span.source
                rounds.append([])
                assert source.text == text if len(rounds) == 1 else True
            rounds[-1].append((span.start, span.end, new))
    for edits in rounds:
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new + text[end:]
    return text


def holds(text: str, found: Outcome) -> None:
    """What is so of every fix: comments are kept, nothing else changes, and there is nothing more to do."""
    after = found.after["model.arch"].text if found.after else text
    assert comments(after) == comments(text)
    assert replayed(text, found) == after
    again = outcome(after, profile="all")
    assert not again.after, [one.fix.message for one in again.applied]


@given(estates(), st.booleans())
def test_no_fix_of_what_is_understood_makes_anything_worse(text: str, unsafe: bool) -> None:
    """Whatever is fixed in an estate that can be read, no finding comes, and none counts that did not."""
    found = outcome(text, unsafe=unsafe, profile="all")
    before = report(text, profile="all")
    assert {code for code, _, _ in worse(before, found.report)} <= (DISUSE if unsafe else set())
    mended = Counter(one.code for proposal in found.applied for one in proposal.findings)
    assert mended <= Counter(one.code for one in before.findings)
    if unsafe:
        holds(text, found)


@given(estates().flatmap(lambda text: st.tuples(st.just(text), misspelt(text))))
def test_respelling_brings_up_only_what_was_there(texts: tuple[str, str]) -> None:
    """Misspelt words in an estate: what is found when they are fixed was found before, or is in the estate as it was
    meant; but where another word than the one that was meant is as near."""
    meant, text = texts
    found = outcome(text, unsafe=False, profile="all")
    after = found.after["model.arch"].text if found.after else text
    holds(text, outcome(text, profile="all"))
    fixed_as_meant = outcome(meant, unsafe=False, profile="all")
    meant_after = fixed_as_meant.after["model.arch"].text if fixed_as_meant.after else meant
    if after == meant_after:
        assert kinds(found.report.findings) == kinds(fixed_as_meant.report.findings)
    before = report(text, profile="all").findings
    assert {one.code for one in found.report.findings if one.code.startswith("SYN")} <= {one.code for one in before}


@fewer
@given(models())
def test_any_model_can_be_fixed(text: str) -> None:
    """Whatever the schema allows: fixes come to an end, keep comments and make nothing worse."""
    found = outcome(text, profile="all")
    assert {code for code, _, _ in worse(report(text, profile="all"), found.report)} <= DISUSE
    holds(text, found)


@fewer
@given(models().flatmap(misspelt))
def test_any_misspelt_model_can_be_fixed(text: str) -> None:
    """The same of models in which words are misspelt: what was not understood is understood, or stays as it is."""
    holds(text, outcome(text, profile="all"))
