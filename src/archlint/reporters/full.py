"""Findings as the best compilers show them: the words underlined, every place in its frame, the path, the help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from archlint.diagnostics import Finding, Label, Severity, Status
from archlint.escaping import for_terminal
from archlint.report import Verdict
from archlint.reporters.counting import fixable, tally
from archlint.rules.catalogue import catalogue
from archlint.rules.citations import cited
from archlint.source import Span

__all__ = ["full"]

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_STATUSES = {
    Status.OPEN: "",
    Status.INTRODUCED: ": the roadmap brings it in",
    Status.TRANSITIONAL: ": it comes and goes on the way",
    Status.RESOLVED: ": the roadmap resolves it",
}
_WIDEST = 160


def full(reports: Sequence[Verdict], colour: bool = False) -> str:
    """Every finding in full, then a line for each snapshot and one for the model."""
    return "".join(_Page(report, colour).text() for report in reports)


class _Page:
    def __init__(self, report: Verdict, colour: bool) -> None:
        self.report = report
        self.colour = colour

    def text(self) -> str:
        blocks = ["\n".join(self._finding(finding)) + "\n\n" for finding in self.report.news]
        return "".join(blocks) + "\n".join(self._summary()) + "\n"

    def _style(self, style: str, text: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour else text

    def _finding(self, finding: Finding) -> Iterator[str]:
        kind = self._style(f"1;{_COLOURS[finding.severity]}", f"{finding.severity.value}[{finding.code}]")
        yield f"{kind} {self._style('1', finding.name)}: {for_terminal(finding.message)}"
        labels = [Label(finding.span, ""), *finding.related]
        gutter = max(len(str(label.span.begin.line)) for label in labels)
        style = _COLOURS[finding.severity]
        yield from self._frame(labels[0], gutter, "-->", "^", style)
        for label in labels[1:]:
            yield from self._frame(label, gutter, ":::", "-", "34")
        for name, text in _notes(finding, len(self.report.moments)):
            yield f"{' ' * gutter} {self._style('34', '=')} {self._style('1', name)}: {for_terminal(text)}"

    def _frame(self, label: Label, gutter: int, arrow: str, mark: str, style: str) -> Iterator[str]:
        span, blank = label.span, " " * gutter
        begin = span.begin
        place = f"{for_terminal(span.source.path)}:{begin.line}:{begin.column}"
        yield f"{blank}{self._style('34', arrow)} {place}"
        if not span.source.text:
            if label.message:
                yield f"{blank} {self._style('34', '|')} {for_terminal(label.message)}"
            return
        before, marked, after = _cut(span)
        bar = self._style("34", "|")
        line = f"{self._style('34', str(begin.line).rjust(gutter))} {bar} {before}{marked}{after}"
        yield line.rstrip()
        said = f" {for_terminal(label.message)}" if label.message else ""
        underline = self._style(style, mark * max(_width(marked), 1) + said)
        yield f"{blank} {bar} {' ' * _width(before)}{underline}"

    def _summary(self) -> Iterator[str]:
        report = self.report
        several = len(report.moments) > 1
        for moment in report.moments if several else ():
            held = [finding for finding in report.news if moment.name in finding.snapshots and not finding.waived]
            when = f" ({moment.at})" if moment.at and moment.at != moment.name else ""
            counts = tally(finding for finding in held if finding.status is not Status.RESOLVED)._replace(
                resolved=sum(finding.status is Status.RESOLVED for finding in held)
            )
            yield f"{report.name} at {moment.name}{when}: {counts}"
        files, elements = len(report.files), report.elements
        what = f"{files} file{'' if files == 1 else 's'}, {elements} element{'' if elements == 1 else 's'}"
        yield self._style("1", f"{report.name}: {tally(report.findings)} in {what}")
        yield from _fixable(report)
        if report.unread:
            yield self._style("1;31", "not everything could be read: what is said above may not be all")


def _fixable(report: Verdict) -> Iterator[str]:
    """How many findings could be fixed, and how; nothing where none could."""
    offered = [[fix.safe for fix in finding.fixes] for finding in report.news if fixable(finding)]
    safe, unsafe = sum(any(one) for one in offered), sum(not any(one) for one in offered)
    said = [f"{safe} fixable with `--fix`"] if safe else []
    said += [f"{unsafe} {'more ' if safe else 'fixable '}with `--fix --unsafe-fixes`"] if unsafe else []
    if said:
        yield ", ".join(said)


def _notes(finding: Finding, moments: int) -> Iterator[tuple[str, str]]:
    if finding.witness:
        yield "path", " -> ".join(finding.witness)
    if finding.snapshots and moments > 1:
        yield "holds in", ", ".join(finding.snapshots) + f" ({finding.status.value}{_STATUSES[finding.status]})"
    if finding.waived:
        place = finding.waived.span.begin
        yield "waived", f"{finding.waived.reason} ({finding.waived.span.source.path}:{place.line})"
    if finding.help:
        yield "help", finding.help
    for fix in finding.fixes if fixable(finding) else ():
        yield "fix", f"{fix.message}{'' if fix.safe else ' (unsafe)'}"
    sources = catalogue()[finding.code].sources
    if sources:
        yield "why", "; ".join(cited(source) for source in sources)


def _cut(span: Span) -> tuple[str, str, str]:
    """The line of a stretch, safe to show: what stands before it, the stretch, what follows; long lines cut."""
    begin, finish = span.begin, span.finish
    line = span.source.line(begin.line)
    end = finish.column - 1 if finish.line == begin.line else len(line)
    before, marked, after = line[: begin.column - 1], line[begin.column - 1 : end], line[end:]
    if len(line) > _WIDEST:
        before = f"…{before[-40:]}" if len(before) > 40 else before
        marked = f"{marked[:80]}…" if len(marked) > 80 else marked
        after = f"{after[:40]}…" if len(after) > 40 else after
    return for_terminal(before), for_terminal(marked), for_terminal(after)


def _width(text: str) -> int:
    """How many columns a terminal takes for a text."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
