"""SRC105: a supplier that integrates, or manages, what it supplies itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Contract, Element
from archlint.model.relations import Relation
from archlint.model.statements import Stated
from archlint.rules.rule import Place, SnapshotRule
from archlint.rules.sourcing.supplies import path_of, supplies

__all__ = ["IntegratorConflict"]

ROLES = frozenset({"system-integration", "service-integration", "service-management"})


class Component(NamedTuple):
    """What stands in a system, or what it depends on: then with the dependency that says so."""

    system: Element
    whole: Element
    dependency: Relation | None


class IntegratorConflict(SnapshotRule):
    """One supplier integrates or manages a system, and supplies a part of it or a system on which it depends.

    It integrates or manages what a contract with one of the roles `system-integration`, `service-integration` and
    `service-management` covers; it supplies what says `supplied-by`, or what a contract with `role component`
    covers. Contracts count while they are in force. A system depends on what it, or one of its parts, uses, reads
    from, writes to or wraps itself. One finding for each such contract and what is supplied, on the contract.

    ## Why
    Whoever joins the parts should choose the best of them and hold their makers to account; nobody does that to
    their own. Source: Technology Code of Practice, line 108.

    ## Breaks it
    ```arch
    supplier prime
    product benefits { uses payments }
    system payments { supplied-by prime }
    contract integration { supplier prime; covers benefits; role system-integration }
    ```

    ## Mended
    ```arch
    supplier prime
    supplier other
    product benefits { uses payments }
    system payments { supplied-by prime }
    contract integration { supplier other; covers benefits; role system-integration }
    ```

    ## Exceptions
    To supply a system as a whole and to manage that same system is no conflict. What a system is hosted on is no
    component of it.
    """

    code = "SRC105"
    severity = Severity.ERROR
    sources = ("002:108",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for contract in snapshot.of(Contract):
            supplier = snapshot.value(contract.supplier)
            supplied = snapshot.projection(supplies).get(supplier) if supplier is not None else None
            if supplier is None or not supplied or snapshot.value(contract.role) not in ROLES:
                continue
            found: dict[Element, Component] = {}
            for whole in sorted(snapshot.values(contract.covers), key=path_of):
                for component in _components(snapshot, whole):
                    if component.system in supplied:
                        found.setdefault(component.system, component)
            for component in found.values():
                yield from self._conflict(contract, supplier, component, supplied[component.system])

    def _conflict(
        self, contract: Contract, supplier: Element, component: Component, by: Contract | Stated[Element]
    ) -> Iterator[Finding]:
        holder = by if isinstance(by, Contract) else component.system
        if contract.imported and holder.imported:
            return
        system, whole, dependency = component
        what = f"part of `{whole.path}`" if dependency is None else f"which `{whole.path}` needs"
        says: Place = by
        yield self.finding(
            says if contract.imported else contract,
            f"`{supplier.path}` has the contract `{contract.path}` over `{whole.path}`, and supplies `{system.path}`, "
            f"{what}, itself",
            help=f"let another supplier than `{supplier.path}` have `{contract.path}`, or supply `{system.path}`",
            elements=(holder, contract) if contract.imported else (contract, system),
            related=_related(contract, component, says),
        )


def _related(contract: Contract, component: Component, says: Place) -> list[tuple[Place, str]]:
    related: list[tuple[Place, str]] = [(says, f"says who supplies `{component.system.path}`")]
    if contract.imported:
        related = [(contract, "the contract that integrates or manages it")]
    if component.dependency is not None:
        related.append((component.dependency, f"`{component.whole.path}` depends on it"))
    return related


def _components(snapshot: Snapshot, whole: Element) -> Iterator[Component]:
    """What stands in a system, and what it depends on outside the outermost system in which it stands, with all in
    which that stands."""
    inside = set(whole.inside())
    yield from (Component(part, whole, None) for part in whole.inside() if part is not whole)
    for arrow in snapshot.suppliers.get(whole.outermost, ()):
        end = arrow.relation.target if arrow.relation.source in inside else None
        while end is not None:
            yield Component(end, whole, arrow.relation)
            end = end.parent
