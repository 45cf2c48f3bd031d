"""What stands in a box: its status, its slots for interfaces and stores, and small print."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagrams.lines import Ends
from archlint.diagrams.picture import Openness, Slot, Status
from archlint.diagrams.times import Times
from archlint.model.elements import Data, Element, Interface, Store
from archlint.model.model import Moment

__all__ = ["notes_of", "slots_of", "status_of"]

_SILENT = frozenset({"allow", "description", "link", "meta", "since", "source", "until"})
"""What may differ between two instants without the element being another."""


def status_of(element: Element, times: Times) -> Status | None:
    """What becomes of an element between two instants, None where none are compared."""
    if not times.compared:
        return None
    before, after = times.holds(element)
    if before and after:
        return Status.CHANGED if _changes(element, times) else Status.KEPT
    return Status.REMOVED if before else Status.ADDED


def slots_of(element: Element, ends: Ends, times: Times) -> Iterator[Slot]:
    """The interfaces and stores that are drawn in the box of an element."""
    for inner in ends.slots[element]:
        if times.ever(inner):
            moment = times.last_of(inner)
            title, sort = _slot_title(inner, moment, times), _sort(inner, moment, times)
            yield Slot(inner.path, title, sort, status_of(inner, times))


def notes_of(element: Element, ends: Ends, times: Times) -> Iterator[str]:
    """How data must be handled, what changes, and the parts that have no box of their own."""
    if isinstance(element, Data):
        yield from times.values(element.classification, times.last_of(element))
    if times.compared and all(times.holds(element)) and (changes := _changes(element, times)):
        yield f"changed: {', '.join(changes)}"
    parts = [part.title or part.name for part in ends.parts[element] if times.ever(part)]
    if parts:
        yield f"parts: {', '.join(parts)}"


def _changes(element: Element, times: Times) -> list[str]:
    """The keywords of what is stated otherwise at the second instant."""
    before, after = times.moments
    return sorted(
        keyword
        for keyword, facts in element.facts.items()
        if keyword not in _SILENT and times.values(facts, before) != times.values(facts, after)
    )


def _slot_title(element: Element, moment: Moment, times: Times) -> str:
    name = element.title or element.name
    held = [
        f"{relation.data.name} ({relation.role})" if relation.role else relation.data.name
        for relation in element.relations
        if relation.keyword == "holds" and relation.data and relation.lifetime.holds(moment.instant)
    ]
    return f"{name}: {', '.join(held)}" if held else name


def _sort(element: Element, moment: Moment, times: Times) -> Openness:
    if isinstance(element, Interface):
        return _openness(element, moment, times)
    assert isinstance(element, Store)
    return Openness.REGISTER if times.values(element.register, moment) else Openness.STORE


def _openness(interface: Interface, moment: Moment, times: Times) -> Openness:
    standards = times.values(interface.standard, moment)
    if times.values(interface.proprietary, moment) or times.values(interface.bespoke, moment):
        return Openness.CLOSED
    if any(times.values(standard.proprietary, moment) for standard in standards):
        return Openness.CLOSED
    if standards and all(times.values(standard.open, moment) for standard in standards):
        return Openness.OPEN
    return Openness.UNKNOWN
