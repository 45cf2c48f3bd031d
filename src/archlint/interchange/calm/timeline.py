"""A timeline of CALM: its moments are states, and what they have in common is one thing that lives through them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from archlint.diagnostics import Fault
from archlint.interchange.calm.architecture import Architecture, Document
from archlint.interchange.foreign import Foreign, Link, State, Thing
from archlint.interchange.json_places import Node
from archlint.language.faults import Faults
from archlint.language.phrases import brief
from archlint.source import Span

__all__ = ["add_timeline"]

_MOST_MOMENTS = 200
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?\Z")


def add_timeline(
    document: Document, foreign: Foreign, faults: Faults, architecture: Callable[[Node], Architecture | None]
) -> None:
    """Adds the moments of a timeline as states, and what stands in them with the states in which it begins and ends."""
    moments = _in_order(document.root, faults)
    told = [(moment, found) for moment in moments if (found := architecture(moment)) is not None]
    states = [_state(moment, foreign.states) for moment, _ in told]
    foreign.states += states
    life = _Life([found for _, found in told], [state.name for state in states])
    foreign.things += life.things()
    foreign.links += life.links()


def _in_order(timeline: Node, faults: Faults) -> list[Node]:
    """The moments by their dates; the last may be without one. Where none has a date, the current one, else the last.

    Of any other moment without a date nobody says when it is, so it is left out, and that is said.
    """
    moments = _not_too_many(timeline.get("moments").items, faults)
    dated = sorted((moment for moment in moments if _date(moment)), key=_date)
    undated = [moment for moment in moments if not _date(moment)]
    if not dated:
        current = timeline.get("current-moment").text
        last = next((moment for moment in moments if current and moment.get("unique-id").text == current), moments[-1])
    else:
        last = moments[-1]
    for moment in undated:
        if moment is not last:
            faults.append(_undated(moment))
    return [*dated, last] if last in undated else dated


def _not_too_many(moments: list[Node], faults: Faults) -> list[Node]:
    if len(moments) > _MOST_MOMENTS:
        message = f"a timeline of {len(moments):,} moments is too long: {_MOST_MOMENTS} are read"
        faults.append(Fault("SYN004", _head(moments[_MOST_MOMENTS]), message, "split the timeline"))
    return moments[:_MOST_MOMENTS]


def _undated(moment: Node) -> Fault:
    stated = moment.get("valid-from")
    name = brief(moment.get("unique-id").text or moment.get("name").text, 200)
    help = 'write `"valid-from"` with a date, as in `"2026-04-30"`'
    if stated.text:
        return Fault("MOD002", stated.span, f"`{brief(stated.text)}` is no date, so `{name}` is left out", help)
    return Fault("MOD009", _head(moment), f"nobody says when the moment `{name}` is, so it is left out", help)


def _head(moment: Node) -> Span:
    id = moment.get("unique-id")
    return id.span if id.text else moment.span._replace(end=min(moment.span.start + 1, moment.span.end))


def _date(moment: Node) -> str:
    found = _DATE.match(moment.get("valid-from").text)
    try:
        return date.fromisoformat(found[1]).isoformat() if found else ""
    except ValueError:
        return ""


def _state(moment: Node, others: Sequence[State]) -> State:
    name = moment.get("unique-id").text or moment.get("name").text or "moment"
    taken = {state.name for state in others}
    while name in taken:
        name += "-"
    return State(name, _head(moment), moment.get("name").text, _date(moment))


class _Life:
    """What lives through several states: a thing that comes back after it was gone is another thing."""

    def __init__(self, stages: Sequence[Architecture], states: Sequence[str]) -> None:
        self._stages = stages
        self._states = states
        self._begun: list[dict[str, int]] = []
        for number, stage in enumerate(stages):
            before = self._begun[-1] if self._begun else {}
            self._begun.append({key: before.get(key, number) for key in stage.things})

    def things(self) -> Iterator[Thing]:
        """Each thing with its first facts, and the states between which it lives."""
        for number, stage in enumerate(self._stages):
            for key, thing in stage.things.items():
                if self._begun[number][key] == number:
                    since, until = self._times(number, (key in stage.things for stage in self._stages))
                    parent = self._key(thing.parent, number) if thing.parent else None
                    yield replace(thing, key=self._key(key, number), parent=parent, since=since, until=until)

    def _key(self, key: str, number: int) -> str:
        """The key of a thing as it is in a state: what came back has one of its own."""
        begun = self._begun[number].get(key, 0)
        again = any(key in stage.things for stage in self._stages[:begun])
        return f"{key}@{begun}" if again else key

    def _times(self, number: int, lives: Iterable[bool]) -> tuple[str, str]:
        """The states in which something begins and ends that is there in one: none for the first and after the last."""
        after = list(zip(self._states, lives, strict=True))[number + 1 :]
        ends = (state for state, here in after if not here)
        return (self._states[number] if number else ""), next(ends, "")

    def links(self) -> Iterator[Link]:
        """Each link with its first facts, and the states between which it holds."""
        known = [{_ends(link) for link in stage.links} for stage in self._stages]
        for number, stage in enumerate(self._stages):
            before = known[number - 1] if number else set()
            for link in {_ends(link): link for link in reversed(stage.links)}.values():
                if _ends(link) not in before:
                    since, until = self._times(number, (_ends(link) in links for links in known))
                    source, target = self._key(link.source, number), self._key(link.target, number)
                    yield replace(link, source=source, target=target, since=since, until=until)


def _ends(link: Link) -> tuple[str, str, str, str]:
    return link.source, link.target, link.kind, link.technology
