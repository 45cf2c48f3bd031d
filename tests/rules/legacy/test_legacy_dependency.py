"""LEG102: ways into legacy that are no open interface."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.diagnostics import Status
from tests.linting import of, said
from tests.rules.importing import of_importing

LEGACY = (
    "standard rest { open }\nstandard vendor { proprietary }\nstandard other\ndata d\n"
    "legacy old { store s { holds d }; system part; interface open { standard rest }; interface shut { bespoke }"
    "; interface vague { standard other }; interface silent; interface vendors { standard vendor } }\n"
)


COPY = "store t { holds d as replica of old.s }"


@pytest.mark.parametrize(
    "relation",
    [
        "uses old",
        "uses old.part",
        "reads d from old.s",
        "writes d to old",
        "uses old.shut",
        "uses old.vendors",
        "uses old.open bespoke",
        "uses old.open via vendor",
        "uses old.silent bespoke",
    ],
)
def test_what_is_not_through_an_open_interface(relation: str) -> None:
    """A system, part or store named without an interface, a closed interface, `bespoke` and a proprietary `via`."""
    (finding,) = of("LEG102", LEGACY + f"product p {{ {relation} }}")
    assert finding.span.text == relation
    assert finding.elements == ("p", "old")


@pytest.mark.parametrize("relation", ["uses old.open", "uses old.open via other", "uses old.vague", "uses old.silent"])
def test_what_may_be_open_is_innocent(relation: str) -> None:
    """An open interface is what is asked for; one of which nobody says gets the benefit of the doubt."""
    assert said("LEG102", LEGACY + f"product p {{ {relation} }}") == []


@pytest.mark.parametrize("kind", ["product", "platform", "system"])
def test_judges_every_source_but_legacy_and_adaptors(kind: str) -> None:
    """A system without a role is judged as a source like a product."""
    assert said("LEG102", LEGACY + f"{kind} s {{ uses old }}") == ["6: s, old"]


@pytest.mark.parametrize("relation", ["legacy b { uses old }", "adaptor b { uses old }", "adaptor b { wraps old }"])
def test_legacy_and_adaptors_may(relation: str) -> None:
    """Legacy and adaptors may enter legacy as they can."""
    assert said("LEG102", LEGACY + relation) == []


@pytest.mark.parametrize(
    "relation", ["hosted-on old", "reuses old", "replaces old", "store t { holds d as replica of old.s }"]
)
def test_what_is_no_dependency_is_innocent(relation: str) -> None:
    """Hosting, reuse, succession and copies are no dependencies."""
    assert said("LEG102", LEGACY + f"product p {{ {relation} }}") == []


def test_one_finding_for_each_relation_with_the_products_behind_it() -> None:
    """Only the relations that enter legacy are reported, each with the products that reach it, nearest first."""
    text = (
        "product p { uses q }\nplatform q {\n  uses old\n  reads d from old.s\n}\n"
        "product r { uses m }\nadaptor m { uses q }\nsystem n { uses q }\n"
    )
    first, second = of("LEG102", LEGACY + text)
    assert [found.span.text for found in (first, second)] == ["uses old", "reads d from old.s"]
    assert [label.span.text for label in first.related] == ["product p", "product r"]


def test_a_relation_of_a_part_is_that_of_its_system() -> None:
    """The subject is the outermost system."""
    assert said("LEG102", LEGACY + "product p { system part { uses old } }") == ["6: p, old"]


def test_many_products_behind_are_cut_short() -> None:
    """Of many products the nearest twenty are shown."""
    products = "\n".join(f"product p{number} {{ uses q }}" for number in range(30))
    (finding,) = of("LEG102", LEGACY + f"platform q {{ uses old }}\n{products}")
    assert len(finding.related) == 20


def test_what_the_roadmap_ends_is_resolved() -> None:
    """A relation that ends before the last snapshot is a note."""
    text = LEGACY + "plateau now { at 2015 }; plateau target { at 2019 }\nproduct p { uses old until 2018 }"
    (finding,) = of("LEG102", text)
    assert finding.status is Status.RESOLVED


def test_an_interface_that_is_opened_resolves_it() -> None:
    """Openness is judged at each snapshot."""
    text = "plateau now { at 2015 }; plateau target { at 2019 }\nproduct p { uses old.api }\n"
    (finding,) = of("LEG102", text + "legacy old { interface api { proprietary until 2018 } }")
    assert finding.snapshots == ("now",)


@pytest.mark.parametrize(
    ("relation", "why", "help"),
    [
        ("reads e from old.s", "names `old.s` and no interface", "`reads e from a.i` instead"),
        ("writes d to old.s", "names `old.s` and no interface", "`writes d to old.open` instead"),
        ("uses old.open bespoke", "says `bespoke`", "`old.open` is open"),
        ("uses old.vendors", "speaks the proprietary `vendor`", "`uses old.open` instead"),
    ],
)
def test_says_why_and_what_to_use(relation: str, why: str, help: str) -> None:
    """The message says why the way is not open, the help names the one that is."""
    adaptor = "data e\nadaptor a { wraps old; interface i { standard rest; exposes e } }\n"
    estate = LEGACY.replace("interface open {", "interface open { exposes d;") + adaptor
    (finding,) = of("LEG102", estate + f"product p {{ {relation} }}")
    assert why in finding.message
    assert help in finding.help


def test_imported_sources_are_not_judged(tmp_path: Path) -> None:
    """An imported product is known, not judged; an own one that enters imported legacy is."""
    shared = "legacy old\nproduct q { uses old }"
    (finding,) = of_importing("LEG102", tmp_path, shared, "product p { uses old }")
    assert finding.elements == ("p", "old")


def test_an_imported_system_is_no_subject_in_an_extension(tmp_path: Path) -> None:
    """What a model adds to an imported product does not make it a subject."""
    assert of_importing("LEG102", tmp_path, "legacy old\nproduct q", "extend q { uses old }") == []


def test_help_names_the_adaptor_that_comes() -> None:
    """An adaptor that does not exist yet is named with the day from which it does."""
    text = "plateau now { at 2015 }; plateau target { at 2019 }\nadaptor a { since 2018; wraps old }\n"
    (finding,) = of("LEG102", text + LEGACY.replace("rest { open }", "rest") + "product p { uses old until 2018 }")
    assert finding.help == "go through `a`, which wraps `old` from 2018-01-01 on"
