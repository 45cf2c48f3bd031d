"""SRC103: a contract that does not say whose the code is."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Contract
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["IpOwnershipNotStated"]


class IpOwnershipNotStated(SnapshotRule):
    """A contract states no `ip-owner`.

    It asks that the answer be given, not what it is: code that a supplier owns may be the better bargain.

    ## Why
    Code and business rules that belong to nobody by name are paid for twice, or cannot be taken along to the next
    supplier. Source: Technology Code of Practice, line 101 wants contracts to be explicit about the ownership of
    intellectual property.

    ## Breaks it
    ```arch
    supplier vendor
    product claims
    contract build { supplier vendor; covers claims }
    ```

    ## Mended
    ```arch
    organisation agency
    supplier vendor
    product claims
    contract build { supplier vendor; covers claims; ip-owner agency }
    ```
    """

    code = "SRC103"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE
    sources = ("002:101",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for contract in snapshot.of(Contract):
            if not contract.imported and snapshot.one(contract.ip_owner) is None:
                yield self.finding(
                    contract,
                    f"`{contract.path}` does not say who owns the code and the business rules",
                    help="state an organisation or a supplier: `ip-owner …`",
                )
