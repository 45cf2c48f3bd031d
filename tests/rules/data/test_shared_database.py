"""DAT112: systems that meet in a database."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.data.beside import said_beside

STORE = """import "std"; data fact
product b { store s { holds fact; interface i { standard json } } }
"""
TOP = "data fact\nstore s { holds fact; interface i }\n"


@pytest.mark.parametrize("relation", ["uses b.s", "reads fact from b.s", "writes fact to b.s"])
def test_reaching_into_the_store_of_another_system_is_found(relation: str) -> None:
    """Whatever a system does with another's store directly is found on that relation."""
    (finding,) = of("DAT112", f"{STORE}product a {{ {relation} }}")
    assert (finding.span.begin.line, finding.span.text) == (3, relation)
    assert finding.elements[:2] == ("a", "b.s")
    assert finding.message == "`a` reaches into `b.s`, a store of `b`"
    assert "through `b.s.i` instead" in finding.help


def test_each_relation_is_a_finding() -> None:
    """A system that reaches in twice is found twice."""
    assert said("DAT112", STORE + "product a { uses b.s\n reads fact from b.s }") == ["3: a, b.s", "4: a, b.s, fact"]


def test_going_through_an_interface_or_the_system_is_innocent() -> None:
    """By an interface, also one of the store, or by the system named without any, is not directly."""
    assert said("DAT112", STORE + "product a { reads fact from b.s.i; uses b }") == []


def test_a_system_and_its_parts_may_use_their_own_store() -> None:
    """Within one outermost system a store is its own, whichever part it stands in."""
    text = "data fact\nproduct b {\n  uses s; store s { holds fact }\n"
    text += "  system p { reads fact from s; uses b.q.t }\n  system q { store t } }"
    assert said("DAT112", text) == []


def test_a_part_that_reaches_into_another_system_is_found() -> None:
    """A part reaches for its whole system, and into a part's store for that one's."""
    text = "product a { system p { uses b.q.t } }\nproduct b { system q { store t } }"
    (finding,) = of("DAT112", text)
    assert finding.elements == ("a.p", "b.q.t")
    assert "a store of `b`" in finding.message


def test_two_systems_in_a_store_at_the_top_are_found() -> None:
    """Each direct relation of each of them is found, the other beside it."""
    found = of("DAT112", TOP + "product a { reads fact from s }\nproduct b { writes fact to s }")
    assert [(one.span.begin.line, one.related[0].span.begin.line) for one in found] == [(3, 4), (4, 3)]


def test_one_system_may_have_a_store_at_the_top() -> None:
    """A single system, its parts and others by an interface, do not share it."""
    text = TOP + "product a { reads fact from s; uses s; system p { uses s } }\nproduct b { reads fact from s.i }"
    assert said("DAT112", text) == []


def test_copies_are_not_shared_databases() -> None:
    """A replica of another system's store is a feed."""
    assert said("DAT112", STORE + "product a { store t { holds fact as replica of b.s } }") == []


def test_is_judged_at_each_instant() -> None:
    """Two systems that use a store one after the other do not share it; while both do, they are found."""
    times = "plateau one { at 2014 }\nplateau two { at 2016 }\n"
    text = times + TOP + "product a { uses s until YEAR }\nproduct b { uses s since 2016 }"
    assert said("DAT112", text.replace("YEAR", "2016")) == []
    found = of("DAT112", text.replace("YEAR", "2017"))
    assert [one.status.value for one in found] == ["introduced", "introduced"]


def test_imported_systems_are_known_not_judged(tmp_path: Path) -> None:
    """An imported system makes a store shared, but only the own relation is found."""
    own = "data fact; store s\nproduct a { uses s }"
    assert said_beside("DAT112", own, "product z { uses s }", tmp_path) == ["model.arch:2: a, s"]
    assert said_beside("DAT112", "product b { store s }", "product z { uses b.s }", tmp_path) == []
