"""Writes a picture as DOT text: laid out by Graphviz, or on a grid where there are too many lines for that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archlint.diagrams.joined import is_crowded
from archlint.diagrams.labels import heading
from archlint.diagrams.notation import PAPER
from archlint.diagrams.picture import Picture
from archlint.diagrams.strokes import DEFAULTS

if TYPE_CHECKING:
    from graphviz import Digraph

__all__ = ["Drawing", "write"]


class Drawing(NamedTuple):
    """The DOT text of a picture, and how many boxes and lines whoever draws it must show."""

    text: str
    boxes: int
    lines: int


def write(picture: Picture) -> Drawing:
    """The picture as DOT text; the same text for the same picture."""
    graph = _sheet(picture)
    if is_crowded(picture):
        from archlint.diagrams.crowded import add_on_grid

        add_on_grid(graph, picture)
    else:
        from archlint.diagrams.layered import add_in_layers

        add_in_layers(graph, picture)
    return Drawing(graph.source, len(picture.boxes), len(picture.lines))


def _sheet(picture: Picture) -> Digraph:
    """Paper, heading, and what every box and line has in common."""
    from graphviz import Digraph

    graph = Digraph("archlint")
    head = f"<{heading(picture.title, picture.subtitle)}>"
    graph.attr("graph", label=head, labelloc="t", bgcolor=PAPER.light, pad="0.3", **DEFAULTS)
    graph.attr("node", **DEFAULTS, margin="0.08,0.05", height="0.2", width="0.4")
    graph.attr("edge", **DEFAULTS, arrowsize="0.8")
    return graph
