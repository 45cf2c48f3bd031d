"""How often each rule speaks: what to mend first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from archlint.report import Verdict
from archlint.rules.catalogue import catalogue

__all__ = ["statistics"]


def statistics(reports: Sequence[Verdict], colour: bool = False) -> str:
    """A line for each rule with findings that count: how many, the code, the name; the most frequent first."""
    counted = Counter(finding.code for report in reports for finding in report.findings if finding.counts)
    width = max((len(str(count)) for count in counted.values()), default=1)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return "".join(f"{count:>{width}}  {code}  {catalogue()[code].name()}\n" for code, count in ranked)
