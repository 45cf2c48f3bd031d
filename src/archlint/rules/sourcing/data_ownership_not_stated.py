"""SRC102: a contract that leaves the data to the supplier, or does not say whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Contract, Element, Supplier
from archlint.model.relations import Relation
from archlint.model.statements import Stated
from archlint.rules.rule import SnapshotRule

__all__ = ["DataOwnershipNotStated"]

SHOWN = 3


class DataOwnershipNotStated(SnapshotRule):
    """The `data-owner` of a contract is a supplier.

    In the profile `code-of-practice` the rule also speaks where a contract covers a system that holds data and
    states no `data-owner`. A system holds data if a store in it, or in one of its parts, does.

    ## Why
    Whoever owns the data decides who may use it next: a supplier that owns it cannot be replaced, and a contract
    that is silent leaves the question to the lawyers.
    Source: Technology Code of Practice, line 100 wants contracts to be explicit about the ownership of government
    data, also of the data that operating the service creates.

    ## Breaks it
    ```arch
    supplier vendor
    data claim
    product claims { store cases { holds claim as master } }
    contract hosting { supplier vendor; covers claims; data-owner vendor }
    ```

    ## Mended
    ```arch
    organisation agency
    supplier vendor
    data claim
    product claims { owner agency; store cases { holds claim as master } }
    contract hosting { supplier vendor; covers claims; data-owner agency }
    ```

    ## Exceptions
    A contract over systems that hold no data need not say whose it is; nor need one over `external` systems, whose
    data is that of those who run them.
    """

    code = "SRC102"
    severity = Severity.ERROR
    sources = ("002:100",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for contract in snapshot.of(Contract):
            if contract.imported:
                continue
            stated = snapshot.one(contract.data_owner)
            if stated is not None and isinstance(stated.value, Supplier):
                yield self._theirs(snapshot, contract, stated)
            elif stated is None and self.judges_unstated:
                held = _held(snapshot, contract)
                if held:
                    yield self._nobodys(snapshot, contract, held)

    def _theirs(self, snapshot: Snapshot, contract: Contract, stated: Stated[Element]) -> Finding:
        return self.finding(
            stated,
            f"`{contract.path}` leaves the data to the supplier `{stated.value.path}`",
            help=f"keep it: `data-owner {_owner(snapshot, contract)}`",
            elements=(contract, stated.value),
        )

    def _nobodys(self, snapshot: Snapshot, contract: Contract, held: list[Relation]) -> Finding:
        first = held[0]
        return self.finding(
            contract,
            f"`{contract.path}` covers `{first.source.outermost.path}`, which holds data, and does not say whose it is",
            help=f"state it: `data-owner {_owner(snapshot, contract)}`",
            elements=(contract,),
            related=[(holding, f"held in `{holding.source.path}`") for holding in held[:SHOWN]],
        )


def _held(snapshot: Snapshot, contract: Contract) -> list[Relation]:
    """What the systems that a contract covers hold, those left out that somebody else runs."""
    covered = [system for system in snapshot.values(contract.covers) if not snapshot.external(system)]
    stores = [store for system in covered for store in snapshot.stores(system)]
    return [holding for store in stores for holding in snapshot.held.get(store, ())]


def _owner(snapshot: Snapshot, contract: Contract) -> str:
    """Who should own the data: whoever owns the contract or what it covers, else some organisation."""
    owners = (snapshot.owner(element) for element in (contract, *snapshot.values(contract.covers)))
    return next((owner.path for owner in owners if owner is not None), "…")
