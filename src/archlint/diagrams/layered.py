"""Adds a picture to a graph in layers, for Graphviz's own layered layout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from archlint.diagrams.labels import ports_of, title_of
from archlint.diagrams.layers import Row, columns_of, rows_of
from archlint.diagrams.legend import Legend
from archlint.diagrams.notation import FRAME, FRAME_EDGE, WATER, WATER_EDGE
from archlint.diagrams.picture import Box, Frame, Picture
from archlint.diagrams.strokes import add_box, add_sample, signed_at_source, upwards
from archlint.diagrams.text import dot_string

if TYPE_CHECKING:
    from graphviz import Digraph

__all__ = ["add_in_layers"]


def add_in_layers(graph: Digraph, picture: Picture) -> None:
    """Adds boxes in frames, lines, and the legend; every row is held level."""
    direction = "LR" if picture.direction == "right" else "TB"
    graph.attr("graph", rankdir=direction, newrank="true", splines="true", nodesep="0.3", ranksep="0.55")
    _frames(graph, picture, "")
    for box in picture.boxes:
        if not box.frame:
            add_box(graph, box)
    rows = tuple(rows_of(picture))
    legend = _legend(graph, picture)
    _rails(graph, [*map(_names, rows), *legend])
    _lines(graph, picture, {item.path: at for at, row in enumerate(rows) for item in row if isinstance(item, Box)})


def _frames(graph: Digraph, picture: Picture, parent: str) -> None:
    for at, frame in enumerate(picture.frames):
        if frame.parent == parent:
            with graph.subgraph(name=f"cluster_{at}") as inner:
                inner.attr(**_frame_attributes(frame))
                inner.node(_title(frame), label=f"<{title_of(frame).html}>", shape="plaintext", margin="0")
                _frames(inner, picture, frame.name)
                for box in picture.boxes:
                    if box.frame == frame.name:
                        add_box(inner, box)


def _title(frame: Frame) -> str:
    """The title is a node, so that lines go round it as they go round boxes."""
    return f"frame {dot_string(frame.name)}"


def _frame_attributes(frame: Frame) -> dict[str, str]:
    fill, edge = (WATER, WATER_EDGE) if frame.water else (FRAME, FRAME_EDGE)
    return {
        "label": "",
        "style": "filled" if frame.water else "filled,rounded",
        "fillcolor": fill.light,
        "color": edge.light,
        "penwidth": "2.5" if frame.water else "1",
        "margin": "12",
        "class": "waterline" if frame.water else "frame",
    }


def _names(row: Row) -> tuple[str, ...]:
    return tuple(_title(item) if isinstance(item, Frame) else dot_string(item.path) for item in row)


def _legend(graph: Digraph, picture: Picture) -> list[tuple[str, ...]]:
    """Adds the legend in a frame of its own; gives the names of its nodes, row by row."""
    rows = Legend.of(picture).rows(columns_of(picture))
    names = [tuple(name for sample in row for name in sample.names) for row in rows]
    with graph.subgraph(name="cluster_legend") as inner:
        title = f"<{title_of(Frame('', 'Legend')).html}>"
        inner.attr(label=title, labeljust="l", style="rounded", color=FRAME_EDGE.light, margin="12")
        for row in rows:
            for sample in row:
                add_sample(inner, sample)
        for level in names:
            for left, right in pairwise(level):
                inner.edge(left, right, style="invis")
    return names


def _rails(graph: Digraph, levels: Sequence[tuple[str, ...]]) -> None:
    """Holds every row level with one stop of an unseen rail, so that the rows keep their order."""
    for at, level in enumerate(levels):
        with graph.subgraph() as same:
            same.attr(rank="same")
            same.node(f"rail {at}", shape="point", style="invis", width="0.01", height="0.01", label="")
            for name in level:
                same.node(name)
    for at in range(1, len(levels)):
        graph.edge(f"rail {at - 1}", f"rail {at}", style="invis", weight="100")


def _lines(graph: Digraph, picture: Picture, row_of: dict[str, int]) -> None:
    """The lines, each written downwards, for it is only then that Graphviz takes the short way."""
    ports = {box.path: ports_of(box, picture.direction) for box in picture.boxes}
    for line in picture.lines:
        source = _end(line.source, ports[line.source].get(line.source_slot))
        target = _end(line.target, ports[line.target].get(line.target_slot))
        if row_of[line.source] <= row_of[line.target]:
            graph.edge(source, target, **signed_at_source(line))
        else:
            graph.edge(target, source, **upwards(signed_at_source(line)))


def _end(path: str, port: str | None) -> str:
    return f"{dot_string(path)}:{port}" if port else dot_string(path)
