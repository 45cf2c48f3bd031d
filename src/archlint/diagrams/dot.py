"""Writes a picture as DOT text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from archlint.diagrams.labels import box_label, heading, ports_of
from archlint.diagrams.layers import Row, columns_of, rows_of
from archlint.diagrams.legend import Legend
from archlint.diagrams.notation import FRAME, FRAME_EDGE, PAPER, TEXT, WATER, WATER_EDGE
from archlint.diagrams.picture import Box, Frame, Line, Picture
from archlint.diagrams.strokes import DEFAULTS, line_attributes, shape_attributes
from archlint.diagrams.text import dot_string

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
    from graphviz import Digraph

    graph = Digraph("archlint")
    _style(graph, picture)
    _frames(graph, picture, "")
    for box in picture.boxes:
        if not box.frame:
            _box(graph, box)
    legend = Legend.of(picture, columns_of(picture))
    legend.add_to(graph)
    _rails(graph, [*map(_names, rows_of(picture)), *legend.rows])
    _lines(graph, picture)
    return Drawing(graph.source, len(picture.boxes), len(picture.lines))


def _style(graph: Digraph, picture: Picture) -> None:
    across = picture.direction == "right"
    graph.attr(
        "graph",
        label=heading(picture.title, picture.subtitle),
        labelloc="t",
        rankdir="LR" if across else "TB",
        newrank="true",
        splines="true",
        bgcolor=PAPER.light,
        pad="0.3",
        nodesep="0.3",
        ranksep="0.55",
        outputorder="edgesfirst",
        **DEFAULTS,
    )
    graph.attr("node", **DEFAULTS, margin="0.08,0.05", height="0.2", width="0.4")
    graph.attr("edge", **DEFAULTS, arrowsize="0.8", constraint="false")


def _frames(graph: Digraph, picture: Picture, parent: str) -> None:
    for at, frame in enumerate(picture.frames):
        if frame.parent == parent:
            with graph.subgraph(name=f"cluster_{at}") as inner:
                inner.attr(**_frame_attributes(frame))
                inner.node(_title(frame), label=_title_label(frame), shape="plaintext", margin="0")
                _frames(inner, picture, frame.name)
                for box in picture.boxes:
                    if box.frame == frame.name:
                        _box(inner, box)


def _title(frame: Frame) -> str:
    return f"frame {dot_string(frame.name)}"


def _title_label(frame: Frame) -> str:
    return f'<<font point-size="14" color="{TEXT.light}"><b>{dot_string(frame.title)}</b></font>>'


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


def _box(graph: Digraph, box: Box) -> None:
    graph.node(dot_string(box.path), label=box_label(box), **shape_attributes(box))


def _names(row: Row) -> tuple[str, ...]:
    return tuple(_title(item) if isinstance(item, Frame) else dot_string(item.path) for item in row)


def _rails(graph: Digraph, levels: Sequence[tuple[str, ...]]) -> None:
    """Holds every row level with one stop of an unseen rail, so that the rows keep their order."""
    for at, level in enumerate(levels):
        with graph.subgraph() as same:
            same.attr(rank="same")
            same.node(f"rail {at}", shape="point", style="invis", width="0.01", height="0.01", label="")
            for name in level:
                same.node(name)
    for at in range(1, len(levels)):
        graph.edge(f"rail {at - 1}", f"rail {at}", style="invis", constraint="true", weight="100")


def _lines(graph: Digraph, picture: Picture) -> None:
    ports = {box.path: ports_of(box) for box in picture.boxes}
    for line in picture.lines:
        source = _end(line.source, ports[line.source].get(line.source_slot, ""))
        target = _end(line.target, ports[line.target].get(line.target_slot, ""))
        graph.edge(source, target, **line_attributes(line))


def _end(path: str, port: str) -> str:
    return f"{dot_string(path)}:{port}" if port else dot_string(path)
