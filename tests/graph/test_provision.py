"""Capabilities on the ways on which systems depend."""

from __future__ import annotations

from archlint.graph.history import History
from archlint.graph.provision import capabilities_reached, on_the_ways_of, providers, wholes_of
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Capability, Element, Platform
from tests.linting import report

TEXT = """
capability c; capability d; capability small { part-of c }
product p { uses q }
product q { uses k }
platform k { system part { provides c, c } }
legacy l { provides d; provides c until 2014 }
product alone { provides c }
plateau now { at 2015 }
"""


def snapshot() -> tuple[Snapshot, dict[str, Element]]:
    """The model above as it stands, and its elements by path."""
    now = History(report(TEXT).model).last
    return now, {element.path: element for element in now.elements}


def test_a_provider_may_be_reached_or_be_oneself() -> None:
    """What a system reaches or provides counts; what it does not reach, or nobody provides, does not."""
    now, by_path = snapshot()
    provided = capabilities_reached(now, now.dependencies)
    assert [path for path in "pqkl" if provided(by_path[path], by_path["c"])] == ["p", "q", "k"]
    assert provided(by_path["alone"], by_path["c"])
    assert not provided(by_path["p"], by_path["d"])
    assert not provided(by_path["p"], by_path["small"])


def test_only_providers_that_count() -> None:
    """A condition on the providers leaves out the others."""
    now, by_path = snapshot()
    provided = capabilities_reached(now, now.dependencies, lambda system: isinstance(system, Platform))
    assert provided(by_path["p"], by_path["c"])
    assert not provided(by_path["alone"], by_path["c"])


def test_providers_are_outermost_systems_now() -> None:
    """A part provides for its system; what was provided once is not any more."""
    now, by_path = snapshot()
    found = snapshot()[0].projection(providers)
    assert {capability.path: [one.path for one in systems] for capability, systems in found.items()} == {
        "c": ["k", "alone"],
        "d": ["l"],
    }
    small = by_path["small"]
    assert isinstance(small, Capability)
    assert [whole.path for whole in wholes_of(now, small)] == ["small", "c"]


def test_capabilities_in_a_circle_end() -> None:
    """Being part of one another is no way without an end."""
    now = History(report("capability a { part-of b }; capability b { part-of a }").model).last
    a = now.elements[0]
    assert isinstance(a, Capability)
    assert [whole.path for whole in wholes_of(now, a)] == ["a", "b"]


def test_the_ways_of_a_system_lead_on() -> None:
    """Dependencies and hostings of all that is reached belong to them, and nothing else; a circle ends."""
    text = (
        "system a { uses b; uses b; hosted-on h }; system b { hosted-on k }; system h { uses a }\n"
        "system k; system o { uses k }"
    )
    now = History(report(text).model).last
    a = now.elements[0]
    arrows = sorted((arrow.source.path, arrow.target.path) for arrow in on_the_ways_of(now, [a, a]))
    assert arrows == [("a", "b"), ("a", "b"), ("a", "h"), ("b", "k"), ("h", "a")]


def test_a_circle_on_the_way_ends() -> None:
    """Also one through which the first system does not go; each of its arrows belongs to the ways once."""
    now = History(report("system a { uses b }; system b { uses c }; system c { uses b }").model).last
    arrows = [(arrow.source.path, arrow.target.path) for arrow in on_the_ways_of(now, now.elements[:1])]
    assert arrows == [("a", "b"), ("b", "c"), ("c", "b")]


def test_very_deep_capabilities_are_looked_at_so_far() -> None:
    """No business has more than a hundred one within the other."""
    deep = "; ".join(f"capability c{number} {{ part-of c{number + 1} }}" for number in range(150))
    now = History(report(f"{deep}; capability c150").model).last
    first = now.elements[0]
    assert isinstance(first, Capability)
    assert len(wholes_of(now, first)) == 100
