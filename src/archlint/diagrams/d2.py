"""Writes a picture as a diagram of D2."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagrams.notation import KINDS, OTHER_KIND, STATUSES, TEXT
from archlint.diagrams.outline import box_lines, frame_lines, line_words, names_of, nested, points
from archlint.diagrams.picture import Box, Frame, Line, Picture, Status
from archlint.escaping import for_d2

__all__ = ["SHAPES", "write_d2"]

SHAPES = {
    "user": "oval",
    "product": "rectangle; style.border-radius: 10",
    "platform": "rectangle; style.3d: true",
    "system": "rectangle",
    "adaptor": "step",
    "legacy": "rectangle; style.double-border: true",
    "store": "cylinder",
    "data": "page",
    "capability": "hexagon",
}
"""The shape of a kind, with what makes it one of its own."""

_OTHER_SHAPE = "parallelogram"
_STROKES = {
    Status.KEPT: "",
    Status.ADDED: "; style.stroke-width: 4",
    Status.REMOVED: "; style.stroke-dash: 6",
    Status.CHANGED: "; style.stroke-dash: 2; style.stroke-width: 3",
}


def write_d2(picture: Picture) -> str:
    """The picture as the text of one diagram; the same text for the same picture."""
    return "\n".join(_statements(picture)) + "\n"


def _statements(picture: Picture) -> Iterator[str]:
    names = names_of(picture)
    places = _places(picture, names)
    yield f"direction: {picture.direction}"
    head = "\\n".join(for_d2(words) for words in (picture.title, picture.subtitle) if words.strip()) or "-"
    yield f'title: "{head}" {{shape: text; near: top-center; style.font-size: 24}}'
    yield from nested(picture, lambda box: _box(box, names[box.path]), _frame, "}")
    yield from (_line(line, places) for line in picture.lines)


def _places(picture: Picture, names: dict[str, str]) -> dict[str, str]:
    """Where every box stands: its name, after those of the frames around it."""
    number = {frame.name: at for at, frame in enumerate(picture.frames)}
    parent = {frame.name: frame.parent for frame in picture.frames}

    def around(frame: str) -> str:
        return f"{around(parent[frame])}f_{number[frame]}." if frame else ""

    return {box.path: around(box.frame) + names[box.path] for box in picture.boxes}


def _frame(frame: Frame, name: str) -> str:
    words = "\\n".join(map(for_d2, frame_lines(frame)))
    return f'{name}: "{words}" {{'


def _box(box: Box, name: str) -> str:
    look = KINDS.get(box.kind, OTHER_KIND)
    status = box.status or Status.KEPT
    edge = look.edge if status is Status.KEPT else STATUSES[status].ink
    words = "\\n".join(map(for_d2, box_lines(box)))
    inks = f'style.fill: "{look.fill.light}"; style.stroke: "{edge.light}"; style.font-color: "{TEXT.light}"'
    return f'{name}: "{words}" {{shape: {SHAPES.get(box.kind, _OTHER_SHAPE)}; {inks}{_STROKES[status]}}}'


def _line(line: Line, places: dict[str, str]) -> str:
    status = line.status or Status.KEPT
    style = f'style.stroke: "{STATUSES[status].ink.light}"{_STROKES[status]}'
    arrow = "->" if points(line) else "--"
    return f'{places[line.source]} {arrow} {places[line.target]}: "{for_d2(line_words(line))}" {{{style}}}'
