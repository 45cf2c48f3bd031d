"""Who takes whose place and who wraps whom, whenever it is: what there will be instead of a system."""

from __future__ import annotations

from collections.abc import Sequence

from archlint.diagnostics import Fix
from archlint.graph.snapshot import Snapshot
from archlint.language.edits import word_in
from archlint.language.rewriting import succeeded
from archlint.model.elements import Element, Interface
from archlint.model.model import Model
from archlint.model.relations import Relation

__all__ = ["all_wrappers", "handed_over", "successors", "successors_in"]


def successors_in(model: Model) -> dict[Element, list[Element]]:
    """The outermost systems that replace each outermost system, at whatever time, in file order."""
    return _sources(model, "replaces")


def successors(snapshot: Snapshot) -> dict[Element, list[Element]]:
    """The same of the model of a snapshot; asked for as a projection of it."""
    return _sources(snapshot.model, "replaces")


def all_wrappers(snapshot: Snapshot) -> dict[Element, list[Element]]:
    """The adaptors that wrap each outermost system, at whatever time; asked for as a projection of the snapshot."""
    return _sources(snapshot.model, "wraps")


def handed_over(relation: Relation, ending: Element, heirs: Sequence[Element]) -> list[Fix]:
    """The fix by which a read of what ends goes on from its successor, where there is just one that exposes the entity
    then, by one interface, for as long as the read lasts."""
    end = ending.lifetime.until
    if relation.keyword != "reads" or len(heirs) != 1 or not ending.until or relation.lifetime.since >= end:
        return []
    last = min(relation.stated.until, relation.source.lifetime.until)
    ways = [inner for inner in heirs[0].inside() if isinstance(inner, Interface) and _offers(inner, relation, end)]
    if len(ways) != 1 or ways[0].lifetime.since > end or ways[0].lifetime.until < last:
        return []
    fix = succeeded(relation, ways[0], word_in(ending.until[0].span, 1).text)
    return [fix] if fix else []


def _offers(way: Interface, relation: Relation, instant: int) -> bool:
    """Whether an interface exposes, at an instant, what a relation is about."""
    return any(fact.value is relation.data and fact.during.holds(instant) for fact in way.exposes)


def _sources(model: Model, keyword: str) -> dict[Element, list[Element]]:
    found: dict[Element, dict[Element, None]] = {}
    for element in model.elements:
        for relation in element.relations:
            if relation.keyword == keyword and relation.target is not None:
                found.setdefault(relation.target.outermost, {})[element.outermost] = None
    return {target: list(sources) for target, sources in found.items()}
