"""LEG101: new dependencies on legacy."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

PLATEAUS = "plateau now { at 2015 }; plateau later { at 2017 }; plateau target { at 2019 }\n"


def test_sits_on_the_new_relation_and_shows_the_way() -> None:
    """A relation that begins after the first snapshot is the place; subject and legacy are its elements."""
    (finding,) = of("LEG101", PLATEAUS + "legacy old\nproduct p { uses old since target }")
    assert finding.span.text == "uses old since target"
    assert finding.elements == finding.witness == ("p", "old")
    assert finding.snapshots == ("target",)
    assert finding.status is Status.INTRODUCED
    assert "put an adaptor" in finding.help


def test_a_relation_that_ends_before_the_last_snapshot_is_transitional() -> None:
    """What comes and goes between the first and the last plateau is transitional."""
    (finding,) = of("LEG101", PLATEAUS + "legacy old\nplatform p { uses old since later until target }")
    assert finding.status is Status.TRANSITIONAL


def test_what_stands_in_the_first_snapshot_is_not_new() -> None:
    """A dependency of today is no breach, however long it lasts."""
    assert said("LEG101", PLATEAUS + "legacy old\nproduct p { uses old }") == []
    assert said("LEG101", "legacy old\nproduct p { uses old }") == []


@pytest.mark.parametrize(
    "text",
    [
        "legacy old\nproduct p { since later; uses old }",
        "legacy old { since later }\nproduct p { uses old }",
        "legacy old { interface i { since later } }\nproduct p { uses old.i }",
        "legacy old\nproduct p { system part { since later; uses old } }",
    ],
    ids=["the source is younger", "the legacy is younger", "the way in is younger", "the part is younger"],
)
def test_a_relation_is_absent_with_its_ends(text: str) -> None:
    """A relation without dates is new where its source or the legacy at its end is."""
    assert said("LEG101", PLATEAUS + text) == ["3: p, old"]


@pytest.mark.parametrize("verb", ["reads d from old.records", "writes d to old.records", "uses old.part"])
def test_every_dependency_counts(verb: str) -> None:
    """Reading, writing and using parts, stores and interfaces are dependencies on the outermost legacy."""
    text = f"data d\nlegacy old {{ store records; system part }}\nproduct p {{ {verb} since later }}"
    assert said("LEG101", PLATEAUS + text) == ["4: p, old"]


@pytest.mark.parametrize("relation", ["hosted-on old", "reuses old", "replaces old"])
def test_what_is_no_dependency_is_innocent(relation: str) -> None:
    """Hosting, reuse and succession do not depend in the sense of the rule."""
    assert said("LEG101", PLATEAUS + f"legacy old\nproduct p {{ since later; {relation} }}") == []


@pytest.mark.parametrize("kind", ["system", "adaptor", "legacy"])
def test_only_products_and_platforms_are_judged(kind: str) -> None:
    """Adaptors are there to depend on legacy; legacy and systems without a role are not judged."""
    assert said("LEG101", PLATEAUS + f"legacy old\n{kind} s {{ since later; uses old }}") == []


def test_an_adaptor_on_the_way_stops_it() -> None:
    """Behind an adaptor nothing depends on the legacy."""
    text = "legacy old\nadaptor a { since later; wraps old }\nplatform q { uses a }\nproduct p { uses a; uses q }"
    assert said("LEG101", PLATEAUS + text) == []


def test_other_systems_on_the_way_do_not() -> None:
    """A product reaches legacy through platforms, products and systems without a role."""
    text = "legacy old\nsystem s { uses old }\nplatform q { uses s }\nproduct p { since later; uses q }"
    (finding,) = of("LEG101", PLATEAUS + text)
    assert finding.span.text == "uses q"
    assert finding.witness == ("p", "q", "s", "old")


def test_the_witness_is_the_shortest_path() -> None:
    """Of several ways the shortest is shown, and its new relation is the place."""
    text = "legacy old\nsystem s { uses old }\nsystem t { uses s }\nproduct p {\n  since later\n  uses t\n  uses s\n}"
    (finding,) = of("LEG101", PLATEAUS + text)
    assert finding.witness == ("p", "s", "old")
    assert finding.span.text == "uses s"


def test_a_platform_that_turns_to_legacy_takes_its_products_along() -> None:
    """Every product and platform that comes to reach the legacy is a subject; the place is the one new relation."""
    text = "legacy old\nplatform q { uses old since later }\nproduct p { uses q }\nsystem s { uses q }"
    assert said("LEG101", PLATEAUS + text) == ["3: p, old", "3: q, old"]
    behind = next(found for found in of("LEG101", PLATEAUS + text) if found.elements[0] == "p")
    assert [label.span.text for label in behind.related] == ["product p"]


def test_the_place_is_what_is_new_by_itself() -> None:
    """Where something new lies in between, the place is the relation that the new system states."""
    text = "legacy old\nplatform q {\n  since later\n  uses old\n}\nproduct p { uses q }"
    assert said("LEG101", PLATEAUS + text) == ["5: p, old", "5: q, old"]


def test_a_new_way_in_to_what_lies_between_is_the_place() -> None:
    """Where only the interface in between is new, the relation that uses it is the place."""
    text = "legacy old\nplatform q { uses old; interface i { since later } }\nproduct p { uses q.i }"
    assert said("LEG101", PLATEAUS + text) == ["4: p, old"]


def test_one_finding_for_each_subject_and_legacy() -> None:
    """Several relations to one legacy system make one finding, on the first; each legacy system has its own."""
    text = "legacy one\nlegacy two { store s }\ndata d\n"
    product = "product p {\n since later\n uses two\n reads d from two.s\n uses one\n}"
    assert said("LEG101", PLATEAUS + text + product) == ["7: p, two", "9: p, one"]


def test_two_legacy_systems_behind_one_relation() -> None:
    """Each legacy system that a new relation opens the way to is a finding of its own."""
    text = "legacy one\nlegacy two\nsystem s { uses one; uses two }\nproduct p { since later; uses s }"
    assert said("LEG101", PLATEAUS + text) == ["5: p, one", "5: p, two"]


def test_legacy_behind_legacy_is_one_cause() -> None:
    """Who newly depends on legacy gets no second finding for the legacy that it rests on."""
    text = "legacy deep\nlegacy old { uses deep }\nproduct p { since later; uses old }"
    assert said("LEG101", PLATEAUS + text) == ["4: p, old"]


def test_legacy_that_turns_to_more_legacy_takes_its_products_along() -> None:
    """A new relation between two legacy systems makes a product depend on the second."""
    text = "legacy deep\nlegacy old { uses deep since later }\nproduct p { uses old }"
    assert said("LEG101", PLATEAUS + text) == ["3: p, deep"]


def test_a_second_relation_of_its_own_is_new() -> None:
    """Another wire into the same legacy is new, though there was one before."""
    text = "data d\nlegacy old { interface i }\nproduct p { uses old; reads d from old.i since later }"
    assert said("LEG101", PLATEAUS + text) == ["4: p, old"]


def test_what_only_goes_on_is_not_new() -> None:
    """One statement for each of two times is one dependency that goes on."""
    text = 'legacy old\nproduct p { uses old for "pay" until later; uses old for "tax" since later }'
    assert said("LEG101", PLATEAUS + text) == []


def test_another_way_to_what_was_reached_is_not_new() -> None:
    """Who reached the legacy in the first snapshot does not come to depend on it by a way further off."""
    text = "legacy old\nsystem s { uses old }\nproduct p { uses old until later; uses s since later }"
    assert said("LEG101", PLATEAUS + text) == []


def test_leaving_an_adaptor_is_new() -> None:
    """Who went through an adaptor at first and goes past it later depends on the legacy anew."""
    text = "legacy old\nadaptor a { wraps old }\nproduct p { uses a; uses old since later }"
    assert said("LEG101", PLATEAUS + text) == ["4: p, old"]


def test_a_circle_ends() -> None:
    """Systems in a circle are followed once."""
    text = "legacy old { uses p }\nproduct p { uses q }\nplatform q { uses p; uses old since later }"
    assert said("LEG101", PLATEAUS + text) == ["4: p, old", "4: q, old"]


def test_without_plateaus_the_first_date_is_the_first_snapshot() -> None:
    """Without plateaus what begins at the first date is of the first snapshot, what begins after it is new."""
    text = "legacy old\nproduct p { uses old since 2015 }\nproduct q { uses old since 2016 }"
    (finding,) = of("LEG101", text)
    assert finding.elements == ("q", "old")
    assert finding.snapshots == ("2016-01-01",)


def test_what_was_before_the_first_snapshot_is_not_judged() -> None:
    """At every change, what ends before the first plateau is not new."""
    text = PLATEAUS + "legacy old\nproduct p { uses old until 2014 }"
    assert of("LEG101", text, every_change=True) == []


def test_one_snapshot_is_compared_with_the_first_of_the_model() -> None:
    """A snapshot picked alone is compared with the first of the model, which need not be looked at."""
    text = PLATEAUS + "legacy old\nproduct p { uses old since later }"
    assert len(of("LEG101", text, at="target")) == 1
    assert of("LEG101", text, at="now") == []


def test_help_names_the_open_way() -> None:
    """The interface of the adaptor that wraps the legacy is what to use instead."""
    text = (
        "data d\nstandard rest { open }\nlegacy old\n"
        "adaptor a { wraps old; interface i { standard rest; exposes d } }\nproduct p { since later; reads d from old }"
    )
    (finding,) = of("LEG101", PLATEAUS + text)
    assert "`reads d from a.i`" in finding.help


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("platform heir { replaces old }\nlegacy old", "depend on `heir`"),
        ("adaptor a { wraps old }\nlegacy old", "go through `a`"),
    ],
    ids=["the successor", "the adaptor without an open interface"],
)
def test_help_names_what_there_is(text: str, way: str) -> None:
    """Without an open way the successor is named, else the adaptor."""
    (finding,) = of("LEG101", PLATEAUS + text + "\nproduct p { since later; uses old }")
    assert way in finding.help


def test_imported_subjects_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is never the subject, but its own relations carry a model's product along."""
    shared = PLATEAUS + "legacy old\nplatform q { uses old since later }"
    (finding,) = of_importing("LEG101", tmp_path, shared, "product p { uses q }")
    assert finding.elements == ("p", "old")
    assert finding.span.text == "uses q"


def test_an_imported_system_is_no_subject_in_an_extension(tmp_path: Path) -> None:
    """What a model adds to an imported product does not make it a subject."""
    shared = PLATEAUS + "legacy old\nproduct q"
    assert of_importing("LEG101", tmp_path, shared, "extend q { uses old since later }") == []


def test_new_relations_inside_a_system_lead_nowhere() -> None:
    """What only parts of one system do with each other is no way into legacy."""
    text = "product p { system a { uses b since later }; system b }"
    assert said("LEG101", PLATEAUS + text) == []


def test_other_data_is_another_dependency() -> None:
    """Reading something else from the same store is new."""
    text = "data d\ndata e\nlegacy old\nproduct p {\n reads d from old\n reads e from old since later\n}"
    assert said("LEG101", PLATEAUS + text) == ["7: p, old"]


def test_who_stays_behind_the_adaptor_is_innocent_of_others() -> None:
    """That one product goes to legacy directly does not count for those that go through the adaptor."""
    text = "legacy old\nadaptor a { wraps old }\nproduct p { uses a }\nproduct q { uses old since later }"
    assert said("LEG101", PLATEAUS + text) == ["5: q, old"]


def test_who_was_behind_an_adaptor_comes_to_depend() -> None:
    """Who reached the legacy only through an adaptor did not depend on it."""
    text = "legacy old\nadaptor a { wraps old }\nsystem s { uses old since later }\nproduct p { uses a; uses s }"
    assert said("LEG101", PLATEAUS + text) == ["4: p, old"]


def test_legacy_behind_legacy_is_not_the_cause_of_another() -> None:
    """That somebody else newly reaches the deeper legacy adds nothing for who enters by the other."""
    text = "legacy far\nlegacy old { uses far }\nproduct p { uses old since later }\nproduct q { uses far since later }"
    assert said("LEG101", PLATEAUS + text) == ["4: p, old", "5: q, far"]


def test_a_step_that_was_there_opens_nothing() -> None:
    """A second relation between two systems is not what opens the way, where an older one joins them."""
    text = "legacy old\nplatform q { interface i; uses old since later }\nproduct p { uses q.i since later; uses q }"
    assert said("LEG101", PLATEAUS + text) == ["3: p, old", "3: q, old"]


def test_the_first_new_relation_on_the_way_is_the_place() -> None:
    """Where several relations on the way are new by themselves, the first is the place."""
    text = "legacy old\nplatform q { since later; uses old }\nproduct p { uses q since later }"
    assert said("LEG101", PLATEAUS + text) == ["3: q, old", "4: p, old"]


def test_younger_legacy_makes_the_relation_to_it_the_place() -> None:
    """Where way and legacy are both younger, the relation to the legacy is what is new."""
    text = "legacy old { since later }\nsystem s { uses old; interface i { since later } }\nproduct p { uses s.i }"
    assert said("LEG101", PLATEAUS + text) == ["3: p, old"]


def test_an_open_interface_of_the_legacy_is_no_way_out() -> None:
    """The help leads past the legacy, not to another way into it."""
    text = "standard rest { open }\nlegacy old { interface i { standard rest } }\nproduct p { since later; uses old.i }"
    assert "put an adaptor" in of("LEG101", PLATEAUS + text)[0].help
