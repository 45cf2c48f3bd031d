"""SEC104: personal data that nobody uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

DATA = "data d { classification personal }; data f; data part { part-of d }; user u\n"
IDLE = DATA + "legacy l {\n store s { holds d; holds f }\n}\n"


def test_nobody_uses_it() -> None:
    """It sits on the store; that it is held for something is no use yet."""
    (finding,) = of("SEC104", IDLE)
    assert (finding.span.begin.line, finding.elements) == (3, ("l.s",))
    assert [label.span.text for label in finding.related] == ["holds d"]
    assert said("SEC104", IDLE.replace("holds d", 'holds d for "the record"')) == ["3: l.s"]


@pytest.mark.parametrize(
    "use",
    [
        "product p { reads d from l.s }",
        "product p { reads f from l.s }",
        "product p { reads d from l }",
        "product p { reads part from l }",
        "product p { uses l.s }",
        "product p { uses l }",
        "extend l { reads d from l.s }",
        "product p { store t { holds d as replica of l.s; interface j } }",
        "extend l { interface i }",
        "extend l { interface i { exposes f } }",
        "extend l.s { interface i }",
        "extend l { serves u }",
        "extend l { system desk { serves u } }",
        "extend l { system desk { interface i } }",
        "adaptor a { wraps l }",
    ],
)
def test_whatever_uses_it(use: str) -> None:
    """Readers, what may read, feeds, interfaces before it, and users of its system."""
    assert said("SEC104", IDLE + use) == []


@pytest.mark.parametrize(
    "no_use",
    [
        "product p { writes d to l.s }",
        "product p { reads f from q.v }; platform q { store v { holds f } }",
        "product p { hosted-on l; reuses l }; platform q { replaces l }",
        "extend l { store t { holds f; interface i } }",
        "extend l { system desk { store t { holds f }; interface i } }",
        "adaptor a { wraps q; interface i }; legacy q",
        "product p { serves u; interface i }",
    ],
)
def test_whatever_does_not(no_use: str) -> None:
    """Writers, others' data, hosting, and the interfaces of other stores, parts and systems."""
    assert said("SEC104", IDLE + no_use) == ["3: l.s"]


def test_a_part_with_stores_of_its_own_stands_before_these() -> None:
    """Its interface leads to them, and not to the others."""
    text = DATA + "legacy l { store s { holds d }; system desk {\n store t { holds d }; interface i } }"
    assert said("SEC104", text) == ["2: l.s"]


def test_by_store() -> None:
    """One store that is read does not excuse another beside it."""
    text = DATA + "legacy l {\n store s { holds d as master }\n store t { holds d as replica of s }\n}\n"
    assert said("SEC104", text) == ["4: l.t"]
    assert said("SEC104", text + "product p { reads d from l.t }") == []


def test_what_is_read_from_a_system_are_the_stores_that_hold_it() -> None:
    """The others beside them are idle."""
    text = DATA + "data e { classification sensitive }\nlegacy l {\n store s { holds d }\n store t { holds e }\n}\n"
    assert said("SEC104", text + "product p { reads d from l }") == ["5: l.t"]


@pytest.mark.parametrize("data", ["data d", "data d { classification official }", "data d { classification public }"])
def test_data_about_people_only(data: str) -> None:
    """What is classified otherwise, or not at all, may lie there."""
    assert said("SEC104", f"{data}\nlegacy l {{ store s {{ holds d }} }}") == []


@pytest.mark.parametrize("system", ["product", "platform", "adaptor", "system"])
def test_every_kind_of_system(system: str) -> None:
    """And a store that stands in none."""
    assert said("SEC104", f"{DATA}{system} l {{ store s {{ holds d }} }}") == ["2: l.s"]
    assert said("SEC104", f"{DATA}store s {{ holds d }}") == ["2: s"]
    assert said("SEC104", f"{DATA}store s {{ holds d; interface i }}") == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ("product p { reads d from l.s until 2016 }", "introduced"),
        ("product p { reads d from l.s since 2016 }", "resolved"),
        ("extend l { until 2016 }", "resolved"),
        ("extend l { serves u until 2016 }", "introduced"),
        ("extend l { interface i { since 2016 } }", "resolved"),
    ],
)
def test_is_judged_at_each_time(change: str, status: str) -> None:
    """Readers, users, interfaces and the system come and go."""
    plateaus = "\nplateau one { at 2014 }; plateau two { at 2018 }"
    (finding,) = of("SEC104", IDLE + change + plateaus)
    assert finding.status.value == status


def test_imported_stores_are_not_judged(tmp_path: Path) -> None:
    """Theirs to know who reads them."""
    own = "legacy own { store t { holds d } }"
    assert said_with_import(tmp_path, "SEC104", own, IDLE) == ["1: own.t"]


def test_names_what_is_kept() -> None:
    """Each entity once, by name, three at most; all three statements are shown."""
    kept = ["e", "d", "f"]
    data = "".join(f"data {name} {{ classification personal }}\n" for name in [*kept, "g"])
    holds = "; ".join(f"holds {name}" for name in kept)
    (finding,) = of("SEC104", f"{data}store s {{ {holds} }}")
    assert "(`d`, `e`, `f`)" in finding.message
    assert [label.span.text for label in finding.related] == ["holds e", "holds d", "holds f"]
    (finding,) = of("SEC104", f"{data}store s {{ {holds}; holds g }}")
    assert "(`d`, `e`, `f`)" in finding.message
