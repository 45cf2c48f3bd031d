"""SRC108: a contract that ends, with nothing to follow it."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.model.elements import Contract, Element
from archlint.model.model import Model
from archlint.model.time import Interval
from archlint.rules.rule import TransitionRule
from archlint.rules.sourcing.supplies import path_of
from archlint.rules.wording import listed, when

__all__ = ["ContractEndWithoutTransition"]

Covers = dict[Element, list[tuple[Contract, Interval]]]


class ContractEndWithoutTransition(TransitionRule):
    """A contract ends while a system that it covers lives on, and no other contract covers the system then.

    Judged over all time, not only at the plateaus. A contract over a system covers its parts, too. A contract that
    begins only later does not help: in between there is none. One finding for each contract, on the contract.

    ## Why
    A contract that simply runs out is prolonged in a hurry, at the supplier's price, or leaves a system without
    care. Source: Rebalancing technology across government, line 45 has departments and users taken over to common
    services as the deals for existing services come to their natural end.

    ## Breaks it
    ```arch
    supplier incumbent
    legacy case-system
    contract support { supplier incumbent; covers case-system; until 2016 }
    ```

    ## Mended
    ```arch
    supplier incumbent
    legacy case-system { until 2016 }
    platform casework { since 2015-10; replaces case-system }
    contract support { supplier incumbent; covers case-system; until 2016 }
    ```

    ## Exceptions
    Another contract over the system, with whichever supplier and in whatever role, that is in force at the end of
    the first. A system that ends with the contract, or before.
    """

    code = "SRC108"
    severity = Severity.WARNING
    sources = ("003:45",)

    def check(self, history: History) -> Iterator[Finding]:
        covers = _covers(history.model)
        for contract in history.model.of(Contract):
            if contract.imported or not contract.lifetime.exists:
                continue
            left = sorted(set(_left(contract, covers)), key=path_of)
            if left:
                yield self._ends(history.model, contract, left, covers)

    def _ends(self, model: Model, contract: Contract, left: list[Element], covers: Covers) -> Finding:
        then, what = when(model, contract.lifetime.until), listed(left)
        later = _later(left, contract, covers)
        return self.finding(
            contract,
            f"`{contract.path}` ends {then}, {what} {'live' if len(left) > 1 else 'lives'} on, "
            "and no other contract is there then",
            help=f"let `{later.path}` begin by {then}"
            if later
            else f"let another contract cover {what} from {then} on, or say when a common service takes over",
            elements=(contract, *left),
            related=[(contract.until[0], "it ends here"), *((system, "lives on after that") for system in left)],
        )


def _covers(model: Model) -> Covers:
    """When each system is covered by which contracts."""
    found: Covers = {}
    for contract in model.of(Contract):
        for stated in contract.covers:
            found.setdefault(stated.value, []).append((contract, stated.during.meet(contract.lifetime)))
    return found


def _left(contract: Contract, covers: Covers) -> Iterator[Element]:
    """The systems that a contract covers to its end, that live on, and that no other contract covers then."""
    end = contract.lifetime.until
    for stated in contract.covers:
        system = stated.value
        lives_on = system.lifetime.holds(end) and system.lifetime.holds(end - 1)
        if (
            lives_on
            and stated.during.holds(end - 1)
            and not any(period.holds(end) for _, period in _covering(system, covers))
        ):
            yield system


def _covering(system: Element, covers: Covers) -> Iterator[tuple[Contract, Interval]]:
    """The contracts that cover a system, or one in which it stands, with the time for which they do."""
    around: Element | None = system
    while around is not None:
        yield from covers.get(around, ())
        around = around.parent


def _later(left: list[Element], contract: Contract, covers: Covers) -> Contract | None:
    """The next contract that covers one of the systems some time after the end."""
    end = contract.lifetime.until
    found = [(period.since, other) for system in left for other, period in _covering(system, covers)]
    after = [(since, other) for since, other in found if since > end]
    return min(after, key=lambda pair: (pair[0], pair[1].path))[1] if after else None
