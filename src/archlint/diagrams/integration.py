"""Integration in two halves, side by side: wires from point to point, and those through platforms and adaptors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archlint.diagrams.picture import Box, Frame, Line, Picture

__all__ = ["integration_of"]

_WIRES = frozenset({"uses", "reads", "writes", "replica"})
_HUBS = frozenset({"platform", "adaptor"})
_APART = Frame("point to point", "Point to point")
_TOGETHER = Frame("hub", "Through platforms and adaptors")
_AGAIN = " "
"""What tells the second box of a system from its first; nobody sees it."""


def integration_of(picture: Picture) -> Picture:
    """The wires between systems, those past platforms and adaptors in a frame of their own. What has wires of both
    sorts stands in both frames."""
    kinds = {box.path: box.kind for box in picture.boxes}
    wires = [line for line in picture.lines if _WIRES & set(line.kinds)]
    through = [bool({kinds[line.source], kinds[line.target]} & _HUBS) for line in wires]
    hub = [line for line, by_hub in zip(wires, through, strict=True) if by_hub]
    apart = [line for line, by_hub in zip(wires, through, strict=True) if not by_hub]
    left, right = _members(picture, apart, _APART), _members(picture, hub, _TOGETHER)
    both = {box.path for box in left} & {box.path for box in right}
    frames = (_counted(_APART, left, apart), _counted(_TOGETHER, right, hub))
    return replace(
        picture,
        title=f"{picture.title}: how its systems are joined",
        boxes=(*left, *(replace(box, path=_again(box.path, both)) for box in right)),
        lines=(*apart, *(_moved(line, both) for line in hub)),
        frames=tuple(frame for frame, boxes in zip(frames, (left, right), strict=True) if boxes),
    )


def _members(picture: Picture, wires: Iterable[Line], frame: Frame) -> list[Box]:
    ends = {path for line in wires for path in (line.source, line.target)}
    return [replace(box, frame=frame.name) for box in picture.boxes if box.path in ends]


def _counted(frame: Frame, boxes: list[Box], wires: list[Line]) -> Frame:
    pairs = {frozenset((line.source, line.target)) for line in wires}
    return replace(
        frame, title=f"{frame.title}: {len(pairs)} {'pair' if len(pairs) == 1 else 'pairs'} of {len(boxes)} systems"
    )


def _again(path: str, both: set[str]) -> str:
    return path + _AGAIN if path in both else path


def _moved(line: Line, both: set[str]) -> Line:
    """The line at the second boxes; slots keep their names, for each is found in its box."""
    return replace(line, source=_again(line.source, both), target=_again(line.target, both))
