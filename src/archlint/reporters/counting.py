"""What a run comes to, in numbers and in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity, Status

__all__ = ["Tally", "fixable", "tally"]

_NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Tally(NamedTuple):
    """How many findings there are of each sort; each finding is counted once."""

    error: int
    warning: int
    info: int
    resolved: int
    waived: int
    baselined: int

    def __str__(self) -> str:
        counts = zip(_NAMES.values(), self[:3], strict=True)
        said = [f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts if count]
        said += [f"{self.resolved} resolved by the roadmap"] if self.resolved else []
        said += [f"{self.waived} waived"] if self.waived else []
        said += [f"{self.baselined} in the baseline"] if self.baselined else []
        return ", ".join(said) or "no findings"


def tally(findings: Iterable[Finding]) -> Tally:
    """Counts findings: those that count by severity, the others by why they do not."""
    counts = dict.fromkeys(Tally._fields, 0)
    for finding in findings:
        counts[_sort(finding)] += 1
    return Tally(**counts)


def fixable(finding: Finding) -> bool:
    """Whether there is a fix that may be applied: of what is waived or known before none is."""
    return bool(finding.fixes) and finding.waived is None and not finding.baselined


def _sort(finding: Finding) -> str:
    if finding.waived is not None:
        return "waived"
    if finding.baselined:
        return "baselined"
    return "resolved" if finding.status is Status.RESOLVED else finding.severity.value
