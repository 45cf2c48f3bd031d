"""Finds the entities that references mean, and says once of each that is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Fault, Label
from archlint.interchange.backstage.entity import Entity, Reference, text_of
from archlint.interchange.foreign import Thing
from archlint.interchange.json_places import Node
from archlint.language.phrases import brief
from archlint.language.suggestions import did_you_mean, nearest
from archlint.source import Span

__all__ = ["ANNOTATION", "Directory", "keepsakes"]

ANNOTATION = "archlint.dev/"
"""What the names of annotations begin with that archlint writes."""

_UNSTATED = ("component", "resource", "api", "system")
"""The kinds that a reference without one is looked for in, in this order."""
_PEOPLE = ("group", "user")
_MOST_PLACES = 3
_MOST_ADVISED = 20


@dataclass
class _Missing:
    reference: Reference
    places: list[Span] = field(default_factory=list)
    needed: bool = False


class Directory:
    """The entities by their keys. A group or a person who is missing and owns something, or has groups below, is
    known by the name alone: catalogues most often have them from elsewhere."""

    def __init__(self, entities: dict[str, Entity]) -> None:
        self._entities = entities
        self._missing: dict[str, _Missing] = {}
        self._named: dict[str, list[str]] | None = None

    def find(self, entity: Entity, node: Node, kind: str = "", *, needed: bool = False) -> str | None:
        """The key of what a value of an entity refers to; None where there is no such thing, unless it is needed and
        may be known by its name."""
        reference = entity.reference(node, kind)
        if reference is None:
            return None
        for one in (reference.kind,) if reference.kind else _UNSTATED:
            key = reference._replace(kind=one).key
            if key in self._entities:
                return key
        missing = self._missing.setdefault(reference.key, _Missing(reference))
        missing.places.append(node.span)
        missing.needed |= needed
        return reference.key if needed and reference.kind.casefold() in _PEOPLE else None

    def known_by_name(self) -> Iterator[Thing]:
        """The groups and people who are named and not declared."""
        for key, missing in self._missing.items():
            kind, _, name = missing.reference
            if missing.needed and kind.casefold() in _PEOPLE:
                yield Thing(key, kind, name, missing.places[0], name, properties=role(kind))

    def faults(self) -> Iterator[Fault]:
        """One for each entity that is named and not declared, at the first place that names it."""
        for number, missing in enumerate(self._missing.values()):
            places = missing.places
            more = [Label(place, "named here too") for place in places[1 : 1 + _MOST_PLACES]]
            left = len(places) - 1 - len(more)
            message = f"`{brief(str(missing.reference), 200)}` is in none of the files"
            message += f"; {left:,} more places name it" if left else ""
            near = self._near(missing.reference) if number < _MOST_ADVISED else []
            help = did_you_mean(near) or "give the file that declares it as well, or correct the reference"
            yield Fault("MOD003", places[0], message, help, tuple(more))

    def _near(self, reference: Reference) -> list[str]:
        """The entities of that name of other kinds and in other namespaces, else those with a name like it."""
        name = reference.name.casefold()
        if self._named is None:
            self._named = defaultdict(list)
            for key, entity in self._entities.items():
                self._named[entity.name.casefold()].append(key)
        if name in self._named:
            return self._named[name][:_MOST_PLACES]
        kind = f"{reference.kind.casefold()}:"
        return [key for near in nearest(name, self._named) for key in self._named[near] if key.startswith(kind)]


def role(kind: str) -> dict[str, str]:
    """What tells a person who owns something from the others."""
    return {"role": "owner"} if kind.casefold() == "user" else {}


def stated(entity: Entity, *, owns: bool) -> dict[str, str]:
    """What an entity states of itself beside its relations: type, lifecycle, and labels; of one that archlint has
    written, what that keeps in its annotations."""
    kept = keepsakes(entity.metadata.get("annotations"))
    if kept:
        return kept
    said = {word: text_of(entity.spec.get(word)) for word in ("type", "lifecycle")}
    said |= {name: text_of(value) for name, value in entity.metadata.get("labels").fields.items()}
    said |= role(entity.kind) if owns else {}
    return {name: text for name, text in said.items() if text}


def keepsakes(annotations: Node) -> dict[str, str]:
    """What archlint keeps in the annotations of an entity."""
    return {
        f"archlint.{name.removeprefix(ANNOTATION)}": text_of(value)
        for name, value in annotations.fields.items()
        if name.startswith(ANNOTATION)
    }
