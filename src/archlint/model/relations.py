"""The relations between elements, and the statements that make them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from archlint.model.elements import Element
from archlint.model.statements import STRING, SYSTEM_KINDS, ListOf, Literal, Parameter, Reference, Stated, Statement
from archlint.model.time import ALWAYS, Interval
from archlint.source import SourceFile, Span

if TYPE_CHECKING:
    from archlint.model.waivers import Waiver

__all__ = ["BLOCK_STATEMENTS", "DEPENDENCY_KEYWORDS", "RELATIONS", "Holding", "Relation"]

DEPENDENCY_KEYWORDS = frozenset({"uses", "reads", "writes", "wraps"})
"""The statements that make one system depend on another at run time."""


class Relation:
    """One arrow: from the element that states it to its target. Built by the binder, not changed after.

    `target` is None only for `holds` of what is no replica; `data` is the entity of `reads`, `writes`
    and `holds`; `role` is `master` or `replica` where `holds` says so.
    """

    __slots__ = (
        "bespoke", "data", "end", "facts", "file", "keyword", "lifetime", "purpose", "role", "source",
        "start", "stated", "target", "via", "waivers",
    )  # fmt: skip

    def __init__(self, keyword: str, source: Element, target: Element | None, file: SourceFile, start: int, end: int):
        self.keyword = keyword
        self.source = source
        self.target = target
        self.file = file
        self.start = start
        self.end = end
        self.data: Element | None = None
        self.role: str | None = None
        self.via: Element | None = None
        self.purpose: str | None = None
        self.bespoke = False
        self.stated: Interval = ALWAYS
        self.lifetime: Interval = ALWAYS
        self.facts: dict[str, tuple[Stated[Any], ...]] = _NO_FACTS
        self.waivers: tuple[Waiver, ...] = ()

    def __repr__(self) -> str:
        return f"<{self.source.path} {self.text}>"

    @property
    def span(self) -> Span:
        """The statement, without its block."""
        return Span(self.file, self.start, self.end)

    @property
    def text(self) -> str:
        """The statement as it is written."""
        return self.file.text[self.start : self.end]

    @property
    def imported(self) -> bool:
        """Whether it is known only by import, and so not judged."""
        return self.source.imported


@dataclass(frozen=True)
class Holding(Parameter["tuple[str, Element | None]"]):
    """How a store holds an entity: as the master, or as a replica of another store."""

    store: Reference = field(default_factory=lambda: Reference.to("store"))


_NO_FACTS: dict[str, tuple[Stated[Any], ...]] = {}

_WAY_IN = Reference.to("interface", *SYSTEM_KINDS, "store")
_ANY_SYSTEM = Reference.to(*SYSTEM_KINDS)
_TERMS: dict[str, Parameter[Any] | None] = {"via": Reference.to("standard"), "for": STRING, "bespoke": None}
_TERMS_OF_DATA: dict[str, Parameter[Any] | None] = {"as": Holding("master | replica of REF(store)"), **_TERMS}

RELATIONS: dict[str, Statement] = {
    statement.keyword: statement
    for statement in (
        Statement("uses", (_WAY_IN,), "Calls it.", _TERMS, block=True),
        Statement(
            "reads", (Reference.to("data"), Literal.of("from"), _WAY_IN), "Takes data from it.", _TERMS, block=True
        ),
        Statement(
            "writes", (Reference.to("data"), Literal.of("to"), _WAY_IN), "Changes data in it.", _TERMS, block=True
        ),
        Statement("hosted-on", (_ANY_SYSTEM,), "Runs on it.", _TERMS, block=True),
        Statement("reuses", (_ANY_SYSTEM,), "Took over its code; not a run-time dependency.", _TERMS, block=True),
        Statement("replaces", (ListOf.of(_ANY_SYSTEM),), "Takes their place.", _TERMS, block=True),
        Statement("wraps", (ListOf.of(_ANY_SYSTEM),), "Gives them an open interface.", block=True),
        Statement(
            "holds",
            (Reference.to("data"),),
            "Keeps it: as the master, or as a replica of another store; the only holder is the master if it says"
            " nothing.",
            _TERMS_OF_DATA,
            block=True,
        ),
    )
}
"""The statements that make relations, by keyword."""

BLOCK_STATEMENTS = ("description", "tags", "link", "source", "meta", "allow")
"""What may stand in the block of a relation."""
