"""Where everything stands in a crowded picture: on a grid, worked out here and not by Graphviz.

Graphviz's layered layout gives every line a lane of its own past every row; with hundreds of lines the
lanes push the boxes apart until nothing can be read. On a grid the boxes stay together and the lines
run straight, beneath them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from archlint.diagrams.labels import box_table, title_of
from archlint.diagrams.layers import Band, bands_of
from archlint.diagrams.notation import KINDS, OTHER_KIND
from archlint.diagrams.picture import Box, Frame, Picture

__all__ = ["Plan", "Point", "Rectangle", "plan_of"]

_GAP_ACROSS = 28.0
_GAP_DOWN = 52.0
_INSET = 16.0
_BETWEEN_BLOCKS = 44.0
_STAGGER = 0.25
_SWAY = (0.0, 0.11, -0.05, 0.08, -0.11, 0.04, -0.08)
_SWING = 0.22
"""All as shares of the step from one box to the next."""

_STRETCH = 1.8
_SWEEPS = 6
_APART = 6.0
_AROUND = 18.0
"""The margins of a box, both sides together."""


class Point(NamedTuple):
    """The centre of something, in points; down is more."""

    x: float
    y: float


class Rectangle(NamedTuple):
    """A frame: its upper left corner and its size."""

    left: float
    top: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        """Its middle."""
        return Point(self.left + self.width / 2, self.top + self.height / 2)


@dataclass
class Plan:
    """The place of every box by its path, and of every frame by its name."""

    width: float = 0.0
    height: float = 0.0
    rows: int = 0
    boxes: dict[str, Point] = field(default_factory=dict)
    frames: dict[str, Rectangle] = field(default_factory=dict)


def plan_of(picture: Picture) -> Plan:
    """The grid of a picture: layers from top to bottom, frames side by side, rows short enough."""
    blocks = [_Block.of(bands, picture.frames) for bands in _blocks(bands_of(picture))]
    width = max(block.width for block in blocks)
    plan = Plan(width)
    for block in blocks:
        block.stretch(width)
        block.place(plan, (width - block.width) / 2)
        plan.height += _BETWEEN_BLOCKS
    _untangle(picture, blocks, plan)
    _water(picture.frames, plan)
    return plan


def _blocks(bands: list[Band]) -> Iterator[list[Band]]:
    """Layers that share a frame stay together, so that the frame can go round both."""
    block: list[Band] = []
    for band in bands:
        if block and not any(band.keys() & other.keys() - {""} for other in block):
            yield block
            block = []
        block.append(band)
    yield block


@dataclass
class _Block:
    """Some layers, the frames in them from left to right, and the columns that each takes."""

    bands: list[Band]
    frames: tuple[Frame, ...]
    spans: dict[str, float]
    pitch: float

    @classmethod
    def of(cls, bands: list[Band], frames: tuple[Frame, ...]) -> _Block:
        boxes = (box for band in bands for rows in band.values() for row in rows for box in row)
        pitch = max(map(_width, boxes)) + _GAP_ACROSS
        spans: dict[str, float] = defaultdict(float)
        for band in bands:
            for name, rows in band.items():
                aside = _SWING + (2 * _STAGGER if len(rows) > 1 else 0.0)
                spans[name] = max(spans[name], max(map(len, rows)) + aside)
        inside = tuple(frame for frame in frames if frame.name in spans)
        return cls(bands, (Frame("", ""), *inside) if "" in spans else inside, spans, pitch)

    @property
    def width(self) -> float:
        return sum(self.spans.values()) * self.pitch + 2 * _INSET * len(self.spans)

    def stretch(self, width: float) -> None:
        """Wider, where the picture is much wider."""
        columns = sum(self.spans.values())
        room = (width - 2 * _INSET * len(self.spans)) / columns
        self.pitch *= min(_STRETCH, max(1.0, room / self.pitch))

    def place(self, plan: Plan, left: float) -> None:
        """Puts the boxes and frames of the block beneath what is in the plan already."""
        lefts = self._lefts(left)
        tops: dict[str, float] = {}
        bottoms: dict[str, float] = {}
        for band in self.bands:
            plan.height += self._titles(band, tops, plan.height)
            for at in range(max(map(len, band.values()))):
                row = {name: rows[at] for name, rows in band.items() if at < len(rows)}
                height = max(_height(box) for boxes in row.values() for box in boxes)
                for name, boxes in row.items():
                    self._row(plan, boxes, lefts[name], name, at, len(band[name]), height)
                    bottoms[name] = plan.height + height
                plan.height += height + _GAP_DOWN
                plan.rows += 1
        plan.height -= _GAP_DOWN
        for name, top in tops.items():
            width = self.spans[name] * self.pitch + 2 * _INSET - _APART
            plan.frames[name] = Rectangle(lefts[name] - _INSET, top, width, bottoms[name] + _INSET - top)

    def _titles(self, band: Band, tops: dict[str, float], top: float) -> float:
        """Room above a layer for the titles of the frames that begin there."""
        begun = [frame for frame in self.frames if frame.name in band and frame.name not in tops and frame.name]
        around = 2 if any(frame.parent for frame in begun) and not tops else 1
        room = max((title_of(frame).height + 2 * _INSET for frame in begun), default=0.0)
        tops |= {frame.name: top + room * (around - 1) for frame in begun}
        return room * around

    def _lefts(self, left: float) -> dict[str, float]:
        lefts: dict[str, float] = {}
        for frame in self.frames:
            lefts[frame.name] = left + _INSET
            left += self.spans[frame.name] * self.pitch + 2 * _INSET
        return lefts

    def _row(self, plan: Plan, boxes: list[Box], left: float, name: str, at: int, rows: int, height: float) -> None:
        """Every other row is half a step aside, so that a line down a column does not vanish behind it.

        No three rows are in step, so that a line past a box does not run into a line of that box.
        """
        stagger = (_STAGGER if at % 2 else -_STAGGER) if rows > 1 else 0.0
        aside = stagger + _SWAY[plan.rows % len(_SWAY)]
        start = left + ((self.spans[name] - len(boxes)) / 2 + aside) * self.pitch
        for column, box in enumerate(boxes):
            plan.boxes[box.path] = Point(start + (column + 0.5) * self.pitch, plan.height + height / 2)


def _untangle(picture: Picture, blocks: list[_Block], plan: Plan) -> None:
    """Swaps boxes within their rows towards what they are tied to, which leaves fewer lines that cross."""
    tied: dict[str, list[str]] = defaultdict(list)
    for line in picture.lines:
        tied[line.source].append(line.target)
        tied[line.target].append(line.source)
    rows = [row for block in blocks for band in block.bands for stack in band.values() for row in stack]
    for sweep in range(_SWEEPS):
        for row in rows if sweep % 2 else reversed(rows):
            seats = [plan.boxes[box.path] for box in row]
            wanted = sorted(row, key=lambda box: (_mean(plan, tied[box.path], plan.boxes[box.path]), box.path))
            plan.boxes |= {box.path: seat for box, seat in zip(wanted, seats, strict=True)}
            row[:] = wanted


def _mean(plan: Plan, paths: list[str], here: Point) -> float:
    return sum(plan.boxes[path].x for path in paths) / len(paths) if paths else here.x


def _water(frames: tuple[Frame, ...], plan: Plan) -> None:
    """The waterline runs through the whole picture."""
    for water in (frame for frame in frames if frame.water):
        names = [water.name, *(frame.name for frame in frames if frame.parent == water.name)]
        inner = [plan.frames[name] for name in names if name in plan.frames]
        room = title_of(water).height + 2 * _INSET if water.name not in plan.frames else 0.0
        top = min(rectangle.top for rectangle in inner) - room
        bottom = max(rectangle.top + rectangle.height for rectangle in inner)
        plan.frames[water.name] = Rectangle(-2 * _INSET, top, plan.width + 4 * _INSET, bottom - top + _INSET)


def _width(box: Box) -> float:
    round_ = KINDS.get(box.kind, OTHER_KIND).shape == "ellipse"
    return (box_table(box).width + _AROUND) * (1.3 if round_ else 1.0)


def _height(box: Box) -> float:
    round_ = KINDS.get(box.kind, OTHER_KIND).shape in {"ellipse", "cylinder"}
    return (box_table(box).height + _AROUND) * (1.3 if round_ else 1.0)
