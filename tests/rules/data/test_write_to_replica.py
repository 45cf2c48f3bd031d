"""DAT106: changes that are made in copies."""

from __future__ import annotations

from pathlib import Path

from tests.linting import of, said
from tests.rules.data.beside import said_beside

ESTATE = """import "std"
data fact
platform m { store s { holds fact as master }; interface i { standard json; exposes fact } }
platform c { store s { holds fact as replica of m.s; interface i }; interface i; interface j }
product a { writes fact to TARGET }
"""


def to(target: str, extra: str = "") -> str:
    """A product that writes to something."""
    return ESTATE.replace("TARGET", target) + extra


def test_a_write_to_a_copy_is_found() -> None:
    """A write to a store that holds the entity as replica sits on the `writes`, the copy beside it."""
    (finding,) = of("DAT106", to("c.s"))
    assert (finding.span.begin.line, finding.span.text) == (5, "writes fact to c.s")
    assert finding.elements == ("a", "c.s", "fact")
    assert [label.span.begin.line for label in finding.related] == [4]
    assert "to `m.i` instead" in finding.help


def test_interfaces_behind_which_only_copies_stand_are_copies() -> None:
    """A way in to the store, or to the system that has only copies, is no better."""
    assert said("DAT106", to("c.s.i")) == ["5: a, c.s.i, fact"]
    assert said("DAT106", to("c.i")) == ["5: a, c.i, fact"]


def test_an_interface_before_a_master_as_well_is_innocent() -> None:
    """Where a master, or a holder that does not say, stands behind the interface too, nothing is known to be wrong."""
    assert said("DAT106", to("c.i", "extend c { store t { holds fact as master } }")) == []
    assert said("DAT106", to("c.i", "extend c { store t { holds fact } }")) == []
    assert said("DAT106", to("c.i", "extend c { store t { holds fact as replica of m.s } }")) == ["5: a, c.i, fact"]


def test_an_adaptor_is_before_what_it_wraps() -> None:
    """Behind an adaptor without stores stand the stores of what it wraps."""
    adaptor = "adaptor w { wraps SYSTEM; interface i }"
    assert said("DAT106", to("w.i", adaptor.replace("SYSTEM", "c"))) == ["5: a, w.i, fact"]
    assert said("DAT106", to("w.i", adaptor.replace("SYSTEM", "m"))) == []
    assert said("DAT106", to("w.i", adaptor.replace("SYSTEM", "c, m"))) == []


def test_masters_and_those_who_do_not_say_may_be_written_to() -> None:
    """Only what says that it is a replica is one, and a store that is master as well is not."""
    assert said("DAT106", to("m.s")) == []
    assert said("DAT106", to("m.i")) == []
    assert said("DAT106", to("c.s").replace("fact as replica of m.s", "fact")) == []
    assert said("DAT106", to("c.s").replace("replica of m.s;", "replica of m.s; holds fact as master;")) == []


def test_reading_a_copy_and_writing_something_else_are_innocent() -> None:
    """Copies are there to be read, and a copy of one entity may be the master of another."""
    assert said("DAT106", to("c.s").replace("writes fact to", "reads fact from")) == []
    assert said("DAT106", to("c.s", "data more").replace("writes fact", "writes more")) == []


def test_a_system_named_by_itself_is_not_judged() -> None:
    """Which store of a system takes the change is not known."""
    assert said("DAT106", to("c")) == []


def test_a_system_that_writes_to_its_own_copy_is_found() -> None:
    """Relations within one system are judged too."""
    assert said("DAT106", to("m.s", "extend c { writes fact to s }")) == ["6: c, c.s, fact"]


def test_is_judged_at_each_instant() -> None:
    """When the copy becomes the master, the finding is resolved."""
    times = "plateau one { at 2014 }; plateau two { at 2016 }"
    text = to("c.s", times).replace("replica of m.s;", "replica of m.s until 2015; holds fact as master since 2015;")
    (finding,) = of("DAT106", text.replace("s { holds fact as master }", "s { holds fact as master until 2015 }"))
    assert (finding.status.value, finding.snapshots) == ("resolved", ("one",))


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """An own write to an imported copy is found, an imported write is not."""
    stores = "\nstore m { holds fact as master }; store c { holds fact as replica of m }"
    own = "data fact; product a { writes fact to c }"
    assert said_beside("DAT106", own, stores, tmp_path) == ["model.arch:1: a, c, fact"]
    assert said_beside("DAT106", f"data fact{stores}", "product a { writes fact to c }", tmp_path) == []
