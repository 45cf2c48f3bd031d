"""Which fixes can be applied together: of what is found, what may be changed, one fix a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from archlint.diagnostics import Edit, Finding, Fix
from archlint.fixes.imports import tidied
from archlint.fixes.unreadable import Unreadable
from archlint.report import Report

__all__ = ["READING", "Proposal", "Wanted", "together"]

READING = frozenset({"MOD001", "MOD002", "MOD003", "MOD007", "WVR003"})
"""Findings whose fixes respell a word: with it text is understood that was not."""

_DECLARING = frozenset({"MOD001", "MOD007"})

Key = tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """A fix and the findings that it mends: several, where they have the same fix; none, where it only tidies."""

    fix: Fix
    findings: tuple[Finding, ...] = ()

    @property
    def key(self) -> Key:
        """What makes it the same as one of an earlier round, wherever that stood."""
        prints = [finding.fingerprint for finding in self.findings] or [self.fix.edits[0].span.source.path]
        return (*prints, self.fix.message)

    @property
    def reads(self) -> bool:
        """Whether it makes text understood that was not."""
        return any(finding.code in READING for finding in self.findings)


@dataclass(frozen=True)
class Wanted:
    """Which fixes are to be applied: the unsafe ones too, and those that only tidy imports."""

    unsafe: bool = False
    imports: bool = True


def together(report: Report, wanted: Wanted, refused: Collection[Key]) -> list[Proposal]:
    """What is to be applied next: first what declares names or brings them in, for a name may mean one of those;
    then the other misspelt words, for nobody knows what they hide; then what is safe, and then the rest. Nothing where
    a file of the model could not be read at all."""
    if report.unread:
        return []
    left = ([one for one in stage if one.key not in refused] for stage in _stages(report, wanted))
    return list(_apart(next(filter(None, left), [])))


def _stages(report: Report, wanted: Wanted) -> Iterator[list[Proposal]]:
    unreadable = Unreadable(report)
    offered = [one for one in _offered(report, wanted) if unreadable.spares(one.fix, one.reads)]
    yield [one for one in offered if one.findings[0].code in _DECLARING]
    yield [one for one in offered if one.reads and not _may_be_elsewhere(one, report)]
    yield [one for one in offered if not one.reads and one.fix.safe] + list(_tidying(report, wanted, unreadable))
    yield [one for one in offered if not one.reads]


def _may_be_elsewhere(proposal: Proposal, report: Report) -> bool:
    """Whether a name may be one that a file declares which was to be imported and is not there."""
    named = any(finding.code == "MOD003" for finding in proposal.findings)
    return named and any(finding.code == "MOD007" for finding in report.findings)


def _tidying(report: Report, wanted: Wanted, unreadable: Unreadable) -> Iterator[Proposal]:
    sources = (source for source in report.sources if wanted.imports and unreadable.whole(source))
    return (Proposal(fix) for source in sources for fix in tidied(source))


def _offered(report: Report, wanted: Wanted) -> Iterator[Proposal]:
    """The first fix that may be applied of each finding which is neither waived nor known before."""
    by_edits: dict[tuple[Edit, ...], Proposal] = {}
    for finding in report.findings:
        allowed = [fix for fix in finding.fixes if wanted.unsafe or fix.safe]
        if allowed and finding.waived is None and not finding.baselined:
            known = by_edits.get(allowed[0].edits)
            mended = (*known.findings, finding) if known else (finding,)
            by_edits[allowed[0].edits] = Proposal(known.fix if known else allowed[0], mended)
    yield from by_edits.values()


def _apart(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Those that touch no other one which comes before them."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for proposal in proposals:
        if not any(_touches(edit, taken.get(edit.span.source.path, [])) for edit in proposal.fix.edits):
            for span, _ in proposal.fix.edits:
                places = taken.setdefault(span.source.path, [])
                places.insert(bisect_left(places, (span.start, span.end)), (span.start, span.end))
            yield proposal


def _touches(edit: Edit, places: list[tuple[int, int]]) -> bool:
    """Whether an edit overlaps with one of some stretches that lie in order, or goes in at the edge of one."""
    start, end = edit.span.start, edit.span.end
    following = bisect_left(places, (start, end))
    return any(_meet((start, end), place) for place in places[max(0, following - 1) : following + 1])


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]
