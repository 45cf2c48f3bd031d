"""Findings as a GitLab code quality report."""

from __future__ import annotations

import json
from collections.abc import Sequence

from archlint.diagnostics import Finding, Severity
from archlint.report import Verdict
from archlint.reporters.wording import remark

__all__ = ["gitlab"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab(reports: Sequence[Verdict], colour: bool = False) -> str:
    """A list of issues, as GitLab reads it; what does not count is for information."""
    return json.dumps([_issue(report, finding) for report in reports for finding in report.news], indent=2) + "\n"


def _issue(report: Verdict, finding: Finding) -> dict[str, object]:
    return {
        "description": f"{finding.message}{remark(finding)}",
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": f"{report.name}-{finding.fingerprint}",
        "severity": _SEVERITIES[finding.severity] if finding.counts else "info",
        "location": {
            "path": finding.span.source.path,
            "lines": {"begin": finding.span.begin.line, "end": finding.span.finish.line},
        },
    }
