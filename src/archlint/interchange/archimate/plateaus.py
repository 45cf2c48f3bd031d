"""The plateaus of a model as states of the estate, and how long everything lasts that they hold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from archlint.interchange.archimate.standins import Budget
from archlint.interchange.archimate.statements import Concept, Contents
from archlint.interchange.foreign import State

__all__ = ["Lifetimes", "lifetimes_of"]

_DATED = ("at", "date", "from", "since", "start", "start date", "startdate")
"""The properties of a plateau that say when it begins."""

_DATE = re.compile(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:[T ].*)?\Z")


class Lifetimes(NamedTuple):
    """The states in the order of time, by which each concept and relation begins and ends, and the names of the
    plateaus of which no more is known than that they hold it."""

    states: list[State]
    lives: Mapping[str, tuple[str, str]]
    undated: Mapping[str, list[str]]

    def of_link(self, relation: str, source: str, target: str) -> tuple[str, str]:
        """By which states a relation begins and ends: its own where a plateau holds it, else it lasts no longer than
        its target does, for nobody says that the one who needs goes on without."""
        if relation in self.lives:
            return self.lives[relation]
        ends = self.lives.get(source, ("", ""))[1], self.lives.get(target, ("", ""))[1]
        return "", ends[1] if ends[0] != ends[1] else ""


def lifetimes_of(contents: Contents, groups: Mapping[str, Sequence[str]]) -> Lifetimes:
    """The states that the plateaus with a date are, and what they hold.

    A plateau without a date of its own is no state: the model does not say when it comes. What stands in some of the
    states in a row lives from the first of them to the one after the last. A plateau that holds nothing says nothing
    of what there is.
    """
    plateaus = {key: concept for key, concept in contents.concepts.items() if concept.kind == "Plateau"}
    held = _held(plateaus, groups, contents)
    dates = _dates(plateaus)
    order = sorted(dates, key=lambda key: (_full(dates[key]), key))
    names = _names([plateaus[key].name for key in order])
    states = [
        State(name, plateaus[key].place, plateaus[key].name, dates[key]) for name, key in zip(names, order, strict=True)
    ]
    telling = {key: name for name, key in zip(names, order, strict=True) if held.get(key)}
    places, steps = {key: place for place, key in enumerate(telling)}, list(telling.values())
    lives, undated = {}, {}
    for member, around in _turned(held).items():
        if open_ended := [plateaus[key].name for key in around if key not in dates]:
            undated[member] = open_ended
        else:
            lives[member] = _life([places[key] for key in around], steps)
    return Lifetimes(states, lives, undated)


def _names(titles: Iterable[str]) -> list[str]:
    """Names of states, each once."""
    seen: Counter[str] = Counter()
    names: dict[str, None] = {}
    for title in titles:
        plain = title.casefold() or "plateau"
        seen[plain] += 1
        name = plain if seen[plain] == 1 else f"{plain} {seen[plain]}"
        names[name if name not in names else f"{name} {len(names)} again"] = None
    return list(names)


def _held(
    plateaus: Mapping[str, Concept], groups: Mapping[str, Sequence[str]], contents: Contents
) -> dict[str, dict[str, None]]:
    """The members of each plateau, with those of the groups that stand in it."""
    members: dict[str, list[str]] = defaultdict(list)
    for member, around in groups.items():
        for group in around:
            members[group].append(member)
    found, budget = {}, Budget(_MOST)
    for plateau in plateaus:
        seen, waiting = dict[str, None](), [plateau]
        while waiting:
            for member in budget.spend(members.get(waiting.pop(), ()), free=0):
                if member not in seen and member not in plateaus:
                    seen[member] = None
                    if member in contents.concepts and contents.concepts[member].kind == "Grouping":
                        waiting.append(member)
        found[plateau] = seen
    return {} if budget.overdrawn else found


_MOST = 250_000
"""How many members plateaus may have, a fourth of it: a model with more is judged without them."""


def _turned(held: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for plateau, members in held.items():
        for member in members:
            found[member].append(plateau)
    return found


def _life(places: Sequence[int], order: Sequence[str]) -> tuple[str, str]:
    """The states by which something begins and ends that is in the states at some places; nothing where these are
    not in a row, and where it is in the first or the last no beginning or end."""
    first, last = min(places), max(places)
    if last - first + 1 != len(set(places)):
        return "", ""
    return (order[first] if first else "", order[last + 1] if last + 1 < len(order) else "")


def _dates(plateaus: Mapping[str, Concept]) -> dict[str, str]:
    """The dates of the plateaus that have one for themselves: of those of one date nobody knows which comes first."""
    dates = {key: date for key, concept in plateaus.items() if (date := _date(concept))}
    shared = Counter(map(_full, dates.values()))
    return {key: date for key, date in dates.items() if shared[_full(date)] == 1}


def _date(plateau: Concept) -> str:
    """The date of a plateau as archlint writes dates; empty where none is stated that it can read."""
    for name, value in plateau.properties.items():
        found = _DATE.match(value) if name.casefold() in _DATED else None
        if found:
            return found[1]
    return ""


def _full(date: str) -> str:
    """A date by which dates can be put in order."""
    return f"{date}-01-01"[:10]
