"""A model as another format states it: things and links, each with its place, before anybody says what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archlint.diagnostics import Fault
from archlint.source import SourceFile, Span

__all__ = ["Foreign", "Link", "State", "Thing"]

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Thing:
    """An element of a foreign model.

    `key` tells it from all others of its model, `kind` is the format's own word for what it is, `word` the identifier
    that it would like to have, `parent` and `owner` are keys of other things, `groups` the names of the groups that it
    stands in, the outermost first. `phase` is one of archlint's; `since` and `until` are names of states.
    """

    key: str
    kind: str
    name: str
    place: Span
    word: str = ""
    parent: str | None = None
    owner: str | None = None
    description: str = ""
    technology: str = ""
    link: str = ""
    tags: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    external: bool = False
    phase: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of a foreign model, from the one who needs to the one who provides; `source` and `target` are keys.

    `data` is the key of what is read or written, where the format says it of the relation.
    """

    source: str
    target: str
    kind: str
    place: Span
    data: str | None = None
    description: str = ""
    technology: str = ""
    tags: tuple[str, ...] = ()
    properties: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A named state of the estate over time, in the order of time; `at` is a date as archlint writes it, or empty."""

    name: str
    place: Span
    title: str = ""
    at: str = ""


@dataclass
class Foreign:
    """A foreign model: what stands in it, in the order of its files, and what was wrong in reading it.

    `files` are those that were read, of which some may state nothing; `partial` says that more of the model stands
    in what was not read, so that it cannot tell what is missing.
    """

    form: str
    things: list[Thing] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    states: list[State] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    files: list[SourceFile] = field(default_factory=list)
    partial: bool = False
