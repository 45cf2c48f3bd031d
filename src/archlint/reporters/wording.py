"""A finding in a few words, for formats that show it in little room."""

from __future__ import annotations

from archlint.diagnostics import Finding, Status

__all__ = ["remark", "told_at_once"]


def remark(finding: Finding) -> str:
    """Why a finding does not count, or when it holds, in brackets; nothing where it is simply open."""
    if finding.waived:
        return f" (waived: {finding.waived.reason})"
    if finding.baselined:
        return " (in the baseline)"
    return "" if finding.status is Status.OPEN else f" ({finding.status.value})"


def told_at_once(finding: Finding) -> str:
    """The message, the path that proves it and the help, a line each."""
    path = f"path: {' -> '.join(finding.witness)}" if finding.witness else ""
    help = f"help: {finding.help}" if finding.help else ""
    return "\n".join(filter(None, (finding.message, path, help)))
