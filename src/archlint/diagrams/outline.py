"""What a picture says in words alone, for formats that are text: the lines in a box, the word on an arrow, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from archlint.diagrams.labels import badge_words, small_print, status_words
from archlint.diagrams.notation import LINES, OTHER_LINE, SLOTS, STATUSES
from archlint.diagrams.picture import Box, Frame, Line, Picture, Slot, Status

__all__ = ["box_lines", "frame_lines", "line_words", "names_of", "nested", "points"]

_LONGEST = 200


def box_lines(box: Box) -> Iterator[str]:
    """What stands in a box, the title first; every slot says by its sign what it is."""
    yield box.title[:_LONGEST]
    if box.status not in (None, Status.KEPT):
        yield status_words(box.status)
    yield from small_print(box)
    yield from (_slot(slot) for slot in box.slots)
    yield from (words for _, words in badge_words(box.marks))


def frame_lines(frame: Frame) -> Iterator[str]:
    """The title of a frame, and what is found of that for which it stands."""
    yield frame.title[:_LONGEST]
    yield from (words for _, words in badge_words(frame.marks))


def _slot(slot: Slot) -> str:
    signs = f"{STATUSES[slot.status or Status.KEPT].sign} {SLOTS[slot.openness].sign}".strip()
    return f"{signs} {slot.title[:_LONGEST]}"


def line_words(line: Line) -> str:
    """What a line says: its sign, its number, its relations."""
    kinds = dict.fromkeys(LINES.get(kind, OTHER_LINE)[1] if kind in LINES else kind for kind in line.kinds)
    sign = STATUSES[line.status or Status.KEPT].sign
    return " ".join(filter(None, (line.count or sign, "bespoke:" if line.bespoke else "", ", ".join(kinds))))


def points(line: Line) -> bool:
    """Whether it has an arrowhead."""
    return any(LINES.get(kind, OTHER_LINE)[0] != "none" for kind in line.kinds)


def names_of(picture: Picture) -> dict[str, str]:
    """A name for every box that any of the formats takes for one: like its path, and no keyword."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for box in picture.boxes:
        name = plain = "e_" + re.sub(r"[^A-Za-z0-9]+", "_", box.path)
        number = 2
        while name in taken:
            name, number = f"{plain}_{number}", number + 1
        taken.add(name)
        names[box.path] = name
    return names


def nested(
    picture: Picture, box: Callable[[Box], str], opening: Callable[[Frame, str], str], closing: str, indent: str = ""
) -> Iterator[str]:
    """The boxes in their frames, a line each, indented by how deep they stand: how a format writes a box, what opens a
    frame of a given name, and what closes it."""

    def inside(frame: str, indent: str) -> Iterator[str]:
        yield from (indent + box(found) for found in picture.boxes if found.frame == frame)
        for number, inner in enumerate(picture.frames):
            if inner.parent == frame:
                yield indent + opening(inner, f"f_{number}")
                yield from inside(inner.name, indent + "  ")
                yield indent + closing

    return inside("", indent)
