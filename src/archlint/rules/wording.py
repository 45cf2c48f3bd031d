"""Names, dates and figures in the sentences of rules."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.time import name_of

__all__ = ["figure", "listed", "when"]


def figure(number: Decimal) -> str:
    """A number with commas between the thousands, and no zeros after the point."""
    return f"{number.normalize():,f}"


def listed(elements: Sequence[Element], most: int = 4) -> str:
    """The paths of elements in one phrase; of many only the first."""
    shown = [f"`{element.path}`" for element in elements[:most]]
    if len(elements) > most:
        shown.append(f"{len(elements) - most} more")
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def when(model: Model, instant: int) -> str:
    """An instant as people know it: its date, else the plateau that has none."""
    names = (f"with `{plateau.name}`" for plateau in model.plateaus if plateau.instant == instant)
    return name_of(instant) or next(names, "at last")
