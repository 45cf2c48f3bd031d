"""One line a finding, as editors and grep like it."""

from __future__ import annotations

from collections.abc import Sequence

from archlint.diagnostics import Finding
from archlint.escaping import for_terminal
from archlint.report import Verdict
from archlint.reporters.wording import remark

__all__ = ["concise"]


def concise(reports: Sequence[Verdict], colour: bool = False) -> str:
    """`path:line:column: severity[CODE] message`, a line each; what does not count says why."""
    lines = [_line(finding) for report in reports for finding in report.news]
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding) -> str:
    place = finding.span.begin
    path = for_terminal(finding.span.source.path)
    return (
        f"{path}:{place.line}:{place.column}: {finding.severity.value}[{finding.code}]"
        f" {for_terminal(finding.message)}{for_terminal(remark(finding))}"
    )
