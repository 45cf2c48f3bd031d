"""DAT105: replicas in a circle, and replicas of two stores."""

from __future__ import annotations

from pathlib import Path

from tests.linting import of, said
from tests.rules.data.beside import said_beside

RING = """data fact
store a { holds fact as replica of b }
store b { holds fact as replica of c }
store c { holds fact as replica of a }
"""


def test_shows_the_way_round_on_the_first_statement() -> None:
    """A circle is one finding, on its first statement in file order, where the way round begins."""
    (finding,) = of("DAT105", RING)
    assert (finding.span.begin.line, finding.span.text) == (2, "holds fact as replica of b")
    assert finding.elements == ("a", "fact", "b", "c")
    assert finding.witness == ("a", "b", "c", "a")
    assert finding.message == "replicas of `fact` go in a circle: a -> b -> c -> a"
    assert {label.span.begin.line for label in finding.related} == {3, 4}


def test_a_pair_sits_on_the_later_statement() -> None:
    """Two stores that are replicas of each other are a pair: the later statement is named, the other related."""
    (finding,) = of(
        "DAT105", "data fact\nstore a { holds fact as replica of b }\nstore b { holds fact as replica of a }"
    )
    assert finding.span.begin.line == 3
    assert finding.elements == ("b", "fact", "a")
    assert finding.witness == ("a", "b", "a")
    assert [label.span.begin.line for label in finding.related] == [2]


def test_what_leads_into_a_circle_is_no_part_of_it() -> None:
    """A replica of a store of the circle is not shown, and not found."""
    (finding,) = of("DAT105", RING + "store d { holds fact as replica of a }")
    assert "d" not in finding.elements


def test_a_circle_is_found_beside_sound_copies() -> None:
    """That another store is a proper replica of a master hides no circle."""
    text = RING + "store m { holds fact as master }\nstore n { holds fact as replica of m }"
    assert said("DAT105", text) == ["2: a, fact, b, c"]


def test_a_long_way_round_is_told_in_short() -> None:
    """The message of a long circle leaves out its middle; the witness has it."""
    stores = [f"store s{number} {{ holds fact as replica of s{(number + 1) % 20} }}" for number in range(20)]
    (finding,) = of("DAT105", "\n".join(["data fact", *stores]))
    assert finding.message.endswith("s0 -> s1 -> s2 -> s3 -> s4 -> s5 -> s6 -> s7 -> … -> s0")
    assert len(finding.witness) == 21


def test_circles_of_one_entity_are_separate_findings() -> None:
    """Two circles are two findings, whether of one entity or of two."""
    other = RING.replace("data fact\n", "")
    for name in "abc":
        other = other.replace(f"store {name}", f"store {name}2").replace(f"of {name}", f"of {name}2")
    assert said("DAT105", RING + other) == ["2: a, fact, b, c", "5: a2, fact, b2, c2"]
    assert said("DAT105", RING + "data more\n" + other.replace("fact", "more")) == [
        "2: a, fact, b, c", "6: a2, more, b2, c2",
    ]  # fmt: skip


def test_a_replica_of_itself_is_a_circle() -> None:
    """The smallest circle has one store."""
    (finding,) = of("DAT105", "data fact\nstore a { holds fact as replica of a }")
    assert finding.elements == ("a", "fact")
    assert "a replica of itself" in finding.message


def test_copies_of_different_entities_are_no_circle() -> None:
    """Two stores may copy from each other what the other owns."""
    text = "data x; data y\nstore a { holds x as master; holds y as replica of b }\n"
    assert said("DAT105", text + "store b { holds y as master; holds x as replica of a }") == []


def test_a_circle_is_found_beside_a_master() -> None:
    """That one store of the circle says that it is the master as well does not open the circle."""
    assert (
        len(
            said(
                "DAT105", RING.replace("holds fact as replica of b", "holds fact as replica of b; holds fact as master")
            )
        )
        == 1
    )
    whole = RING.replace("data fact", "data fact { part-of more }; data more").replace(
        "a {", "a { holds more as master;"
    )
    assert len(said("DAT105", whole)) == 1


def test_a_replica_of_two_stores_is_found_on_the_later_statement() -> None:
    """One store with two sources for one entity is a finding, the other source beside it."""
    text = "data fact\nstore a {\n  holds fact as replica of b\n  holds fact as replica of c\n}\n"
    (finding,) = of("DAT105", text + "store b { holds fact as master }\nstore c { holds fact as replica of b }")
    assert (finding.span.begin.line, finding.elements) == (4, ("a", "c", "fact"))
    assert [label.span.begin.line for label in finding.related] == [3]
    assert "such as `b`" in finding.help


def test_one_source_said_twice_is_one_source() -> None:
    """Two statements with one source are no fork, nor are two entities from two sources."""
    text = "data fact; data more\nstore b { holds fact as master }\nstore c { holds more as master }\n"
    assert said("DAT105", text + "store a { holds fact as replica of b; holds fact as replica of b }") == []
    assert said("DAT105", text + "store a { holds fact as replica of b; holds more as replica of c }") == []


def test_a_statement_is_found_once() -> None:
    """A statement that closes a circle and is the second source of its store is one finding."""
    text = "data fact\nstore b { holds fact as replica of a }\nstore c { holds fact as master }\n"
    text += "store a {\n  holds fact as replica of c\n  holds fact as replica of b\n}"
    assert said("DAT105", text) == ["6: a, fact, b"]


def test_circles_that_only_once_were_are_no_circles() -> None:
    """What never stands at one instant is no circle; what does is found then."""
    text = "plateau one { at 2014 }\nplateau two { at 2015 }\n" + RING.replace("of a }", "of a TIME }")
    (finding,) = of("DAT105", text.replace("TIME", "since 2015"))
    assert (finding.status.value, finding.snapshots) == ("introduced", ("two",))
    assert said("DAT105", text.replace("TIME", "until 2014")) == []


def test_sits_on_the_models_own_statement(tmp_path: Path) -> None:
    """A circle through imported stores is found on the own one; one among imported stores only is not."""
    own = "data fact\nstore a { holds fact as replica of b }"
    theirs = "store b { holds fact as replica of a }"
    assert said_beside("DAT105", own, theirs, tmp_path) == ["model.arch:2: a, fact, b"]
    alone = "store b { holds fact as replica of c }; store c { holds fact as replica of b }"
    assert said_beside("DAT105", "data fact", alone, tmp_path) == []
    fork = "store b { holds fact as replica of c; holds fact as replica of d }; store c; store d"
    assert said_beside("DAT105", "data fact", fork, tmp_path) == []
