"""Who leans on whom."""

from __future__ import annotations

from archlint.graph.demand import in_demand, leaning_on, lives_on, resting_on, serves_by_itself
from archlint.graph.history import History
from archlint.graph.needs import needers, provided
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Legacy, Platform
from archlint.model.model import Model
from archlint.model.time import ALWAYS
from tests.linting import report

ESTATE = """
plateau one { at 2014 }; plateau two { at 2016 }
data d; capability c; user u
product p { uses a; hosted-on b; uses p.part; system part { needs c until 2015; reads d from x.s } }
platform a { uses b; system part { provides c }; provides c until 2015 }
platform b { until 2015; store s { holds d as replica of x.s } }
legacy x { store s { holds d }; serves u until 2015; uses y }
platform y
"""


def snapshot_of(text: str, number: int = 0) -> Snapshot:
    """One of the snapshots of a text."""
    model: Model = report(text).model
    return Snapshot(model, model.moments[number])


def test_leaning_is_dependency_hosting_and_feed() -> None:
    """Between different outermost elements, by source and by target."""
    snapshot = snapshot_of(ESTATE)
    targets = {source.path: [one.path for one in found] for source, found in resting_on(snapshot).items()}
    assert targets == {"p": ["a", "x", "b"], "a": ["b"], "x": ["y"], "b": ["x"]}
    assert {target.path: len(found) for target, found in leaning_on(snapshot).items()} == {
        "a": 1,
        "b": 2,
        "x": 2,
        "y": 1,
    }


def test_demand_ends_at_legacy() -> None:
    """It goes on through platforms, not through legacy."""
    assert {element.path for element in in_demand(snapshot_of(ESTATE))} == {"a", "b", "x"}
    assert {element.path for element in in_demand(snapshot_of("legacy l { uses a }; platform a"))} == set()


def test_living_on() -> None:
    """Until the next moment that is looked at; nothing outlives the last."""
    history = History(snapshot_of(ESTATE).model)
    a, b, y = history.first.of(Platform)
    first = history.at(history.moments[0])
    assert [lives_on(first, history, one) for one in (a, b, y)] == [True, False, True]
    assert not lives_on(history.last, history, a)


def test_legacy_that_serves_by_itself() -> None:
    """Users of an instant count, those of its parts too."""
    (legacy,) = snapshot_of(ESTATE).of(Legacy)
    first, last = (moment.instant for moment in snapshot_of(ESTATE).model.moments)
    assert serves_by_itself(legacy, first)
    assert not serves_by_itself(legacy, last)
    (other,) = snapshot_of("legacy l { system part { provides c } }; capability c").of(Legacy)
    assert serves_by_itself(other, first)


def test_needs_and_offers() -> None:
    """Needs are lifted to the outermost system; what a system provides is found in its parts, once."""
    for number, needing in enumerate((["p"], [])):
        snapshot = snapshot_of(ESTATE, number)
        found = {capability.path: [system.path for system in of_it] for capability, of_it in needers(snapshot).items()}
        assert found.get("c", []) == needing
        platform = next(one for one in snapshot.of(Platform) if one.path == "a")
        (stated,) = provided(snapshot, platform).values()
        assert stated.value.path == "c"
        assert (stated.during is ALWAYS) is bool(number)


def test_what_a_part_offered_is_gone_with_it() -> None:
    """A part that has ceased to exist provides nothing."""
    plateaus = "plateau one { at 2014 }; plateau two { at 2016 }"
    text = f"{plateaus}; capability c; platform a {{ system part {{ until 2015; provides c }} }}"
    offers = []
    for number in range(2):
        snapshot = snapshot_of(text, number)
        offers.append([capability.path for capability in provided(snapshot, snapshot.of(Platform)[0])])
    assert offers == [["c"], []]
