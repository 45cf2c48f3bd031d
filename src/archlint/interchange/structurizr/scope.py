"""Where a statement stands: of what it speaks, and in what it would declare something."""

from __future__ import annotations

from dataclasses import dataclass

from archlint.interchange.structurizr.described import Described
from archlint.interchange.structurizr.text import Statement, Word
from archlint.interchange.structurizr.workspace import Group, Item
from archlint.source import Span

__all__ = ["Line", "Scope"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a block is about.

    `targets` are what its facts are said of, `around` is the element in which its declarations stand and from which
    names are looked up, `members` is what `this` means, `groups` are the groups around, with their names.
    """

    where: str = ""
    targets: tuple[Described, ...] = ()
    around: Item | None = None
    members: tuple[Item, ...] = ()
    groups: tuple[tuple[str, Group], ...] = ()

    @staticmethod
    def of(item: Item) -> Scope:
        """The scope of the block of an element."""
        return Scope(item.kind, (item,), item, (item,))


@dataclass(frozen=True, slots=True)
class Line:
    """A statement whose constants are put in: the identifier before `=`, and the words after it."""

    statement: Statement
    identifier: str
    words: tuple[Word, ...]

    @property
    def key(self) -> str:
        """The first word, as a keyword."""
        return self.words[0].key

    @property
    def place(self) -> Span:
        """The place of the whole statement, without its block."""
        return self.statement.span

    def at(self, word: Word) -> Span:
        """The place of a word."""
        return self.statement.at(word)

    def get(self, number: int) -> str:
        """A word by its number, the first being 0; empty where there are not so many."""
        return self.words[number].text if number < len(self.words) else ""
