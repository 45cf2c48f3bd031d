"""The Graphviz attributes of boxes and lines, for the drawing and for its legend alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from archlint.diagrams.labels import box_table
from archlint.diagrams.notation import FAINT, FONT, KINDS, LINES, OTHER_KIND, OTHER_LINE, PAPER, STATUSES, TEXT
from archlint.diagrams.picture import Box, Line, Status
from archlint.diagrams.text import dot_string

if TYPE_CHECKING:
    from graphviz import Digraph

__all__ = [
    "DEFAULTS",
    "Sample",
    "add_box",
    "add_sample",
    "line_attributes",
    "shape_attributes",
    "signed_at_source",
    "upwards",
]

_HEADS = 4

DEFAULTS = {"fontname": FONT, "fontsize": "11", "fontcolor": TEXT.light}


class Sample(NamedTuple):
    """One entry of the legend: a name in the graph, its words, and the line that it explains, if any."""

    name: str
    words: str
    attributes: dict[str, str]
    line: dict[str, str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its nodes, from left to right."""
        return (self.name,) if self.line is None else (f"from {self.name}", self.name)


def shape_attributes(box: Box) -> dict[str, str]:
    """The shape of its kind, with the outline of its status."""
    look = KINDS.get(box.kind, OTHER_KIND)
    stroke = STATUSES[box.status or Status.KEPT]
    plain = box.status in (None, Status.KEPT)
    outline = "" if stroke.style == "solid" else stroke.style
    return {
        "shape": look.shape,
        "style": ",".join(filter(None, (look.style, outline))),
        "fillcolor": look.fill.light,
        "color": look.edge.light if plain else stroke.ink.light,
        "penwidth": f"{stroke.width:g}" if not plain else "1.2",
        "peripheries": str(look.outlines),
        "margin": look.margin,
        "class": _classes("element", box.kind, box.status),
    }


def line_attributes(line: Line) -> dict[str, str]:
    """The arrowheads of its relations, with the stroke and the sign of its status; two strokes where it is bespoke."""
    stroke = STATUSES[line.status or Status.KEPT]
    attributes = {
        "arrowhead": _heads(line),
        "style": stroke.style,
        "penwidth": f"{stroke.width * 0.8:g}",
        "color": f"{stroke.ink.light}:{PAPER.light}:{stroke.ink.light}" if line.bespoke else stroke.ink.light,
        "class": _classes("line", *line.kinds, "bespoke" if line.bespoke else "", line.status),
    }
    if line.words:
        attributes["edgetooltip"] = dot_string("; ".join(line.words))
    if said := line.count or stroke.sign:
        sign = f'<font point-size="14" color="{stroke.ink.light}"><b>{said}</b></font>'
        attributes |= {"xlabel": f"<{sign}>", "fontcolor": FAINT.light}
    return attributes


def _heads(line: Line) -> str:
    """One arrowhead after the other: Graphviz draws at most four."""
    heads = list(dict.fromkeys(LINES.get(kind, OTHER_LINE)[0] for kind in line.kinds))
    return "".join(heads[:_HEADS])


def signed_at_source(line: Line) -> dict[str, str]:
    """The attributes of a line whose sign stands where it leaves its source: half-way it may stand on other words."""
    attributes = line_attributes(line)
    if line.count or "xlabel" not in attributes:
        return attributes
    sign = attributes.pop("xlabel")
    return {**attributes, "taillabel": sign, "labeldistance": "1.8", "labelangle": "16"}


def upwards(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes of a line that is written from its target to its source."""
    head = attributes["arrowhead"]
    turned = {"headlabel" if name == "taillabel" else name: value for name, value in attributes.items()}
    return {**turned, "arrowhead": "none", "arrowtail": head, "dir": "back"}


def add_box(graph: Digraph, box: Box, **place: str) -> None:
    """Adds a box to a graph."""
    graph.node(dot_string(box.path), label=f"<{box_table(box).html}>", **shape_attributes(box), **place)


def add_sample(graph: Digraph, sample: Sample, *, pos: str = "", start: str = "") -> None:
    """Adds a sample to a graph, at a place or wherever Graphviz puts it."""
    gap = "" if sample.line is None else "&#160;"
    place = {"pos": pos} if pos else {}
    graph.node(
        sample.name, label=f"<{gap}{dot_string(sample.words)}>", **{**sample.attributes, "class": "legend"}, **place
    )
    if sample.line is not None:
        place = {"pos": start} if start else {}
        origin, _ = sample.names
        graph.node(origin, label="", shape="point", style="invis", width="0.01", height="0.01", **place)
        graph.edge(origin, sample.name, **{**sample.line, "class": "legend"})


def _classes(*words: str | Status | None) -> str:
    return " ".join(word.value if isinstance(word, Status) else word for word in words if word)
