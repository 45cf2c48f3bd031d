"""EVO107: a time between two masters of an entity in which there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing


def two(old: str, new: str) -> str:
    """A model in which two systems keep an entity, each in a way of its own."""
    return f"data d\nlegacy old {{ store s {{ holds d {old} }} }}\nplatform new {{ store t {{ holds d {new} }} }}\n"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("as master until 2016", "as master since 2017", True),
        ("as master until 2016", "as master since 2016-01-02", True),
        ("until 2016", "since 2017", True),
        ("as master until 2016", "since 2017", True),
        ("until 2016", "as master since 2017", True),
        ("as master since 2017", "as master until 2016", True),
        ("as master until 2016", "as master since 2016", False),
        ("as master until 2016", "as master since 2015", False),
        ("as master until 2016", "as master", False),
        ("as master", "as master since 2017", False),
        ("as master until 2016", "as replica of old.s since 2017", False),
        ("as replica of new.t until 2016", "as master since 2017", False),
        ("as master until 2016", "as replica of old.s until 2017", False),
    ],
)
def test_one_has_ended_and_the_next_has_not_begun(old: str, new: str, found: bool) -> None:
    """By stated dates; the only holder is a master if it says nothing, and a replica is none."""
    assert said("EVO107", two(old, new)) == (["3: new.t, d, old.s"] if found else [])


def test_sits_on_the_later_holding_in_file_order() -> None:
    """Whichever comes first in time."""
    (finding,) = of("EVO107", two("as master since 2017", "as master until 2016"))
    assert finding.span.text == "holds d as master until 2016"
    assert [label.span.text for label in finding.related] == ["holds d as master since 2017"]
    assert finding.status is Status.OPEN


def test_the_ends_of_stores_and_systems_count() -> None:
    """A holding ends with its store, and with the system in which that stands."""
    text = "data d\nlegacy old { until 2016; store s { holds d as master } }\n"
    assert len(of("EVO107", text + "platform new { since 2017; store t { holds d as master } }")) == 1


def test_no_plateau_need_lie_in_the_gap() -> None:
    """All instants are looked at."""
    plateaus = "plateau a { at 2015 }\nplateau b { at 2018 }\n"
    assert len(of("EVO107", plateaus + two("as master until 2016", "as master since 2017"))) == 1


def test_one_store_may_leave_a_gap_of_its_own() -> None:
    """Two times of one store are two masters."""
    text = "data d\nplatform p { store s { holds d as master until 2016; holds d as master since 2017 } }"
    assert said("EVO107", text) == ["2: p.s, d"]


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("holds d as master since 2015 until 2018", 0),
        ("holds d as master since 2016 until 2017", 0),
        ("holds d as master since 2016-02 until 2016-03", 2),
        ("holds d", 0),
        ("holds d since 2016 until 2017", 0),
        ("holds whole as master", 0),
        ("holds whole as master since 2016 until 2017", 0),
        ("holds whole as master until 2016", 1),
        ("holds whole", 1),
        ("holds d as replica of old.s", 1),
        ("holds d since 2015 until 2016", 1),
    ],
)
def test_what_may_fill_the_gap(other: str, found: int) -> None:
    """Another master, one that may be, and the master of the whole do; a replica does not."""
    text = two("as master until 2016", "as master since 2017").replace("data d", "data whole; data d { part-of whole }")
    assert len(of("EVO107", text + f"platform x {{ store s {{ {other} }} }}")) == found


def test_who_reads_is_no_keeper() -> None:
    """What reads or writes the entity all the time does not keep it, nor does a holding that can never be."""
    text = two("as master until 2016", "as master since 2017")
    assert len(of("EVO107", text + "product p { reads d from old.s; reads d from new.t; writes d to new }")) == 1
    assert len(of("EVO107", text + "platform x { store s { holds d since 2015 until 2014 } }")) == 1


def test_an_unknown_master_is_no_beginning_of_a_gap() -> None:
    """Where two stores say nothing, nobody knows of a master that could have ended."""
    text = "data d\nplatform a { store s { holds d until 2016 } }\nplatform b { store s { holds d until 2016 } }\n"
    assert said("EVO107", text + "platform c { store s { holds d as master since 2017 } }") == []


def test_a_gap_ends_where_there_may_be_a_master_again() -> None:
    """The dates of the message are those between which there is certainly none."""
    text = (
        two("as master until 2016", "as master since 2018") + "platform x { store s { holds d as replica of old.s } }\n"
    )
    (finding,) = of("EVO107", text + "platform y { store s { holds d since 2017 until 2018 } }")
    assert "from 2016-01-01, when `old.s` ceases to be, to 2017-01-01" in finding.message


def test_what_does_not_exist_needs_no_master() -> None:
    """An entity that begins only after the gap is not judged."""
    text = two("as master until 2016", "as master since 2017")
    assert said("EVO107", text.replace("data d", "data d { since 2017 }")) == []
    assert len(of("EVO107", text.replace("data d", "data d { since 2016-06 }"))) == 1


def test_says_what_to_extend() -> None:
    """The help names both stores and both dates."""
    (finding,) = of("EVO107", two("as master until 2016", "as master since 2017"))
    assert finding.help == "let `old.s` hold `d` as master until 2017-01-01, or `new.t` since 2016-01-01"


def test_of_a_pair_the_models_own_is_the_place(tmp_path: Path) -> None:
    """An imported store is no subject, but is a master."""
    old = "data d\nlegacy old { store s { holds d as master until 2016 } }\n"
    new = "platform new { store t { holds d as master since 2017 } }"
    assert [one.elements for one in of_importing("EVO107", tmp_path, old, new)] == [("new.t", "d", "old.s")]
    assert of_importing("EVO107", tmp_path, old + new, "") == []


def test_many_masters_are_walked_along_once() -> None:
    """Thousands of hand-overs of one entity, each clean but the last, take no time to speak of."""
    stores = "\n".join(
        f"store s{year} {{ holds d as master since {year} until {year + 1}; holds d as replica of s{year} since 9000 }}"
        for year in range(1000, 5000)
    )
    assert len(of("EVO107", f"data d\n{stores}\nstore z {{ holds d as master since 5001 }}")) == 1


COPY = "platform z { store s { holds d as replica of old.s } }\n"


def test_who_may_have_been_master_fills_no_gap_that_comes_after() -> None:
    """Until it ends nobody knows of a gap; from then on there is one."""
    text = two("as master until 2016", "as master since 2018") + COPY
    (finding,) = of("EVO107", text + "platform x { store s { holds d since 2015 until 2017 } }")
    assert "from 2017-01-01, when `old.s` ceases to be, to 2018-01-01" in finding.message


def test_of_several_masters_of_the_whole_one_is_left() -> None:
    """That one has ended does not say that there is none."""
    text = two("as master until 2016", "as master since 2017").replace("data d", "data whole; data d { part-of whole }")
    masters = "store m { holds whole as master until 2015 }; store n { holds whole as master }"
    assert said("EVO107", text + masters) == []
    assert len(of("EVO107", text + masters.replace("master }", "master until 2016-02 }"))) == 1


def test_a_store_that_holds_twice_is_one_store() -> None:
    """Alone it is the master as long as either statement holds; the later is the one that ends."""
    held = "holds d until 2016; holds d since 2015 until 2017"
    text = f"data d\nstore t {{ holds d as master since 2018 }}\nstore s {{ {held} }}"
    (finding,) = of("EVO107", text)
    assert finding.span.text == "holds d since 2015 until 2017"
    assert "from 2017-01-01" in finding.message
