"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from collections.abc import Sequence

from archlint.diagnostics import Finding, Severity
from archlint.escaping import for_command, for_command_property
from archlint.report import Verdict
from archlint.reporters.wording import remark, told_at_once

__all__ = ["github"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def github(reports: Sequence[Verdict], colour: bool = False) -> str:
    """A command for each finding that counts, and a notice for each that does not."""
    return "".join(f"{_command(finding)}\n" for report in reports for finding in report.news)


def _command(finding: Finding) -> str:
    begin, finish = finding.span.begin, finding.span.finish
    kind = _COMMANDS[finding.severity] if finding.counts else "notice"
    properties = {
        "file": finding.span.source.path,
        "line": str(begin.line),
        "endLine": str(finish.line),
        "title": f"{finding.code} {finding.name}{remark(finding)}",
    }
    if begin.line == finish.line:
        properties |= {"col": str(begin.column), "endColumn": str(finish.column)}
    written = ",".join(f"{name}={for_command_property(value)}" for name, value in properties.items())
    return f"::{kind} {written}::{for_command(told_at_once(finding))}"
