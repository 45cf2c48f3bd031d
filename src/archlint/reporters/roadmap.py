"""The roadmap as a story: what each state comes to, what lives when, who owns what when, and whether it gets there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from archlint.diagnostics import Finding, Severity
from archlint.escaping import for_terminal
from archlint.graph.paths import next_steps_towards
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Data, Element, Legacy, Product, System
from archlint.model.model import Model, Moment
from archlint.model.relations import Relation
from archlint.model.time import AFTER_EVERY_DATE, Interval, instant_of, name_of
from archlint.report import Report

__all__ = ["Roadmap", "roadmap_of", "roadmap_text", "roadmaps_json"]

_BAR = 36
_TRANSITION = ("EVO", "LEG109", "LEG110", "LEG113", "LEG114", "SRC108")


@dataclass(frozen=True)
class State:
    """What the estate comes to at a moment: numbers of legacy systems, of products that reach one, of
    point-to-point integrations and of entities with several masters; stated costs a year by currency, and of how many
    legacy systems they are; findings by severity."""

    name: str
    at: str | None
    legacy: int
    costs: dict[str, float]
    costed: int
    products_on_legacy: int
    point_to_point: int
    duplicate_owners: int
    errors: int
    warnings: int
    notes: int


@dataclass(frozen=True)
class Life:
    """When a system lives, or a store is the master of an entity: dates, or the plateau that has none; None where
    nothing is stated."""

    name: str
    kind: str
    since: str | None
    until: str | None


@dataclass(frozen=True)
class Roadmap:
    """The states of a model in the order of time, its systems that come or go, the masters of each entity, and
    what of its findings the way resolves, leaves and brings in from the first state to the last, and what breaks on
    the way. `misunderstood` counts the errors in the text: where there are any, nobody can say that it arrives."""

    model: str
    states: tuple[State, ...]
    systems: tuple[Life, ...]
    masters: dict[str, tuple[Life, ...]]
    resolved: int
    left: int
    introduced: int
    breaks: tuple[str, ...]
    misunderstood: int
    arrives: bool


def roadmap_of(report: Report) -> Roadmap:
    """The roadmap of a model that was judged at every instant of change."""
    model = report.model
    moments = model.plateaus or report.moments
    states = tuple(_state(report, moment) for moment in moments)
    counting = [finding for finding in report.findings if not finding.waived and finding.severity is not Severity.INFO]
    first, last = _held(counting, moments[0]), _held(counting, moments[-1])
    breaks = [finding for finding in counting if finding.code.startswith(_TRANSITION)]
    between = {moment.name for moment in report.moments if moments[0].instant < moment.instant < moments[-1].instant}
    ends = first | last
    passing = [
        finding for finding in counting if finding.fingerprint not in ends and not between.isdisjoint(finding.snapshots)
    ]
    misunderstood = sum(
        finding.code.startswith(("SYN", "MOD")) and finding.severity is Severity.ERROR for finding in counting
    )
    return Roadmap(
        model=model.name,
        states=states,
        systems=tuple(_life(model, element) for element in model.own if _comes_or_goes(element)),
        masters=_masters(model),
        resolved=len(first - last),
        left=len(first & last),
        introduced=len(last - first),
        breaks=tuple(_told(finding) for finding in [*breaks, *passing]),
        misunderstood=misunderstood,
        arrives=not (states[-1].legacy or last or breaks or misunderstood or report.unread),
    )


def _held(findings: Iterable[Finding], moment: Moment) -> set[str]:
    """The fingerprints of what is found at a moment."""
    return {finding.fingerprint for finding in findings if moment.name in finding.snapshots}


def _told(finding: Finding) -> str:
    place = finding.span.begin
    return f"{finding.code} {finding.message} ({finding.span.source.path}:{place.line})"


def _state(report: Report, moment: Moment) -> State:
    snapshot = Snapshot(report.model, moment)
    held = [finding for finding in report.findings if moment.name in finding.snapshots and not finding.waived]
    legacy = [system for system in snapshot.of(Legacy) if not system.imported]
    costs: dict[str, float] = {}
    stated = [cost for cost in (snapshot.value(system.cost) for system in legacy) if cost is not None]
    for cost in stated:
        costs[cost.currency] = costs.get(cost.currency, 0.0) + float(cost.number)
    return State(
        name=moment.name,
        at=moment.at,
        legacy=int(sum(snapshot.value(system.count) or 1 for system in legacy)),
        costs=costs,
        costed=len(stated),
        products_on_legacy=_products_on(snapshot, legacy),
        point_to_point=sum(finding.code == "INT101" for finding in held),
        duplicate_owners=len({finding.elements[1:] for finding in held if finding.code == "DAT101"}),
        errors=sum(finding.severity is Severity.ERROR for finding in held),
        warnings=sum(finding.severity is Severity.WARNING for finding in held),
        notes=sum(finding.severity is Severity.INFO for finding in held),
    )


def _products_on(snapshot: Snapshot, legacy: list[Legacy]) -> int:
    steps = next_steps_towards(snapshot.graph, legacy) if legacy else {}
    return sum(isinstance(element, Product) and not element.imported for element in steps)


def _comes_or_goes(element: Element) -> bool:
    return isinstance(element, System) and element.parent is None and element.lifetime != Interval()


def _life(model: Model, element: Element) -> Life:
    return Life(element.path, element.keyword, *_ends(model, element.lifetime))


def _ends(model: Model, interval: Interval) -> tuple[str | None, str | None]:
    """The dates of an interval; the plateau that comes after every date goes by its name."""
    undated = next((moment.name for moment in model.plateaus if moment.instant == AFTER_EVERY_DATE), None)
    since, until = (undated if instant == AFTER_EVERY_DATE else name_of(instant) for instant in interval)
    return since, until


def _masters(model: Model) -> dict[str, tuple[Life, ...]]:
    """Who is stated as master of each entity, in the order of time; entities with one master for good are left out."""
    held: dict[str, list[Relation]] = {}
    for relation in model.relations:
        if relation.keyword == "holds" and relation.role == "master" and isinstance(relation.data, Data):
            held.setdefault(relation.data.path, []).append(relation)
    return {
        entity: tuple(_mastery(model, relation) for relation in sorted(found, key=lambda relation: relation.lifetime))
        for entity, found in held.items()
        if len(found) > 1
    }


def _mastery(model: Model, relation: Relation) -> Life:
    return Life(relation.source.path, "store", *_ends(model, relation.lifetime))


def roadmaps_json(roadmaps: Iterable[Roadmap]) -> str:
    """Roadmaps as JSON, version 1."""
    return json.dumps({"version": 1, "roadmaps": [asdict(roadmap) for roadmap in roadmaps]}, indent=2) + "\n"


def roadmap_text(roadmap: Roadmap) -> str:
    """A roadmap for people: the table of states, the lives as bars, the masters, and the verdict."""
    parts = [_table(roadmap.states), _timeline(roadmap), _ownership(roadmap), _verdict(roadmap)]
    return for_terminal(roadmap.model) + "\n\n" + "\n".join("\n".join(part) + "\n" for part in map(list, parts) if part)


_COLUMNS = (
    "state", "at", "legacy", "cost a year", "products on it", "point to point", "several masters", "errors", "warnings",
)  # fmt: skip


def _table(states: Iterable[State]) -> Iterator[str]:
    rows = [_COLUMNS, *(_cells(state) for state in states)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    for row in rows:
        cells = [
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


def _cells(state: State) -> tuple[str, ...]:
    costs = " + ".join(f"{number / 1e6:,.1f}m {currency}" for currency, number in sorted(state.costs.items()))
    cost = f"{costs} (of {state.costed})" if costs else "not stated" if state.legacy else "-"
    numbers = (state.products_on_legacy, state.point_to_point, state.duplicate_owners, state.errors, state.warnings)
    return (for_terminal(state.name), state.at or "-", str(state.legacy), cost, *map(str, numbers))


def _timeline(roadmap: Roadmap) -> Iterator[str]:
    """A bar for each system that comes or goes: from the first date named to the last."""
    dates = [date for life in roadmap.systems for date in (life.since, life.until) if date and date[0].isdigit()]
    if not dates:
        return
    width = max(len(life.name) for life in roadmap.systems)
    first, last = instant_of(min(dates)), instant_of(max(dates))
    yield f"{'':{width}}  {min(dates)} {'':{max(_BAR - 22, 0)}} {max(dates)}"
    for life in roadmap.systems:
        yield f"{for_terminal(life.name):{width}}  {_bar(life, first, last)}  {life.kind}{_dates(life)}"


def _dates(life: Life) -> str:
    return (f", since {life.since}" if life.since else "") + (f", until {life.until}" if life.until else "")


def _bar(life: Life, first: int, last: int) -> str:
    scale = (_BAR - 2) / max(last - first, 1)
    begin = _column(life.since, first, scale) if life.since else 0
    end = _column(life.until, first, scale) if life.until else _BAR
    return "·" * begin + "█" * max(end - begin, 1) + "·" * (_BAR - max(end, begin + 1))


def _column(date: str, first: int, scale: float) -> int:
    """Where a date stands in a bar; the plateau that has none stands at its end."""
    return 1 + round((instant_of(date) - first) * scale) if date[0].isdigit() else _BAR - 1


def _ownership(roadmap: Roadmap) -> Iterator[str]:
    for entity, lives in roadmap.masters.items():
        told = "; ".join(f"{for_terminal(life.name)}{_dates(life)}" for life in lives)
        yield f"master of {for_terminal(entity)}: {told}"


def _verdict(roadmap: Roadmap) -> Iterator[str]:
    first, last = roadmap.states[0], roadmap.states[-1]
    moves = "falls" if last.legacy < first.legacy else "rises" if last.legacy > first.legacy else "stays"
    yield (
        f"legacy {moves} from {first.legacy} to {last.legacy}; of the errors and warnings the roadmap resolves"
        f" {roadmap.resolved}, leaves {roadmap.left} and brings in {roadmap.introduced}"
    )
    if roadmap.breaks:
        yield "what breaks on the way:"
        yield from (f"  {for_terminal(broken)}" for broken in roadmap.breaks)
    if roadmap.misunderstood:
        errors = f"{roadmap.misunderstood} error{'' if roadmap.misunderstood == 1 else 's'}"
        yield f"the text has {errors}, which `archlint check` shows: what is said here may not be all"
    yield "verdict: it gets there" if roadmap.arrives else "verdict: it does not get there as it stands"
