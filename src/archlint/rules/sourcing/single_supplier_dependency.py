"""SRC106: a product that stands or falls with one supplier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Product, System
from archlint.rules.rule import SnapshotRule
from archlint.rules.sourcing.supplies import Supplies, path_of, supplies
from archlint.rules.wording import listed

__all__ = ["SingleSupplierDependency", "SingleSupplierDependencyOptions"]


@dataclass(frozen=True)
class SingleSupplierDependencyOptions:
    """The options of SRC106."""

    share: float = field(default=0.6, metadata={"help": "the highest share of systems that may be one supplier's"})
    minimum: int = field(default=3, metadata={"help": "on how many systems a product must depend to be judged"})


class SingleSupplierDependency(SnapshotRule):
    """Without the systems of one supplier a product loses more than `share` of the systems it depends on.

    Counted are the outermost systems on which the product, or one of its parts, depends itself, on which it is
    hosted, or of whose data it keeps a copy. A product that depends on fewer than `minimum` is not judged. A
    system is a supplier's that says `supplied-by`, or that a contract with `role component` in force covers. One
    finding for each product and supplier, on the product.

    ## Why
    A product can be changed only as fast as its supplier likes, and ends when the supplier does.
    Source: Technology Code of Practice, line 7 asks for technology that is not dependent on a single third party.

    ## Breaks it
    ```arch
    supplier giant
    system documents { supplied-by giant }
    system workflow { supplied-by giant }
    system payments
    product grants { uses documents; uses workflow; uses payments }
    ```

    ## Mended
    ```arch
    supplier giant
    supplier small-firm
    system documents { supplied-by giant }
    system workflow { supplied-by small-firm }
    system payments
    product grants { uses documents; uses workflow; uses payments }
    ```

    ## Exceptions
    A system whose supplier is not stated counts as nobody's. That a part of a system is a supplier's does not make
    the system so.
    """

    code = "SRC106"
    severity = Severity.WARNING
    sources = ("002:7",)
    Options = SingleSupplierDependencyOptions

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        supplied = snapshot.projection(supplies)
        by_system = _suppliers_of(supplied)
        for product, needed in _needed(snapshot).items() if supplied else ():
            if len(needed) < self.options.minimum:
                continue
            lost: dict[Element, list[Element]] = {}
            for system in sorted(needed, key=path_of):
                for supplier in by_system.get(system, ()):
                    lost.setdefault(supplier, []).append(system)
            for supplier, systems in lost.items():
                if len(systems) / len(needed) > self.options.share:
                    yield self._single(product, supplier, systems, len(needed), supplied)

    def _single(
        self, product: Element, supplier: Element, lost: list[Element], total: int, supplied: Supplies
    ) -> Finding:
        most = max(number for number in range(total) if number / total <= self.options.share)
        return self.finding(
            product,
            f"without `{supplier.path}`, `{product.path}` loses {len(lost)} of the {total} systems it depends on: "
            f"{listed(lost)}",
            help=f"let somebody else supply {len(lost) - most} of these: of {total}, `{supplier.path}` may have {most}",
            elements=(product, supplier),
            related=[(supplied[supplier][system], f"makes `{system.path}` one of its systems") for system in lost],
        )


def _suppliers_of(supplied: Supplies) -> dict[Element, list[Element]]:
    found: dict[Element, list[Element]] = {}
    for supplier, systems in supplied.items():
        for system in systems:
            found.setdefault(system, []).append(supplier)
    return found


def _needed(snapshot: Snapshot) -> dict[Element, dict[Element, None]]:
    """The other outermost systems on which each of the model's own products rests itself, in file order."""
    found: dict[Element, dict[Element, None]] = {}
    for arrows in (snapshot.dependencies, snapshot.hostings, snapshot.feeds):
        for source, target, _ in arrows:
            if not isinstance(source, Product) or source.imported or source is target:
                continue
            if isinstance(target, System):
                found.setdefault(source, {})[target] = None
    return found
