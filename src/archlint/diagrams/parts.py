"""Parts of a picture: what is around some boxes, and what lies on the ways from one to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from archlint.diagrams.picture import Picture
from archlint.diagrams.times import Times
from archlint.model.elements import Element, Organisation
from archlint.model.model import Model

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["around", "between", "boxes_about", "only"]


def only(picture: Picture, paths: Collection[str]) -> Picture:
    """The picture with these boxes alone, the lines between them, and the frames around them."""
    boxes = tuple(box for box in picture.boxes if box.path in paths)
    lines = tuple(line for line in picture.lines if line.source in paths and line.target in paths)
    used = {box.frame for box in boxes}
    used |= {frame.parent for frame in picture.frames if frame.name in used}
    frames = tuple(frame for frame in picture.frames if frame.name in used)
    return replace(picture, boxes=boxes, lines=lines, frames=frames)


def around(picture: Picture, centres: Collection[str], depth: int) -> Picture:
    """The boxes in the centre and all that so many lines lead to, whichever way they point."""
    import networkx as nx

    graph = _graph(picture).to_undirected(as_view=True)
    near = nx.multi_source_dijkstra_path_length(graph, set(centres), cutoff=depth, weight=None)
    return only(picture, near.keys())


def between(picture: Picture, begin: Collection[str], end: Collection[str]) -> Picture:
    """All that lies on some way along the lines from one place to another; no box where there is no way."""
    import networkx as nx

    graph = _graph(picture)
    onward = set(begin).union(*(nx.descendants(graph, path) for path in begin))
    back = set(end).union(*(nx.ancestors(graph, path) for path in end))
    there = bool(onward & set(end))
    return only(picture, onward & back if there else ())


def _graph(picture: Picture) -> nx.DiGraph[str]:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(box.path for box in picture.boxes)
    graph.add_edges_from((line.source, line.target) for line in picture.lines)
    return graph


def boxes_about(model: Model, picture: Picture, element: Element, times: Times) -> set[str]:
    """The boxes that show an element: its own or the one in which it stands; where there is none, those of all that
    names it. An organisation's are those of what it owns, and its parts with it."""
    shown = {box.path for box in picture.boxes}
    family = set(_family(model, element, times)) if isinstance(element, Organisation) else {element}
    if (own := _box(element, shown)) and not isinstance(element, Organisation):
        return {own}
    named = (_box(other, shown) for other in model.elements if family & set(_names(other, times)))
    return {box for box in named if box} | ({own} if own else set())


def _box(element: Element, shown: set[str]) -> str | None:
    current: Element | None = element
    while current is not None and current.path not in shown:
        current = current.parent
    return current.path if current else None


def _names(element: Element, times: Times) -> Iterator[Element]:
    """What an element names at a time shown, in its properties and its relations."""
    for facts in element.facts.values():
        for moment in times.moments:
            yield from (value for value in times.values(facts, moment) if isinstance(value, Element))
    for relation in element.relations:
        if relation.data is not None and times.ever(relation):
            yield relation.data


def _family(model: Model, top: Organisation, times: Times) -> list[Organisation]:
    """An organisation and all that is part of it."""
    found = [top]
    members = list(model.of(Organisation))
    for parent in found:
        found += [
            other
            for other in members
            if other not in found and any(fact.value is parent for fact in other.part_of) and times.ever(other)
        ]
    return found
