"""Large pictures made small: a box for each owner or area, and numbers on the lines between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from archlint.diagrams.frames import AREAS, PLURALS, areas_of, owners_of
from archlint.diagrams.notation import STATUSES
from archlint.diagrams.picture import Box, Line, Mark, Picture, Status
from archlint.diagrams.times import Times
from archlint.model.elements import Element, Organisation
from archlint.model.model import Model

__all__ = ["FEW_BOXES", "FEW_LINES", "Collapse", "collapsed"]

FEW_BOXES = 100
FEW_LINES = 300
"""More of either is too much to be read."""

_FEW_NUMBERS = 60
"""More lines with numbers on them cannot be told apart."""

_STRAY = " "
"""Before the name of a group of what states no owner or area, so that it is the path of no element."""


class Collapse(NamedTuple):
    """A picture of groups, and by what they were made: owners, the organisations above them, areas, or kinds."""

    picture: Picture
    by: str


def collapsed(model: Model, picture: Picture, times: Times) -> Collapse | None:
    """The picture with a box for each group, by the first grouping that makes it small enough; None where it is small
    already, or all of one group. Where none is small enough, the one with fewest lines."""
    if len(picture.boxes) <= FEW_BOXES and len(picture.lines) <= FEW_LINES:
        return None
    elements = {element.path: element for element in model.elements}
    made = []
    for by, group_of in _groupings(times):
        found = Collapse(_grouped(picture, {box.path: group_of(box, elements[box.path]) for box in picture.boxes}), by)
        if len(found.picture.boxes) > 1:
            made.append(found)
            if len(found.picture.boxes) <= FEW_BOXES and len(found.picture.lines) <= _FEW_NUMBERS:
                return found
    return min(made, key=lambda found: len(found.picture.lines), default=None)


class _Group(NamedTuple):
    path: str
    title: str
    kind: str
    layer: int


_Grouping = Callable[[Box, Element], _Group]


def _groupings(times: Times) -> Iterable[tuple[str, _Grouping]]:
    """From the finest to the coarsest."""
    yield "owner", lambda box, element: _by_owner(box, owners_of(element, times), times, above=False)
    yield "department", lambda box, element: _by_owner(box, owners_of(element, times), times, above=True)
    yield "area", lambda box, element: _by_area(box, areas_of(element, times))
    yield "kind", lambda box, element: _by_kind(box)


def _by_owner(box: Box, owners: list[Organisation], times: Times, *, above: bool) -> _Group:
    if box.kind == "user":
        return _by_kind(box)
    if not owners:
        return _Group(f"{_STRAY}owner", "Owner not stated", "organisation", 1)
    owner = owners[0]
    seen = {owner}
    while above and (wholes := times.values(owner.part_of)) and wholes[0] not in seen:
        owner = wholes[0]
        seen.add(owner)
    return _Group(owner.path, owner.label, owner.keyword, 1)


def _by_area(box: Box, areas: list[str]) -> _Group:
    if box.kind == "user":
        return _by_kind(box)
    area = areas[0] if areas else ""
    return _Group(_STRAY + (area or "area"), AREAS.get(area, "Area not stated"), "area", 1)


def _by_kind(box: Box) -> _Group:
    return _Group(_STRAY + box.kind, PLURALS.get(box.kind, f"All of kind {box.kind}"), box.kind, box.layer)


def _grouped(picture: Picture, group_of: dict[str, _Group]) -> Picture:
    members: dict[_Group, list[Box]] = defaultdict(list)
    for box in picture.boxes:
        members[group_of[box.path]].append(box)
    boxes = tuple(_box(group, inner) for group, inner in members.items())
    return replace(picture, boxes=boxes, lines=_lines(picture.lines, group_of), frames=())


def _box(group: _Group, members: list[Box]) -> Box:
    kinds = Counter(box.kind for box in members)
    words = (f"{number} {kind if number == 1 else PLURALS.get(kind, kind).lower()}" for kind, number in kinds.items())
    statuses = Counter(box.status for box in members if box.status and box.status is not Status.KEPT)
    changes = (f"{STATUSES[status].sign}{number} {status.value}" for status, number in statuses.items())
    marks: dict[Mark, None] = dict.fromkeys(mark for box in members for mark in box.marks)
    return Box(
        group.path, group.kind, group.title, group.layer, notes=(*words, *changes), marks=tuple(marks),
    )  # fmt: skip


def _lines(lines: Iterable[Line], group_of: dict[str, _Group]) -> tuple[Line, ...]:
    """One line for all relations from one group to another, with their number."""
    found: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        source, target = group_of[line.source].path, group_of[line.target].path
        if source != target:
            found[source, target].append(line)
    return tuple(_line(source, target, members) for (source, target), members in found.items())


def _line(source: str, target: str, members: list[Line]) -> Line:
    """A line with the number of relations of each status; it has the status and the kind that all of them have."""
    kinds: Counter[str] = Counter()
    statuses: Counter[Status | None] = Counter()
    for line in members:
        number = max(len(line.words), 1)
        kinds.update(dict.fromkeys(line.kinds, number))
        statuses[line.status] += number
    words = tuple(f"{number} × {kind}" for kind, number in kinds.most_common())
    order = [None, *Status]
    counts = [f"{_sign(status)}{statuses[status]}" for status in order if status in statuses]
    status = next(iter(statuses)) if len(statuses) == 1 else None
    kind = next(iter(kinds)) if len(kinds) == 1 else "many"
    return Line(source, target, kind, "", "", status, words, count=" ".join(counts))


def _sign(status: Status | None) -> str:
    return STATUSES[status].sign if status else ""
