"""Fewer lines for the same picture: those between the same ends joined, each still saying what it stands for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from archlint.diagrams.picture import Line, Picture, Status

__all__ = ["MANY_BOXES", "MANY_LINES", "is_crowded", "joined", "with_joined_lines"]

MANY_BOXES = 36
MANY_LINES = 60


def is_crowded(picture: Picture) -> bool:
    """Whether there is so much that lines can no longer be led round boxes."""
    return len(picture.boxes) > MANY_BOXES or len(picture.lines) > MANY_LINES


def with_joined_lines(picture: Picture) -> Picture:
    """The picture with one line for all that becomes of the relations between the same two ends in the same way; in a
    crowded one those ends are the boxes, whichever interface or store a relation names."""
    return replace(picture, lines=joined(picture.lines, by_box=is_crowded(picture)))


def joined(lines: Iterable[Line], *, by_box: bool) -> tuple[Line, ...]:
    """The lines, those that differ only in kind, and with `by_box` in the slots at their ends, as one."""
    groups: dict[_Key, list[Line]] = defaultdict(list)
    for line in lines:
        slots = ("", "") if by_box else (line.source_slot, line.target_slot)
        groups[_Key(line.source, line.target, *slots, line.status, line.bespoke, line.count)].append(line)
    return tuple(_one(key, group) for key, group in groups.items())


class _Key(NamedTuple):
    """What lines have in common that are joined."""

    source: str
    target: str
    source_slot: str
    target_slot: str
    status: Status | None
    bespoke: bool
    number: str


def _one(key: _Key, group: list[Line]) -> Line:
    if len(group) == 1 and (group[0].source_slot, group[0].target_slot) == (key.source_slot, key.target_slot):
        return group[0]
    kinds = dict.fromkeys(kind for line in group for kind in line.kinds)
    first, *others = kinds
    words = dict.fromkeys(word for line in group for word in line.words)
    slots = key.source_slot, key.target_slot
    return Line(key.source, key.target, first, *slots, key.status, tuple(words), key.bespoke, tuple(others), key.number)
