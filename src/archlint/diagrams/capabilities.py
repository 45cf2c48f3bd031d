"""A map of the capabilities: who provides each, who needs it, and which of them nobody provides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagrams.contents import status_of
from archlint.diagrams.notation import STATUSES
from archlint.diagrams.picture import Box, Frame, Picture, Status
from archlint.diagrams.times import Times
from archlint.model.elements import Capability, System
from archlint.model.model import Model

__all__ = ["capability_map"]

_NAMED = 6


@dataclass
class _Part:
    """Who has to do with a capability, by the moments at which."""

    providers: dict[System, list[bool]] = field(default_factory=dict)
    needing: dict[System, list[bool]] = field(default_factory=dict)


def capability_map(model: Model, times: Times) -> Picture:
    """Every capability as a box, in the frame of the one that it is part of in the end."""
    shown = [capability for capability in model.of(Capability) if times.ever(capability) and not capability.imported]
    tops = {capability: _top(capability, times) for capability in shown}
    framed = [top for top in dict.fromkeys(tops.values()) if sum(other is top for other in tops.values()) > 1]
    parts = _parts(model, times)
    wholes = {above for capability in shown for above in _line_of(capability, times)[1:]}
    boxes = tuple(
        Box(
            capability.path,
            capability.keyword,
            capability.label,
            _depth(capability, times),
            frame=tops[capability].path if tops[capability] in framed else "",
            status=status_of(capability, times),
            notes=tuple(_notes(parts[capability], times, capability in wholes)),
        )
        for capability in shown
    )
    frames = tuple(Frame(top.path, top.label) for top in framed)
    title = f"{model.name}: its capabilities"
    return Picture(title, times.words, boxes, (), frames, compared=times.compared)


def _top(capability: Capability, times: Times) -> Capability:
    return _line_of(capability, times)[-1]


def _depth(capability: Capability, times: Times) -> int:
    return len(_line_of(capability, times)) - 1


def _line_of(capability: Capability, times: Times) -> list[Capability]:
    """The capability, the one that it is part of, and so on; a circle ends where it began."""
    line = [capability]
    while (above := times.values(line[-1].part_of, times.last_of(line[-1]))) and above[0] not in line:
        if not times.ever(above[0]):
            break
        line.append(above[0])
    return line


def _parts(model: Model, times: Times) -> dict[Capability, _Part]:
    parts: dict[Capability, _Part] = defaultdict(_Part)
    for system in model.of(System):
        for at, moment in enumerate(times.moments):
            if system.lifetime.holds(moment.instant):
                for capability in times.values(system.provides, moment):
                    _note(parts[capability].providers, system, at, times)
                for capability in times.values(system.needs, moment):
                    _note(parts[capability].needing, system, at, times)
    return parts


def _note(found: dict[System, list[bool]], system: System, at: int, times: Times) -> None:
    found.setdefault(system, [False] * len(times.moments))[at] = True


def _notes(part: _Part, times: Times, whole: bool) -> Iterator[str]:
    """What is said of a capability; of a whole, its parts say whether anybody provides it."""
    for system, held in list(part.providers.items())[:_NAMED]:
        yield f"{_sign(held)}provided by {system.label}"
    if len(part.providers) > _NAMED:
        yield f"and {len(part.providers) - _NAMED} more"
    if not whole and not any(held[-1] for held in part.providers.values()):
        yield "! nobody provides it" if len(times.moments) == 1 else "! nobody provides it in the end"
    if number := sum(held[-1] for held in part.needing.values()):
        yield f"needed by {number}"


def _sign(held: list[bool]) -> str:
    if len(held) == 1 or all(held):
        return ""
    sign = STATUSES[Status.ADDED if held[-1] else Status.REMOVED].sign
    return f"{sign} "
