"""A roadmap as a chart: which rows it has, where they begin and end, and what is marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from archlint.diagrams.axis import Axis
from archlint.diagrams.chart import GAP, Bar, Chart, Column, Mark, Measure, Row, Section, Tick
from archlint.model.time import BEFORE_EVERY_DATE
from archlint.reporters.roadmap.bars import axis_of
from archlint.reporters.roadmap.breaks import Break, gaps_of
from archlint.reporters.roadmap.lives import Life
from archlint.reporters.roadmap.rows import KINDS, handovers, rows_of
from archlint.reporters.roadmap.rows import Row as Group
from archlint.reporters.roadmap.states import State, notable
from archlint.reporters.roadmap.story import Roadmap
from archlint.reporters.roadmap.table import figures, measures

__all__ = ["chart_of"]

_SYSTEMS = 26
_LANES = 14
_BREAKS = 12
_STATES = 9
_OF_FACTS = ("DAT", "EVO107")
"""These are marked where the fact has its row."""

_DRAWN = 3
_YEARS = 16
_NEAR = 0.03
"""The share of the line of time that the number of a year takes."""
_ROOMY = 0.3
"""The share of the line of time that a bar takes which has room for names."""
_AFTER = "after every date"


def chart_of(roadmap: Roadmap, full: bool = False) -> Chart:
    """The chart of a roadmap: a sheet of it that can be printed, with what is left out counted; all with `full`."""
    axis, shown = axis_of(roadmap), notable(roadmap.states, _STATES)
    lines = [f"Verdict: {roadmap.verdict}.", f"{roadmap.change[0].upper()}{roadmap.change[1:]}."]
    if len(shown) < len(roadmap.states):
        lines.append(f"Of {len(roadmap.states)} states {len(shown)} are shown as columns.")
    words = [figures(state) for state in shown]
    told = [
        Measure(title.capitalize(), numbers, tuple(row[at] for row in words))
        for at, (title, numbers) in enumerate(zip(measures(), _numbers(shown), strict=True))
    ]
    ticks = tuple(_ticks(shown, axis))
    sections, left_out = _sections(roadmap, axis, full)
    return Chart(
        title=f"The roadmap of {roadmap.model}",
        lines=tuple(lines),
        columns=tuple(_column(state, roadmap.states) for state in shown),
        drawn=tuple(measure for measure in told if any(measure.values)),
        figures=tuple(measure for measure in told if not any(measure.values)),
        ticks=ticks,
        years=tuple((year, at) for year, at in axis.years(_YEARS) if all(abs(at - tick.at) > _NEAR for tick in ticks)),
        after=axis.after,
        sections=sections,
        notes=tuple(_notes(roadmap, left_out, full)),
    )


def _numbers(states: Sequence[State]) -> Iterator[tuple[float | None, ...]]:
    """The measures as numbers, as far as they are drawn: costs in the currency that most is stated in."""
    currencies = [currency for state in states for currency in state.costs]
    main = max(sorted(set(currencies)), key=currencies.count, default="")
    yield tuple(float(state.legacy) for state in states)
    yield tuple(state.costs.get(main) for state in states)
    yield tuple(float(state.products_on_legacy) for state in states)
    yield from [()] * (len(measures()) - _DRAWN)


def _column(state: State, states: Sequence[State]) -> Column:
    """The title of a state over its name, where it has both, and its date."""
    when = _when(state, states)
    named = [] if state.title == state.name else [state.name]
    return Column(state.title, "" if state.title == when else ", ".join(filter(None, [*named, when])))


def _when(state: State, states: Sequence[State]) -> str:
    return state.at or (_AFTER if state is states[-1] and state.instant > BEFORE_EVERY_DATE else "")


def _ticks(states: Sequence[State], axis: Axis) -> Iterator[Tick]:
    for state in states:
        if state.instant > BEFORE_EVERY_DATE:
            when = "" if state.name == state.at else state.at or _AFTER
            yield Tick(state.name, when, axis.at(state.instant))


def _sections(roadmap: Roadmap, axis: Axis, full: bool) -> tuple[tuple[Section, ...], list[str]]:
    """The rows under their headings, and what is left out."""
    rows = rows_of(roadmap.systems, None if full else _SYSTEMS)
    found: dict[str, list[Row]] = {}
    for group in rows.shown:
        found.setdefault(KINDS[group.kind].capitalize(), []).append(_system(group, axis, roadmap.breaks))
    moving = handovers(roadmap.masters)
    entities = list(roadmap.masters) if full else list(_first(moving, roadmap.masters))
    if entities:
        found["Who holds what as master"] = [_entity(roadmap, entity, axis) for entity in entities]
    left_out = {
        f"{rows.rest} that begin and end at other dates; --full draws all": bool(rows.rest),
        f"{len(moving) - len(entities)} more facts change hands; --full draws all": not full
        and len(moving) > len(entities),
        _steady(roadmap, moving): not full and len(moving) < len(roadmap.masters),
    }
    return tuple(Section(title, tuple(inner)) for title, inner in found.items()), [
        words for words, needed in left_out.items() if needed
    ]


def _steady(roadmap: Roadmap, moving: Sequence[str]) -> str:
    """Who holds the facts that never change hands."""
    still = [entity for entity in roadmap.masters if entity not in moving]
    told = ", ".join(f"{roadmap.entities[entity]} ({roadmap.masters[entity][0].name})" for entity in still)
    return f"Facts with one holder throughout: {told}"


def _first(entities: Iterable[str], masters: dict[str, tuple[Life, ...]]) -> Iterator[str]:
    """As many entities as have room."""
    lanes = 0
    for entity in entities:
        lanes += max(_lanes(masters[entity])) + 1
        if lanes > _LANES:
            return
        yield entity


def _system(group: Group, axis: Axis, breaks: Iterable[Break]) -> Row:
    about = {life.name for life in group.lives}
    begin, end = axis.at(group.during.since), axis.at(group.during.until)
    inside = len(group.lives) > 1 and end - begin > _ROOMY
    names = ", ".join(life.name for life in group.lives)
    bar = Bar(names, group.kind, begin, end, group.names if inside else "")
    return Row(group.head if inside else group.title, group.dates, (bar,), tuple(_marks(breaks, about, axis)))


def _marks(breaks: Iterable[Break], names: set[str], axis: Axis) -> Iterator[Mark]:
    """What breaks in the systems of these names: a finding is marked where its subject has its row."""
    for one in breaks:
        if one.system in names and not one.code.startswith(_OF_FACTS):
            yield Mark(one.code, None if one.instant is None else axis.at(one.instant))


def _entity(roadmap: Roadmap, entity: str, axis: Axis) -> Row:
    """The masters of an entity, side by side where they are at once; between them, nobody."""
    lives, lanes = roadmap.masters[entity], _lanes(roadmap.masters[entity])
    held = [
        Bar(f"{entity}: {life.name}", life.within, *_ends(life, axis), life.title, lane)
        for life, lane in zip(lives, lanes, strict=True)
    ]
    gaps = [Bar(f"{entity}: nobody", GAP, axis.at(since), axis.at(until), "nobody") for since, until in gaps_of(lives)]
    marks = [
        Mark(one.code, None if one.instant is None else axis.at(one.instant))
        for one in roadmap.breaks
        if entity in one.elements
    ]
    return Row(roadmap.entities.get(entity, entity), "", (*held, *gaps), tuple(marks))


def _ends(life: Life, axis: Axis) -> tuple[float, float]:
    return axis.at(life.during.since), axis.at(life.during.until)


def _lanes(lives: Iterable[Life]) -> list[int]:
    """The first lane that is free when each begins."""
    ends: list[int] = []
    lanes: list[int] = []
    for life in lives:
        lane = next((lane for lane, end in enumerate(ends) if end <= life.during.since), len(ends))
        ends[lane : lane + 1] = [life.during.until]
        lanes.append(lane)
    return lanes


def _notes(roadmap: Roadmap, left_out: list[str], full: bool) -> Iterator[tuple[str, ...]]:
    shown = roadmap.breaks if full else roadmap.breaks[:_BREAKS]
    if shown:
        told = [f"{one.at or 'over the whole way'}: {one.told}" for one in shown]
        more = len(roadmap.breaks) - len(shown)
        yield ("What breaks on the way", *told, *([f"and {more} more; --full tells all"] if more else []))
    if left_out:
        yield ("Not in the picture", *left_out)
