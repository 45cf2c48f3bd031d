"""Which data is about people: what the rules of this family share."""

from __future__ import annotations

from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Data, Element
from archlint.model.statements import Stated

__all__ = ["personal_data"]

ABOUT_PEOPLE = frozenset({"personal", "sensitive"})


def personal_data(snapshot: Snapshot) -> dict[Element, Stated[str]]:
    """The entities that are personal or sensitive, each with the statement that says so; asked for as a projection
    of the snapshot. One that says nothing, whatever it is a part of, is not known to be."""
    stated = ((data, snapshot.one(data.classification)) for data in snapshot.of(Data))
    return {data: fact for data, fact in stated if fact is not None and fact.value in ABOUT_PEOPLE}
