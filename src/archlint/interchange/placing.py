"""Which things become elements, where they stand, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from archlint.interchange.foreign import Thing
from archlint.interchange.keepsakes import IDENTIFIER
from archlint.interchange.words import Identifiers
from archlint.model.elements import KINDS
from archlint.model.statements import SYSTEM_KINDS

__all__ = ["Placed", "placed"]

_MOST_DEEP = 24
"""How deep parts may stand in each other: less than the language takes."""


@dataclass(eq=False, slots=True)
class Placed:
    """A thing that becomes an element: its kind, the element in which it stands, its path, and its own parts."""

    thing: Thing
    kind: str
    parent: Placed | None
    path: str = ""
    parts: list[Placed] = field(default_factory=list)

    @property
    def wish(self) -> str:
        """The identifier that it would like to have."""
        return self.thing.properties.get(IDENTIFIER) or self.thing.word or self.thing.name.casefold()

    @property
    def group(self) -> str:
        """The group among whose siblings its name is the only one."""
        return KINDS[self.kind].group

    @property
    def own(self) -> bool:
        """Whether archlint has written it."""
        return IDENTIFIER in self.thing.properties


def placed(judged: Sequence[tuple[Thing, str]], names: Identifiers) -> dict[str, Placed]:
    """The elements by the keys of their things, in the order given.

    What is ignored leaves its parts to that in which it stands. Only plain systems, stores and interfaces stand in
    others; what else has a parent stands at the top.
    """
    roles = {thing.key: role for thing, role in judged}
    things = {thing.key: thing for thing, _ in judged}
    found: dict[str, Placed] = {}
    for thing, role in judged:
        if role != "ignore":
            found[thing.key] = Placed(thing, role, None)
    for key, element in found.items():
        element.parent = _parent(things[key], element.kind, things, roles, found)
        if element.parent is None and element.kind == "interface":
            element.kind = "system"  # a way in stands in something; alone it is a system whose role is not stated
    _break_circles(found)
    _name(found, names)
    return found


def _parent(
    thing: Thing, kind: str, things: Mapping[str, Thing], roles: Mapping[str, str], found: Mapping[str, Placed]
) -> Placed | None:
    """The nearest thing around one in which an element of its kind may stand."""
    if kind not in ("system", "store", "interface"):
        return None
    seen: set[str] = set()
    key = thing.parent
    while key is not None and key in things and key not in seen:
        seen.add(key)
        role = roles[key]
        if role in SYSTEM_KINDS or (role == "store" and kind == "interface"):
            return found[key]
        key = things[key].parent
    return None


def _break_circles(found: Mapping[str, Placed]) -> None:
    """Whatever stands in itself, or too deep, stands at the top."""
    for element in found.values():
        seen, around = {id(element)}, element.parent
        while around is not None and len(seen) <= _MOST_DEEP:
            if id(around) in seen:
                break
            seen.add(id(around))
            around = around.parent
        if around is not None:
            element.parent = None


def _name(found: Mapping[str, Placed], names: Identifiers) -> None:
    """Gives paths: those at the top first, so that nothing within has one of their names."""
    for element in found.values():
        if element.parent is None:
            element.path = names.give(element.wish, "", element.group, element.own)
        else:
            element.parent.parts.append(element)
    waiting = [element for element in found.values() if element.parent is None]
    while waiting:
        around = waiting.pop()
        for part in around.parts:
            part.path = f"{around.path}.{names.give(part.wish, around.path, part.group, part.own)}"
        waiting += around.parts
