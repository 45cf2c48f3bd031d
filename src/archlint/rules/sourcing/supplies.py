"""Who supplies which systems: what rules about suppliers share."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Contract, Element, System
from archlint.model.statements import Stated

__all__ = ["Supplies", "path_of", "supplies"]

Supplies = dict[Element, dict[Element, Contract | Stated[Element]]]
"""By supplier, the systems and parts that it supplies, each with the contract or the statement that says so."""


def supplies(snapshot: Snapshot) -> Supplies:
    """The systems that say `supplied-by`, and those that a contract with `role component` in force covers; asked
    for as a projection of the snapshot."""
    found: Supplies = {}
    for system in snapshot.of(System):
        for stated in snapshot.now(system.supplied_by):
            found.setdefault(stated.value, {})[system] = stated
    for supplier, covered, contract in _components(snapshot):
        found.setdefault(supplier, {}).setdefault(covered, contract)
    return found


def _components(snapshot: Snapshot) -> Iterator[tuple[Element, Element, Contract]]:
    for contract in snapshot.of(Contract):
        supplier = snapshot.value(contract.supplier)
        if supplier is not None and snapshot.value(contract.role) == "component":
            for system in snapshot.values(contract.covers):
                if snapshot.has(system):
                    yield supplier, system, contract


def path_of(element: Element) -> str:
    """The key by which elements are named in an order that does not depend on that of the text."""
    return element.path
