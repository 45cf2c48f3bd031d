"""Following copies to their master."""

from __future__ import annotations

from archlint.graph.history import History
from archlint.graph.replication import Replication, replication_of, wholes
from archlint.graph.snapshot import Snapshot
from tests.linting import report


def snapshot(text: str) -> Snapshot:
    """A text as it stands at its last instant."""
    return History(report(text).model).last


def replication(text: str) -> Replication:
    """How the stores that hold `e` relate to each other in a text."""
    now = snapshot(f"data e\n{text}")
    return replication_of(now, now.elements[0])


def test_the_only_store_is_the_master_if_it_says_nothing() -> None:
    """A single holder is the master; beside another one, or as a replica, it is none."""
    assert {master.source.path for master in replication("store s { holds e; holds e }").masters} == {"s"}
    assert replication("store s { holds e }; store t { holds e }").masters == []
    assert replication("store s { holds e as replica of t }; store t").masters == []


def test_ways_end_also_where_they_come_back() -> None:
    """The way from a store that leads into a circle ends in the circle, whichever store is asked first."""
    ring = (
        "store a { holds e as replica of b }; store b { holds e as replica of c }; store c { holds e as replica of b }"
    )
    found = replication(ring)
    ways = [[store.path for store in found.way_from(replica)] for replica in found.replicas]
    assert ways[0][0] == "a"
    assert all(1 <= len(way) <= 3 and set(way) <= {"a", "b", "c"} for way in ways)


def test_all_that_leads_into_a_knot_is_tangled() -> None:
    """A store is tangled whose way leads into a circle or a fork, and anchored whose way ends at a master."""
    text = "store m { holds e as master }; store a { holds e as replica of m }; store d { holds e as replica of x };"
    text += "store b { holds e as replica of b }; store c { holds e as replica of b }; store x"
    found = replication(text)
    assert {store.path for store in found.anchored} == {"m", "a"}
    assert {store.path for store in found.tangled} == {"b", "c"}


def test_wholes_go_outward_and_end() -> None:
    """An entity comes first, then what it is part of; entities that are part of each other end after one round."""
    chain = snapshot("data e { part-of f }; data f { part-of g }; data g")
    assert [whole.path for whole in wholes(chain, chain.elements[0])] == ["e", "f", "g"]
    ring = snapshot("data e { part-of f }; data f { part-of e }")
    assert [whole.path for whole in wholes(ring, ring.elements[0])] == ["e", "f"]
    deep = snapshot("; ".join(f"data e{number} {{ part-of e{number + 1} }}" for number in range(150)) + "; data e150")
    assert len(wholes(deep, deep.elements[0])) == 100
