"""The legend: a sample of everything that the picture shows, drawn by what draws the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from archlint.diagrams.notation import (
    FRAME,
    FRAME_EDGE,
    KINDS,
    LINES,
    OTHER_KIND,
    OTHER_LINE,
    PAPER,
    SLOTS,
    STATUSES,
    TEXT,
)
from archlint.diagrams.picture import Box, Line, Picture, Status
from archlint.diagrams.strokes import DEFAULTS, line_attributes, shape_attributes
from archlint.diagrams.text import dot_string

if TYPE_CHECKING:
    from graphviz import Digraph

__all__ = ["Legend"]


class Sample(NamedTuple):
    """One entry: a name in the graph, its words, and the line that leads to it, if it explains a line."""

    name: str
    words: str
    attributes: dict[str, str]
    line: dict[str, str] | None = None


class Legend(NamedTuple):
    """The samples, and how many stand in a row."""

    samples: tuple[Sample, ...]
    columns: int

    @classmethod
    def of(cls, picture: Picture, columns: int) -> Legend:
        """The legend of what the picture shows, and of nothing else."""
        return cls((*_kinds(picture), *_slots(picture), *_lines(picture), *_statuses(picture)), columns)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The names of the samples, row by row."""
        starts = range(0, len(self.samples), self.columns)
        rows = (self.samples[at : at + self.columns] for at in starts)
        return tuple(tuple(name for sample in row for name in _names(sample)) for row in rows)

    def add_to(self, graph: Digraph) -> None:
        """Adds it to a graph, in a frame of its own."""
        if not self.samples:
            return
        with graph.subgraph(name="cluster_legend") as inner:
            inner.attr(
                label=f'<<font point-size="13" color="{TEXT.light}"><b>Legend</b></font>>', labeljust="l",
                style="rounded", color=FRAME_EDGE.light, margin="12",
            )  # fmt: skip
            for sample in self.samples:
                _add(inner, sample)
            for row in self.rows:
                for left, right in zip(row, row[1:], strict=False):
                    inner.edge(left, right, style="invis", constraint="true")


def _add(graph: Digraph, sample: Sample) -> None:
    gap = "" if sample.line is None else "&#160;"
    graph.node(sample.name, label=f"<{gap}{sample.words}>", **{**sample.attributes, "class": "legend"})
    if sample.line is not None:
        start = f"from {sample.name}"
        graph.node(start, label="", shape="point", style="invis", width="0.01", height="0.01")
        graph.edge(start, sample.name, **{**sample.line, "class": "legend"}, minlen="1")


def _names(sample: Sample) -> tuple[str, ...]:
    return (sample.name,) if sample.line is None else (f"from {sample.name}", sample.name)


def _kinds(picture: Picture) -> Iterator[Sample]:
    shown = {box.kind for box in picture.boxes}
    for kind in [*(kind for kind in KINDS if kind in shown), *sorted(shown - KINDS.keys())]:
        look = KINDS.get(kind, OTHER_KIND)
        word = look.word if kind in KINDS else kind
        yield Sample(f"legend {kind}", dot_string(word), shape_attributes(Box(kind, kind, word, 0)))


def _slots(picture: Picture) -> Iterator[Sample]:
    shown = {slot.openness for box in picture.boxes for slot in box.slots}
    for openness in (openness for openness in SLOTS if openness in shown):
        look = SLOTS[openness]
        attributes = {
            "shape": "box", "style": ",".join(filter(None, ("filled", look.style))), "fillcolor": look.fill.light,
            "color": STATUSES[Status.KEPT].ink.light, "fontsize": "10",
        }  # fmt: skip
        yield Sample(f"legend {openness.value}", dot_string(f"{look.sign} {look.word}"), attributes)


def _lines(picture: Picture) -> Iterator[Sample]:
    shown = {line.kind for line in picture.lines}
    for kind in [*(kind for kind in LINES if kind in shown), *sorted(shown - LINES.keys())]:
        words = LINES.get(kind, OTHER_LINE)[1] if kind in LINES else kind
        yield Sample(f"legend line {kind}", dot_string(words), _PLAIN, line_attributes(Line("", "", kind)))


def _statuses(picture: Picture) -> Iterator[Sample]:
    for status in Status if picture.compared else ():
        words = dot_string(f"{STATUSES[status].sign} {status.value}".strip())
        yield Sample(f"legend {status.value}", words, _PLAIN, line_attributes(Line("", "", "uses", status=status)))


_PLAIN = {"shape": "plaintext", "margin": "0.02,0.02"}
