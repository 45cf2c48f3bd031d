"""What a file in ArchiMate states, the same for all its forms: concepts and relations, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archlint.diagnostics import Fault
from archlint.source import Span

__all__ = ["Concept", "Contents", "Relation"]

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Concept:
    """An element: its kind as ArchiMate 3 calls it, the folders that it stands in, its specialisations as tags."""

    key: str
    kind: str
    name: str
    place: Span
    documentation: str = ""
    properties: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    tags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as stated: `source` and `target` are keys of concepts or of other relations, `access` is Read,
    Write or ReadWrite, and empty where it is not stated."""

    key: str
    kind: str
    source: str
    target: str
    name: str
    place: Span
    documentation: str = ""
    properties: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    tags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    access: str = ""


@dataclass
class Contents:
    """What files state together, by keys; `unknown` are the identifiers of concepts that no ArchiMate has."""

    concepts: dict[str, Concept] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def key_of(self, identifier: str) -> str:
        """The key of what comes next: its identifier, or one that leads nowhere where it has none."""
        return identifier or f"({len(self.concepts) + len(self.relations)})"
