"""What a snapshot lifts to the outermost systems."""

from __future__ import annotations

from archlint.graph.paths import graph_of
from archlint.graph.snapshot import Snapshot
from tests.linting import report

ESTATE = """data d
product p { store s { holds d as replica of q.t }; store u { holds d as replica of p.s }; uses p.part; system part }
product q { store t { holds d as master }; uses p }
"""


def snapshot() -> Snapshot:
    """The model above."""
    model = report(ESTATE).model
    return Snapshot(model, model.moments[0])


def test_a_feed_comes_from_another_system() -> None:
    """A copy of a store of the same system is none."""
    assert [(arrow.source.path, arrow.target.path) for arrow in snapshot().feeds] == [("p", "q")]


def test_nothing_points_at_itself_in_the_graph() -> None:
    """A dependency inside one system is a dependency, but no edge."""
    now = snapshot()
    assert [(arrow.source.path, arrow.target.path) for arrow in now.dependencies] == [("p", "p"), ("q", "p")]
    assert [(source.path, target.path) for source, target in graph_of(now.dependencies).edges] == [("q", "p")]


def test_what_is_worked_out_is_worked_out_once() -> None:
    """Whoever asks again for a projection, or for the elements of a kind, gets the same."""
    now = snapshot()
    assert now.projection(paths_in) is now.projection(paths_in)
    assert now.of(type(now.elements[0])) is now.of(type(now.elements[0]))


def paths_in(of: Snapshot) -> list[str]:
    """Something made of a snapshot."""
    return [element.path for element in of.elements]
