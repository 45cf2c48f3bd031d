"""Where a text could not be read: what stands around is left alone, for it may not be what it seems."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from archlint.diagnostics import Edit, Finding, Fix
from archlint.language.parser import parse
from archlint.report import Report
from archlint.source import SourceFile

__all__ = ["Unreadable"]

_MISREAD = frozenset({"MOD001", "MOD002", "MOD003", "MOD004"})
"""Statements that are left out of the model, and so what they say."""

Stretches = list[tuple[int, int]]


class Unreadable:
    """The statements at the top of the files of a report in which something could not be read; and which files are its
    own, and what they say as it is written, not made from another format.

    Nothing is changed in those with a syntax error. In those with a statement that was not understood only that is
    mended: what it would have said is unknown, and may be what the rest is there for.
    """

    def __init__(self, report: Report) -> None:
        self._own = {source.path: source for source in report.sources if type(source) is SourceFile}
        count = Counter(source.path for source in report.sources)
        self._doubtful = {path for path in count if count[path] > 1}
        self._broken = _statements(finding for finding in report.findings if finding.code.startswith("SYN"))
        self._misread = _statements(finding for finding in report.findings if finding.code in _MISREAD)

    def spares(self, fix: Fix, reads: bool) -> bool:
        """Whether a fix changes only files of the model itself, and nothing near what could not be read."""
        return all(self._allows(edit, reads) for edit in fix.edits)

    def whole(self, source: SourceFile) -> bool:
        """Whether a file is the model's own and has no syntax error."""
        return self._own.get(source.path) is source and source.path not in self._doubtful and source not in self._broken

    def _allows(self, edit: Edit, reads: bool) -> bool:
        source = edit.span.source
        if self._own.get(source.path) is not source or source.path in self._doubtful:
            return False
        near = [self._broken.get(source, [])] + ([] if reads else [self._misread.get(source, [])])
        return not any(_touches(edit, stretches) for stretches in near)


def _touches(edit: Edit, stretches: Stretches) -> bool:
    """Whether an edit lies in, or at the edge of, one of some stretches that lie in order, apart from each other."""
    following = bisect_right(stretches, (edit.span.end, len(edit.span.source.text)))
    return following > 0 and stretches[following - 1][1] >= edit.span.start


def _statements(findings: Iterable[Finding]) -> dict[SourceFile, Stretches]:
    """The statements at the top, whole lines of them, in which findings begin; of each file that has some."""
    places: dict[SourceFile, list[int]] = {}
    for finding in findings:
        places.setdefault(finding.span.source, []).append(finding.span.start)
    return {source: _around(source, starts) for source, starts in places.items()}


def _around(source: SourceFile, places: list[int]) -> Stretches:
    """The statement at the top in which each place lies; where it lies in none, the one before it, up to the place:
    that may have ended too soon."""
    tree, _ = parse(source)
    statements = [(statement.start, statement.end) for statement in tree.statements]
    begins = [start for start, _ in statements]
    found: set[tuple[int, int]] = set()
    for place in places:
        number = bisect_right(begins, place) - 1
        start, end = statements[number] if number >= 0 else (place, place)
        found.add(_lines(source, start, max(end, place)))
    return _merged(sorted(found))


def _merged(stretches: Stretches) -> Stretches:
    """Stretches in order, those that overlap as one."""
    merged: Stretches = []
    for start, end in stretches:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _lines(source: SourceFile, start: int, end: int) -> tuple[int, int]:
    after = source.text.find("\n", end)
    return source.text.rfind("\n", 0, start) + 1, after if after >= 0 else len(source.text)
