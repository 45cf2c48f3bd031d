"""Findings as Markdown, for a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archlint.diagnostics import Finding
from archlint.escaping import for_markdown
from archlint.report import Verdict
from archlint.reporters.counting import tally
from archlint.reporters.wording import remark
from archlint.rules.catalogue import catalogue

__all__ = ["markdown"]

_MOST = 200


def markdown(reports: Sequence[Verdict], colour: bool = False) -> str:
    """A section for each model: what it comes to, and a table of what counts, then of what does not."""
    return "\n".join(line for report in reports for line in _section(report)) + "\n"


def _section(report: Verdict) -> Iterator[str]:
    yield f"## {for_markdown(report.name)}: {tally(report.findings)}\n"
    if report.unread:
        yield "**Not everything could be read: what is said here may not be all.**\n"
    counting = [finding for finding in report.findings if finding.counts]
    others = [finding for finding in report.news if not finding.counts]
    if counting:
        yield from _table(counting)
    if others:
        yield f"<details><summary>{len(others)} that do not count</summary>\n"
        yield from _table(others)
        yield "</details>\n"


def _table(findings: list[Finding]) -> Iterator[str]:
    yield "| | rule | where | what | what to do |\n|---|---|---|---|---|"
    yield from (_row(finding) for finding in findings[:_MOST])
    if len(findings) > _MOST:
        yield f"| | | | … and {len(findings) - _MOST} more | |"
    yield ""


def _row(finding: Finding) -> str:
    place = finding.span.begin
    where = f"{for_markdown(finding.span.source.path)}:{place.line}"
    rule = f"[{finding.code}]({catalogue()[finding.code].url()}) {finding.name}"
    message = for_markdown(f"{finding.message}{remark(finding)}")
    return f"| {finding.severity.value} | {rule} | {where} | {message} | {for_markdown(finding.help)} |"
