"""One line a finding, as editors and grep like it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archlint.diagnostics import Finding, Status
from archlint.escaping import for_terminal
from archlint.report import Report

__all__ = ["concise"]


def concise(reports: Sequence[Report]) -> str:
    """`path:line:column: severity[CODE] message`, a line each; what does not count says why."""
    lines = [_line(finding) for report in reports for finding in report.findings]
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding) -> str:
    place = finding.span.begin
    path = for_terminal(finding.span.source.path)
    return (
        f"{path}:{place.line}:{place.column}: {finding.severity.value}[{finding.code}]"
        f" {for_terminal(finding.message)}{''.join(_remarks(finding))}"
    )


def _remarks(finding: Finding) -> Iterator[str]:
    if finding.waived:
        yield f" (waived: {for_terminal(finding.waived.reason)})"
    elif finding.status is not Status.OPEN:
        yield f" ({finding.status.value})"
