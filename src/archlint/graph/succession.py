"""Who takes whose place: the successors that `replaces` names, whenever they begin."""

from __future__ import annotations

from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element
from archlint.model.model import Model

__all__ = ["successors", "successors_in"]


def successors_in(model: Model) -> dict[Element, list[Element]]:
    """The outermost systems that replace each outermost system, at whatever time, in file order."""
    found: dict[Element, list[Element]] = {}
    for element in model.elements:
        for relation in element.relations:
            if relation.keyword == "replaces" and relation.target is not None:
                heirs = found.setdefault(relation.target.outermost, [])
                if relation.source.outermost not in heirs:
                    heirs.append(relation.source.outermost)
    return found


def successors(snapshot: Snapshot) -> dict[Element, list[Element]]:
    """The same of the model of a snapshot; asked for as a projection of it."""
    return successors_in(snapshot.model)
