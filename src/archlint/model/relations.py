"""The relations between elements, and the statements that make them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from archlint.model.element import Relation
from archlint.model.statements import STRING, SYSTEM_KINDS, ListOf, Literal, Parameter, Reference, Statement

__all__ = ["BLOCK_STATEMENTS", "DEPENDENCY_KEYWORDS", "RELATIONS", "Holding", "Relation"]

DEPENDENCY_KEYWORDS = frozenset({"uses", "reads", "writes", "wraps"})
"""The statements that make one system depend on another at run time."""


@dataclass(frozen=True)
class Holding(Parameter[Any]):
    """How a store holds an entity: as the master, or as a replica of another store."""

    store: Reference = field(default_factory=lambda: Reference.to("store"))


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
