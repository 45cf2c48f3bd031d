"""DAT101: entities with two masters."""

from __future__ import annotations

from pathlib import Path

from tests.linting import of, said
from tests.rules.data.beside import found_beside, said_beside

TWO = """data fact
product a { store s { holds fact as master } }
product b { store s { holds fact as master } }
"""


def test_sits_on_the_later_claim_and_shows_the_other() -> None:
    """Two masters in two systems are one finding on the later statement, with the first beside it."""
    (finding,) = of("DAT101", TWO)
    assert (finding.span.begin.line, finding.span.text) == (3, "holds fact as master")
    assert finding.elements == ("b.s", "fact")
    assert [label.span.begin.line for label in finding.related] == [2]


def test_three_masters_are_one_finding() -> None:
    """There is one finding for each entity, however many claim it, and another for another entity."""
    text = TWO + "platform c { store s { holds fact as master; holds more as master } }\ndata more\n"
    text += "store top { holds more as master }"
    assert said("DAT101", text) == ["4: c.s, fact", "6: top, more"]


def test_names_the_master_to_keep_and_the_one_to_copy() -> None:
    """A register is kept before a platform's store, that before a newer system's, and legacy last."""
    legacy = TWO.replace("product a", "legacy a")
    platform = TWO + "platform c { store s { holds fact as master } }\n"
    register = platform + "product d { store s { register; holds fact as master } }\n"
    helps = [of("DAT101", text)[0].help.split("`") for text in (TWO, legacy, platform, register)]
    assert [(help[1], help[5]) for help in helps] == [("a.s", "b.s"), ("b.s", "a.s"), ("c.s", "b.s"), ("d.s", "c.s")]


def test_says_who_else_claims_it() -> None:
    """The message names the other masters, four at the most."""
    text, messages = TWO, []
    for name in "cdef":
        messages.append(of("DAT101", text)[0].message.partition("`fact`, ")[2])
        text += f"product {name} {{ store s {{ holds fact as master }} }}\n"
    messages.append(of("DAT101", text)[0].message.partition("`fact`, ")[2])
    assert messages[0] == "and so is `a.s`"
    assert messages[1] == "and so are `a.s` and `b.s`"
    assert messages[2] == "and so are `a.s`, `b.s` and `c.s`"
    assert messages[4] == "and so are `a.s`, `b.s`, `c.s`, `d.s` and 1 more"


def test_one_master_and_its_copies_are_innocent() -> None:
    """Replicas, and stores that do not say what they are, are no second masters."""
    assert said("DAT101", TWO.replace("b { store s { holds fact as master", "b { store s { holds fact")) == []
    copy = TWO.replace("b { store s { holds fact as master", "b { store s { holds fact as replica of a.s")
    assert said("DAT101", copy) == []


def test_two_stores_of_one_system_are_one_owner() -> None:
    """A system may keep what it owns in two stores."""
    text = "data fact\nproduct a { store s { holds fact as master }; store t { holds fact as master } }"
    assert said("DAT101", text) == []


def test_parts_are_different_systems_when_both_stores_stand_in_parts() -> None:
    """Two parts that own one entity are two owners; the system itself and its part are not."""
    part = "system {0} {{ store s {{ holds fact as master }} }}"
    both = f"data fact\nproduct a {{\n{part.format('x')}\n{part.format('y')}\n}}"
    assert said("DAT101", both) == ["4: a.y.s, fact"]
    mixed = f"data fact\nproduct a {{\nstore s {{ holds fact as master }}\n{part.format('y')}\n}}"
    assert said("DAT101", mixed) == []
    same = "data fact\nproduct a { system x { store s { holds fact as master }; store t { holds fact as master } } }"
    assert said("DAT101", same) == []


def test_the_store_of_the_system_itself_stands_aside_when_its_parts_quarrel() -> None:
    """Of one system, only the stores that stand in parts are against each other."""
    text = "data fact\nproduct a {\nsystem x { store s { holds fact as master } }\n"
    text += "system y { store s { holds fact as master } }\nstore s { holds fact as master }\n}"
    (finding,) = of("DAT101", text)
    assert finding.elements == ("a.y.s", "fact")
    assert [label.span.begin.line for label in finding.related] == [3]


def test_stores_at_the_top_are_owners_of_their_own() -> None:
    """Two stores that belong to no system are two owners."""
    text = "data fact\nstore s { holds fact as master }\nstore t { holds fact as master }"
    assert said("DAT101", text) == ["3: t, fact"]


def test_a_handover_is_innocent_and_an_overlap_is_transitional() -> None:
    """Masters whose times do not meet are fine; those that overlap on the way are found there."""
    text = """plateau one { at 2014 }
plateau two { at 2015 }
plateau three { at 2016 }
data fact
product a { store s { holds fact as master until UNTIL } }
product b { store s { holds fact as master since 2015 } }
"""
    assert said("DAT101", text.replace("UNTIL", "2015")) == []
    (finding,) = of("DAT101", text.replace("UNTIL", "2016"))
    assert (finding.status.value, finding.snapshots) == ("transitional", ("two",))


def test_is_one_finding_while_the_last_claim_stays() -> None:
    """That one of three masters goes does not make a new finding of the two that remain."""
    text = "plateau one { at 2014 }\nplateau two { at 2015 }\ndata fact\n"
    text += "product a { until 2015; store s { holds fact as master } }\n"
    text += "product b { store s { holds fact as master } }\nproduct c { store s { holds fact as master } }"
    (finding,) = of("DAT101", text)
    assert (finding.status.value, finding.snapshots) == ("open", ("one", "two"))


def test_sits_on_the_models_own_claim(tmp_path: Path) -> None:
    """Of an own and an imported master the own one is the subject, wherever it stands; two imported are none."""
    theirs = "product z { store s { holds fact as master } }\n"
    own = "data fact\nproduct a { store s { holds fact as master } }"
    assert said_beside("DAT101", own, theirs, tmp_path) == ["model.arch:2: a.s, fact"]
    two = theirs + "product y { store s { holds fact as master } }"
    assert said_beside("DAT101", "data fact", two, tmp_path) == []


def test_proposes_no_change_to_what_others_own(tmp_path: Path) -> None:
    """An imported master is the one to keep, even before a register of one's own."""
    own = "data fact\nplatform a { store s { register; holds fact as master } }"
    (finding,) = found_beside("DAT101", own, "legacy z { store s { holds fact as master } }", tmp_path)
    assert finding.help.startswith("keep `z.s` as the master")


def test_names_five_of_many_masters() -> None:
    """All of five by name, the last as the subject; of more than that the first four, and how many more there are."""
    many = "".join(f"store {name} {{ holds fact as master }}\n" for name in "cdefgh")
    (finding,) = of("DAT101", "data fact\n" + many[: many.index("store h")])
    assert finding.message.endswith("and so are `c`, `d`, `e` and `f`")
    (finding,) = of("DAT101", "data fact\n" + many)
    assert finding.message.endswith("and so are `c`, `d`, `e`, `f` and 1 more")
