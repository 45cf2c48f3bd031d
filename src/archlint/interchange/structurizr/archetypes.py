"""The words for kinds of elements, what may follow each, and those that a text makes of them: archetypes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from archlint.interchange.structurizr.described import Described

__all__ = ["ARROW", "ELEMENTS", "INSTANCES", "Archetype", "Archetypes", "Shape", "arrow"]

ARROW = "->"


class Shape(NamedTuple):
    """What may follow the word for a kind of element after its name."""

    kind: str
    slots: tuple[str, ...]


ELEMENTS = {
    "person": Shape("person", ("description", "tags")),
    "softwaresystem": Shape("softwareSystem", ("description", "tags")),
    "container": Shape("container", ("description", "technology", "tags")),
    "component": Shape("component", ("description", "technology", "tags")),
    "element": Shape("customElement", ("metadata", "description", "tags")),
    "deploymentenvironment": Shape("deploymentEnvironment", ()),
    "deploymentnode": Shape("deploymentNode", ("description", "technology", "tags", "instances")),
    "infrastructurenode": Shape("infrastructureNode", ("description", "technology", "tags")),
}
"""The words for elements, in lower case."""

INSTANCES = {
    "softwaresysteminstance": "softwareSystemInstance",
    "containerinstance": "containerInstance",
    "instanceof": "",
}
"""The words for what runs somewhere."""


@dataclass(eq=False, slots=True)
class Archetype(Described):
    """What every element or relation made with a word begins with; `base` is the language's own word for it."""

    base: str


class Archetypes:
    """The words of a workspace for elements, groups and relations."""

    def __init__(self) -> None:
        self._known: dict[str, Archetype] = {}

    def get(self, word: str) -> Archetype | None:
        """The archetype of a word in lower case; one without anything for the language's own words, else None."""
        found = self._known.get(word)
        if found is None and (word in ELEMENTS or word in ("group", ARROW)):
            return Archetype(word)
        return found

    def define(self, word: str, base: str) -> Archetype | None:
        """A new word, or the language's own given something to begin with; None where the base is unknown."""
        known = self.get(base)
        if known is None:
            return None
        made = self._known[word] = Archetype(known.base)
        made.begin_as(known)
        return made

    def words(self) -> Sequence[str]:
        """The words that the text has made, for suggestions."""
        return tuple(self._known)


def arrow(word: str) -> str | None:
    """What an arrow is called: `->` for the plain one, `https` for `--https->`; None where the word is no arrow."""
    if word == ARROW:
        return ARROW
    return word[2:-2].lower() if len(word) > 4 and word.startswith("--") and word.endswith(ARROW) else None
