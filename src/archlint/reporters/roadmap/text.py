"""A roadmap for people at a terminal: a screen of it, or all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from archlint.escaping import for_terminal
from archlint.reporters.roadmap.bars import Bars, clipped, columns, padded
from archlint.reporters.roadmap.breaks import Break
from archlint.reporters.roadmap.lives import Life
from archlint.reporters.roadmap.rows import Row, handovers, rows_of
from archlint.reporters.roadmap.states import State, notable
from archlint.reporters.roadmap.story import Roadmap
from archlint.reporters.roadmap.table import table

__all__ = ["roadmap_text"]

_SYSTEMS_HEAD = "systems and legacy"
_SYSTEMS = 14
_ENTITIES = 5
_BREAKS = 6
_CODES = 8
_STATES = 10
_NARROWEST = 60
_SEE_ALL = "--full shows all"


def roadmap_text(roadmap: Roadmap, width: int = 100, full: bool = False) -> str:
    """The table of states, the lives as bars, the masters, what breaks, and the verdict. A screen of it, with what is
    left out counted; all of it with `full`."""
    width = max(width, _NARROWEST)
    parts = (
        [clipped(roadmap.model, width)],
        _states(roadmap.states, width, full),
        list(_timeline(roadmap, width, full)),
        list(_ownership(roadmap, width, full)),
        list(_breaks(roadmap.breaks, width, full)),
        list(_verdict(roadmap, width)),
    )
    return "\n".join("\n".join(part) + "\n" for part in parts if part)


def _states(states: Sequence[State], width: int, full: bool) -> list[str]:
    """The table of states; of very many those at which something is different."""
    shown = states if full else notable(states, _STATES)
    more = [] if len(shown) == len(states) else [f"{len(shown)} of {len(states)} states; {_SEE_ALL}"]
    return [*table(shown, width), *more]


def _timeline(roadmap: Roadmap, width: int, full: bool) -> Iterator[str]:
    """A bar for each row of systems."""
    rows = rows_of(roadmap.systems, None if full else _SYSTEMS)
    if not rows.shown:
        return
    said = [_said(row) for row in rows.shown]
    longest = max(columns(for_terminal(row.title)) for row in rows.shown)
    room = width - max(map(len, said)) - 4
    names = max(min(longest, room - max(26, 2 * room // 5)), len(_SYSTEMS_HEAD))
    bars = Bars.of(roadmap, max(room - names, 12))
    yield f"{_SYSTEMS_HEAD:{names}}  {bars.heading()}".rstrip()
    for row, words in zip(rows.shown, said, strict=True):
        yield clipped(f"{padded(row.title, names)}  {bars.bar(row.during)}  {words}", width)
    if rows.rest:
        yield clipped(f"and {rows.rest} at other dates; {_SEE_ALL}", width)


def _said(row: Row) -> str:
    return f"{row.kind}, {row.dates}"


def _ownership(roadmap: Roadmap, width: int, full: bool) -> Iterator[str]:
    """A line for each entity that changes hands; the others are counted."""
    masters = roadmap.masters
    moving = handovers(masters)
    shown = list(masters) if full else moving[:_ENTITIES]
    if shown:
        yield from _hands(roadmap, {entity: masters[entity] for entity in shown}, width, full)
    if more := 0 if full else len(moving) - len(shown):
        yield f"and {more} more {'fact changes' if more == 1 else 'facts change'} hands; {_SEE_ALL}"
    if steady := 0 if full else len(masters) - len(moving):
        yield f"{steady} {'fact has one holder' if steady == 1 else 'facts have one holder each'} throughout"


def _hands(roadmap: Roadmap, masters: dict[str, tuple[Life, ...]], width: int, full: bool) -> Iterator[str]:
    titles = {entity: for_terminal(roadmap.entities.get(entity, entity)) for entity in masters}
    names = max(min(max(map(columns, titles.values())), width // 4), len("who holds what as master"))
    bars = Bars.of(roadmap, max((width - names) // 3, 12))
    yield f"{'who holds what as master':{names}}  {bars.heading()}".rstrip()
    for entity, lives in masters.items():
        keys = ", ".join(f"{letter} {_short(name, lives)}" for name, letter in bars.letters(lives).items())
        room = width - names - bars.width - 4
        lines = textwrap.wrap(for_terminal(keys), room, max_lines=None if full else 2, placeholder=" …")
        yield f"{padded(titles[entity], names)}  {bars.masters(lives)}  {lines[0]}"
        yield from (f"{'':{names + bars.width + 4}}{line}" for line in lines[1:])
    if any("*" in bars.masters(lives) for lives in masters.values()):
        yield f"{'':{names}}  * several at once"


def _short(name: str, lives: Sequence[Life]) -> str:
    """The system in which a store stands, where that tells it from the others."""
    names = {life.name for life in lives}
    system = name.partition(".")[0]
    alone = sum(other.partition(".")[0] == system for other in names) == 1
    return system if alone and len(names) > 1 else name


def _breaks(breaks: Sequence[Break], width: int, full: bool) -> Iterator[str]:
    """Each break in its own words; of many, each code with what it is about."""
    if not breaks:
        return
    yield "what breaks on the way"
    if full or len(breaks) <= _BREAKS:
        for one in breaks:
            yield from _wrapped(f"{one.at or '':10}  {one.told}", width, 14)
        return
    by_name: dict[tuple[str, str], list[Break]] = {}
    for one in breaks:
        by_name.setdefault((one.code, one.name), []).append(one)
    for (code, name), found in list(by_name.items())[:_CODES]:
        about = ", ".join(dict.fromkeys(one.elements[0] for one in found if one.elements))
        times = f"{len(found)} times " if len(found) > 1 else ""
        yield clipped(f"{found[0].at or '':10}  {code} {times}{name.replace('-', ' ')}: {about}", width)
    more = f"and {len(by_name) - _CODES} rules more; " if len(by_name) > _CODES else ""
    yield f"{more}{_SEE_ALL} in full"


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    return textwrap.wrap(
        for_terminal(text), width, subsequent_indent=" " * indent, break_on_hyphens=False, drop_whitespace=True
    )


def _verdict(roadmap: Roadmap, width: int) -> Iterator[str]:
    yield from _wrapped(roadmap.change, width, 2)
    if roadmap.misunderstood:
        errors = f"{roadmap.misunderstood} error{'' if roadmap.misunderstood == 1 else 's'}"
        yield f"the text has {errors}, which `archlint check` shows: what is said here may not be all"
    yield from _wrapped(f"verdict: {roadmap.verdict}", width, 2)
