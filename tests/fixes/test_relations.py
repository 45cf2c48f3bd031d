"""Relations that are stated otherwise: what is written, and when more than one thing may be meant."""

from __future__ import annotations

import pytest

from tests.fixes.mending import fixed

ONE_WAY = 'import "std"\nplatform hub {{ interface feed {{ standard json }} }}\n'


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("uses hub", "uses hub.feed"),
        ('uses   hub  for "news" since 2014 # why', 'uses   hub.feed  for "news" since 2014 # why'),
        ("reads d from hub { source \"x\" }", "reads d from hub.feed { source \"x\" }"),
        ("writes d to hub", "writes d to hub.feed"),
    ],
)  # fmt: skip
def test_the_only_interface_is_named(text: str, meant: str) -> None:
    """What names a system with exactly one interface names that, and nothing else in the statement changes."""
    around = ONE_WAY + "data d\nstore s {{ holds d }}\nproduct a {{\n  {}\n}}\n"
    assert fixed(around.format(text), unsafe=False) == around.format(meant)


def test_an_interface_within_a_part_is_named_by_its_path() -> None:
    """The path that is written goes on to the interface, however deep it stands."""
    text = "platform hub { store list { interface api } }\nproduct a { uses hub }"
    assert fixed(text, unsafe=False).endswith("product a { uses hub.list.api }")


NOT_THE_ONE = {
    "two interfaces": "platform hub { interface feed; interface send }\nproduct a { uses hub }",
    "an interface that comes later": "platform hub { interface feed { since 2016 } }\nproduct a { uses hub }",
    "an interface that goes sooner": "platform hub { interface feed { until 2016 } }\nproduct a { uses hub }",
    "two interfaces, one after the other": (
        "platform hub { interface feed { until 2016 }; interface send { since 2016 } }\n"
        "product a { uses hub until 2016 }"
    ),
    "a closed interface": "platform hub { interface feed { proprietary } }\nproduct a { uses hub }",
    "an interface with other data": (
        "data d\ndata e\nplatform hub { interface feed { exposes e }; store s { holds d } }\n"
        "product a { reads d from hub }"
    ),
    "an interface that is used already": "platform hub { interface feed }\nproduct a { uses hub; uses hub.feed }",
}


@pytest.mark.parametrize("text", NOT_THE_ONE.values(), ids=NOT_THE_ONE)
def test_an_interface_that_may_not_be_meant_is_not_named(text: str) -> None:
    """Several interfaces, or one that would say something else than the statement did, leave it as it is."""
    assert fixed(text) == text


def test_the_only_holder_is_made_the_master() -> None:
    """A store of which another one is a replica, and which says nothing, says `as master`; if that is asked for."""
    text = 'data d\nproduct a { store s { holds d } }\nproduct b { store t { holds d as replica of a.s for "x" } }'
    assert fixed(text) == text.replace("holds d }", "holds d as master }")
    assert fixed(text, unsafe=False) == text


NO_MASTER = {
    "two that say nothing": "data d\nproduct a { store s { holds d } }\nproduct b { store t { holds d } }",
    "there is a master later": (
        "data d\nproduct a { store s { holds d until 2016 } }\n"
        "product b { store t { holds d as replica of a.s for \"x\" until 2016; holds d as master since 2016 } }"
    ),
    "the only one": "data d\nproduct a { store s { holds d } }",
    "nothing but replicas": (
        "data d\nproduct a { store s { holds d as replica of b.t for \"x\" } }\n"
        "product b { store t { holds d as replica of a.s for \"y\" } }"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", NO_MASTER.values(), ids=NO_MASTER)
def test_nobody_is_made_the_master_by_guess(text: str) -> None:
    """Where two stores may be, or one will be, nothing is written."""
    assert fixed(text) == text


def test_a_copy_that_says_what_it_is_for_is_made_a_replica() -> None:
    """Of the only master there is; one that does not say what it is for would only break another rule."""
    text = "data d\nproduct a { store s { holds d as master } }\nproduct b { store t { holds d%s } }"
    assert fixed(text % ' for "speed"') == text % ' as replica of a.s for "speed"'
    assert fixed(text % "") == text % ""


REGISTER = """import "std"
data country
platform registers {
  store countries { register; holds country as master; interface api { standard rest, json; exposes country } }
}
legacy passports {
  store tables { holds country as replica of agency.lists for "x" }
  interface out { exposes country }
}
system agency { store lists { holds country } }
system archive { uses passports.out }
"""


def test_a_bypass_is_turned_to_the_register() -> None:
    """The read says the path of the register's interface, and all else stays; only if that is asked for."""
    text = REGISTER + 'product visas {\n  reads country from passports.out for "lists" # daily\n}\n'
    assert fixed(text) == text.replace("passports.out for", "registers.countries.api for")
    assert fixed(text, unsafe=False) == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("exposes country } }\n}", "exposes country }; interface feed { standard json; exposes country } }\n}"),
        ("interface api {", "interface api { since 2016;"),
        ("standard rest, json;", "proprietary;"),
        ("product visas {", "product visas { system registers;"),
        (" from passports.out", " from passports.out via rest"),
        (" from passports.out", " from passports.out bespoke"),
        (" from passports.out", " from passports.out until 2016"),
    ],
)
def test_a_bypass_stays_where_the_way_is_not_certain(old: str, new: str) -> None:
    """Two interfaces, one that is not there all the time, a closed one, another thing of that name, terms, an end."""
    text = (REGISTER + "product visas { reads country from passports.out }\n").replace(old, new, 1)
    assert "registers.countries" not in fixed(text).rpartition("visas")[2]


def test_a_bypass_beside_the_right_way_stays() -> None:
    """What would only be said twice is not written."""
    text = REGISTER + "product visas { reads country from passports.out; reads country from registers.countries.api }\n"
    assert fixed(text) == text


SUCCESSION = """import "std"
data d
legacy old {{
  until 2018-01
  interface lookup {{ standard json; exposes d }}
  store s {{ holds d as master until 2018-01 }}
}}
platform new {{
  since 2017; replaces old; interface api {{ standard json; exposes d }}
  store s {{ holds d as master since 2018 }}
}}
product a {{
{}
}}
"""
MOVED = {
    "a line": (
        "  reads d from old.lookup",
        "  reads d from old.lookup until 2018-01\n  reads d from new.api since 2018-01",
    ),
    "with a comment": (
        '  reads d from old.lookup for "x"  # nightly',
        '  reads d from old.lookup for "x" until 2018-01  # nightly\n  reads d from new.api for "x" since 2018-01',
    ),
    "with a block": (
        '  reads d from old.lookup {\n    link "p"\n  }\n  count 2',
        '  reads d from old.lookup until 2018-01 {\n    link "p"\n  }\n  reads d from new.api since 2018-01\n  count 2',
    ),
    "within a line": (
        "  phase live; reads d from old.lookup; area mission-it",
        "  phase live; reads d from old.lookup until 2018-01; reads d from new.api since 2018-01; area mission-it",
    ),
    "first in a line": (
        "  reads d from old.lookup; area mission-it",
        "  reads d from old.lookup until 2018-01; reads d from new.api since 2018-01; area mission-it",
    ),
    "last in a line": (
        "  phase live; reads d from old.lookup",
        "  phase live; reads d from old.lookup until 2018-01; reads d from new.api since 2018-01",
    ),
    "with dates": (
        "  reads d from old.lookup since 2014 until 2020",
        "  reads d from old.lookup since 2014 until 2018-01\n  reads d from new.api since 2018-01 until 2020",
    ),
    "where it goes on already": (
        "  reads d from old.lookup\n  reads d from new.api since 2018-01",
        "  reads d from old.lookup until 2018-01\n  reads d from new.api since 2018-01",
    ),
}


@pytest.mark.parametrize(("text", "meant"), MOVED.values(), ids=MOVED)
def test_a_read_moves_to_the_successor(text: str, meant: str) -> None:
    """It ends with the old system and goes on from the new one, from that date; only if that is asked for."""
    assert fixed(SUCCESSION.format(text)) == SUCCESSION.format(meant)
    assert fixed(SUCCESSION.format(text), unsafe=False) == SUCCESSION.format(text)


def test_a_read_moves_from_a_system_that_is_no_legacy() -> None:
    """The same is so for any system that is replaced."""
    text = SUCCESSION.format("  reads d from old.lookup").replace("legacy old", "system old")
    assert fixed(text).count("since 2018-01") == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("replaces old; ", ""),
        ("since 2017;", "since 2019;"),
        ("product a {", "platform newer { replaces old; interface api { standard json; exposes d } }\nproduct a {"),
        ("interface api {", "interface other { standard json; exposes d }; interface api {"),
        ("interface api { standard json; exposes d", "interface api { standard json"),
        ("interface api {", "interface api { until 2020;"),
        ("  reads d from old.lookup", "  reads d from old.lookup\n  reads d from new.api since 2019"),
    ],
)
def test_a_read_stays_where_it_is_not_certain_where_to(old: str, new: str) -> None:
    """No successor, one that comes too late, two of them, two interfaces, none for this data, one that ends, a gap."""
    text = SUCCESSION.format("  reads d from old.lookup").replace(old, new, 1)
    assert fixed(text) == text
