"""DAT104: replicas that never come to a master."""

from __future__ import annotations

from pathlib import Path

from tests.linting import of, said
from tests.rules.data.beside import said_beside

CHAIN = """data fact
store a { holds fact as replica of b }
store b { holds fact as replica of c }
store c { holds fact as master }
"""


def test_a_chain_that_ends_at_a_master_is_innocent() -> None:
    """A copy of a copy of the master is a copy of the master."""
    assert said("DAT104", CHAIN) == []


def test_each_replica_that_is_adrift_is_a_finding() -> None:
    """Without the master, every replica of the chain is found, each with the way it leads."""
    found = of("DAT104", CHAIN.replace("holds fact as master", 'technology "none"'))
    assert [(one.span.begin.line, one.elements) for one in found] == [(2, ("a", "b", "fact")), (3, ("b", "c", "fact"))]
    assert [one.witness for one in found] == [("a", "b", "c"), ("b", "c")]
    assert "`c` does not hold `fact`" in found[0].message
    assert found[0].related[0].span.text == "store c"


def test_a_very_long_way_leaves_out_its_middle() -> None:
    """The witness of a way of hundreds of stores shows its beginning and its end."""
    stores = [f"store s{number} {{ holds fact as replica of s{number + 1} }}" for number in range(200)]
    found = of("DAT104", "\n".join(["data fact", *stores, "store s200"]))
    assert len(found) == 200
    assert found[0].witness == (*(f"s{number}" for number in range(50)), "s200")


def test_a_store_that_does_not_say_is_no_master() -> None:
    """The way ends at a holder that says nothing, which is not the only holder."""
    found = of("DAT104", CHAIN.replace(" as master", ""))
    assert len(found) == 2
    assert "does not say that it is the master" in found[0].message
    assert found[0].related[0].span.text == "holds fact"


def test_the_master_of_another_entity_is_no_master() -> None:
    """It has to be a master of that very entity."""
    text = CHAIN.replace("holds fact as master", "holds more as master") + "data more"
    assert len(said("DAT104", text)) == 2


def test_the_master_of_the_whole_will_do() -> None:
    """Who is master of what the entity is part of, stated or as its only holder, is its master."""
    whole = CHAIN.replace("data fact", "data fact { part-of more }; data more")
    assert said("DAT104", whole.replace("fact as master", "more as master")) == []
    assert said("DAT104", whole.replace("fact as master", "more")) == []
    copies = said("DAT104", whole.replace("fact as master", "more as replica of a"))
    assert copies == ["2: a, b, fact", "3: b, c, fact", "4: c, a, more"]


def test_is_silent_where_the_way_goes_in_a_circle_or_forks() -> None:
    """Where DAT105 speaks this rule is silent, also for what leads there; elsewhere it is not."""
    circle = CHAIN.replace("c { holds fact as master", "c { holds fact as replica of b")
    assert said("DAT104", circle) == []
    assert said("DAT104", circle + "store d { holds fact as replica of e }\nstore e") == ["5: d, e, fact"]
    fork = CHAIN.replace("c { holds fact as master", "c { holds fact as replica of d; holds fact as replica of e")
    assert said("DAT104", fork + "store d; store e") == []


def test_names_the_master_where_there_is_one() -> None:
    """Where some other store is the master, the help says so."""
    text = "data fact\nstore a { holds fact as replica of b }\nstore b\nplatform p { store s { holds fact as master } }"
    assert "replica of `p.s`" in of("DAT104", text)[0].help
    assert "in `b`" in of("DAT104", text.replace("holds fact as master", ""))[0].help


def test_a_master_that_is_gone_leaves_its_copies_adrift() -> None:
    """After the end of its master a copy is found, and before the beginning of one it is resolved."""
    times = "plateau one { at 2014 }\nplateau two { at 2016 }\n"
    (first, second) = of("DAT104", times + CHAIN.replace("c { holds", "c { until 2015; holds"))
    assert (first.status.value, second.status.value) == ("introduced", "introduced")
    assert "does not exist at that time" in first.message
    (first, second) = of("DAT104", times + CHAIN.replace("as master", "as master since 2015"))
    assert first.snapshots == second.snapshots == ("one",)
    assert first.status.value == "resolved"


def test_imported_replicas_are_not_judged(tmp_path: Path) -> None:
    """Only the model's own replicas are subjects, wherever their way leads."""
    own = "data fact\nstore a { holds fact as replica of b }"
    theirs = "store b { holds fact as replica of c }; store c"
    assert said_beside("DAT104", own, theirs, tmp_path) == ["model.arch:2: a, b, fact"]
