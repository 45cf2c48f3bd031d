"""What to show: from a model and a view to a picture of frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from archlint.diagnostics import Finding
from archlint.diagnostics import Status as FindingStatus
from archlint.diagrams.contents import notes_of, slots_of, status_of
from archlint.diagrams.frames import Grouping, frames_of
from archlint.diagrams.lines import Ends, lines_of
from archlint.diagrams.picture import Box, Line, Mark, Picture
from archlint.diagrams.times import Times
from archlint.model.elements import Element, Store, System, User
from archlint.model.elements import View as ViewElement
from archlint.model.model import Model

__all__ = ["View", "default_view", "named_view", "picture_of"]

LAYERS = {"user": 0, "product": 1, "system": 1, "platform": 2, "store": 2, "adaptor": 3, "legacy": 4}
"""From the people on top down to the legacy estate; the rest stands beneath, where a view shows it."""

_BENEATH = 5
_NESTED = ("interface", "store")


@dataclass(frozen=True)
class View:
    """What is asked for. An empty `show` means users, systems and stores, imported ones where used."""

    title: str
    times: Times
    show: tuple[Element | str, ...] = ()
    hide: tuple[Element | str, ...] = ()
    grouping: Grouping = Grouping.REFERENCE
    direction: str = "down"


def default_view(model: Model, times: Times) -> View:
    """The whole estate in the layout of the reference model."""
    return View(model.name, times)


def named_view(model: Model, element: ViewElement, times: Times | None) -> View:
    """The view that a model declares, at its own time unless another is given."""
    return View(
        element.label,
        times or _own_times(model, element),
        tuple(fact.value for fact in element.show),
        tuple(fact.value for fact in element.hide),
        Grouping(_first(element.group_by, Grouping.REFERENCE.value)),
        _first(element.direction, "down"),
    )


def picture_of(model: Model, view: View, findings: Iterable[Finding] = ()) -> Picture:
    """The picture of a model that a view asks for, with the findings marked on what they are about."""
    shown = _shown(model, view)
    ends = Ends.of(shown, hidden=frozenset(word for word in view.hide if isinstance(word, str)))
    lines = lines_of(model, ends, view.times)
    if not view.show:
        shown = _used(shown, lines)
    marks = _marks(findings, ends, view.times)
    frames = frames_of(shown, view.grouping, view.times)
    boxes = tuple(
        replace(_box(element, ends, view), frame=frames.place[element], marks=marks.get(element.path, ()))
        for element in shown
    )
    paths = {box.path for box in boxes}
    kept = tuple(line for line in lines if {line.source, line.target} <= paths)
    subtitle = view.times.words if view.title == model.name else f"{model.name}, {view.times.words}"
    compared = view.times.compared
    return Picture(view.title, subtitle, boxes, kept, frames.frames, view.direction, compared)


def _own_times(model: Model, element: ViewElement) -> Times:
    if element.compare:
        return Times.between(model, *element.compare[0].value)
    return Times.at_instant(model, element.at[0].value) if element.at else Times.default(model)


def _first(facts: tuple[Any, ...], default: str) -> str:
    return str(facts[0].value) if facts else default


def _shown(model: Model, view: View) -> tuple[Element, ...]:
    """The elements that get a box of their own, in the order of the model."""
    return tuple(
        element
        for element in model.elements
        if view.times.ever(element) and _chosen(element, view) and not _named(element, view.hide)
    )


def _chosen(element: Element, view: View) -> bool:
    if not view.show:
        return element.parent is None and isinstance(element, System | User | Store)
    if element.parent is None:
        return _named(element, view.show) or any(_asks_for_part(element, item) for item in view.show)
    return element.keyword not in _NESTED and any(item is element for item in view.show)


def _named(element: Element, items: tuple[Element | str, ...]) -> bool:
    """Whether a list names the element, its kind or one of its tags."""
    tags = {fact.value for fact in element.tags}
    return any(item is element or item == element.keyword or item in tags for item in items)


def _asks_for_part(element: Element, item: Element | str) -> bool:
    """An interface or a store of its own kind is drawn in the box of its system, so that is shown."""
    return isinstance(item, Element) and item.keyword in _NESTED and item.outermost is element


def _used(shown: tuple[Element, ...], lines: tuple[Line, ...]) -> tuple[Element, ...]:
    """Without those that are known only by import and have nothing to do with the model's own."""
    own = {element.path for element in shown if not element.imported}
    touched = {path for line in lines if {line.source, line.target} & own for path in (line.source, line.target)}
    return tuple(element for element in shown if not element.imported or element.path in touched)


def _box(element: Element, ends: Ends, view: View) -> Box:
    system = element if isinstance(element, System) else None
    return Box(
        element.path,
        element.keyword,
        element.label,
        LAYERS.get(element.keyword, _BENEATH),
        external=bool(system and view.times.values(system.external)),
        status=status_of(element, view.times),
        notes=tuple(notes_of(element, ends, view.times)),
        slots=tuple(slots_of(element, ends, view.times)),
    )


def _marks(findings: Iterable[Finding], ends: Ends, times: Times) -> dict[str, tuple[Mark, ...]]:
    """The marks of each box: of findings that hold at a time shown and are neither waived nor known before."""
    marks: dict[str, dict[Mark, None]] = {}
    for finding in findings:
        box = ends.box_of_path(finding.elements[0]) if finding.elements else None
        if box is not None and _concerns(finding, times):
            mark = Mark(finding.code, finding.status is FindingStatus.RESOLVED)
            marks.setdefault(box, {})[mark] = None
    return {box: tuple(found) for box, found in marks.items()}


def _concerns(finding: Finding, times: Times) -> bool:
    if finding.waived is not None or finding.baselined:
        return False
    return not finding.snapshots or bool(times.names & set(finding.snapshots))
