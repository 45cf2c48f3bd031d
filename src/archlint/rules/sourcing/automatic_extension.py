"""SRC107: a contract that goes on by itself."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Contract
from archlint.rules.rule import SnapshotRule

__all__ = ["AutomaticExtension"]


class AutomaticExtension(SnapshotRule):
    """A contract says `extension automatic`, and no `because` says why.

    ## Why
    What is prolonged without a decision is never compared with what the market offers by then.
    Source: Technology Code of Practice, line 109 rules it out, save in extenuating circumstances.

    ## Breaks it
    ```arch
    supplier vendor
    legacy mainframe
    contract support { supplier vendor; covers mainframe; extension automatic }
    ```

    ## Mended
    ```arch
    supplier vendor
    legacy mainframe
    contract support { supplier vendor; covers mainframe; extension optional }
    ```

    ## Exceptions
    `extension automatic because "…"` names the extenuating circumstances.
    """

    code = "SRC107"
    severity = Severity.ERROR
    sources = ("002:109",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for contract in snapshot.of(Contract):
            stated = None if contract.imported else snapshot.one(contract.extension)
            if stated is None or stated.value != "automatic" or "because" in stated.clauses:
                continue
            yield self.finding(
                stated,
                f"`{contract.path}` is prolonged without a decision",
                help='make it `extension optional` or `none`, or name the circumstances: `because "…"`',
                elements=(contract,),
            )
