"""Writes a picture as a deployment diagram of PlantUML."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagrams.notation import KINDS, OTHER_KIND, STATUSES
from archlint.diagrams.outline import box_lines, frame_lines, line_words, names_of, nested, points
from archlint.diagrams.picture import Box, Frame, Line, Picture, Status
from archlint.escaping import for_plantuml

__all__ = ["SHAPES", "write_plantuml"]

SHAPES = {
    "user": "usecase",
    "product": "card",
    "platform": "node",
    "system": "rectangle",
    "adaptor": "component",
    "legacy": "storage",
    "store": "database",
    "data": "file",
    "capability": "folder",
}
"""The keyword of the shape of a kind."""

_OTHER_SHAPE = "artifact"
_OUTLINES = {Status.ADDED: "bold", Status.REMOVED: "dashed", Status.CHANGED: "dotted"}


def write_plantuml(picture: Picture) -> str:
    """The picture as the text of one diagram; the same text for the same picture."""
    return "\n".join(_statements(picture)) + "\n"


def _statements(picture: Picture) -> Iterator[str]:
    names = names_of(picture)
    yield "@startuml"
    yield f"title {for_plantuml(picture.title)}\\n{for_plantuml(picture.subtitle)}"
    if picture.direction == "right":
        yield "left to right direction"
    yield from nested(picture, lambda box: _box(box, names[box.path]), _frame, "}")
    yield from (_line(line, names) for line in picture.lines)
    yield "@enduml"


def _frame(frame: Frame, name: str) -> str:
    words = "\\n".join(map(for_plantuml, frame_lines(frame)))
    return f'frame "{words}" as {name} {{'


def _box(box: Box, name: str) -> str:
    look = KINDS.get(box.kind, OTHER_KIND)
    title, *others = box_lines(box)
    words = "\\n".join([f"<b>{for_plantuml(title)}</b>", *map(for_plantuml, others)])
    return f'{SHAPES.get(box.kind, _OTHER_SHAPE)} "{words}" as {name} {look.fill.light}{_outline(box)}'


def _outline(box: Box) -> str:
    if box.status in (None, Status.KEPT):
        return f";line:{KINDS.get(box.kind, OTHER_KIND).edge.light.removeprefix('#')}"
    return f";line:{STATUSES[box.status].ink.light.removeprefix('#')};line.{_OUTLINES[box.status]}"


def _line(line: Line, names: dict[str, str]) -> str:
    status = line.status or Status.KEPT
    style = ",".join(filter(None, (STATUSES[status].ink.light, _OUTLINES.get(status, ""))))
    head = ">" if points(line) else ""
    return f"{names[line.source]} -[{style}]-{head} {names[line.target]} : {for_plantuml(line_words(line))}"
