"""The instant that a picture shows, or the two that it compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from archlint.model.elements import Element
from archlint.model.model import Model, Moment
from archlint.model.relations import Relation
from archlint.model.statements import Stated
from archlint.model.time import name_of

__all__ = ["Times"]

T = TypeVar("T")


@dataclass(frozen=True)
class Times:
    """One moment, or an earlier and a later one."""

    moments: tuple[Moment, ...]

    @classmethod
    def default(cls, model: Model) -> Times:
        """The plateau `current` against `target` where there are such, else the first plateau against the last;
        without two plateaus, the last moment that is judged."""
        named = {plateau.name: plateau for plateau in model.plateaus}
        if {"current", "target"} <= named.keys():
            return cls((named["current"], named["target"]))
        if len(named) > 1:
            return cls((model.plateaus[0], model.plateaus[-1]))
        return cls((model.moments[-1],))

    @classmethod
    def at_instant(cls, model: Model, instant: int) -> Times:
        """One instant, by the name that the model gives it."""
        return cls((_named(model, instant),))

    @classmethod
    def between(cls, model: Model, first: int, second: int) -> Times:
        """One instant against another."""
        return cls((_named(model, first), _named(model, second)))

    @property
    def compared(self) -> bool:
        """Whether there are two."""
        return len(self.moments) > 1

    @property
    def names(self) -> frozenset[str]:
        """The names by which findings know the moments."""
        return frozenset(moment.name for moment in self.moments)

    @property
    def words(self) -> str:
        """The moments as a heading says them."""
        shown = [_words(moment) for moment in self.moments]
        return f"{shown[0]} → {shown[1]}" if self.compared else f"at {shown[0]}"

    def holds(self, thing: Element | Relation) -> tuple[bool, ...]:
        """At which of the moments an element or relation exists."""
        return tuple(thing.lifetime.holds(moment.instant) for moment in self.moments)

    def ever(self, thing: Element | Relation) -> bool:
        """Whether it exists at any of the moments."""
        return any(self.holds(thing))

    def last_of(self, thing: Element | Relation) -> Moment:
        """The latest of the moments at which it exists."""
        return next(moment for moment in reversed(self.moments) if thing.lifetime.holds(moment.instant))

    def values(self, facts: tuple[Stated[T], ...], moment: Moment | None = None) -> list[T]:
        """What is in force at one of the moments, the last unless another is named."""
        instant = (moment or self.moments[-1]).instant
        return [fact.value for fact in facts if fact.during.holds(instant)]


def _named(model: Model, instant: int) -> Moment:
    names = {moment.instant: moment.name for moment in (*model.moments, *model.plateaus)}
    return Moment(names.get(instant) or name_of(instant) or "end", instant)


def _words(moment: Moment) -> str:
    return moment.name if moment.at in (None, moment.name) else f"{moment.name} ({moment.at})"
