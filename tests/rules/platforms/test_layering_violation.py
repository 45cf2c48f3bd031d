"""PLT106: layers that lean the wrong way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

FEED = "store s { holds d as replica of b.t }"


@pytest.mark.parametrize(
    "relation",
    ["uses b", "uses b.i", "reads d from b.t", "writes d to b", "hosted-on b", FEED, "system p { uses b.i }"],
    ids=["uses", "open-interface", "reads", "writes", "hosted-on", "feed", "part"],
)
def test_a_platform_must_not_lean_on_a_product(relation: str) -> None:
    """By whatever dependency, hosting or feed, an open interface included."""
    model = (
        f"standard o {{ open }}\ndata d\n"
        f"product b {{ interface i {{ standard o }}; store t {{ holds d }} }}\n%s a {{ {relation} }}"
    )
    assert [line.split(", ")[:2] for line in said("PLT106", model % "platform")] == [["4: a", "b"]]
    for kind in ("product", "legacy", "system"):
        assert said("PLT106", model % kind) == []


@pytest.mark.parametrize(
    ("relation", "wrong"),
    [
        ("uses b", True),
        ("uses b.t", True),
        ("uses b via o", True),
        ("uses b.i bespoke", True),
        ("uses b.i via x", True),
        ("uses b.c", True),
        ("hosted-on b", True),
        (FEED, True),
        ("uses b.i", False),
        ("uses b.u", False),
        ("uses g.k", False),
        ("uses g", False),
        ("replaces b; reuses b", False),
    ],
    ids=[
        "system", "store", "system-via", "bespoke", "via", "closed", "hosted-on", "feed", "open", "unknown",
        "adaptor", "adaptor-itself", "no-dependency",
    ],
)  # fmt: skip
def test_a_platform_reaches_legacy_by_adaptors_and_open_interfaces(relation: str, wrong: bool) -> None:
    """What is not through an adaptor, nor through an interface that may be open, is wrong."""
    model = (
        "standard o { open }\nstandard x { proprietary }\ndata d\nlegacy b {\n  interface i { standard o }\n"
        "  interface u\n  interface c { bespoke }\n  store t { holds d }\n}\nadaptor g { wraps b; interface k }\n"
        f"platform a {{ {relation} }}"
    )
    assert [line.split(", ")[:2] for line in said("PLT106", model)] == ([["11: a", "b"]] if wrong else [])


@pytest.mark.parametrize("kind", ["product", "platform", "legacy", "adaptor", "system"])
@pytest.mark.parametrize("relation", ["uses b.i", "hosted-on b", "store s { holds d as replica of b.t }"])
def test_infrastructure_must_not_lean_on_another_area(kind: str, relation: str) -> None:
    """A system of any kind whose area is infrastructure, on a system of a stated other area."""
    model = (
        f"data d\nsystem b {{ %s; interface i; store t {{ holds d }} }}\n{kind} a {{ area infrastructure; {relation} }}"
    )
    assert [line.split(", ")[:2] for line in said("PLT106", model % "area mission-it")] == [["3: a", "b"]]
    assert said("PLT106", model % "area infrastructure") == []
    assert said("PLT106", model % "count 1") == []


def test_other_areas_may_lean_on_infrastructure() -> None:
    """Only infrastructure is a layer below; whose area is not stated is not judged."""
    model = "system b { area infrastructure }\nsystem c { area back-office }\nproduct a { %s; uses b; uses c }"
    assert said("PLT106", model % "area mission-it") == []
    assert said("PLT106", model % "count 1") == []


def test_a_store_at_the_top_is_in_no_layer() -> None:
    """What is no system has no area and no kind that a platform must not lean on."""
    assert said("PLT106", "store t\nplatform a { area infrastructure; uses t }") == []


def test_a_relation_that_is_wrong_twice_is_one_finding() -> None:
    """A platform of the infrastructure that leans on a product of another area is told so once, for each relation."""
    model = "data d\nproduct b { area mission-it }\nplatform a {\n  area infrastructure\n  uses b\n  reads d from b\n}"
    assert said("PLT106", model) == ["5: a, b", "6: a, b, d"]


@pytest.mark.parametrize(
    ("more", "help"),
    [
        ("adaptor g { wraps b; interface k { standard rest } }", "go through `g.k`"),
        ("extend b { interface k { standard rest } }", "go through `b.k`"),
        ("", "put an adaptor"),
    ],
    ids=["adaptor", "open-interface", "nothing"],
)
def test_names_the_way_to_legacy(more: str, help: str) -> None:
    """An open interface of the legacy or of an adaptor before it is named."""
    (finding,) = of("PLT106", f'import "std"\nlegacy b\nplatform a {{ uses b }}\n{more}')
    assert help in finding.help


def test_an_open_interface_is_to_be_used_openly() -> None:
    """Where the interface is open and only the relation is not, the relation is what to change."""
    (finding,) = of(
        "PLT106", 'import "std"\nlegacy b { interface i { standard rest } }\nplatform a { uses b.i bespoke }'
    )
    assert "without `bespoke`" in finding.help


def test_a_platform_is_not_told_to_use_itself() -> None:
    """That it exposes the same data is no way to them."""
    text = 'import "std"\ndata d\nlegacy b\nplatform a { reads d from b; interface o { standard rest; exposes d } }'
    (finding,) = of("PLT106", text)
    assert "put an adaptor" in finding.help


def test_says_to_turn_a_dependency_on_a_product_round() -> None:
    """The help says which of the two is to depend on the other."""
    (finding,) = of("PLT106", "product b\nplatform a { hosted-on b }")
    assert finding.message == "the platform `a` runs on the product `b`"
    assert "`b` depends on `a`" in finding.help


def test_the_roadmap_mends_layers() -> None:
    """A relation that ends is resolved."""
    text = "plateau one { at 2014 }\nplateau two { at 2016 }\nlegacy b\nplatform a { uses b until 2015 }"
    (finding,) = of("PLT106", text)
    assert finding.status.value == "resolved"


def test_areas_change_with_time() -> None:
    """The area in force counts."""
    text = (
        "plateau one { at 2014 }\nplateau two { at 2016 }\n"
        "system b { area mission-it until 2015; area infrastructure since 2015 }\n"
        "system a { area infrastructure; uses b }"
    )
    (finding,) = of("PLT106", text)
    assert finding.snapshots == ("one",)


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """Of two relations only the own one is judged."""
    theirs = "product b\nplatform c { uses b }"
    assert said_with_import(tmp_path, "PLT106", "platform a { uses b }\nextend c { hosted-on b }", theirs) == [
        "1: a, b"
    ]
