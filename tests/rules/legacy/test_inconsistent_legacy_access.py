"""LEG112: several doors to one entity of one legacy system."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

OLD = (
    "organisation o; organisation x; data d; data e; legacy old { store s { holds d; holds e; interface j }; "
    "interface i { exposes d }; interface k { exposes d, e } }; "
    "adaptor door { wraps old; interface a { exposes d }; interface b { exposes d } }\n"
)
FIRST = "product p { owner o; reads d from old.i }\n"


@pytest.mark.parametrize(
    "second",
    [
        "product q { owner o; reads d from old.s }",
        "product q { owner o; writes d to old.s.j }",
        "platform q { owner o; reads d from old }",
        "system q { owner o; system part { reads d from door.a } }",
        "legacy q { owner o; reads d from door }",
        "product q { owner o; uses door.b }",
        "adaptor q { owner o; wraps door; interface c }; extend p { reads d from q.c }",
        "adaptor q { owner o; wraps old; reads d from old.k }",
    ],
)
def test_two_last_steps(second: str) -> None:
    """Another interface, a store, the system itself or an adaptor is another way; the later relation tells."""
    (finding,) = of("LEG112", OLD + FIRST + second)
    assert (finding.span.begin.line, finding.elements) == (3, ("o", "old", "d"))
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    "second",
    [
        "product q { owner o; reads d from old.i }",
        "product q { owner o; uses old.i; writes d to old.i }",
        "product q { owner o; reads e from old.s }",
        "product q { owner x; reads d from old.s }",
        "product q { reads d from old.s }",
        "product q { owner o; uses old.k; uses old.s; uses old }",
        "product q { owner o; store t { holds d as replica of old.s } }",
        "product q { owner o; reads d from other }; legacy other { store r { holds d } }",
        "extend old { owner o; reads d from old.s; system part { reads d from old.s } }",
        "product q { owner o; reads d from keeper }; adaptor keeper { wraps old; store r { holds d } }",
    ],
    ids=[
        "same step", "same interface used", "other entity", "other organisation", "no owner", "unknown entity",
        "copy", "other legacy", "itself", "store of the adaptor",
    ],
)  # fmt: skip
def test_one_last_step(second: str) -> None:
    """The same step, another entity or organisation, and what is not known to reach the entity there."""
    assert said("LEG112", OLD + FIRST + second) == []


def test_which_legacy_an_adaptor_stands_for() -> None:
    """Of several that it wraps, those that hold or expose the entity; if that is not known, none."""
    both = "adaptor y { wraps one, two }; product q { owner o; reads f from y; reads f from one }; data f\n"
    assert said("LEG112", OLD + both + "legacy one; legacy two") == []
    assert said("LEG112", OLD + both + "legacy one { store r { holds f } }; legacy two") == ["2: o, one, f"]
    assert said("LEG112", OLD + both + "legacy one { interface r { exposes f } }; legacy two") == ["2: o, one, f"]
    assert said("LEG112", OLD + both + "legacy one; legacy two { store r { holds f } }") == []


def test_what_an_adaptor_uses_it_does_not_stand_for() -> None:
    """Only what it wraps is behind it."""
    text = "adaptor y { wraps one; uses two }; product q { owner o; reads f from y; reads f from one }; data f\n"
    assert said("LEG112", OLD + text + "legacy one; legacy two { store r { holds f } }") == ["2: o, one, f"]


def test_systems_without_an_owner_have_none_in_common() -> None:
    """Who answers for them is not known."""
    assert said("LEG112", OLD + "product p { reads d from old.i }; product q { reads d from old.s }") == []


def test_the_first_that_leaves_the_common_way() -> None:
    """Who takes a way that is known already does not move the finding."""
    text = "product q { owner o; reads d from old.s }\nproduct z { owner o; reads d from old.i }"
    assert said("LEG112", OLD + FIRST + text) == ["3: o, old, d"]


def test_whichever_interface_of_an_adaptor() -> None:
    """The adaptor is the last step, for those that go through it and for itself."""
    through = "product p { owner o; reads d from door.a; reads d from door.b; writes d to door }\n"
    assert said("LEG112", OLD + through) == []
    assert said("LEG112", OLD + through + "extend door { owner o; reads d from old.s }") == []
    assert (
        said("LEG112", OLD + "adaptor far { wraps door }; product p { owner o; reads d from far; reads d from door }")
        == []
    )


def test_adaptors_in_a_circle() -> None:
    """Adaptors that wrap each other lead nowhere, and to an end."""
    circle = "organisation o; data d; adaptor a { wraps b }; adaptor b { wraps a }\n"
    assert said("LEG112", circle + "product p { owner o; reads d from a }") == []


def test_one_finding_for_organisation_legacy_and_entity() -> None:
    """Three ways make one finding, on the first relation that leaves the common way; two entities make two."""
    more = "product q { owner o\nreads d from old.s\nreads d from door.a\nreads e from old.k\nreads e from door }"
    (first, second) = of("LEG112", OLD + FIRST + more)
    assert (first.span.begin.line, first.elements, len(first.related)) == (4, ("o", "old", "d"), 2)
    assert (second.span.begin.line, second.elements) == (7, ("o", "old", "e"))


def test_says_by_which_way_to_go() -> None:
    """An adaptor is best, then an open interface, then any interface."""
    (finding,) = of("LEG112", OLD + FIRST + "product q { owner o; reads d from old.s; reads d from door.a }")
    assert finding.help == "let all of them go by `door`"
    (finding,) = of("LEG112", OLD + "product q { owner o; reads d from old.s; reads d from old.i }")
    assert finding.help == "let all of them go by `old.i`"
    opened = "standard n { open }; extend old.i { standard n }\n"
    (finding,) = of("LEG112", OLD + opened + "product q { owner o; reads d from old.k; reads d from old.i }")
    assert finding.help == "let all of them go by `old.i`"


def test_ways_at_different_times_are_not_two() -> None:
    """Who moves from one way to the other takes one at a time; who takes both for a while resolves it."""
    plateaus = "plateau now { at 2015 }; plateau target { at 2018 }; "
    moving = "product q { owner o; reads d from old.s until 2016; reads d from door.a since 2016 }"
    assert said("LEG112", plateaus + OLD + moving) == []
    (finding,) = of("LEG112", plateaus + OLD + FIRST + "product q { owner o; reads d from old.s until 2016 }")
    assert finding.status is Status.RESOLVED


def test_sits_on_what_is_not_imported(tmp_path: Path) -> None:
    """An imported system's way counts; the finding sits on an own relation, and its subject is not imported."""
    estate = OLD + FIRST
    (finding,) = of_importing("LEG112", tmp_path, estate, "product a { owner o; reads d from old.s }")
    assert (finding.span.begin.line, finding.elements) == (2, ("a", "o", "old", "d"))
    assert of_importing("LEG112", tmp_path, estate + "product q { owner o; reads d from old.s }", "product r") == []


def test_own_ways_stand_before_imported_ones(tmp_path: Path) -> None:
    """Of two that take the same step the own one is looked at."""
    own = "product a { owner o; reads d from old.s }\nproduct b { owner o; reads d from old.i }"
    (finding,) = of_importing("LEG112", tmp_path, OLD + FIRST, own)
    assert (finding.span.begin.line, finding.elements) == (3, ("b", "o", "old", "d"))
