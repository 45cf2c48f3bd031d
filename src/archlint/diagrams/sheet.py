"""A sheet on which everything has its place: Graphviz only draws it."""

from __future__ import annotations

from collections import Counter

from graphviz import Graph

from archlint.diagrams.notation import KINDS, OTHER_KIND, PAPER, TEXT, Ink
from archlint.diagrams.strokes import DEFAULTS
from archlint.diagrams.text import dot_string, label_string, visible, width_of

__all__ = ["Sheet", "fitted"]

_INCH = 72.0
_OUTLINE = 4.0
"""How far a second outline stands off the first."""


def fitted(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """As much of the text as fits into so many points, with `…` for what is cut off."""
    shown = visible(" ".join(text.split()))
    if width_of(shown, size, bold=bold) <= width:
        return shown
    while shown and width_of(f"{shown}…", size, bold=bold) > width:
        shown = shown[:-1]
    return f"{shown.rstrip()}…"


class Sheet:
    """Boxes and words at places in points, from the left and from the top. What a viewer tells of a box or of words
    that the pointer rests on is their name."""

    def __init__(self) -> None:
        self._graph = Graph("archlint")
        self._graph.attr("graph", layout="neato", inputscale="72", notranslate="true", pad="0.2", bgcolor=PAPER.light)
        self._graph.attr("graph", outputorder="nodesfirst", **DEFAULTS)
        self._graph.attr("node", **DEFAULTS, fixedsize="true", label="", margin="0")
        self._names: Counter[str] = Counter()

    @property
    def source(self) -> str:
        """The DOT text."""
        text: str = self._graph.source
        return text

    def box(self, name: str, left: float, top: float, width: float, height: float, **attributes: str) -> None:
        """A box without words, filled unless its style says otherwise."""
        place = {
            "pos": f"{left + width / 2:.2f},{-(top + height / 2):.2f}!",
            "width": f"{width / _INCH:.4f}",
            "height": f"{height / _INCH:.4f}",
        }
        self._graph.node(self._named(name), **place, **{"shape": "box", "style": "filled", **attributes})

    def rule(self, name: str, left: float, top: float, width: float, height: float, ink: Ink) -> None:
        """A line as wide or as high as is said."""
        inks = {"fillcolor": ink.light, "color": ink.light, "penwidth": "0", "class": "rule"}
        self.box(name, left, top, width, height, **inks)

    def bar(self, name: str, kind: str, left: float, top: float, width: float, height: float) -> None:
        """A box in the shape of a kind; its outermost outline is where it is said to be."""
        look = KINDS.get(kind, OTHER_KIND)
        inset = _OUTLINE if look.outlines > 1 and width > 3 * _OUTLINE else 0.0
        self.box(
            name, left + inset, top + inset, max(width - 2 * inset, 1.0), height - 2 * inset,
            shape=look.shape, style=look.style, fillcolor=look.fill.light, color=look.edge.light,
            peripheries="2" if inset else "1", **{"class": f"bar {kind}"},
        )  # fmt: skip

    def words(
        self, text: str, left: float, middle: float, width: float, *,
        size: int = 11, ink: Ink = TEXT, bold: bool = False, align: str = "left",
    ) -> None:  # fmt: skip
        """A line of words in so much room, at a height; what does not fit is cut off, and told in full to who points
        at it."""
        shown = label_string(fitted(text, width, size, bold=bold))
        strong = f"<b>{shown}</b>" if bold else shown
        written = f'<font point-size="{size}" color="{ink.light}">{strong}</font>'
        cell = f'<td align="{align}" width="{width:.0f}">{written}</td>'
        html = f'<<table border="0" cellborder="0" cellspacing="0" cellpadding="0"><tr>{cell}</tr></table>>'
        if shown:
            look = {"label": html, "shape": "plaintext", "style": "", "class": "words"}
            self.box(f" {text}", left, middle - 8, width, 16, **look)

    def _named(self, name: str) -> str:
        """A name that nothing else has: who points at it sees no difference. That of a box is its own."""
        text = " " * name.startswith(" ") + dot_string(" ".join(name.split()))
        self._names[text] += 1
        return text + " " * (self._names[text] - 1)
