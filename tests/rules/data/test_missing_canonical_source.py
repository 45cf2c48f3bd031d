"""DAT102: entities without a canonical source."""

from __future__ import annotations

from pathlib import Path

from tests.linting import of, said
from tests.rules.data.beside import said_beside

HELD = """data fact
product a { store s { holds fact } }
product b { store s { holds fact } }
"""
READ = """data fact
product a { reads fact from b }
product b {}
"""
EXPOSED = """data fact
product a { reads fact from b.i }
product b { interface i { exposes fact } }
"""


def test_sits_on_the_entity_that_no_store_masters() -> None:
    """Two stores that hold an entity, neither as master, are one finding on the entity."""
    (finding,) = of("DAT102", HELD)
    assert (finding.span.text, finding.elements) == ("data fact", ("fact",))
    assert [label.span.begin.line for label in finding.related] == [2, 3]


def test_a_master_or_a_single_holder_is_enough() -> None:
    """An entity with a master is innocent, and the only holder is the master."""
    assert said("DAT102", HELD.replace("a { store s { holds fact", "a { store s { holds fact as master")) == []
    assert said("DAT102", HELD.replace("b { store s { holds fact", 'b { store s { technology "x"')) == []


def test_one_store_that_holds_twice_is_a_single_holder() -> None:
    """It is stores that are counted, not statements."""
    assert said("DAT102", "data fact\nproduct a { store s { holds fact; holds fact } }") == []


def test_a_replica_of_what_does_not_say_is_no_master() -> None:
    """A copy does not make a master of what it is copied from."""
    assert said("DAT102", HELD.replace("b { store s { holds fact", "b { store s { holds fact as replica of a.s"))


def test_is_silent_where_replicas_go_in_a_circle_or_fork() -> None:
    """Where DAT105 speaks of an entity, this rule is silent about it."""
    circle = "data fact\nstore s { holds fact as replica of t }\nstore t { holds fact as replica of s }"
    assert said("DAT102", circle) == []
    fork = "data fact\nstore s { holds fact as replica of t; holds fact as replica of u }\nstore t\nstore u\n"
    assert said("DAT102", fork + "store v { holds fact as replica of s }") == []
    assert said("DAT102", circle + "\ndata more\nstore u { holds more }\nstore v { holds more }") == ["4: more"]


def test_what_is_read_or_written_must_be_held_somewhere() -> None:
    """An entity that is read, or written, while no store holds it has no source."""
    assert said("DAT102", READ) == ["1: fact"]
    assert said("DAT102", READ.replace("reads fact from", "writes fact to")) == ["1: fact"]
    assert said("DAT102", READ + "store s { holds fact }") == []
    assert said("DAT102", "data fact\nproduct a { uses b }\nproduct b {}") == []


def test_an_external_system_may_keep_it() -> None:
    """What an external system exposes is kept there; being read from one is not enough to know."""
    abroad = EXPOSED.replace("product b {", "product b { external; store s;")
    assert said("DAT102", abroad) == []
    assert said("DAT102", abroad, profile="all") == []
    assert said("DAT102", READ.replace("b {}", "b { external }")) == ["1: fact"]


def test_is_unstated_where_no_exposing_system_states_a_store() -> None:
    """Where the entity is exposed by systems without stores, only the code of practice asks for the store."""
    assert said("DAT102", EXPOSED) == []
    assert said("DAT102", EXPOSED, profile="code-of-practice") == ["1: fact"]
    other = EXPOSED + "product c { interface i { exposes fact }; store s }"
    assert said("DAT102", other) == ["1: fact"]
    part = EXPOSED.replace("product b {", "product b { system p { store s };")
    assert said("DAT102", part) == ["1: fact"]
    assert said("DAT102", EXPOSED.replace("b { interface", "b { store s { interface").replace("b.i", "b.s.i") + "}")


def test_whoever_keeps_the_whole_keeps_the_part() -> None:
    """An entity is kept, mastered and exposed where what it is part of is."""
    part = "data whole\n" + READ.replace("data fact", "data fact { part-of whole }")
    assert said("DAT102", part) == ["2: fact"]
    assert said("DAT102", part + "store s { holds whole }") == []
    assert said("DAT102", part + "system x { external; interface i { exposes whole } }") == []
    copies = HELD.replace("data fact", "data fact { part-of whole }; data whole")
    assert said("DAT102", copies + "store m { holds whole as master }") == []
    assert said("DAT102", copies + "store m { holds whole as replica of a.s }") == ["1: fact"]


def test_a_circle_of_parts_ends() -> None:
    """Entities that are part of each other are no trap."""
    text = READ.replace("data fact", "data fact { part-of more }; data more { part-of fact }")
    assert said("DAT102", text) == ["1: fact"]


def test_is_judged_at_each_instant() -> None:
    """A master that comes later resolves it, one that goes introduces it."""
    times = "plateau one { at 2014 }\nplateau two { at 2016 }\n" + HELD
    (finding,) = of("DAT102", times + "platform c { since 2015; store s { holds fact as master } }")
    assert (finding.status.value, finding.snapshots) == ("resolved", ("one",))
    (finding,) = of("DAT102", times + "platform c { until 2015; store s { holds fact as master } }")
    assert (finding.status.value, finding.snapshots) == ("introduced", ("two",))


def test_an_imported_entity_is_not_judged(tmp_path: Path) -> None:
    """The source of an entity that comes only by import is for others to state."""
    stores = "\nstore s { holds fact }; store t { holds fact }"
    assert said_beside("DAT102", stores, "data fact", tmp_path) == []
    assert said_beside("DAT102", "data fact", stores, tmp_path) == ["model.arch:1: fact"]


def test_names_where_the_master_is_likely() -> None:
    """The help proposes a store that is nobody's copy, or the system that exposes the entity."""
    copy = HELD.replace("a { store s { holds fact", "a { store s { holds fact as replica of b.s")
    assert "such as `b.s`" in of("DAT102", copy)[0].help
    assert "one of `b`" in of("DAT102", EXPOSED, profile="all")[0].help
    astray = EXPOSED.replace("from b.i", "from c") + "product c {}"
    assert "one of `b`" in of("DAT102", astray, profile="all")[0].help
    assert "in `s`, or" in of("DAT102", READ.replace("from b", "from s") + "store s")[0].help


def test_says_how_it_is_used() -> None:
    """The message says whether the entity is read or written, and by whom."""
    assert "`fact` is read by `a`" in of("DAT102", READ)[0].message
    assert "`fact` is written by `a`" in of("DAT102", READ.replace("reads fact from", "writes fact to"))[0].message


def test_shows_the_first_of_everything() -> None:
    """Of a store that holds it twice the first statement; the place that is proposed is the first that is used."""
    twice = HELD.replace("a { store s { holds fact", "a { store s { holds fact since 2014; holds fact")
    assert [label.span.text for label in of("DAT102", twice)[0].related] == ["holds fact since 2014", "holds fact"]
    reads = "data fact\nproduct a { reads fact from b; reads fact from c }\nproduct b {}\nproduct c {}\n"
    assert "one of `b`" in of("DAT102", reads)[0].help
    exposing = "".join(f"product {name} {{ store s; interface i {{ exposes fact }} }}\n" for name in "de")
    assert "one of `d`" in of("DAT102", reads + exposing)[0].help
