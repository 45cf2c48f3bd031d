"""Which frame a box stands in, above the waterline and beneath it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from archlint.diagrams.picture import Frame
from archlint.diagrams.times import Times
from archlint.model.elements import Adaptor, Element, Legacy, Organisation, Platform, Store, System

__all__ = ["AREAS", "PLURALS", "Framed", "Grouping", "areas_of", "frames_of", "owners_of"]


class Grouping(Enum):
    """What the frames stand for; as in the reference model unless a view says otherwise."""

    REFERENCE = "reference"
    OWNER = "owner"
    AREA = "area"
    KIND = "kind"
    TAG = "tag"


class Framed(NamedTuple):
    """The frames in the order in which they are drawn, and the name of the frame of every element."""

    frames: tuple[Frame, ...]
    place: dict[Element, str]


AREAS = {
    "digital-public-service": "Digital public services",
    "mission-it": "Mission IT",
    "back-office": "Back office",
    "infrastructure": "Infrastructure",
}
"""The four functional areas, in the order in which they stand."""

_WATER = Frame("waterline", "≈≈≈ waterline ≈≈≈", water=True)
_NO_AREA = "Area not stated"
PLURALS = {
    "user": "Users", "product": "Products", "platform": "Platforms", "system": "Other systems", "store": "Stores",
    "adaptor": "Adaptors", "legacy": "Legacy", "data": "Information model", "capability": "Capabilities",
}  # fmt: skip
_FEW = 8


def frames_of(elements: tuple[Element, ...], grouping: Grouping, times: Times) -> Framed:
    """The frames for these elements: one a group above the waterline, and one a group beneath it."""
    above = {element: _group(element, grouping, times) for element in elements if not _is_beneath(element)}
    beneath = {element: _group_beneath(element, grouping, times) for element in elements if _is_beneath(element)}
    if len(set(filter(None, beneath.values()))) < 2 or (grouping is Grouping.REFERENCE and len(beneath) <= _FEW):
        beneath = dict.fromkeys(beneath, "")
    frames = [Frame(f"above {title}", title) for title in _sorted(above, grouping)]
    if beneath:
        frames.append(_water(beneath))
        frames += [Frame(f"beneath {title}", title, _WATER.name) for title in _sorted(beneath, grouping)]
    place = {element: f"above {title}" if title else "" for element, title in above.items()}
    place |= {element: f"beneath {title}" if title else _WATER.name for element, title in beneath.items()}
    return Framed(tuple(frames), place)


def _is_beneath(element: Element) -> bool:
    return isinstance(element.outermost, Legacy | Adaptor)


def _water(beneath: dict[Element, str]) -> Frame:
    kinds = {element.outermost.keyword for element in beneath}
    words = [word for kind, word in (("adaptor", "adaptors"), ("legacy", "legacy")) if kind in kinds]
    return Frame(_WATER.name, f"{_WATER.title} {' and '.join(words)} beneath", water=True)


def _sorted(groups: dict[Element, str], grouping: Grouping) -> list[str]:
    """In the order of the areas or kinds, else as the model comes by them; what is not stated comes last."""
    order = list(AREAS.values()) if grouping in (Grouping.REFERENCE, Grouping.AREA) else list(PLURALS.values())
    titles = [title for title in dict.fromkeys(groups.values()) if title]
    known = [title for title in order if title in titles]
    return [*known, *(title for title in titles if title not in known)]


def _group(element: Element, grouping: Grouping, times: Times) -> str:
    if not isinstance(element, System | Store):
        titled = element.keyword != "user" and grouping in (Grouping.REFERENCE, Grouping.KIND)
        return PLURALS.get(element.keyword, "") if titled else ""
    if grouping is Grouping.REFERENCE and isinstance(element.outermost, Platform | Store):
        return PLURALS[element.outermost.keyword]
    return _group_beneath(element, grouping, times)


def _group_beneath(element: Element, grouping: Grouping, times: Times) -> str:
    moment = times.last_of(element)
    if grouping is Grouping.KIND:
        return PLURALS.get(element.keyword, element.keyword)
    if grouping is Grouping.OWNER:
        owners = owners_of(element, times)
        return owners[0].label if owners else "Owner not stated"
    if grouping is Grouping.TAG:
        return next(iter(times.values(element.tags, moment)), "No tag")
    areas = areas_of(element, times)
    if not areas:
        return "" if grouping is Grouping.REFERENCE and isinstance(element, Adaptor) else _NO_AREA
    return AREAS[areas[0]]


def owners_of(element: Element, times: Times) -> list[Organisation]:
    """Who owns an element; of a part that states none, who owns that in which it stands."""
    found = times.values(element.owner, times.last_of(element))
    return owners_of(element.parent, times) if not found and element.parent else found


def areas_of(element: Element, times: Times) -> list[str]:
    """The area of an element; of a part that states none, that in which it stands."""
    found = times.values(element.area, times.last_of(element)) if isinstance(element, System) else []
    return areas_of(element.parent, times) if not found and element.parent else found
