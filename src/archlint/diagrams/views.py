"""What to show: from a model and a view to a picture of frozen values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from archlint.diagnostics import Finding
from archlint.diagnostics import Status as FindingStatus
from archlint.diagrams.about import NOTHING, About
from archlint.diagrams.contents import notes_of, slots_of, status_of
from archlint.diagrams.frames import Grouping, areas_of, frames_of, owners_of
from archlint.diagrams.lines import Ends, lines_of
from archlint.diagrams.picture import Box, Frame, Line, Mark, Picture
from archlint.diagrams.times import Times
from archlint.model.elements import Data, Element, Organisation, Store, System, User
from archlint.model.elements import View as ViewElement
from archlint.model.model import Model

__all__ = ["View", "data_view", "default_view", "named_view", "picture_of"]

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
    about: About = NOTHING


def default_view(model: Model, times: Times) -> View:
    """The whole estate in the layout of the reference model."""
    return View(model.name, times)


def data_view(model: Model, entity: Data, times: Times) -> View:
    """Who keeps an entity, as master or replica, who reads and writes it, and through what."""
    about = About.of(model, entity, times)
    show = dict.fromkeys(
        (*(element for element in model.elements if element in about.data), *about.systems(model, times))
    )
    return View(f"{entity.label}: who keeps it, who reads it, who writes it", times, tuple(show), about=about)


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
    lines = lines_of(model, ends, view.times, view.about)
    if not view.show:
        shown = _used(shown, lines)
    findings = [finding for finding in findings if _concerns(finding, view.times)]
    marks = _marks(findings, ends)
    frames = frames_of(shown, view.grouping, view.times)
    boxes = tuple(
        replace(_box(element, ends, view), frame=frames.place[element], marks=marks.get(element.path, ()))
        for element in shown
    )
    paths = {box.path for box in boxes}
    kept = tuple(line for line in lines if {line.source, line.target} <= paths)
    subtitle = view.times.words if view.title == model.name else f"{model.name}, {view.times.words}"
    compared = view.times.compared
    framed = _marked(frames.frames, findings, model) if view.grouping is Grouping.OWNER else frames.frames
    return Picture(view.title, subtitle, boxes, kept, framed, view.direction, compared)


def _own_times(model: Model, element: ViewElement) -> Times:
    if element.compare:
        return Times.between(model, *element.compare[0].value)
    return Times.at_instant(model, element.at[0].value) if element.at else Times.default(model)


def _first(facts: tuple[Any, ...], default: str) -> str:
    return str(facts[0].value) if facts else default


def _shown(model: Model, view: View) -> tuple[Element, ...]:
    """The elements that get a box of their own, in the order of the model. An organisation that is named stands for
    what it owns; for itself, if that is nothing."""
    chosen = tuple(
        element
        for element in model.elements
        if view.times.ever(element) and _chosen(element, view) and not _named(element, view.hide, view.times)
    )
    named = {item for item in view.show if isinstance(item, Organisation)}
    if not named or "organisation" in view.show:
        return chosen
    owning = {owner for element in chosen for owner in owners_of(element, view.times)}
    return tuple(element for element in chosen if element not in named & owning)


def _chosen(element: Element, view: View) -> bool:
    if not view.show:
        return element.parent is None and isinstance(element, System | User | Store)
    if element.parent is None:
        return _named(element, view.show, view.times) or any(_asks_for_part(element, item) for item in view.show)
    return element.keyword not in _NESTED and any(item is element for item in view.show)


def _named(element: Element, items: tuple[Element | str, ...], times: Times) -> bool:
    """Whether a list names the element, its kind, its area, one of its tags, or the organisation that owns it."""
    if not items:
        return False
    words = {element.keyword, *(fact.value for fact in element.tags), *areas_of(element, times)}
    owners = owners_of(element, times)
    return any(item is element or item in words or item in owners for item in items)


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
        LAYERS.get(element.outermost.keyword if element.parent else element.keyword, _BENEATH),
        external=bool(system and view.times.values(system.external)),
        status=status_of(element, view.times),
        notes=tuple(notes_of(element, ends, view.times)),
        slots=tuple(slots_of(element, ends, view.times)),
    )


def _marks(findings: Iterable[Finding], ends: Ends) -> dict[str, tuple[Mark, ...]]:
    """The marks of each box."""
    marks: dict[str, dict[Mark, None]] = {}
    for finding in findings:
        box = ends.box_of_path(finding.elements[0]) if finding.elements else None
        if box is not None:
            marks.setdefault(box, {})[_mark(finding)] = None
    return {box: tuple(found) for box, found in marks.items()}


def _mark(finding: Finding) -> Mark:
    return Mark(finding.code, finding.status is FindingStatus.RESOLVED, finding.severity)


def _marked(frames: tuple[Frame, ...], findings: list[Finding], model: Model) -> tuple[Frame, ...]:
    """The frames of owners with what is found of these, each once; an organisation that has a box bears it there."""
    labels = {element.path: element.label for element in model.of(Organisation)}
    marks: dict[str, dict[Mark, None]] = {}
    for finding in findings:
        if finding.elements and finding.elements[0] in labels:
            marks.setdefault(labels[finding.elements[0]], {})[_mark(finding)] = None
    return tuple(replace(frame, marks=tuple(marks.pop(frame.title, ()))) for frame in frames)


def _concerns(finding: Finding, times: Times) -> bool:
    """Whether a finding holds at a time shown, and is neither waived nor known before."""
    if finding.waived is not None or finding.baselined:
        return False
    return not finding.snapshots or bool(times.names & set(finding.snapshots))
