"""What `archlint draw` is asked to show, and the picture of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from archlint.cli.subjects import fail

if TYPE_CHECKING:
    from archlint.diagnostics import Finding
    from archlint.diagrams.picture import Picture
    from archlint.diagrams.times import Times
    from archlint.diagrams.views import View
    from archlint.model.elements import Element
    from archlint.model.model import Model

__all__ = ["Pictured", "Wish", "pictured"]

E = TypeVar("E", bound="Element")


class Wish(NamedTuple):
    """What was asked for: a view, its time, and what of it; or one of the views that need no declaration."""

    view: str | None = None
    moments: tuple[str, ...] = ()
    focus: str | None = None
    depth: int | None = None
    begin: str | None = None
    end: str | None = None
    data: str | None = None
    integration: bool = False
    capabilities: bool = False
    full: bool = False

    def check(self) -> None:
        """Ends the run where the wishes exclude each other."""
        ways = {
            "--view": self.view, "--data": self.data, "--integration": self.integration,
            "--capabilities": self.capabilities,
        }  # fmt: skip
        asked = [flag for flag, value in ways.items() if value]
        parts = [flag for flag, value in (("--focus", self.focus), ("--from", self.begin)) if value]
        if len(asked) > 1 or len(parts) > 1:
            fail(f"draw takes one of {', '.join(asked if len(asked) > 1 else parts)}")
        if self.capabilities and parts:
            fail(f"--capabilities draws no lines, so {parts[0]} finds none")
        if bool(self.begin) != bool(self.end):
            fail("a way has two ends: --from and --to")
        if self.depth is not None and not self.focus:
            fail("--depth says how far around --focus")


class Pictured(NamedTuple):
    """A picture, and what is to be said of it on standard error."""

    picture: Picture
    times: Times
    said: tuple[str, ...] = ()


def pictured(model: Model, wish: Wish, findings_at: Callable[[Times], Iterable[Finding]]) -> Pictured:
    """The picture that is wished for, with its findings; ends the run where there is nothing to draw."""
    from archlint.diagrams.collapsed import collapsed
    from archlint.diagrams.joined import with_joined_lines

    view = _view(model, wish)
    picture = _whole(model, wish, view, findings_at)
    if not picture.boxes:
        fail(f"there is nothing to draw: {picture.title} shows no element {view.times.words}")
    picture = _part(model, wish, picture, view.times)
    if wish.integration:
        from archlint.diagrams.integration import integration_of

        picture = integration_of(picture)
        if not picture.boxes:
            fail(f"there is nothing to draw: no two systems are joined {view.times.words}")
    collapse = None if wish.full or wish.integration or wish.capabilities else collapsed(model, picture, view.times)
    if collapse is None:
        return Pictured(with_joined_lines(picture), view.times)
    said = (
        f"{len(picture.boxes)} boxes and {len(picture.lines)} lines are too many to read: drew one box for each"
        f" {collapse.by}; --full draws them all, --focus, --from, --data and views a part"
    )
    return Pictured(collapse.picture, view.times, (said,))


def _whole(model: Model, wish: Wish, view: View, findings_at: Callable[[Times], Iterable[Finding]]) -> Picture:
    if wish.capabilities:
        from archlint.diagrams.capabilities import capability_map

        return capability_map(model, view.times)
    from archlint.diagrams.views import picture_of

    return picture_of(model, view, findings_at(view.times))


def _view(model: Model, wish: Wish) -> View:
    """The view of that name, else the whole estate; at the moments asked for, else at its own."""
    from archlint.diagrams.times import Times
    from archlint.diagrams.views import data_view, default_view, named_view
    from archlint.linter import UnknownMoment, moments_at
    from archlint.model.elements import Data, View

    try:
        times = Times(tuple(moments_at(model, moment)[0] for moment in wish.moments)) if wish.moments else None
    except UnknownMoment as error:
        fail(str(error))
    if wish.view is not None:
        return named_view(model, _known(wish.view, list(model.of(View)), "view"), times)
    if wish.data is not None:
        return data_view(model, _known(wish.data, list(model.of(Data)), "data"), times or Times.default(model))
    return _grouped(model, wish, default_view(model, times or Times.default(model)))


def _grouped(model: Model, wish: Wish, view: View) -> View:
    """The whole estate; by its owners, where one of them is in focus."""
    from archlint.diagrams.frames import Grouping
    from archlint.model.elements import Organisation

    department = any(element.path == wish.focus for element in model.of(Organisation))
    return replace(view, grouping=Grouping.OWNER) if department else view


def _known(name: str, elements: Sequence[E], what: str) -> E:
    """The element of that path; ends the run where there is none."""
    from archlint.language.suggestions import did_you_mean, nearest

    paths = {element.path: element for element in elements}
    if not paths:
        fail(f"there is no {what} {name}; the model declares none")
    if name not in paths:
        others = did_you_mean(nearest(name, list(paths))) or f"there are {', '.join(list(paths)[:8])}"
        fail(f"there is no {what} {name}; {others}")
    return paths[name]


def _part(model: Model, wish: Wish, picture: Picture, times: Times) -> Picture:
    """What is around the focus, or on the ways from one end to the other, where that was asked for."""
    if wish.focus is not None:
        return _around(model, wish.focus, 1 if wish.depth is None else wish.depth, picture, times)
    if wish.begin is not None and wish.end is not None:
        return _between(model, wish.begin, wish.end, picture, times)
    return picture


def _around(model: Model, name: str, depth: int, picture: Picture, times: Times) -> Picture:
    from archlint.diagrams.parts import around

    element, boxes = _shown(model, name, picture, times)
    far = "and nothing else" if depth == 0 else f"and what is {depth} {'line' if depth == 1 else 'lines'} away"
    return _titled(around(picture, boxes, depth), f"{element.label}, {far}", model, times)


def _between(model: Model, begin: str, end: str, picture: Picture, times: Times) -> Picture:
    from archlint.diagrams.parts import between

    (first, start), (last, goal) = (_shown(model, name, picture, times) for name in (begin, end))
    ways = between(picture, start, goal)
    if not ways.boxes:
        back = between(picture, goal, start).boxes
        other = f"; there is one from {end} to {begin}" if back else ""
        fail(f"there is no way along the lines from {begin} to {end} {times.words}{other}")
    return _titled(ways, f"From {first.label} to {last.label}", model, times)


def _titled(picture: Picture, title: str, model: Model, times: Times) -> Picture:
    return replace(picture, title=title, subtitle=f"{model.name}, {times.words}")


def _shown(model: Model, name: str, picture: Picture, times: Times) -> tuple[Element, set[str]]:
    """An element by its path, and the boxes that show it; ends the run where none does."""
    from archlint.diagrams.parts import boxes_about

    element = _known(name, [element for element in model.elements if element.keyword != "view"], "element")
    boxes = boxes_about(model, picture, element, times)
    if not boxes:
        fail(f"no box shows {name} {times.words}, nor anything that names it")
    return element, boxes
