"""Pictures made by hand, and what can be read from a drawn one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from random import Random
from typing import Any, NamedTuple

from archlint.diagrams.dot import Drawing, write
from archlint.diagrams.picture import Box, Frame, Line, Mark, Openness, Picture, Slot, Status
from archlint.diagrams.render import render
from archlint.diagrams.times import Times
from archlint.diagrams.views import View, default_view, named_view, picture_of
from archlint.linter import moments_at
from archlint.model.elements import View as ViewElement
from archlint.model.model import Model
from tests.linting import report

__all__ = ["Area", "areas_of", "drawn", "estate", "picture", "view_of"]

LAYERS = {"user": 0, "product": 1, "platform": 2, "adaptor": 3, "legacy": 4}
FRAMES = {"product": "products", "platform": "platforms", "adaptor": "water", "legacy": "water"}
WORDS = [
    "driver",
    "vehicle",
    "licence",
    "record",
    "tax",
    "benefit",
    "payment",
    "identity",
    "case",
    "register",
    "claim",
    "land",
    "border",
    "court",
]


def picture(*texts: str, view: str | None = None, moments: tuple[str, ...] = (), **settings: Any) -> Picture:
    """The picture of a model in text: of a view of it, or of the whole; at some moments, or at its own."""
    found = report(*texts, **settings)
    times = Times(tuple(moments_at(found.model, name)[0] for name in moments)) if moments else None
    return picture_of(found.model, view_of(found.model, view, times), found.findings)


def view_of(model: Model, name: str | None, times: Times | None) -> View:
    """The view of that name, else the default one."""
    if name is None:
        return default_view(model, times or Times.default(model))
    element = next(element for element in model.of(ViewElement) if element.name == name)
    return named_view(model, element, times)


def estate(size: int, *, compared: bool = True, seed: int = 7) -> Picture:
    """A picture of so many boxes with about twice as many lines."""
    random = Random(seed)
    boxes = tuple(_box(random, at, compared) for at in range(size))
    used = {box.frame for box in boxes}
    frames = (Frame("products", "Products"), Frame("platforms", "Platforms"), Frame("water", "waterline", water=True))
    shown = tuple(frame for frame in frames if frame.name in used)
    lines = tuple(dict.fromkeys(_lines(random, boxes, compared)))
    return Picture("An estate", "current → target", boxes, lines, shown, compared=compared)


def _box(random: Random, at: int, compared: bool) -> Box:
    kind = random.choices(list(LAYERS), [1, 4, 2, 1, 2])[0]
    path = f"{random.choice(WORDS)}-{at}"
    slots = tuple(
        Slot(
            f"{path}.{number}",
            " ".join(random.choices(WORDS, k=2)),
            random.choice(list(Openness)),
            _status(random, compared),
        )
        for number in range(random.randrange(5) if kind != "user" else 0)
    )
    title = " ".join(random.choices(WORDS, k=random.randrange(1, 6))).capitalize()
    marks = tuple(
        Mark(code, random.random() < 0.3) for code in random.sample(["INT101", "LEG102", "DAT101", "PLT108"], 2)
    )
    shown = marks if random.random() < 0.4 else ()
    return Box(
        path, kind, title, LAYERS[kind], FRAMES.get(kind, ""), False, _status(random, compared), (), slots, shown
    )


def _lines(random: Random, boxes: tuple[Box, ...], compared: bool) -> Iterator[Line]:
    for box in boxes:
        beneath = [other for other in boxes if other.layer >= box.layer and other is not box] or [boxes[0]]
        for target in random.choices(beneath, k=2):
            if target is not box:
                slot = random.choice(target.slots).path if target.slots else ""
                kind = random.choice(["uses", "reads", "writes", "hosted-on"])
                yield Line(box.path, target.path, kind, "", slot, _status(random, compared))


def _status(random: Random, compared: bool) -> Status | None:
    return random.choices(list(Status), [6, 2, 2, 1])[0] if compared else None


def drawn(shown: Picture) -> tuple[Drawing, str]:
    """The drawing of a picture, and its SVG."""
    drawing = write(shown)
    return drawing, render(drawing.text, "svg", edges=drawing.lines).content.decode()


class Area(NamedTuple):
    """The room that a box takes on the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Area) -> bool:
        """Whether the two have room in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def areas_of(svg: str, kind: str = "element") -> dict[str, Area]:
    """The room that every box takes, by its path."""
    found = re.findall(rf'class="node {kind}[^"]*">\s*<title>([^<]*)</title>(.*?)</g>', svg, re.DOTALL)
    return {
        unescape(path): _area(body)
        for path, body in found
        if "<polygon" in body or "<path" in body or "<ellipse" in body
    }


def _area(body: str) -> Area:
    """Around every point of every shape; those of curves lie outside the shape, if anywhere."""
    shapes = re.findall(r'<(?:polygon|path|polyline)[^>]*?(?:points|d)="([^"]*)"', body)
    points = [tuple(map(float, pair)) for shape in shapes for pair in re.findall(r"(-?[\d.]+),(-?[\d.]+)", shape)]
    for x, y, rx, ry in re.findall(r'cx="(\S+)" cy="(\S+)" rx="(\S+)" ry="(\S+)"', body):
        points += [(float(x) - float(rx), float(y) - float(ry)), (float(x) + float(rx), float(y) + float(ry))]
    across, down = [x for x, _ in points], [y for _, y in points]
    return Area(min(across), min(down), max(across), max(down))
