"""SRC101: a contract that is too large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Contract
from archlint.rules.rule import SnapshotRule

__all__ = ["ContractOverLimit", "ContractOverLimitOptions"]

CURRENCY = "GBP"


@dataclass(frozen=True)
class ContractOverLimitOptions:
    """The options of SRC101."""

    limit: int = field(default=100_000_000, metadata={"help": "the highest value of a contract in pounds (GBP)"})


class ContractOverLimit(SnapshotRule):
    """The `value` of a contract is over the limit, and no `because` says why.

    The limit is in pounds. A value in another currency is not compared with it: what it is worth is not known.

    ## Why
    A contract of that size is let once in many years, to one of very few suppliers, and is as hard to leave as the
    system that it pays for. Source: Technology Code of Practice, line 99 draws the line at £100 million, unless
    there is an exceptional reason.

    ## Breaks it
    ```arch
    supplier incumbent
    legacy tax-platform
    contract outsourcing { supplier incumbent; covers tax-platform; value 8bn GBP }
    ```

    ## Mended
    ```arch
    supplier incumbent
    supplier newcomer
    legacy tax-platform { system ledger; system forms }
    contract ledger-hosting { supplier incumbent; covers tax-platform.ledger; value 60m GBP }
    contract forms-service { supplier newcomer; covers tax-platform.forms; value 12m GBP }
    ```

    ## Exceptions
    `value 130m GBP because "…"` gives the exceptional reason.
    """

    code = "SRC101"
    severity = Severity.ERROR
    sources = ("002:99",)
    Options = ContractOverLimitOptions

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for contract in snapshot.of(Contract):
            value = None if contract.imported else snapshot.one(contract.value)
            if value is None or value.value.currency != CURRENCY or value.value.number <= self.options.limit:
                continue
            if "because" not in value.clauses:
                yield self.finding(
                    value,
                    f"`{contract.path}` is worth {value.value}, over the limit of {self.options.limit:,} {CURRENCY}",
                    help=_help(snapshot, contract),
                    elements=(contract,),
                )


def _help(snapshot: Snapshot, contract: Contract) -> str:
    covered = len(snapshot.values(contract.covers))
    split = f"let smaller contracts cover its {covered} systems" if covered > 1 else "divide it into smaller contracts"
    return f'{split}, or give the exceptional reason: `value … because "…"`'
