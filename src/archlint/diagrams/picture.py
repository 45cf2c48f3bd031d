"""What a picture shows, as frozen values: boxes, slots in them, lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from archlint.diagnostics import Severity

__all__ = ["Box", "Frame", "Line", "Mark", "Openness", "Picture", "Slot", "Status"]


class Status(Enum):
    """What becomes of an element or relation between the two instants of a comparison."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Openness(Enum):
    """What a slot in a box is: an interface of some openness, or a store."""

    OPEN = "open interface"
    CLOSED = "closed interface"
    UNKNOWN = "interface"
    STORE = "store"
    REGISTER = "register"


@dataclass(frozen=True, slots=True)
class Slot:
    """An interface or a store, drawn inside the box of the system it belongs to."""

    path: str
    title: str
    openness: Openness
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on an element: its code, whether the roadmap resolves it, and how grave it is."""

    code: str
    resolved: bool = False
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Box:
    """An element: a system, a user, a store of its own, or whatever else a view shows.

    `frame` is the name of the frame it stands in, empty for none; `notes` are short remarks in small print.
    """

    path: str
    kind: str
    title: str
    layer: int
    frame: str = ""
    external: bool = False
    status: Status | None = None
    notes: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def interfaces(self) -> tuple[Slot, ...]:
        """The ways in."""
        return tuple(slot for slot in self.slots if slot.openness not in _STORES)

    @property
    def stores(self) -> tuple[Slot, ...]:
        """Where it keeps data."""
        return tuple(slot for slot in self.slots if slot.openness in _STORES)


_STORES = (Openness.STORE, Openness.REGISTER)


@dataclass(frozen=True, slots=True)
class Line:
    """One or more relations of one kind and status between the same two ends.

    A slot is the path of the slot in the box where the line ends, empty for the box itself. `also` are the further
    kinds that were joined to it, `bespoke` says that it is a wire of its own, `count` says for
    how many relations between groups it stands.
    """

    source: str
    target: str
    kind: str
    source_slot: str = ""
    target_slot: str = ""
    status: Status | None = None
    words: tuple[str, ...] = ()
    bespoke: bool = False
    also: tuple[str, ...] = ()
    count: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind of relation that it stands for."""
        return (self.kind, *self.also)


@dataclass(frozen=True, slots=True)
class Frame:
    """A box around boxes; `water` marks the one whose upper edge is the waterline, `marks` are those of what it
    stands for."""

    name: str
    title: str
    parent: str = ""
    water: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that is drawn; frames come before the frames that stand in them."""

    title: str
    subtitle: str
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    frames: tuple[Frame, ...] = ()
    direction: str = "down"
    compared: bool = False
