"""INT102: meshes of systems."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.rules.integration.point_to_point_mesh import PointToPointMeshOptions
from tests.linting import of, said
from tests.rules.with_import import said_with_import

FIVE_PAIRS = "system a { uses c; uses d }\nsystem b { uses c; uses d }\nsystem c { uses d }\nsystem d\n"
"""Four systems in five pairs; c and d have three partners each."""


def test_sits_on_the_member_with_most_partners() -> None:
    """Of several with most partners it is the first; its wires are shown, and the numbers are told."""
    (finding,) = of("INT102", FIVE_PAIRS)
    assert (finding.span.begin.line, finding.elements) == (3, ("c",))
    assert "4 systems are wired to each other in 5 pairs" in finding.message
    assert "`c` has most partners, 3: `a`, `b` and `d`" in finding.message
    assert [label.span.text for label in finding.related] == ["uses c", "uses c", "uses d"]
    (finding,) = of("INT102", FIVE_PAIRS.replace("system c { uses d }", "system c { uses d; uses d bespoke }"))
    assert [label.span.text for label in finding.related] == ["uses c", "uses c", "uses d"]


@pytest.mark.parametrize(
    ("without", "instead"),
    [("uses d }\nsystem b", "uses a }\nsystem b"), ("system c { uses d }", "system c")],
    ids=["itself", "four-pairs"],
)
def test_as_many_pairs_as_systems_are_no_mesh(without: str, instead: str) -> None:
    """Four systems in four pairs are innocent."""
    assert said("INT102", FIVE_PAIRS.replace(without, instead, 1)) == []


def test_both_directions_and_several_relations_are_one_pair() -> None:
    """Pairs are counted, not relations."""
    ring = (
        "system a { uses b; uses b bespoke }\nsystem b { uses a; uses c }\n"
        "system c { uses d }\nsystem d { uses a; uses c }"
    )
    assert said("INT102", ring) == []


@pytest.mark.parametrize("kind", ["platform", "adaptor"])
@pytest.mark.parametrize("member", "abcd")
def test_a_platform_or_adaptor_at_an_end_makes_no_pair(kind: str, member: str) -> None:
    """What goes to or comes from a platform or adaptor is not of the mesh."""
    assert said("INT102", FIVE_PAIRS.replace(f"system {member}", f"{kind} {member}")) == []


@pytest.mark.parametrize(
    ("way", "counts"),
    [
        ("uses d.i", False),
        ("uses d.u", False),
        ("uses d.i bespoke", True),
        ("uses d.i via x", True),
        ("uses d.p", True),
        ("uses d.s", True),
        ("uses d.part", True),
        ("uses d via o", True),
        ("uses d.i; uses d", True),
    ],
    ids=["open", "unknown", "bespoke", "via", "closed", "store", "part", "system-via", "one-of-two"],
)
def test_only_what_goes_past_open_interfaces_counts(way: str, counts: bool) -> None:
    """An open interface, or one of unknown openness, makes no pair; everything else does."""
    ways = "interface i { standard o }; interface u; interface p { proprietary }; store s; system part"
    text = FIVE_PAIRS.replace("system c { uses d }", f"system c {{ {way} }}").replace(
        "system d", f"system d {{ {ways} }}"
    )
    assert bool(said("INT102", text + "standard o { open }\nstandard x { proprietary }")) is counts


@pytest.mark.parametrize("other", ["hosted-on d", "reuses d", "replaces d"])
def test_only_dependencies_count(other: str) -> None:
    """A hosting, a reuse and a replacement make no pair; nor does a store at the top make a member."""
    assert said("INT102", FIVE_PAIRS.replace("{ uses d }", f"{{ {other} }}")) == []
    assert said("INT102", FIVE_PAIRS.replace("system d", "store d")) == []


def test_parts_count_as_the_system_in_which_they_stand() -> None:
    """Dependencies are lifted to outermost systems."""
    text = FIVE_PAIRS.replace("system c { uses d }", "system c { system x { uses d } }")
    assert said("INT102", text) == ["3: c"]


def test_each_group_is_a_finding_of_its_own() -> None:
    """Two meshes without a wire between them are two findings."""
    other = "system w { uses y; uses z }\nsystem x { uses y; uses z }\nsystem y { uses z }\nsystem z\n"
    assert said("INT102", FIVE_PAIRS + other) == ["3: c", "7: y"]


def test_the_least_size_is_an_option() -> None:
    """`min-systems` sets how many systems make a mesh."""
    assert said("INT102", FIVE_PAIRS, rules={"INT102": PointToPointMeshOptions(5)}) == []
    assert said("INT102", FIVE_PAIRS, rules={"INT102": PointToPointMeshOptions(4)}) == ["3: c"]


def test_names_the_member_that_would_serve_as_hub() -> None:
    """Without a platform that members use, it is the member that lacks fewest links."""
    star = FIVE_PAIRS + "system e { uses d }\nsystem f { uses d; uses c }"
    (finding,) = of("INT102", star)
    assert finding.elements == ("d",)
    assert "`d`, given an open interface, would serve as one with 0 new links and 5 in all" in finding.help


def test_names_the_platform_that_would_serve_as_hub() -> None:
    """A platform that as many members use already comes before a member; one with closed interfaces never does."""
    uses = "extend a { uses p.i }\nextend b { uses p.i }\nextend c { uses p.i }\nextend d { uses p.i }\n"
    (finding,) = of("INT102", FIVE_PAIRS + uses + "platform p { interface i }")
    assert finding.help == "let them meet at the platform `p`, to which 0 of them have no link yet"
    (finding,) = of("INT102", FIVE_PAIRS + uses + "platform p { interface i { bespoke } }")
    assert "`p`" not in finding.help
    (finding,) = of("INT102", FIVE_PAIRS + uses.replace("p.i", "p") + "platform p")
    assert "`p`" in finding.help
    others = "".join(f"product x{number} {{ uses p.i }}\n" for number in range(9))
    (finding,) = of("INT102", FIVE_PAIRS + others + "extend a { uses p.i }\nplatform p { interface i }")
    assert "`c`" in finding.help


def test_the_roadmap_takes_a_mesh_apart() -> None:
    """A mesh that loses a pair is resolved; while it lasts it is one finding, whoever joins it."""
    text = "plateau one { at 2014 }\nplateau two { at 2016 }\n" + FIVE_PAIRS
    (finding,) = of("INT102", text.replace("system c { uses d }", "system c { uses d until 2015 }"))
    assert finding.status.value == "resolved"
    (finding,) = of("INT102", text + "system e { since 2015; uses c; uses d }")
    assert finding.status.value == "open"


def test_what_is_imported_is_no_subject(tmp_path: Path) -> None:
    """The finding sits on the own member with most partners; a mesh of imported systems only is not judged."""
    assert said_with_import(tmp_path, "INT102", "system e { uses a; uses b }", FIVE_PAIRS) == ["1: e"]
    assert said_with_import(tmp_path, "INT102", "system e", FIVE_PAIRS) == []


def test_too_few_systems_are_no_mesh_however_many_pairs() -> None:
    """Four systems, each wired to each, where five are the least."""
    every = FIVE_PAIRS.replace("system a {", "system a { uses b;")
    assert said("INT102", every, rules={"INT102": PointToPointMeshOptions(4)}) == ["1: a"]
    assert said("INT102", every, rules={"INT102": PointToPointMeshOptions(5)}) == []


def test_names_ten_partners_and_counts_the_rest() -> None:
    """In the message, and beside it the ten."""
    more = [f"system s{number} {{ uses d; uses c }}" for number in range(8)]
    *names, last = (f"`{name}`" for name in ("a", "b", "d", *(f"s{number}" for number in range(7))))
    (finding,) = of("INT102", FIVE_PAIRS + "\n".join(more[:-1]))
    assert finding.message.endswith(f"`c` has most partners, 10: {', '.join(names)} and {last}")
    (finding,) = of("INT102", FIVE_PAIRS + "\n".join(more))
    assert finding.message.endswith(f"`c` has most partners, 11: {', '.join(names)}, {last} and 1 more")
    assert len(finding.related) == 10


@pytest.mark.parametrize(("interfaces", "hub"), [("interface j { bespoke }", False), ("interface j", True), ("", True)])
def test_a_platform_with_one_way_that_may_be_open_can_be_the_hub(interfaces: str, hub: bool) -> None:
    """Only where all of its interfaces are closed nobody can meet there."""
    platform = f"platform k {{ interface i {{ bespoke }}; {interfaces} }}" if interfaces else "platform k"
    users = "; ".join(f"extend {member} {{ uses k }}" for member in "abcd")
    (finding,) = of("INT102", f"{FIVE_PAIRS}{platform}\n{users}")
    assert ("the platform `k`" in finding.help) is hub
