"""Whether an interface is open, closed, or not known to be either; and so the way that a dependency takes."""

from __future__ import annotations

from enum import Enum

from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Interface, Standard
from archlint.model.relations import Relation

__all__ = ["Openness", "closed_because", "openness", "takes_closed_way", "takes_open_interface"]


class Openness(Enum):
    """What is known of an interface."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


def is_proprietary(snapshot: Snapshot, standard: Element) -> bool:
    """Whether a standard says that it is proprietary."""
    return isinstance(standard, Standard) and snapshot.one(standard.proprietary) is not None


def openness(snapshot: Snapshot, interface: Interface) -> Openness:
    """Open: it names standards, all of them open, and says neither `proprietary` nor `bespoke`. Closed: it
    says one of these or names a proprietary standard. Otherwise unknown."""
    if closed_because(snapshot, interface):
        return Openness.CLOSED
    standards = snapshot.values(interface.standard)
    if standards and all(snapshot.one(standard.open) for standard in standards):
        return Openness.OPEN
    return Openness.UNKNOWN


def closed_because(snapshot: Snapshot, interface: Interface) -> str | None:
    """Why an interface is closed, in words, or None where it is not."""
    return snapshot.projection(_closed_interfaces).get(interface)


def _closed_interfaces(snapshot: Snapshot) -> dict[Interface, str | None]:
    return {interface: _why_closed(snapshot, interface) for interface in snapshot.of(Interface)}


def _why_closed(snapshot: Snapshot, interface: Interface) -> str | None:
    if snapshot.one(interface.proprietary):
        return f"`{interface.path}` is proprietary"
    if snapshot.one(interface.bespoke):
        return f"`{interface.path}` is bespoke"
    for standard in snapshot.values(interface.standard):
        if is_proprietary(snapshot, standard):
            return f"`{interface.path}` speaks the proprietary `{standard.name}`"
    return None


def takes_closed_way(snapshot: Snapshot, relation: Relation) -> str | None:
    """Why a relation goes through a closed interface or `via` a proprietary standard, in words, or None."""
    if relation.via is not None and is_proprietary(snapshot, relation.via):
        return f"it goes via the proprietary `{relation.via.name}`"
    if isinstance(relation.target, Interface):
        return closed_because(snapshot, relation.target)
    return None


def takes_open_interface(snapshot: Snapshot, relation: Relation) -> bool:
    """Whether a relation goes through an interface that may be open.

    A system or store named without an interface does not, nor what says `bespoke`; an interface whose
    openness is unknown is given the benefit of the doubt.
    """
    if relation.bespoke or not isinstance(relation.target, Interface):
        return False
    return takes_closed_way(snapshot, relation) is None
