"""SRC105: suppliers that integrate, or manage, what they supply themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.importing import of_importing
from tests.rules.with_import import said_with_import

ESTATE = """supplier s; supplier z
data d
system y { interface i; store t { holds d }; system part { interface i } }
product x { %s }
contract role { supplier s; covers x; role system-integration }
"""
SUPPLIED = "extend y { supplied-by s }"


@pytest.mark.parametrize(
    "relation",
    ["uses y", "uses y.i", "uses y.part.i", "reads d from y.t", "writes d to y", "wraps y", "system inner { uses y }"],
)
def test_supplies_what_the_system_depends_on(relation: str) -> None:
    """Every dependency of the system, or of a part of it, on the system or anything in it."""
    text = ESTATE % relation
    text = text.replace("product x", "adaptor x") if "wraps" in relation else text
    assert said("SRC105", text + SUPPLIED) == ["5: role, y"]


@pytest.mark.parametrize("relation", ["hosted-on y", "reuses y", "replaces y", "store u { holds d as replica of y.t }"])
def test_other_relations_make_no_component(relation: str) -> None:
    """Hosting, taken code, succession and feeds are no dependencies."""
    assert said("SRC105", ESTATE % relation + SUPPLIED) == []


@pytest.mark.parametrize("role", ["system-integration", "service-integration", "service-management"])
def test_every_integrating_role(role: str) -> None:
    """Integration of systems and services, and their management."""
    assert said("SRC105", (ESTATE % "uses y").replace("system-integration", role) + SUPPLIED) == ["5: role, y"]


@pytest.mark.parametrize("role", ["role component", ""])
def test_other_roles_integrate_nothing(role: str) -> None:
    """A component, and a role that is not stated."""
    text = (ESTATE % "uses y").replace("role system-integration", role)
    assert said("SRC105", text + SUPPLIED) == []


@pytest.mark.parametrize(
    ("supply", "conflict"),
    [
        ("contract parts { supplier s; covers y; role component }", True),
        ("contract parts { supplier z; covers y; role component }", False),
        ("contract parts { supplier s; covers y }", False),
        ("contract parts { supplier s; covers y; role service-management }", False),
        ("contract parts { covers y; role component }", False),
        ("system other; contract parts { supplier s; covers other; role component }", False),
        ("extend y { supplied-by z }", False),
        ("", False),
    ],
)
def test_what_makes_it_a_supplier(supply: str, conflict: bool) -> None:
    """A contract for components of the same supplier; no other role, supplier or system."""
    assert said("SRC105", ESTATE % "uses y" + supply) == (["5: role, y"] if conflict else [])


def test_one_finding_for_each_thing_supplied() -> None:
    """Said twice, it is supplied once; two systems are two findings."""
    both = SUPPLIED + "\ncontract parts { supplier s; covers y; role component }"
    assert said("SRC105", ESTATE % "uses y; reads d from y.t" + both) == ["5: role, y"]
    two = ESTATE % "uses y; uses w" + SUPPLIED + "\nsystem w { supplied-by s }"
    assert said("SRC105", two) == ["5: role, w", "5: role, y"]


def test_supplies_a_part() -> None:
    """A part of what is integrated, by either way of saying so."""
    assert said("SRC105", ESTATE % "system p { supplied-by s }") == ["5: role, x.p"]
    inner = ESTATE % "system p { system q }" + "contract parts { supplier s; covers x.p.q; role component }"
    assert said("SRC105", inner) == ["5: role, x.p.q"]
    assert said("SRC105", ESTATE % "system p { supplied-by z }") == []


def test_a_part_that_has_gone_is_not_supplied() -> None:
    """A contract may still name it."""
    text = "plateau now { at 2014 }\n" + ESTATE % "system p { until 2010 }"
    assert said("SRC105", text + "contract parts { supplier s; covers x.p; role component }") == []


def test_to_supply_the_whole_is_no_conflict() -> None:
    """Who supplies a system may manage it: nothing in it is chosen by them alone for others."""
    assert said("SRC105", ESTATE % "supplied-by s") == []
    assert said("SRC105", ESTATE % "" + "contract parts { supplier s; covers x; role component }") == []


def test_what_it_depends_on_directly() -> None:
    """What the systems in turn depend on is theirs to integrate; so is what depends on it."""
    far = ESTATE % "uses w" + SUPPLIED + "\nsystem w { uses y }"
    assert said("SRC105", far) == []
    assert said("SRC105", ESTATE % "" + SUPPLIED + "\nextend y { uses x }") == []


def test_a_contract_over_a_part() -> None:
    """What the part needs counts; what other parts need, and the parts themselves, do not."""
    text = (ESTATE % "system a { uses y; uses b }; system b { supplied-by s; uses w }").replace(
        "covers x", "covers x.a"
    )
    assert said("SRC105", text + SUPPLIED + "\nsystem w { supplied-by s }") == ["5: role, y"]


def test_a_part_that_is_used_counts_for_itself() -> None:
    """A part of the other system that is the supplier's must itself be what is used."""
    supplied = "extend y.part { supplied-by s }"
    assert said("SRC105", ESTATE % "uses y.part.i" + supplied) == ["5: role, y.part"]
    assert said("SRC105", ESTATE % "uses y.i" + supplied) == []


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ("extend role { until 2016 }", "resolved"),
        ("extend role { since 2016 }", "introduced"),
        ("extend parts { until 2016 }", "resolved"),
        ("extend parts { since 2016 }", "introduced"),
    ],
)
def test_counts_while_both_contracts_are_in_force(change: str, status: str) -> None:
    """Either end of either contract ends it."""
    plateaus = "\nplateau one { at 2014 }; plateau two { at 2018 }\n"
    parts = "contract parts { supplier s; covers y; role component }"
    (finding,) = of("SRC105", ESTATE % "uses y" + parts + plateaus + change)
    assert finding.status.value == status


def test_one_that_follows_the_other_is_no_conflict() -> None:
    """The same supplier may do one after the other."""
    text = ESTATE % "uses y" + "extend role { until 2016 }; contract parts { supplier s; covers y; role component; "
    assert said("SRC105", text + "since 2016 }") == []


def test_shows_why() -> None:
    """Who says that it is supplied, and the dependency, are shown; both ways out are named."""
    (finding,) = of("SRC105", ESTATE % "uses y.i" + SUPPLIED)
    assert [label.span.text for label in finding.related] == ["supplied-by s", "uses y.i"]
    assert finding.help == "let another supplier than `s` have `role`, or supply `y`"


def test_sits_on_the_models_own(tmp_path: Path) -> None:
    """An imported integrator conflicts with an own contract or system, which is then the subject."""
    theirs = (
        "supplier s\nproduct x { uses y }\nsystem y\ncontract role { supplier s; covers x; role system-integration }"
    )
    parts = "contract parts { supplier s; covers y; role component }"
    assert said_with_import(tmp_path, "SRC105", parts, theirs) == ["1: parts, role"]
    theirs = theirs.replace("system y\n", "")
    assert said_with_import(tmp_path, "SRC105", "system y {\n supplied-by s }", theirs) == ["2: y, role"]
    assert said_with_import(tmp_path, "SRC105", "extend y { supplied-by s }", theirs + "\nsystem y") == []


@pytest.mark.parametrize(
    ("inside", "what"),
    [("uses y", "supplies `y`, which `x` needs, itself"), ("system inner { supplied-by s }", "part of `x`, itself")],
)
def test_says_what_it_supplies(inside: str, what: str) -> None:
    """A part of the system, or something that the system needs."""
    (finding,) = of("SRC105", ESTATE % inside + (SUPPLIED if "y" in inside.split() else ""))
    assert what in finding.message


def test_an_imported_contract_is_shown_beside_what_is_supplied(tmp_path: Path) -> None:
    """Where the own statement is the place, the contract elsewhere is related."""
    imported = "supplier s; contract role { supplier s; covers x; role system-integration }"
    own = "product x { uses y }\nsystem y { supplied-by s }"
    (finding,) = of_importing("SRC105", tmp_path, imported, own)
    assert finding.elements == ("y", "role")
    assert finding.related[0].message == "the contract that integrates or manages it"
