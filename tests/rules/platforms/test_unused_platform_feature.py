"""PLT104: features that nobody asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

A = "capability c; capability f\nplatform a { store s { holds d }\nprovides c\ninterface i\n}; data d\n"
FOUND = ["3: a, c", "4: a.i"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("product p { uses a.s }", FOUND),
        ("product p { hosted-on a; needs f }", FOUND),
        ("system p { store t { holds d as replica of a.s } }", FOUND),
        ("product p { uses q }; platform q { reads d from a.s }", FOUND),
        ("product p { uses a.i }", FOUND[:1]),
        ("product p { reads d from a.i; needs c }", []),
        ("product p { uses a.s; needs c }", FOUND[1:]),
        ("product p { uses a.s }; legacy l { system part { needs c; writes d to a.i } }", []),
        ("product p { uses a.s }; extend a { needs c; system part { uses a.i } }", FOUND),
    ],
    ids=["store", "hosting", "feed", "platform", "interface", "both", "capability", "legacy", "itself"],
)
def test_features_that_no_other_system_needs_or_uses(text: str, found: list[str]) -> None:
    """Capabilities sit on their `provides`, interfaces on themselves; any other system's need or use counts."""
    assert said("PLT104", A + text) == found


@pytest.mark.parametrize(
    "text",
    ["", "legacy l { uses a.s }", "product p { uses a.s }; extend a { external }"],
    ids=["no demand", "no product", "external"],
)
def test_is_silent_where_there_is_no_demand(text: str) -> None:
    """Of a platform without demand another rule tells; of somebody else's nobody."""
    assert said("PLT104", A + text) == []


def test_who_names_no_interface_may_mean_any() -> None:
    """A system that names the platform, or the part in which an interface stands, may use it."""
    text = "platform a { system part { interface i }; system rest { interface j } }\nproduct p { uses %s }"
    assert said("PLT104", text % "a") == []
    assert said("PLT104", text % "a.part") == ["1: a.rest.j"]
    assert said("PLT104", text % "a.rest.j") == ["1: a.part.i"]


def test_wholes_and_parts_of_capabilities() -> None:
    """Who needs a part needs something of the whole, and the other way round; siblings do not count."""
    parts = "capability all; capability one { part-of all }; capability two { part-of all }\n"
    text = parts + "%s\nproduct p { uses a; needs %s }"
    assert said("PLT104", text % ("platform a { provides all }", "one")) == []
    assert said("PLT104", text % ("platform a { provides one }", "all")) == []
    assert said("PLT104", text % ("platform a { provides one }", "two")) == ["2: a, one"]


def test_features_of_parts_are_its_own() -> None:
    """A capability of a part is one of the platform, and is reported once."""
    text = "capability c\nplatform a { system s { provides c }\nsystem t { provides c } }\nproduct p { uses a }"
    assert said("PLT104", text) == ["2: a, c"]


def test_what_is_no_platform_has_no_features() -> None:
    """Other kinds are not judged."""
    assert said("PLT104", "capability c; legacy a { provides c; interface i; store s }; product p { uses a.s }") == []


def test_a_feature_that_comes_into_use() -> None:
    """A product that begins later resolves it."""
    text = "plateau one { at 2014 }\nplateau two { at 2016 }\nplatform a { interface i; interface j }\n"
    (finding,) = of("PLT104", text + "product p { uses a.i; uses a.j since 2015 }")
    assert finding.status.value == "resolved"
    assert "`p` uses `a.j`" in finding.help


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """An imported platform is not judged, whatever an own file adds to it."""
    own = "product p { uses b.i }; extend b { interface j }"
    assert said_with_import(tmp_path, "PLT104", own, "platform b { interface i }") == []
