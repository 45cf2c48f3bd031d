"""Verdicts that are given again, as long as whatever they were taken from is what it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from archlint.cache_folder import CacheFolder
from archlint.diagnostics import Edit, Finding, Fix, Label, Severity, Status, Waived
from archlint.language.files import unchanged
from archlint.language.reader import decode
from archlint.model.time import Moment
from archlint.report import Report, Verdict
from archlint.source import SourceFile, Span

__all__ = ["recalled", "remember"]

Json = Any
"""What JSON can hold."""


def recalled(cache: CacheFolder, request: str, largest: int) -> Verdict | None:
    """The verdict that an earlier run gave on the same request, if the file system would answer today as it did
    then; else None. `largest` is how many bytes a file may have."""
    kept = cache.get(f"run {request}")
    try:
        wanted = frozenset(place for _, place in kept["sources"] if place)
        contents = unchanged(kept["answers"], largest, wanted)
        if contents is None:
            return None
        sources = [_source(shown, contents[place] if place else None) for shown, place in kept["sources"]]
        return _Reading(sources).verdict(kept["verdict"], kept["answers"])
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        return None


def remember(cache: CacheFolder, request: str, report: Report) -> None:
    """Keeps what is said of a model for the next run. What could not be read in full is read again next time, and so is
    what other formats say."""
    if report.unread or not report.complete:
        return
    writing = _Writing(report)
    verdict = writing.verdict(report)
    if writing.sources is not None:
        kept = {"answers": report.answers, "sources": writing.sources, "verdict": verdict}
        cache.put(f"run {request}", kept)


def _source(shown: str, content: bytes | None) -> SourceFile:
    """A text by the name under which people know it; without a content it is that of the library."""
    if content is None:
        from archlint.language.library import std

        return std()
    source = decode(shown, content)
    if not isinstance(source, SourceFile):
        raise ValueError(shown)
    return source


class _Writing:
    """Makes JSON of findings; spans name their texts by number."""

    def __init__(self, report: Report) -> None:
        self.sources: list[tuple[str, str]] | None = []
        self._places = report.places
        self._numbers: dict[SourceFile, int] = {}

    def verdict(self, told: Verdict) -> Json:
        return [
            told.name, told.files, told.elements, told.relations, told.moments, sorted(told.silent),
            [self._finding(finding) for finding in told.findings],
        ]  # fmt: skip

    def _finding(self, finding: Finding) -> Json:
        waived = finding.waived
        return [
            finding.code, finding.name, finding.severity.value, self._span(finding.span), finding.message,
            finding.help, finding.elements, [self._label(label) for label in finding.related], finding.witness,
            [self._fix(fix) for fix in finding.fixes], finding.snapshots, finding.status.value,
            waived and [waived.reason, self._span(waived.span)], finding.fingerprint,
        ]  # fmt: skip

    def _label(self, label: Label) -> Json:
        return [self._span(label.span), label.message]

    def _fix(self, fix: Fix) -> Json:
        return [fix.message, [[self._span(span), text] for span, text in fix.edits], fix.safe]

    def _span(self, span: Span) -> Json:
        return [self._number(span.source), span.start, span.end]

    def _number(self, source: SourceFile) -> int:
        """The number of a text; one that is neither a file's nor the library's makes the whole not worth keeping."""
        from archlint.language.library import std

        number = self._numbers.setdefault(source, len(self._numbers))
        if self.sources is not None and number == len(self.sources):
            if source not in self._places and source is not std():
                self.sources = None
            else:
                self.sources.append((source.path, self._places.get(source, "")))
        return number


class _Reading:
    """Makes findings of JSON again."""

    def __init__(self, sources: Sequence[SourceFile]) -> None:
        self._sources = sources

    def verdict(self, kept: Json, answers: Json) -> Verdict:
        name, files, elements, relations, moments, silent, findings = kept
        return Verdict(
            name=name, files=tuple(files), elements=elements, relations=relations,
            moments=tuple(Moment(*moment) for moment in moments), silent=frozenset(silent),
            findings=tuple(self._finding(*finding) for finding in findings),
            answers=tuple((question, path, answer) for question, path, answer in answers),
        )  # fmt: skip

    def _finding(
        self, code: str, name: str, severity: str, span: Json, message: str, help: str, elements: Json, related: Json,
        witness: Json, fixes: Json, snapshots: Json, status: str, waived: Json, fingerprint: str,
    ) -> Finding:  # fmt: skip
        return Finding(
            code, name, Severity(severity), self._span(span), message, help, tuple(elements),
            tuple(Label(self._span(place), what) for place, what in related), tuple(witness),
            tuple(self._fix(*fix) for fix in fixes), tuple(snapshots), Status(status),
            waived and Waived(waived[0], self._span(waived[1])), fingerprint=fingerprint,
        )  # fmt: skip

    def _fix(self, message: str, edits: Json, safe: bool) -> Fix:
        return Fix(message, tuple(Edit(self._span(span), text) for span, text in edits), safe)

    def _span(self, kept: Json) -> Span:
        number, start, end = kept
        return Span(self._sources[number], start, end)
