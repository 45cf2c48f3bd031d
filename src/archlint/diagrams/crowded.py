"""Adds a picture with very many lines to a graph: every place is given, and Graphviz only draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archlint.diagrams.grid import Plan, Point, Rectangle, plan_of
from archlint.diagrams.labels import title_of
from archlint.diagrams.legend import Legend
from archlint.diagrams.notation import FRAME_EDGE, PAPER, WATER_EDGE
from archlint.diagrams.picture import Frame, Picture
from archlint.diagrams.strokes import add_box, add_sample, line_attributes
from archlint.diagrams.text import dot_string

if TYPE_CHECKING:
    from graphviz import Digraph

__all__ = ["add_on_grid"]

_SAMPLE_WIDTH = 190.0
_SAMPLE_HEIGHT = 46.0
_INCH = 72.0


def add_on_grid(graph: Digraph, picture: Picture) -> None:
    """Adds frames first, then boxes, so that boxes stand on frames; lines pass beneath both."""
    graph.attr("graph", layout="neato", inputscale="72", splines="line", outputorder="edgesfirst")
    plan = plan_of(picture)
    for frame in picture.frames:
        _frame(graph, frame, plan.frames[frame.name])
    for box in picture.boxes:
        add_box(graph, box, pos=_pos(plan.boxes[box.path]))
    _legend(graph, picture, plan)
    for line in picture.lines:
        graph.edge(dot_string(line.source), dot_string(line.target), **line_attributes(line))


def _frame(graph: Digraph, frame: Frame, place: Rectangle) -> None:
    """An outline, for a fill would hide the lines; its title, on paper; at the waterline, a thick line."""
    edge = WATER_EDGE if frame.water else FRAME_EDGE
    name = dot_string(frame.name)
    _outline(graph, f"outline {name}", place, color=edge.light, penwidth="2" if frame.water else "1")
    if frame.water:
        line = Rectangle(place.left, place.top - 2, place.width, 5)
        _outline(graph, f"line {name}", line, color=edge.light, style="filled", fillcolor=edge.light)
    words = title_of(frame)
    centre = Point(place.left + 14 + words.width / 2, place.top + 18)
    label = {"label": f"<{words.html}>", "shape": "box", "style": "filled", "margin": "0.05,0.02"}
    graph.node(f"frame {name}", pos=_pos(centre), color=PAPER.light, fillcolor=PAPER.light, **label)


def _outline(graph: Digraph, name: str, place: Rectangle, **attributes: str) -> None:
    width, height = f"{place.width / _INCH:.3f}", f"{place.height / _INCH:.3f}"
    graph.node(
        name, pos=_pos(place.centre), label="", shape="box", fixedsize="true", width=width, height=height, **attributes
    )


def _legend(graph: Digraph, picture: Picture, plan: Plan) -> None:
    """The legend in rows beneath the picture."""
    rows = Legend.of(picture).rows(max(4, int(plan.width / _SAMPLE_WIDTH)))
    longest = max(map(len, rows))
    left, top = (plan.width - longest * _SAMPLE_WIDTH) / 2, plan.height + 40
    for down, row in enumerate(rows):
        for across, sample in enumerate(row):
            at = Point(left + (across + 0.5) * _SAMPLE_WIDTH, top + 36 + (down + 0.5) * _SAMPLE_HEIGHT)
            start = _pos(Point(at.x - _SAMPLE_WIDTH / 2 + 8, at.y))
            add_sample(graph, sample, pos=_pos(at), start=start)
    size = longest * _SAMPLE_WIDTH + 32, 44 + len(rows) * _SAMPLE_HEIGHT
    _frame(graph, Frame("legend", "Legend"), Rectangle(left - 16, top, *size))


def _pos(at: Point) -> str:
    """Graphviz counts upwards."""
    return f"{at.x:.1f},{-at.y:.1f}!"
