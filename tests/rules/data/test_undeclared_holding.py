"""DAT108: data taken from where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.data.beside import said_beside


def reading(target: str, estate: str) -> str:
    """A product that reads a fact from something."""
    return f"data fact; data more\nproduct a {{ reads fact from {target} }}\n{estate}"


def test_a_store_must_hold_what_is_read_from_it() -> None:
    """A store that holds something else, or nothing, does not have the entity."""
    text = reading("b.s", "product b { store s { holds more }; store t { holds fact } }")
    (finding,) = of("DAT108", text)
    assert (finding.span.text, finding.elements) == ("reads fact from b.s", ("a", "b.s", "fact"))
    assert finding.message == "`a` reads `fact` from `b.s`, which does not hold it"
    assert finding.help == "read it from `b.t` instead, or state `holds fact` in `b.s`"
    assert said("DAT108", text.replace("holds more", "holds fact")) == []
    assert said("DAT108", reading("s", "store s")) == ["2: a, s, fact"]
    assert said("DAT108", reading("s", "store s { interface i { exposes fact } }")) == ["2: a, s, fact"]


def test_writing_is_judged_like_reading() -> None:
    """What is written must be held or exposed where it goes."""
    text = reading("s", "store s { holds more }").replace("reads fact from", "writes fact to")
    (finding,) = of("DAT108", text)
    assert "writes `fact` to `s`" in finding.message


@pytest.mark.parametrize(
    ("target", "estate"),
    [
        ("b.i", "product b { interface i { exposes fact } }"),
        ("b.i", "product b { interface i { exposes more }; store s { holds fact } }"),
        ("b.i", "product b { interface i { exposes more }; system p { store s { holds fact } } }"),
        ("s.i", "store s { holds fact; interface i { exposes more } }"),
        ("w.i", "adaptor w { wraps b; interface i { exposes more } }\nlegacy b { store s { holds fact } }"),
    ],
)  # fmt: skip
def test_an_interface_exposes_it_or_has_a_store_behind_it_that_holds_it(target: str, estate: str) -> None:
    """What the interface exposes, and what stands behind it, may be taken through it."""
    assert said("DAT108", reading(target, estate)) == []


@pytest.mark.parametrize(
    ("target", "estate"),
    [
        ("b.i", "product b { interface i { exposes more }; interface j { exposes fact } }"),
        ("b.i", "product b { interface i { exposes more }; store s { holds more } }"),
        ("s.i", "store s { holds more; interface i { exposes more } }"),
        ("w.i", "adaptor w { wraps b; interface i { exposes more } }\nlegacy b { interface j { exposes fact } }"),
        ("b.i", "product b { wraps c; interface i { exposes more } }\nlegacy c { store s { holds fact } }"),
    ],
)  # fmt: skip
def test_an_interface_with_other_data_only_is_found(target: str, estate: str) -> None:
    """An interface that states data, but not this, and has no store with it behind, is found."""
    estate = estate.replace("product b { wraps c;", "adaptor b { wraps c; store own { holds more };")
    (finding,) = of("DAT108", reading(target, estate))
    assert finding.elements == ("a", target, "fact")
    assert finding.message.endswith("which does not expose it")
    assert finding.help.endswith(f"state `exposes fact` in `{target}`")


@pytest.mark.parametrize(
    "estate",
    [
        "product b { store s { holds fact } }",
        "product b { interface i { exposes fact } }",
        "product b { system p { interface i { exposes fact } }; store s { holds more } }",
        "product b { interface i { exposes more }; system p { store s { holds fact } } }",
        "adaptor b { wraps c; interface i { exposes more } }\nlegacy c { store s { holds fact } }",
    ],
)
def test_a_system_has_what_its_stores_and_interfaces_have(estate: str) -> None:
    """A system named by itself has the data of everything in it."""
    assert said("DAT108", reading("b", estate)) == []


def test_a_system_with_other_data_only_is_found() -> None:
    """A system whose stores or interfaces state data, but not this, is found."""
    assert said("DAT108", reading("b", "product b { store s { holds more } }")) == ["2: a, b, fact"]
    assert said("DAT108", reading("b", "product b { interface i { exposes more } }")) == ["2: a, b, fact"]
    assert said("DAT108", reading("b", "product b { system p { store s { holds more } } }")) == ["2: a, b, fact"]


@pytest.mark.parametrize(
    ("target", "estate"),
    [
        ("b.i", "product b { interface i }"),
        ("b.i", "product b { interface i; store s { holds more } }"),
        ("s.i", "store s { holds more; interface i }"),
        ("b", "product b"),
        ("b", "product b { store s; interface i; interface j { docs \"x\" } }"),
    ],
)  # fmt: skip
def test_is_silent_where_no_data_is_stated_at_all(target: str, estate: str) -> None:
    """An interface or system that states no data may have any."""
    assert said("DAT108", reading(target, estate)) == []


def test_whoever_has_the_whole_has_the_part() -> None:
    """A part may be taken from where the whole is held or exposed, but not the other way round."""
    part = "data whole\n" + reading("s", "store s { holds whole }").replace(
        "data fact;", "data fact { part-of whole };"
    )
    assert said("DAT108", part) == []
    exposed = part.replace("from s", "from s.i").replace("holds whole", "interface i { exposes whole }")
    assert said("DAT108", exposed) == []
    behind = (
        part.replace("from s", "from b.i") + "\nproduct b { interface i { exposes more }; store s { holds whole } }"
    )
    assert said("DAT108", behind) == []
    assert said("DAT108", part.replace("reads fact", "reads whole").replace("holds whole", "holds fact")) != []


def test_calls_are_not_judged() -> None:
    """`uses` says nothing of data, and `wraps` does not either."""
    text = "data more\nproduct a { uses b.s }\nproduct b { store s { holds more } }\nadaptor w { wraps b }"
    assert said("DAT108", text) == []


def test_is_judged_at_each_instant() -> None:
    """A store that comes to hold the entity later resolves it."""
    times = "\nplateau one { at 2014 }\nplateau two { at 2016 }"
    (finding,) = of("DAT108", reading("s", "store s { holds fact since 2015 }" + times))
    assert (finding.status.value, finding.snapshots) == ("resolved", ("one",))
    (finding,) = of(
        "DAT108", reading("b.i", "product b { interface i { exposes fact until 2015; exposes more } }" + times)
    )
    assert finding.status.value == "introduced"


def test_names_the_way_to_the_canonical_source() -> None:
    """The help prefers an open interface before the master, then the master, then whatever exposes it."""
    estate = reading("s", 'import "std"\nstore s { holds more }\n')
    copy = "product c { store s { holds fact as replica of m.s }; interface i { standard json; exposes fact } }\n"
    master = "product m { store s { holds fact as master }; interface i { exposes fact }; OPEN }\n"
    way = "interface j { standard json; exposes fact }"
    assert "`c.i` instead" in of("DAT108", estate + "product c { interface i { exposes fact } }")[0].help
    assert "`m.i` instead" in of("DAT108", estate + copy + master.replace("OPEN", ""))[0].help
    assert "`m.j` instead" in of("DAT108", estate + copy + master.replace("OPEN", way))[0].help
    bare = master.replace("interface i { exposes fact }; OPEN", "")
    assert "`m.s` instead" in of("DAT108", estate + copy + bare)[0].help
    assert "instead" not in of("DAT108", estate)[0].help


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """An own system that reads from an imported store is judged, an imported one is not."""
    store = "store s { holds more }; data more"
    own = "data fact; product a { reads fact from s }"
    assert said_beside("DAT108", own, store, tmp_path) == ["model.arch:1: a, s, fact"]
    assert said_beside("DAT108", f"data fact; {store}", "product a { reads fact from s }", tmp_path) == []
