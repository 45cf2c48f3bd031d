"""The snapshots of a model, one for each moment."""

from __future__ import annotations

from archlint.graph.history import History
from tests.linting import report

PLATEAUS = "plateau now { at 2014 }\nplateau then { at 2016 }\nproduct p { since 2015 }"


def test_a_moment_gives_the_same_snapshot_twice() -> None:
    """What a snapshot has worked out is there for the next rule that asks, until it is let go of."""
    history = History(report(PLATEAUS).model)
    moment = history.moments[0]
    first = history.at(moment)
    assert history.at(moment) is first
    history.forget(moment)
    assert history.at(moment) is not first


def test_what_was_never_looked_at_can_be_forgotten() -> None:
    """Letting go of a moment that nobody asked for is no mistake."""
    history = History(report(PLATEAUS).model)
    history.forget(history.moments[1])
    assert history.at(history.moments[1]).moment.name == "then"


def test_first_and_last_are_those_of_the_model() -> None:
    """Whichever moments are looked at."""
    model = report(PLATEAUS).model
    history = History(model, model.moments[1:])
    assert [history.first.moment.name, history.last.moment.name] == ["now", "then"]
    assert [moment.name for moment in history.moments] == ["then"]


def test_the_baseline_is_the_first_state_of_which_something_is_known() -> None:
    """The first plateau; without plateaus, the first date, unless there is none."""
    assert History(report(PLATEAUS).model).baseline.name == "now"
    assert History(report("product p { since 2015 }").model).baseline.name == "2015-01-01"
    assert History(report("product p").model).baseline.name == "always"
