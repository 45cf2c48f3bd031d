"""Who takes whose place and who wraps whom, whenever it is: what there will be instead of a system."""

from __future__ import annotations

from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element
from archlint.model.model import Model

__all__ = ["all_wrappers", "successors", "successors_in"]


def successors_in(model: Model) -> dict[Element, list[Element]]:
    """The outermost systems that replace each outermost system, at whatever time, in file order."""
    return _sources(model, "replaces")


def successors(snapshot: Snapshot) -> dict[Element, list[Element]]:
    """The same of the model of a snapshot; asked for as a projection of it."""
    return _sources(snapshot.model, "replaces")


def all_wrappers(snapshot: Snapshot) -> dict[Element, list[Element]]:
    """The adaptors that wrap each outermost system, at whatever time; asked for as a projection of the snapshot."""
    return _sources(snapshot.model, "wraps")


def _sources(model: Model, keyword: str) -> dict[Element, list[Element]]:
    found: dict[Element, dict[Element, None]] = {}
    for element in model.elements:
        for relation in element.relations:
            if relation.keyword == keyword and relation.target is not None:
                found.setdefault(relation.target.outermost, {})[element.outermost] = None
    return {target: list(sources) for target, sources in found.items()}
