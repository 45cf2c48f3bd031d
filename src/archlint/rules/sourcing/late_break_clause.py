"""SRC104: a long contract that cannot be left soon."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Contract
from archlint.model.statements import Duration
from archlint.model.time import AFTER_EVERY_DATE, BEFORE_EVERY_DATE, Interval
from archlint.rules.rule import SnapshotRule

__all__ = ["LateBreakClause"]

YEARS = 2
MONTHS = 12 * YEARS
DAYS = 366 + 365


class LateBreakClause(SnapshotRule):
    """A contract runs for longer than two years, and its `break-clause` comes later than that.

    Both its `since` and its `until` must be stated as dates; the break clause counts from the beginning. As a
    number of days, two years may have 731. In the profile `code-of-practice` the rule also speaks where such a
    contract states no `break-clause` at all.

    ## Why
    Needs and prices change sooner than long contracts end. Source: Technology Code of Practice, line 103 wants,
    where it is economic, a break clause after two years at most, at little cost.

    ## Breaks it
    ```arch
    supplier vendor
    legacy mainframe
    contract support { supplier vendor; covers mainframe; since 2014; until 2021; break-clause 5 years }
    ```

    ## Mended
    ```arch
    supplier vendor
    legacy mainframe
    contract support { supplier vendor; covers mainframe; since 2014; until 2021; break-clause 24 months }
    ```

    ## Exceptions
    A contract of two years or less needs no break clause; of one whose beginning or end is not known, it is not
    known whether it does.
    """

    code = "SRC104"
    severity = Severity.WARNING
    sources = ("002:103",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for contract in snapshot.of(Contract):
            if contract.imported or not _is_long(contract.stated):
                continue
            clause = snapshot.one(contract.break_clause)
            if clause is None and self.judges_unstated:
                yield self.finding(
                    contract,
                    f"`{contract.path}` runs for longer than two years and states no break clause",
                    help="agree on one, where that is economic, and state it: `break-clause 24 months` or sooner",
                )
            elif clause is not None and _is_late(clause.value):
                yield self.finding(
                    clause,
                    f"`{contract.path}` runs for longer than two years and cannot be left before these are over",
                    help="agree on a break clause after two years at most: `break-clause 24 months`",
                    elements=(contract,),
                )


def _is_long(period: Interval) -> bool:
    """Whether a period has two dates and more than two years lie between them."""
    if period.since == BEFORE_EVERY_DATE or period.until >= AFTER_EVERY_DATE:
        return False
    begin, end = date.fromordinal(period.since), date.fromordinal(period.until)
    return (end.year - YEARS, end.month, end.day) > (begin.year, begin.month, begin.day)


def _is_late(clause: Duration) -> bool:
    return clause.length > DAYS if clause.unit == "days" else clause.months > MONTHS
