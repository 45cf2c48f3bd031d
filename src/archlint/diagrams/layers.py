"""Which boxes stand level: the layers of a picture, folded into rows of a bearable length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil, sqrt

from archlint.diagrams.picture import Box, Frame, Picture

__all__ = ["Band", "Row", "bands_of", "columns_of", "rows_of"]

Row = tuple[Box | Frame, ...]
"""What stands level: boxes, or the titles of frames."""

Band = dict[str, list[list[Box]]]
"""A layer: the rows of boxes in every frame, by the name of the frame."""

_NARROWEST = 6
_WIDE = 1.4


def columns_of(picture: Picture) -> int:
    """How many boxes stand side by side, so that a picture is somewhat wider than high."""
    return max(_NARROWEST, ceil(_WIDE * sqrt(len(picture.boxes))))


def bands_of(picture: Picture) -> list[Band]:
    """The layers of a picture from top to bottom, the rows of each no longer than its share of the width.

    What a box depends on stands in a lower row than the box, where one layer holds both and space
    allows. The boxes of one frame share the width of their layer by their number.
    """
    columns, follows = columns_of(picture), _follows(picture)
    layers = groupby(sorted(picture.boxes, key=_layer), key=_layer)
    return [_band(tuple(members), columns, follows) for _, members in layers]


def rows_of(picture: Picture) -> Iterator[Row]:
    """The rows of a picture; the titles of frames have rows of their own, above the layer that they begin with."""
    titled: set[str] = set()
    for band in bands_of(picture):
        yield from _titles(picture.frames, band, titled)
        for at in range(max(map(len, band.values()))):
            yield tuple(box for rows in band.values() if at < len(rows) for box in rows[at])


def _titles(frames: Sequence[Frame], band: Band, titled: set[str]) -> Iterator[Row]:
    entered = set(band) - titled
    around = {frame.parent for frame in frames if frame.name in entered} - titled
    for names in (around, entered):
        if row := tuple(frame for frame in frames if frame.name in names):
            yield row
        titled |= names


def _layer(box: Box) -> int:
    return box.layer


def _follows(picture: Picture) -> dict[str, set[str]]:
    follows: dict[str, set[str]] = defaultdict(set)
    for line in picture.lines:
        follows[line.source].add(line.target)
    return follows


def _band(boxes: Sequence[Box], columns: int, follows: dict[str, set[str]]) -> Band:
    framed: dict[str, list[Box]] = defaultdict(list)
    for box in boxes:
        framed[box.frame].append(box)
    return {
        frame: _fold(members, _share(len(members), len(boxes), columns), follows) for frame, members in framed.items()
    }


def _share(part: int, whole: int, columns: int) -> int:
    return max(1, round(columns * part / max(whole, 1))) if whole > columns else part


def _fold(boxes: list[Box], columns: int, follows: dict[str, set[str]]) -> list[list[Box]]:
    least = 1 if len(boxes) <= columns else ceil(columns / 2)
    rows: list[list[Box]] = [[]]
    for box in _in_order_of_dependency(boxes, follows):
        row = rows[-1]
        beneath = len(row) >= least and any(box.path in follows[other.path] for other in row)
        if beneath or len(row) >= columns:
            rows.append([])
        rows[-1].append(box)
    return rows


def _in_order_of_dependency(boxes: Sequence[Box], follows: dict[str, set[str]]) -> Iterator[Box]:
    """Dependants first; circles are taken whole, and what is free to choose follows the model."""
    import networkx as nx

    place = {box.path: at for at, box in enumerate(boxes)}
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(boxes)))
    for at, box in enumerate(boxes):
        graph.add_edges_from((at, place[path]) for path in follows[box.path] & place.keys())
    circles = nx.condensation(graph)
    first = {circle: min(circles.nodes[circle]["members"]) for circle in circles}
    for circle in nx.lexicographical_topological_sort(circles, key=first.__getitem__):
        yield from (boxes[at] for at in sorted(circles.nodes[circle]["members"]))
