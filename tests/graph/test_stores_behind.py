"""What stands behind an interface, a store or a system."""

from __future__ import annotations

import pytest

from archlint.graph.history import History
from archlint.model.elements import Data
from tests.linting import report

ESTATE = """data e; data f
store top { holds f; interface i }
legacy l {
  interface i; store s { holds e; holds e }; store t { holds f }
  system p { interface i; store u { holds e } }
  system q { interface i }
}
adaptor w { wraps l; interface i; system part { interface i } }
adaptor v { wraps w, x; interface i }
adaptor x { wraps v; interface i; store own { holds f; holds e until 2015 } }
plateau now { at 2016 }
"""


@pytest.mark.parametrize(
    ("way_in", "stores"),
    [
        ("top", ["top"]),
        ("top.i", ["top"]),
        ("l", ["l.s", "l.p.u"]),
        ("l.i", ["l.s", "l.p.u"]),
        ("l.p.i", ["l.p.u"]),
        ("l.q.i", ["l.s", "l.p.u"]),
        ("w.i", ["l.s", "l.p.u"]),
        ("w.part.i", ["l.s", "l.p.u"]),
        ("v.i", ["l.s", "l.p.u"]),
        ("x.i", []),
    ],
)
def test_behind_stand_the_stores_that_hold_the_entity(way_in: str, stores: list[str]) -> None:
    """Of a store that store; of a system or part its stores, else those of the system around it; of an adaptor
    without stores those of what it wraps."""
    snapshot = History(report(ESTATE).model).last
    elements = {element.path: element for element in snapshot.elements if not isinstance(element, Data)}
    entity = next(element for element in snapshot.of(Data) if element.path == "e")
    assert [store.path for store in snapshot.stores_behind(elements[way_in], entity)] == stores


def test_adaptors_that_wrap_adaptors_may_be_many() -> None:
    """A chain of thousands of adaptors is no trap, nor are two that wrap each other."""
    chain = [f"adaptor a{number} {{ wraps a{number + 1}; interface i }}" for number in range(3000)]
    text = "\n".join(
        [*chain, "adaptor a3000 { wraps a0, b; interface i }", "legacy b { store s { holds e } }", "data e"]
    )
    snapshot = History(report(text).model).last
    first = next(element for element in snapshot.elements if element.path == "a0.i")
    assert [store.path for store in snapshot.stores_behind(first, snapshot.of(Data)[0])] == ["b.s"]
