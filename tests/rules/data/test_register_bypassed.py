"""DAT110: reading past a register."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

REGISTER = (
    "data d; data e; standard s { open }\n"
    "platform r { store list { register; holds d as master; interface api { standard s; exposes d } } }\n"
)
BESIDE = "platform r { interface api { exposes d }; store list { register; holds d as master } }\n"
READS_A = "product p { reads d from a.i }"
OLD = "legacy old { store t { holds d as master }; interface i { exposes d } }\n"


@pytest.mark.parametrize("target", ["old.t", "old.i", "old", "old.t.j"])
@pytest.mark.parametrize("register", [REGISTER, "data d; data e\n" + BESIDE], ids=["its own interface", "its system's"])
def test_reads_another_list(register: str, target: str) -> None:
    """A store, an interface of one, or one of a system with such stores is not the register."""
    old = OLD.replace("holds d as master }", "holds d as master; interface j }")
    (finding,) = of("DAT110", f"{register}{old}product p {{ reads d from {target} }}")
    assert finding.span.text == f"reads d from {target}"
    assert finding.elements == ("p", target, "d")
    assert f"`{target}`, past" in finding.message
    assert "api`" in finding.help


@pytest.mark.parametrize(
    "rest",
    [
        "product p { reads d from r.list.api }",
        "product p { reads d from r.list }",
        "product p { reads d from r }",
        "platform q { store c { holds d as replica of r.list }; interface i }; product p { reads d from q.i }",
        "store b { holds d as replica of r.list }; store c { holds d as replica of b }; product p { reads d from c }",
        "product p { store own { holds d }; reads d from own }",
        "product p { store own { holds d }; system part { reads d from p.own } }",
        OLD + "product p { writes d to old.t; uses old.i; reads e from old.t }",
        "legacy l { store t { holds d as replica of r.list } }; adaptor a { wraps l; interface i }; " + READS_A,
        "platform q { reads d from r.list.api; interface i { exposes d } }; product p { reads d from q.i }",
        "platform q { reads d from r.list; interface i { exposes d } }; product p { reads d from q.i }",
        "platform q; product p { reads d from q }",
    ],
    ids=[
        "its interface", "itself", "its system", "a replica", "a replica of a replica", "own store", "own part",
        "no read of it", "a replica behind an adaptor", "passed on", "passed on from the store",
        "a system without stores",
    ],
)  # fmt: skip
def test_innocent_reads(rest: str) -> None:
    """The register, its replicas, own stores, and what passes on the register's data."""
    assert said("DAT110", REGISTER + rest) == []


@pytest.mark.parametrize(
    "rest",
    [
        "legacy q { interface i { exposes d } }\nproduct p { reads d from q.i }",
        "platform q { reads e from r.list.api; interface i { exposes d } }\nproduct p { reads d from q.i }",
        "platform q { writes d to r.list.api; interface i { exposes d } }\nproduct p { reads d from q.i }",
        "legacy q { store t { holds d }; reads d from r.list.api; interface i }\nproduct p { reads d from q.i }",
        "store t { holds d as replica of u }; store u { holds d as master }\nproduct p { reads d from t }",
        "store t { holds e as replica of r.list }\nproduct p { reads d from t }",
        "store t\nproduct p { reads d from t }",
        "legacy l { store t { holds d } }; adaptor a { wraps l; interface i }\nproduct p { reads d from a.i }",
    ],
    ids=["no store behind", "passes on another entity", "writes it only", "own copy", "another's replica",
         "replica of another entity", "a store that states nothing", "behind an adaptor"],
)  # fmt: skip
def test_breaches(rest: str) -> None:
    """What is not declared a replica of the register is none."""
    (finding,) = of("DAT110", REGISTER + rest)
    assert finding.elements[0] == "p"


@pytest.mark.parametrize(
    "register",
    [
        BESIDE.replace("register; ", ""),
        BESIDE.replace("exposes d", "exposes e"),
        BESIDE.replace("interface api { exposes d }; ", ""),
        BESIDE.replace("holds d as master", "holds e as master"),
    ],
    ids=["no register", "exposes something else", "no interface", "holds something else"],
)
def test_no_register_of_it(register: str) -> None:
    """Only what a register's interface exposes can be had from it."""
    assert said("DAT110", "data d; data e\n" + register + OLD + "product p { reads d from old.t }") == []


def test_one_finding_for_each_relation() -> None:
    """Whoever reads past the register twice, hears it twice."""
    assert said("DAT110", REGISTER + OLD + "product p {\n reads d from old.t\n reads d from old.i\n}") == [
        "5: p, old.t, d",
        "6: p, old.i, d",
    ]


def test_the_source_of_the_register_is_not_past_it() -> None:
    """While the register is itself a copy, what it is a copy of says the same."""
    register = (
        'platform r { interface api { exposes d }; store list { register; holds d as replica of old.t for "x" } }\n'
    )
    assert said("DAT110", "data d; data e\n" + register + OLD + "product p { reads d from old.i }") == []


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ("product p { reads d from old.t until 2015 }", "resolved"),
        ("product p { reads d from old.t since 2015 }", "introduced"),
        ("product p { reads d from old.t }", "open"),
    ],
)
def test_is_judged_at_each_time(rest: str, status: str) -> None:
    """The relation has its time."""
    (finding,) = of("DAT110", "plateau one { at 2014 }; plateau two { at 2016 };" + REGISTER + OLD + rest)
    assert finding.status.value == status


@pytest.mark.parametrize("since", ["register since 2015; ", "register; since 2015; "])
def test_only_while_the_register_is_there(since: str) -> None:
    """A register that comes later is passed by from then on only."""
    text = REGISTER.replace("register; ", since) + OLD + "product p { reads d from old.t }"
    (finding,) = of("DAT110", "plateau one { at 2014 }; plateau two { at 2016 };" + text)
    assert finding.status.value == "introduced"


def test_imported_readers_are_not_judged(tmp_path: Path) -> None:
    """An imported system is no subject; an imported register is one."""
    reader = "product p { reads d from old.t }"
    assert said_with_import(tmp_path, "DAT110", REGISTER + OLD, reader) == []
    assert said_with_import(tmp_path, "DAT110", reader, REGISTER + OLD) == ["1: p, old.t, d"]


def test_help_names_the_open_interface_of_the_register() -> None:
    """Of several interfaces of the register an open one is the one to read from."""
    register = REGISTER.replace("interface api", "interface closed { proprietary; exposes d }; interface api")
    (finding,) = of("DAT110", f"{register}{OLD}product p {{ reads d from old.t }}")
    assert "`r.list.api`" in finding.help


def test_replicas_in_a_circle_end() -> None:
    """Copies that go in a circle are followed once round."""
    register = REGISTER.replace("holds d as master", "holds d as replica of t")
    text = "store t { holds d as replica of u }; store u { holds d as replica of r.list }"
    assert said("DAT110", f"{register}{text}; product p {{ reads d from u; reads d from t }}") == []
