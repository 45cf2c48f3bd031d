"""INT101: wires between two systems."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

PLATEAUS = "plateau one { at 2014 }\nplateau two { at 2016 }\nplateau three { at 2018 }\n"


@pytest.mark.parametrize(
    ("model", "why"),
    [
        ("legacy b\nproduct a { uses b bespoke }", "it is bespoke"),
        ("standard s { proprietary }\nproduct a { uses b via s }\nlegacy b", "via the proprietary `s`"),
        ("legacy b { interface i { proprietary } }\nproduct a { uses b.i }", "`b.i` is proprietary"),
        ("legacy b { interface i { bespoke } }\nsystem a { uses b.i }", "`b.i` is bespoke"),
        (
            "standard s { proprietary }\nproduct b { interface i { standard s } }\nsystem a { uses b.i }",
            "proprietary `s`",
        ),
        ("standard o { open }\nlegacy b { interface i { standard o } }\nproduct a { uses b.i bespoke }", "bespoke"),
    ],
    ids=["bespoke", "via", "proprietary", "bespoke-interface", "proprietary-standard", "bespoke-on-open"],
)
def test_a_closed_way_between_two_systems_is_a_wire(model: str, why: str) -> None:
    """A relation that is bespoke, goes via a proprietary standard or through a closed interface is a wire."""
    (finding,) = of("INT101", model)
    assert why in finding.message
    assert finding.elements[:2] == finding.witness == ("a", "b")
    assert finding.span.text.startswith("uses b")


@pytest.mark.parametrize(
    "model",
    [
        "legacy b { interface i }\nproduct a { uses b.i }",
        "standard o { open }\nlegacy b { interface i { standard o } }\nproduct a { uses b.i via o }",
        "standard s\nlegacy b { interface i { standard s } }\nproduct a { uses b.i }",
        "legacy b\nproduct a { uses b }",
        "platform b { interface i { bespoke } }\nproduct a { uses b.i }",
        "platform a { uses b.i }\nproduct b { interface i { bespoke } }",
        "adaptor b { interface i { bespoke } }\nproduct a { uses b.i }",
        "adaptor a { uses b.i }\nlegacy b { interface i { proprietary } }",
        "adaptor a { wraps b }\nlegacy b { interface i { proprietary } }",
        "product a { hosted-on b bespoke }\nsystem b",
        "product a { uses b.i; system b { interface i { bespoke } } }",
    ],
    ids=[
        "unknown", "open", "unknown-standard", "unspecified", "to-platform", "from-platform", "to-adaptor",
        "from-adaptor", "wraps", "hosted-on", "inside",
    ],
)  # fmt: skip
def test_what_is_no_wire(model: str) -> None:
    """What is not known to be closed, a platform or adaptor at either end, `wraps`, `hosted-on` and the inside of a
    system are innocent."""
    assert said("INT101", model) == []


def test_parts_count_as_the_system_in_which_they_stand() -> None:
    """Dependencies are lifted: the part of a platform is a platform, the part of a product a product."""
    part = "legacy b { system core { interface i { bespoke } } }\n%s a { system web { uses b.core.i } }"
    assert said("INT101", part % "product") == ["2: a, b, a.web, b.core.i"]
    assert said("INT101", part % "platform") == []


def test_each_relation_is_a_finding_of_its_own() -> None:
    """Two wires between the same systems are two findings."""
    text = (
        "data d\ndata e\nlegacy b { interface i { bespoke } }\n"
        "product a {\n  reads d from b.i\n  writes e to b.i bespoke\n}"
    )
    assert said("INT101", text) == ["5: a, b, b.i, d", "6: a, b, b.i, e"]


def test_a_store_at_the_top_is_no_system() -> None:
    """A wire joins two systems; what a store at the top is to them, other rules judge."""
    assert said("INT101", "store s { interface i { bespoke } }\nproduct a { uses s.i }") == []


@pytest.mark.parametrize(
    ("more", "help"),
    [
        ("legacy b { interface i { bespoke }; interface o { standard rest } }", "`uses b.o` instead"),
        (
            "legacy b { interface i { bespoke } }\nadaptor g { wraps b; interface o { standard rest } }",
            "`uses g.o` instead",
        ),
        ("legacy b { interface i { bespoke } }", "give `b` an open interface"),
    ],
    ids=["own-interface", "adaptor", "none"],
)
def test_says_by_name_what_to_use_instead(more: str, help: str) -> None:
    """An open interface of the target is named, else one of an adaptor that wraps it; the closed one is shown."""
    (finding,) = of("INT101", f'import "std"\n{more}\nproduct a {{ uses b.i }}')
    assert help in finding.help
    assert [label.message for label in finding.related] == ["`b.i` is bespoke"]


def test_names_the_platform_that_has_the_same_data() -> None:
    """Where no open way leads to the target, a platform that exposes the entity is named."""
    text = (
        'import "std"\ndata d\n'
        "legacy b { interface i { bespoke; exposes d }; interface o { standard rest; exposes e } }\n"
        "data e\nplatform p { interface q { standard rest; exposes d } }\nproduct a { reads d from b.i }"
    )
    (finding,) = of("INT101", text)
    assert finding.help == "`reads d from p.q` instead, which is open"
    (finding,) = of("INT101", text.replace("interface o { standard rest; exposes e }", "interface o { standard rest }"))
    assert finding.help == "`reads d from b.o` instead, which is open"
    for innocent in (text.replace("platform p", "product p"), text.replace("q { standard rest", "q { bespoke")):
        assert of("INT101", innocent)[0].help.startswith("give `b` an open interface")


def test_an_open_interface_used_by_a_bespoke_relation_is_to_be_used_openly() -> None:
    """Where the interface is open and only the relation is not, the relation is what to change."""
    (finding,) = of(
        "INT101", 'import "std"\nlegacy b { interface i { standard rest } }\nproduct a { uses b.i bespoke }'
    )
    assert "without `bespoke`" in finding.help


def test_the_roadmap_removes_a_wire_or_adds_one() -> None:
    """A wire that ends is resolved; one that begins is introduced; one between the ends of time transitional."""
    wires = (
        "legacy b\nproduct a {\n  uses b bespoke until 2015\n"
        "  uses b bespoke since 2017\n  uses b bespoke since 2015 until 2017\n}"
    )
    found = of("INT101", PLATEAUS + wires)
    assert [finding.status.value for finding in found] == ["resolved", "introduced", "transitional"]


def test_an_interface_is_judged_by_what_it_says_at_the_time() -> None:
    """An interface that is opened later closes nothing from then on."""
    (finding,) = of("INT101", PLATEAUS + "legacy b { interface i { proprietary until 2015 } }\nproduct a { uses b.i }")
    assert finding.snapshots == ("one",)


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """A wire that an imported system states is not judged; an own one to an imported system is."""
    theirs = "legacy b { interface i { bespoke }; uses c.i }\nlegacy c { interface i { bespoke } }"
    assert said_with_import(tmp_path, "INT101", "product a { uses b.i }", theirs) == ["1: a, b, b.i"]
    assert said_with_import(tmp_path, "INT101", "extend b { uses c.i bespoke }", theirs) == []
