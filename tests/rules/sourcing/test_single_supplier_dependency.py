"""SRC106: products that stand or fall with one supplier."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.rules.sourcing.single_supplier_dependency import SingleSupplierDependencyOptions
from tests.linting import of, said
from tests.rules.with_import import said_with_import

THREE = "supplier s; supplier z; data d\nsystem a { supplied-by s }; system b { supplied-by s }; system c\n"
USES = "product p { uses a; uses b; uses c }"


def test_too_large_a_share() -> None:
    """Two of three are more than 0.6; it sits on the product, with the supplier."""
    (finding,) = of("SRC106", THREE + USES)
    assert (finding.span.begin.line, finding.elements) == (3, ("p", "s"))
    assert "2 of the 3" in finding.message
    assert [label.span.text for label in finding.related] == ["supplied-by s"] * 2
    assert finding.help == "let somebody else supply 1 of these: of 3, `s` may have 1"


def test_the_share_itself_is_innocent() -> None:
    """Three of five are 0.6, and not more; four are."""
    more = THREE + "system e { supplied-by s }; system f %s\nproduct p { uses a, b }"
    more = more.replace("uses a, b", "uses a; uses b; uses c; uses e; uses f")
    assert said("SRC106", more % "") == []
    assert said("SRC106", more % "{ supplied-by s }") == ["4: p, s"]


def test_at_least_three() -> None:
    """A product that needs only two systems is not judged, be both the supplier's."""
    assert said("SRC106", THREE + "product p { uses a; uses b }") == []


def test_both_figures_are_options() -> None:
    """`share` and `minimum`."""
    two, half = SingleSupplierDependencyOptions(0.6, 2), SingleSupplierDependencyOptions(0.7)
    assert said("SRC106", THREE + "product p { uses a; uses b }", rules={"SRC106": two}) == ["3: p, s"]
    assert said("SRC106", THREE + USES, rules={"SRC106": half}) == []
    (finding,) = of("SRC106", THREE + USES, rules={"SRC106": SingleSupplierDependencyOptions(0.0)})
    assert "`s` may have 0" in finding.help


@pytest.mark.parametrize(
    "third",
    [
        "hosted-on c",
        "store t { holds d as replica of c.u }",
        "reads d from c.u",
        "writes d to c.i",
        "system part { uses c.inner }",
    ],
)
def test_dependencies_hostings_and_feeds_count(third: str) -> None:
    """Each of them makes the third system one it depends on."""
    text = THREE + "extend c { interface i; store u { holds d }; system inner }\n"
    assert said("SRC106", f"{text}product p {{ uses a; uses b; {third} }}") == ["4: p, s"]
    hosted = f"{text}product p {{ hosted-on a; store v {{ holds d as replica of b.w }}; {third} }}\n"
    assert said("SRC106", hosted + "extend b { store w { holds d } }") == ["4: p, s"]


@pytest.mark.parametrize("third", ["reuses c", "replaces c", "uses b", "uses own", "uses inner", "uses top"])
def test_nothing_else_counts(third: str) -> None:
    """Other relations, the same system again, the product's own parts, and a store of no system."""
    text = THREE + "store top\nproduct p { uses a; uses b; store own; system inner; %s }"
    assert said("SRC106", text % third) == []


def test_what_they_depend_on_in_turn_does_not_count() -> None:
    """What a system it depends on needs is that system's affair."""
    assert said("SRC106", THREE + "product p { uses a; uses b }\nextend b { uses c }") == []


@pytest.mark.parametrize(
    ("contract", "theirs"),
    [
        ("supplier s; covers c; role component", True),
        ("supplier s; covers c; role component; until 2000", False),
        ("supplier s; covers c; role service-management", False),
        ("supplier s; covers c", False),
        ("supplier z; covers c; role component", False),
        ("covers c; role component", False),
    ],
)
def test_a_component_contract_in_force_makes_it_theirs(contract: str, theirs: bool) -> None:
    """The same as `supplied-by`; in no other role."""
    text = "supplier s; supplier z\nsystem a { supplied-by s }; system b; system c\nplateau now { at 2014 }\n"
    assert said("SRC106", f"{text}{USES}\ncontract k {{ {contract} }}") == (["4: p, s"] if theirs else [])


def test_a_part_of_a_system_does_not_make_it_theirs() -> None:
    """The system could do without it, for all that is known."""
    text = THREE.replace("system b { supplied-by s }", "system b { system part { supplied-by s } }")
    assert said("SRC106", text + USES) == []


@pytest.mark.parametrize("kind", ["platform", "system", "legacy", "adaptor"])
def test_only_products_are_judged(kind: str) -> None:
    """What serves no users itself is judged with the product that needs it."""
    assert said("SRC106", THREE + USES.replace("product", kind)) == []


def test_products_are_systems_too() -> None:
    """External systems and other products are among what a product depends on."""
    text = THREE.replace("system a {", "product a {").replace("system b {", "system b { external;")
    assert said("SRC106", text + USES) == ["3: p, s"]


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ("extend a { until 2016 }", "resolved"),
        ("extend p { uses e since 2016; uses f since 2016 }; system e; system f", "resolved"),
        ("extend c { supplied-by s since 2016 }; extend b { supplied-by z since 2016 }", None),
        ("extend p { since 2016 }", "introduced"),
        ("system e { supplied-by s until 2016 }; extend p { uses e }", "resolved"),
    ],
)
def test_is_judged_at_each_time(change: str, status: str | None) -> None:
    """Systems, relations, suppliers and the product come and go."""
    plateaus = "plateau one { at 2014 }; plateau two { at 2018 }\n"
    text = THREE.replace("system b { supplied-by s }", "system b { supplied-by s until 2016 }") if not status else THREE
    (finding,) = of("SRC106", plateaus + text + USES + "\n" + change)
    assert finding.status.value == (status or "open")


def test_imported_products_are_not_judged(tmp_path: Path) -> None:
    """The systems and the supplier of an own product may be imported; the product may not."""
    assert said_with_import(tmp_path, "SRC106", USES, THREE) == ["1: p, s"]
    assert said_with_import(tmp_path, "SRC106", "extend p { uses c }", THREE + "product p { uses a; uses b }") == []


def test_help_counts_how_many_may_stay() -> None:
    """As many as the share allows, and no more."""
    share = {"SRC106": SingleSupplierDependencyOptions(0.7)}
    (finding,) = of("SRC106", THREE + USES + "\nextend c { supplied-by s }", rules=share)
    assert finding.help == "let somebody else supply 1 of these: of 3, `s` may have 2"


def test_each_product_is_judged() -> None:
    """One that depends on little hides no other."""
    assert said("SRC106", f"{THREE}product few {{ uses a }}\n{USES}") == ["4: p, s"]
