"""MOD010: systems that stand alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import findings, of, said
from tests.rules.importing import of_importing

OTHER = "\nlegacy q { provides c; store s { holds d }; interface i }\ncapability c\ndata d"


@pytest.mark.parametrize("kind", ["product", "adaptor", "system"])
def test_a_system_without_any_relation(kind: str) -> None:
    """It is reported on its head, as a note that is about no snapshot."""
    (finding,) = of("MOD010", f"plateau now {{ at 2015 }}; {kind} x {{ until 2014 }}")
    assert finding.span.text == f"{kind} x"
    assert (finding.elements, finding.snapshots, finding.status) == (("x",), (), Status.OPEN)


@pytest.mark.parametrize(
    "relation",
    [
        "uses q.i",
        "uses q until 2012",
        "reads d from q",
        "writes d to q.s",
        "hosted-on q",
        "reuses q",
        "replaces q",
        "store t { holds d as replica of q.s }",
        "system part { uses q }",
    ],
)
def test_any_relation_joins_both_ends(relation: str) -> None:
    """Dependency, hosting, feed and succession, of the system or its parts, at whatever time."""
    assert said("MOD010", f"product x {{ {relation} }}{OTHER}") == []


@pytest.mark.parametrize(
    "inside",
    [
        "needs c; provides c",
        "store t { holds d as master }",
        "system a { uses b }; system b",
        "owner o; serves u",
    ],
)
def test_what_stays_inside_is_no_relation_to_another(inside: str) -> None:
    """Capabilities, data of its own, parts among themselves, owners and users join it to no other system."""
    text = f"product x {{ {inside} }}\ncapability c; data d; organisation o; user u"
    assert said("MOD010", text) == ["1: x"]


def test_parts_and_stores_are_not_judged() -> None:
    """Only outermost systems are."""
    assert said("MOD010", "product x { uses y; system part; store s }\nproduct y\nstore t") == []


def test_platform_without_demand_speaks_first() -> None:
    """Of a platform that stands alone PLT103 tells; of an external one it does not, so this does."""
    assert said("MOD010", "platform x") == []
    assert said("MOD010", "platform x { provides c }\ncapability c") == []
    assert said("MOD010", "platform x { external }") == ["1: x"]


def test_the_last_snapshot_of_a_platform_counts() -> None:
    """PLT103 looks at the last snapshot in which the platform lives, and at nothing where it lives in none."""
    plateaus = "plateau now { at 2015 }; plateau target { at 2019 }\n"
    assert said("MOD010", plateaus + "platform x { external since 2018 }") == ["2: x"]
    assert said("MOD010", plateaus + "platform x { external until 2018 }") == []
    assert said("MOD010", plateaus + "platform x { since 2016; until 2017 }") == ["2: x"]


def test_unused_legacy_speaks_first() -> None:
    """Of legacy that stands alone LEG111 tells; not of what is external or of use by itself, so this does."""
    assert said("MOD010", "legacy x") == []
    assert said("MOD010", "legacy x { external }") == ["1: x"]
    assert said("MOD010", "capability c\nlegacy x { provides c }") == ["2: x"]
    assert said("MOD010", "user u\nlegacy x { serves u }") == ["2: x"]


@pytest.mark.parametrize(
    "text",
    [
        "legacy x",
        "legacy x { external }",
        "legacy x { provides c }; capability c",
        "legacy x { system part { serves u } }; user u",
        "platform x",
        "platform x { external }",
        "plateau a { at 2015 }; plateau b { at 2017 }; legacy x { serves u until 2016 }; user u",
        "plateau a { at 2015 }; plateau b { at 2017 }; platform x { until 2016 }",
    ],
)
def test_of_what_stands_alone_one_rule_speaks(text: str) -> None:
    """Either this rule or the one of its own, never both and never none."""
    found = {finding.code for finding in findings(text, select=("MOD010", "LEG111", "PLT103"))}
    assert len(found & {"MOD010", "LEG111", "PLT103"}) == 1


def test_unused_legacy_speaks_of_any_snapshot() -> None:
    """Legacy that provides a capability in some snapshots only is unused in the others."""
    plateaus = "plateau now { at 2015 }; plateau target { at 2019 }\ncapability c\n"
    assert said("MOD010", plateaus + "legacy x { provides c until 2018 }") == []


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged; its relations count."""
    assert of_importing("MOD010", tmp_path, "product x", "product y { uses z }\nproduct z") == []
    assert of_importing("MOD010", tmp_path, 'import "own.arch"\nproduct x { uses y }', "product y") == []
