"""What the estate comes to at each state of a roadmap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archlint.diagnostics import Severity
from archlint.graph.history import History
from archlint.graph.paths import next_steps_towards
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Legacy, Plateau, Product
from archlint.model.model import Moment
from archlint.report import Report
from archlint.rules.data.duplicate_data_ownership import DuplicateDataOwnership
from archlint.rules.integration.point_to_point_integration import PointToPointIntegration

__all__ = ["State", "notable", "states_of"]


@dataclass(frozen=True)
class State:
    """What the estate comes to at a moment: numbers of legacy systems, of products that reach one, of
    point-to-point integrations and of entities with several masters; stated costs a year by currency, and of how many
    legacy systems they are; findings by severity. Integrations and masters are counted whatever rules were chosen."""

    name: str
    title: str
    at: str | None
    instant: int
    legacy: int
    costs: dict[str, float]
    costed: int
    products_on_legacy: int
    point_to_point: int
    duplicate_owners: int
    errors: int
    warnings: int
    notes: int

    @property
    def numbers(self) -> tuple[object, ...]:
        """All that is counted."""
        findings = (self.errors, self.warnings, self.notes)
        estate = (self.legacy, self.costs, self.products_on_legacy, self.point_to_point, self.duplicate_owners)
        return (*estate, *findings)


def states_of(report: Report, moments: tuple[Moment, ...]) -> Iterator[State]:
    """The states at some moments, each of which was judged."""
    titles = {plateau.path: plateau.title for plateau in report.model.of(Plateau)}
    history = History(report.model, moments)
    for moment in moments:
        yield _state(report, history, moment, titles.get(moment.name) or moment.name)
        history.forget(moment)


def notable(states: Sequence[State], most: int) -> tuple[State, ...]:
    """At most so many states, the first and the last among them: those at which something is different, and of these,
    where they are too many, some at even distances."""
    changed = [later for earlier, later in pairwise(states) if later.numbers != earlier.numbers or later is states[-1]]
    kept = tuple(states) if len(states) <= most else (states[0], *changed)
    if len(kept) <= most:
        return kept
    return tuple(kept[round(at * (len(kept) - 1) / (most - 1))] for at in range(most))


def _state(report: Report, history: History, moment: Moment, title: str) -> State:
    snapshot = history.at(moment)
    held = [finding for finding in report.findings if moment.name in finding.snapshots and not finding.waived]
    legacy = [system for system in snapshot.of(Legacy) if not system.imported]
    costs, costed = _costs(snapshot, legacy)
    return State(
        name=moment.name,
        title=title,
        at=moment.at,
        instant=moment.instant,
        legacy=int(sum(snapshot.value(system.count) or 1 for system in legacy)),
        costs=costs,
        costed=costed,
        products_on_legacy=_products_on(snapshot, legacy),
        point_to_point=_point_to_point(snapshot, history),
        duplicate_owners=sum(1 for _ in DuplicateDataOwnership().check(snapshot, history)),
        errors=sum(finding.severity is Severity.ERROR for finding in held),
        warnings=sum(finding.severity is Severity.WARNING for finding in held),
        notes=sum(finding.severity is Severity.INFO for finding in held),
    )


def _costs(snapshot: Snapshot, legacy: list[Legacy]) -> tuple[dict[str, float], int]:
    """The stated costs by currency, and how many systems state one."""
    costs: dict[str, float] = {}
    stated = [cost for cost in (snapshot.value(system.cost) for system in legacy) if cost is not None]
    for cost in stated:
        costs[cost.currency] = costs.get(cost.currency, 0.0) + float(cost.number)
    return costs, len(stated)


def _point_to_point(snapshot: Snapshot, history: History) -> int:
    """The wires between two systems, without those that only imported systems have."""
    known = {element.path for element in snapshot.systems if element.imported}
    return sum(wire.elements[0] not in known for wire in PointToPointIntegration().check(snapshot, history))


def _products_on(snapshot: Snapshot, legacy: list[Legacy]) -> int:
    steps = next_steps_towards(snapshot.users, legacy) if legacy else {}
    return sum(isinstance(element, Product) and not element.imported for element in steps)
