"""What a change of text has made worse: findings that were not there, or did not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from archlint.diagnostics import Finding
from archlint.fixes.patches import Patch, place_before
from archlint.fixes.proposals import Proposal
from archlint.language.edits import end_of_statement
from archlint.language.tree import end_of_text
from archlint.report import Report

__all__ = ["Before", "disused", "remains", "uncovered"]

_SUSPICIOUS = ("SYN", "MOD002", "MOD004", "MOD005", "MOD006", "MOD009")
"""What shows that a word was not misspelt, but meant otherwise."""

_DISUSE = frozenset({"LEG111", "MOD008", "MOD010", "PLT103", "PLT104", "PLT105", "SEC104"})
"""What is said of something that nobody uses, or few."""


class _Weight(NamedTuple):
    counts: bool
    rank: int


class Before:
    """The findings before a change, to hold those after it against."""

    def __init__(self, report: Report) -> None:
        weights = [(finding, _Weight(finding.counts, finding.severity.rank)) for finding in report.findings]
        self._prints = {finding.fingerprint: weight for finding, weight in weights}
        self._places = {
            (finding.code, finding.span.source.path, finding.span.start): weight for finding, weight in weights
        }
        self._unsaid = {(finding.code, frozenset(finding.elements)) for finding in report.unsaid}

    def fresh(self, after: Report, patches: Mapping[str, Patch]) -> list[Finding]:
        """The findings that the change has brought, and those that count only since then, or more."""
        return [finding for finding in after.findings if self._is_worse(finding, patches)]

    def _is_worse(self, finding: Finding, patches: Mapping[str, Patch]) -> bool:
        known = self._prints.get(finding.fingerprint) or self._places.get(
            (finding.code, *place_before(finding, patches))
        )
        if known is None:
            return (finding.code, frozenset(finding.elements)) not in self._unsaid
        return finding.counts and (not known.counts or finding.severity.rank < known.rank)


def remains(proposals: Iterable[Proposal], after: Report, patches: Mapping[str, Patch]) -> Iterator[Proposal]:
    """The proposals that have mended nothing: the finding is where it was."""
    places = {(finding.code, *place_before(finding, patches)) for finding in after.findings}
    for proposal in proposals:
        found = [(one.code, one.span.source.path, one.span.start) for one in proposal.findings]
        if found and places.issuperset(found):
            yield proposal


def uncovered(finding: Finding, proposals: Iterable[Proposal], patches: Mapping[str, Patch]) -> bool:
    """Whether a finding was there all the time, and only hidden by a word that has been respelt.

    It was not where it says that the respelt word cannot be what was meant: it does not fit there, or contradicts
    something else.
    """
    if not finding.code.startswith(_SUSPICIOUS):
        return True
    path, start = place_before(finding, patches)
    if finding.code.startswith("SYN"):
        return path not in patches
    return any(begin < start < end for begin, end in _blocks(proposals, path))


def disused(finding: Finding, proposals: Iterable[Proposal]) -> bool:
    """Whether a finding says no more than that something is not used, because unsafe fixes have turned to something
    else, and is no graver than what they have mended."""
    mended = [one.severity.rank for proposal in proposals if not proposal.fix.safe for one in proposal.findings]
    return finding.code in _DISUSE and any(rank <= finding.severity.rank for rank in mended)


def _blocks(proposals: Iterable[Proposal], path: str) -> Iterator[tuple[int, int]]:
    """The blocks of the statements that have been respelt: nothing in them had been read."""
    for proposal in proposals:
        for span, _ in proposal.fix.edits:
            if span.source.path == path:
                end = end_of_text(span.source.text, span.start)
                yield end, end_of_statement(span.source, end)
