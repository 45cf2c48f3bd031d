"""Who takes whose place, as it is stated."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import Relation

__all__ = ["leaves_a_gap", "replacements"]


def replacements(model: Model) -> dict[Element, list[Relation]]:
    """Every `replaces`, by what it replaces, in file order; those known only by import included."""
    found: dict[Element, list[Relation]] = {}
    for element in model.elements:
        for relation in element.relations:
            if relation.keyword == "replaces" and relation.target is not None:
                found.setdefault(relation.target, []).append(relation)
    return found


def leaves_a_gap(old: Element, replacing: list[Relation]) -> Iterator[Relation]:
    """Those `replaces` of a system whose source begins after the system has ended; none where another successor is
    there at the end, or may be, because nobody says when it begins."""
    end = old.lifetime.until
    if not any(relation.lifetime.holds(end) for relation in replacing):
        yield from (relation for relation in replacing if relation.source.lifetime.since > end)
