"""Makes an estate from its size: the same size and seed always give the same estate."""

from __future__ import annotations

from benchmarks.estate import Element, Estate, Size
from benchmarks.kinds import MAKERS, kit_for
from benchmarks.landscape import landscape
from benchmarks.links import links
from benchmarks.plan import plan

PLATEAUS = (
    Element("plateau", "current", "Estate as it stands", (("at", "2014-12"),)),
    Element("plateau", "target", "Estate as planned", (("at", "2018-04"),)),
)


def generate(size: Size) -> Estate:
    """Makes the estate of this size.

    Raises ValueError if the numbers do not fit together.
    """
    land = landscape(plan(size))
    kit = kit_for(land, links(land))
    files: list[list[Element]] = [[] for _ in range(size.files)]
    files[0].extend(PLATEAUS)
    for kind, make in MAKERS.items():
        for index in range(land.count(kind)):
            file = land.plan.file(land.plan.family(kind, index))
            files[file].append(make(kit, index))
    return Estate(tuple(map(tuple, files)))
