"""A picture too large for any layout engine, as an SVG that archlint writes itself: boxes with their titles on the
grid, straight lines beneath them, and a legend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.sax.saxutils import escape

from archlint.diagrams.grid import Plan, Point, plan_of
from archlint.diagrams.labels import box_table, status_words, title_of
from archlint.diagrams.notation import FAINT, FRAME_EDGE, KINDS, OTHER_KIND, PAPER, STATUSES, TEXT, WATER_EDGE, Ink
from archlint.diagrams.picture import Box, Line, Picture, Status
from archlint.diagrams.svg import dress
from archlint.diagrams.text import visible, wrapped

__all__ = ["MOST_BOXES", "MOST_LINES", "is_too_large", "write_wall"]

MOST_BOXES = 1_500
MOST_LINES = 6_000
"""What a layout engine draws in a few seconds."""

_DASHES = {"solid": "", "dashed": ' stroke-dasharray="8 5"', "dotted": ' stroke-dasharray="2 4"'}
_SAMPLE = 170.0


def is_too_large(picture: Picture) -> bool:
    """Whether a layout engine would take too long."""
    return len(picture.boxes) > MOST_BOXES or len(picture.lines) > MOST_LINES


def write_wall(picture: Picture) -> bytes:
    """The SVG: every box with title, kind and status, every line with its status; what stands in the
    boxes is left out."""
    plain = replace(picture, boxes=tuple(replace(box, notes=(), slots=(), marks=()) for box in picture.boxes))
    plan = plan_of(plain)
    left, top, width, height = -80.0, -120.0, max(plan.width + 160, 900.0), plan.height + 260
    size = f'width="{width:.0f}pt" height="{height:.0f}pt" viewBox="{left:.0f} {top:.0f} {width:.0f} {height:.0f}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="Arial" text-anchor="middle">'
    paper = f'<rect x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{height:.0f}" fill="{PAPER.light}"/>'
    parts = (_frames(plain, plan), _lines(plain.lines, plan), _boxes(plain, plan), _legend(plain, plan))
    body = "\n".join((head, paper, *_heading(plain, plan), *(item for part in parts for item in part), "</svg>\n"))
    return dress(body.encode())


def _heading(picture: Picture, plan: Plan) -> Iterator[str]:
    yield _text(plan.width / 2, -70, picture.title, 28, TEXT, bold=True)
    yield _text(plan.width / 2, -40, picture.subtitle, 18, FAINT)


def _frames(picture: Picture, plan: Plan) -> Iterator[str]:
    for frame in picture.frames:
        place = plan.frames[frame.name]
        edge, width = (WATER_EDGE, 4) if frame.water else (FRAME_EDGE, 1)
        yield _rect(place.left, place.top, place.width, place.height, f'fill="none" {_stroke(edge, width)}')
        yield _text(place.left + 20 + title_of(frame).width / 2, place.top + 24, frame.title, 14, TEXT, bold=True)


def _lines(lines: Iterable[Line], plan: Plan) -> Iterator[str]:
    """One path for all lines of one status."""
    paths: dict[Status, list[str]] = defaultdict(list)
    for line in lines:
        start, end = plan.boxes[line.source], plan.boxes[line.target]
        paths[line.status or Status.KEPT].append(f"M{start.x:.0f} {start.y:.0f}L{end.x:.0f} {end.y:.0f}")
    for status, moves in paths.items():
        look = STATUSES[status]
        stroke = _stroke(look.ink, look.width * 0.6) + _DASHES[look.style]
        yield f'<path class="line {status.value}" fill="none" {stroke} d="{"".join(moves)}"/>'


def _boxes(picture: Picture, plan: Plan) -> Iterator[str]:
    for box in picture.boxes:
        table = box_table(box)
        yield f'<g class="node element {box.kind}">'
        yield from _box(box, plan.boxes[box.path], table.width + 14, table.height + 12)
        yield "</g>"


def _box(box: Box, at: Point, width: float, height: float) -> Iterator[str]:
    look, stroke = KINDS.get(box.kind, OTHER_KIND), STATUSES[box.status or Status.KEPT]
    edge = look.edge if box.status in (None, Status.KEPT) else stroke.ink
    outline = f'fill="{look.fill.light}" {_stroke(edge, stroke.width)}{_DASHES[stroke.style]}'
    round_ = ' rx="10"' if "rounded" in look.style else f' rx="{height / 2:.0f}"' if look.shape == "ellipse" else ""
    yield _rect(at.x - width / 2, at.y - height / 2, width, height, outline + round_)
    lines = wrapped(box.title, 24, 4)
    down = at.y - height / 2 + 20
    for line in lines:
        yield _text(at.x, down, line, 13, TEXT, bold=True)
        down += 16
    said = look.word if box.kind in KINDS else box.kind
    if box.status not in (None, Status.KEPT):
        said = f"{said}, {status_words(box.status)}"
    yield _text(at.x, down, said, 9, FAINT)


def _legend(picture: Picture, plan: Plan) -> Iterator[str]:
    """The kinds in the boxes that are shown, and the statuses of the lines."""
    top = plan.height + 60
    kinds = [kind for kind in KINDS if any(box.kind == kind for box in picture.boxes)]
    for at, kind in enumerate(kinds):
        yield from _box(Box(kind, kind, KINDS[kind].word, 0), Point((at + 0.5) * _SAMPLE, top), 120, 44)
    statuses = dict.fromkeys(line.status or Status.KEPT for line in picture.lines)
    for at, status in enumerate(statuses):
        look, begin = STATUSES[status], (at + 0.1) * _SAMPLE
        yield f'<path d="M{begin:.0f} {top + 50:.0f}h40" {_stroke(look.ink, look.width)}{_DASHES[look.style]}/>'
        yield _text(begin + 90, top + 54, status_words(status), 11, TEXT)


def _rect(left: float, top: float, width: float, height: float, look: str) -> str:
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" {look}/>'


def _stroke(ink: Ink, width: float) -> str:
    return f'stroke="{ink.light}" stroke-width="{width:g}"'


def _text(x: float, y: float, words: str, size: int, ink: Ink, *, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{ink.light}"{weight}>{escape(visible(words))}</text>'
    )
