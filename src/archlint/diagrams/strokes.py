"""The Graphviz attributes of boxes and lines, for the drawing and for its legend alike."""

from __future__ import annotations

from archlint.diagrams.notation import FAINT, FONT, KINDS, LINES, OTHER_KIND, OTHER_LINE, STATUSES, TEXT
from archlint.diagrams.picture import Box, Line, Status
from archlint.diagrams.text import dot_string

__all__ = ["DEFAULTS", "line_attributes", "shape_attributes"]

DEFAULTS = {"fontname": FONT, "fontsize": "11", "fontcolor": TEXT.light}


def shape_attributes(box: Box) -> dict[str, str]:
    """The shape of its kind, with the outline of its status; what others run has a dashed outline."""
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
    """The arrowhead of its relation, with the stroke and the sign of its status."""
    head, _ = LINES.get(line.kind, OTHER_LINE)
    stroke = STATUSES[line.status or Status.KEPT]
    attributes = {
        "arrowhead": head,
        "style": stroke.style,
        "penwidth": f"{stroke.width * 0.8:g}",
        "color": stroke.ink.light,
        "class": _classes("line", line.kind, line.status),
    }
    if line.words:
        attributes["edgetooltip"] = dot_string("; ".join(line.words))
    if stroke.sign:
        sign = f'<font point-size="14" color="{stroke.ink.light}"><b>{stroke.sign}</b></font>'
        attributes |= {"xlabel": f"<{sign}>", "fontcolor": FAINT.light}
    return attributes


def _classes(*words: str | Status | None) -> str:
    return " ".join(word.value if isinstance(word, Status) else word for word in words if word)
