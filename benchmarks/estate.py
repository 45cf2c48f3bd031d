"""What a generated estate consists of: values that know nothing of any notation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Size:
    """How large an estate is and what it is made of.

    `elements` counts every declaration, nested ones and plateaus too; `relations` counts `holds` and `wraps` with
    the others. `legacy` is the share of systems that are legacy, `dated` the share of the free relations that
    begin or end in between the plateaus, and `flaws` the share of relations that break a rule.
    """

    elements: int
    relations: int
    files: int = 1
    legacy: float = 0.1
    dated: float = 0.2
    flaws: float = 0.01
    seed: int = 2014


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from the element that it stands in to `target`."""

    verb: str
    target: str
    data: str | None = None
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """A declaration with its facts, relations and nested declarations."""

    kind: str
    name: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    relations: tuple[Relation, ...] = ()
    children: tuple[Element, ...] = ()

    def walk(self) -> Iterator[Element]:
        """Gives the element and everything nested in it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Estate:
    """The elements of an estate, file by file."""

    files: tuple[tuple[Element, ...], ...] = field(repr=False)

    def walk(self) -> Iterator[Element]:
        """Gives every element of every file, nested ones too."""
        for file in self.files:
            for element in file:
                yield from element.walk()

    @property
    def elements(self) -> int:
        """How many elements there are."""
        return sum(1 for _ in self.walk())

    @property
    def relations(self) -> int:
        """How many relations there are."""
        return sum(len(element.relations) for element in self.walk())
