"""The picture of the page: everything that ever exists in one drawing, and what of it is there in each state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree import ElementTree

from archlint.diagrams.dot import write
from archlint.diagrams.picture import Line, Picture
from archlint.diagrams.render import render
from archlint.diagrams.times import Times
from archlint.diagrams.views import View, default_view, picture_of
from archlint.escaping import for_xml
from archlint.model.model import Model, Moment

__all__ = ["Scene", "bare", "scene_of"]

_SVG = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}title"


class Scene(NamedTuple):
    """An SVG whose boxes and lines say which elements they stand for and in which states they are there, how many
    boxes and lines it has, and the engine that drew it."""

    svg: str
    boxes: int
    lines: int
    engine: str


@dataclass(frozen=True)
class _Throughout(Times):
    """Every moment at once: nothing is compared, and what exists at any of them is shown."""

    @property
    def compared(self) -> bool:
        return False

    @property
    def words(self) -> str:
        return "over the whole way"


def scene_of(model: Model, moments: tuple[Moment, ...]) -> Scene:
    """The picture of a model over its moments; raises RenderError where no engine can draw it."""
    view = default_view(model, _Throughout(moments))
    picture = picture_of(model, view)
    states = [picture_of(model, View(view.title, Times((moment,)))) for moment in moments]
    drawing = write(picture)
    drawn = render(drawing.text, "svg", edges=drawing.lines)
    svg = _told(drawn.content, picture, states)
    return Scene(svg, drawing.boxes, drawing.lines, drawn.engine)


def _told(svg: bytes, picture: Picture, states: list[Picture]) -> str:
    """The SVG with the paths and the states of its boxes and lines."""
    root = bare(svg)
    boxes = {box.path: box for box in picture.boxes}
    there = _states({box.path for box in state.boxes} for state in states)
    drawn = _states({_key(line) for line in state.lines} for state in states)
    lines = {("; ".join(line.words), line.kind): line for line in picture.lines}
    for group in root.iter(f"{{{_SVG}}}g"):
        words = (group.get("class") or "").split()
        if words[:2] == ["node", "element"]:
            box = boxes[_title(group)]
            found = {"data-path": box.path, "data-kind": box.kind, "data-states": there.get(box.path, "")}
            group.attrib |= {
                **found,
                "tabindex": "0",
                "role": "button",
                "aria-label": for_xml(f"{box.kind} {box.title}"),
            }
        elif words[:2] == ["edge", "line"]:
            tip = next((link.get(_LINK) or "" for link in group.iter(f"{{{_SVG}}}a")), "")
            line = lines[tip, words[2]]
            ends = {"data-source": line.source, "data-target": line.target, "data-kind": line.kind}
            group.attrib |= {**ends, "data-states": drawn.get(_key(line), ""), "data-words": tip}
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, encoding="unicode")


def bare(svg: bytes) -> ElementTree.Element:
    """A drawing without the style and the identifiers that a page of several drawings has once."""
    root = ElementTree.fromstring(svg)  # what an engine of ours has drawn, and nobody else
    for element in root.iter():
        element.attrib.pop("id", None)
        for style in element.findall(f"{{{_SVG}}}style"):
            element.remove(style)
    return root


def _title(group: ElementTree.Element) -> str:
    title = group.find(f"{{{_SVG}}}title")
    return (title.text or "") if title is not None else ""


def _key(line: Line) -> tuple[str, str, str, str, str]:
    return (line.source, line.target, line.kind, line.source_slot, line.target_slot)


def _states(sets: Iterable[Iterable[object]]) -> Mapping[object, str]:
    """For each thing the numbers of the states that hold it."""
    found: dict[object, list[str]] = {}
    for number, things in enumerate(sets):
        for thing in things:
            found.setdefault(thing, []).append(str(number))
    return {thing: " ".join(numbers) for thing, numbers in found.items()}
