"""Writes a picture as a flowchart of Mermaid, which forges draw where it stands in a page."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagrams.notation import (
    FRAME,
    FRAME_EDGE,
    KINDS,
    OTHER_KIND,
    STATUSES,
    TEXT,
    WATER,
    WATER_EDGE,
)
from archlint.diagrams.outline import box_lines, frame_lines, line_words, names_of, nested, points
from archlint.diagrams.picture import Box, Frame, Line, Picture, Status
from archlint.escaping import for_mermaid, for_yaml

__all__ = ["MOST_CHARACTERS", "MOST_LINES", "SHAPES", "write_mermaid"]

MOST_LINES = 500
MOST_CHARACTERS = 50_000
"""What Mermaid draws unless it is told otherwise, which nobody can tell a forge."""

SHAPES = {
    "user": ('(["', '"])'),
    "product": ('("', '")'),
    "platform": ('[["', '"]]'),
    "system": ('["', '"]'),
    "adaptor": ('>"', '"]'),
    "legacy": ('[/"', '"\\]'),
    "store": ('[("', '")]'),
    "data": ('[/"', '"/]'),
    "capability": ('{{"', '"}}'),
}
"""What opens and closes the shape of a kind."""

_OTHER_SHAPE = ('[\\"', '"/]')
_ARROWS = {
    Status.KEPT: ("-->", "---"),
    Status.ADDED: ("==>", "==="),
    Status.REMOVED: ("-.->", "-.-"),
    Status.CHANGED: ("-.->", "-.-"),
}
"""With an arrowhead, and without."""

_OUTLINES = {
    Status.ADDED: "stroke-width:3px",
    Status.REMOVED: "stroke-width:2px,stroke-dasharray:7 4",
    Status.CHANGED: "stroke-width:3px,stroke-dasharray:2 3",
}


def write_mermaid(picture: Picture) -> str:
    """The picture as the text of one flowchart; the same text for the same picture."""
    return "\n".join(_statements(picture)) + "\n"


def _statements(picture: Picture) -> Iterator[str]:
    names = names_of(picture)
    title = " – ".join(filter(None, (picture.title, picture.subtitle)))
    yield from ("---", f'title: "{for_yaml(title)}"', "---")
    yield f"flowchart {'LR' if picture.direction == 'right' else 'TB'}"
    yield from nested(picture, lambda box: _box(box, names[box.path]), _frame, "end", indent="  ")
    yield from (f"  {_line(line, names)}" for line in picture.lines)
    yield from _looks(picture, names)


def _frame(frame: Frame, name: str) -> str:
    words = "<br/>".join(map(for_mermaid, frame_lines(frame))) or " "
    return f'subgraph {name}["{words}"]'


def _box(box: Box, name: str) -> str:
    opening, closing = SHAPES.get(box.kind, _OTHER_SHAPE)
    title, *others = box_lines(box)
    words = "<br/>".join([f"<b>{for_mermaid(title)}</b>", *map(for_mermaid, others)])
    return f"{name}{opening}{words}{closing}"


def _line(line: Line, names: dict[str, str]) -> str:
    arrow = _ARROWS[line.status or Status.KEPT][not points(line)]
    return f'{names[line.source]} {arrow}|"{for_mermaid(line_words(line))}"| {names[line.target]}'


def _looks(picture: Picture, names: dict[str, str]) -> Iterator[str]:
    """The colours of frames and kinds, then the outlines and strokes of the statuses."""
    for at, frame in enumerate(picture.frames):
        fill, edge = (WATER, WATER_EDGE) if frame.water else (FRAME, FRAME_EDGE)
        yield f"  classDef c_{at} fill:{fill.light},stroke:{edge.light},color:{TEXT.light}"
        yield f"  class f_{at} c_{at}"
    for kind in dict.fromkeys(box.kind for box in picture.boxes):
        look = KINDS.get(kind, OTHER_KIND)
        members = ",".join(names[box.path] for box in picture.boxes if box.kind == kind)
        yield f"  classDef k_{kind} fill:{look.fill.light},stroke:{look.edge.light},color:{TEXT.light}"
        yield f"  class {members} k_{kind}"
    for status, outline in _OUTLINES.items():
        yield from _status(picture, names, status, f"stroke:{STATUSES[status].ink.light},{outline}")


def _status(picture: Picture, names: dict[str, str], status: Status, look: str) -> Iterator[str]:
    boxes = [names[box.path] for box in picture.boxes if box.status is status]
    lines = [str(at) for at, line in enumerate(picture.lines) if line.status is status]
    if boxes:
        yield f"  classDef s_{status.value} {look}"
        yield f"  class {','.join(boxes)} s_{status.value}"
    if lines:
        yield f"  linkStyle {','.join(lines)} {look}"
