"""INT109: systems that all ways lead through."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.rules.integration.single_point_of_failure import SinglePointOfFailureOptions
from tests.linting import of, said
from tests.rules.with_import import said_with_import

FIVE = "\n".join(f"product p{number} {{ uses hub }}" for number in range(5))
HUB = "system end\nlegacy hub { uses end }\n"


def test_five_systems_lose_something() -> None:
    """The finding sits on the system, with a path that there is no way round."""
    (finding,) = of("INT109", HUB + FIVE)
    assert (finding.span.begin.line, finding.elements) == (2, ("hub",))
    assert finding.witness == ("p0", "hub", "end")
    assert "5 systems" in finding.message
    assert [label.span.begin.line for label in finding.related] == [3, 4, 5, 6, 7]


def test_four_are_not_enough() -> None:
    """Fewer than the least number are not many."""
    assert said("INT109", HUB + FIVE.replace("product p4 { uses hub }", "product p4")) == []


@pytest.mark.parametrize(
    "hub",
    [
        "legacy hub { uses end }",
        "legacy hub { external; uses end; interface i { standard s } }",
        "platform hub { uses end; interface i { proprietary } }",
        "system hub { uses end; interface i { bespoke }; store k { interface j { proprietary } } }",
    ],
)
def test_legacy_or_closed(hub: str) -> None:
    """Legacy whatever its interfaces, and others when all theirs are closed."""
    assert said("INT109", f"standard s {{ open }}; system end\n{hub}\n{FIVE}") == ["2: hub"]


@pytest.mark.parametrize(
    "hub",
    [
        "platform hub { uses end }",
        "platform hub { uses end; interface i }",
        "platform hub { uses end; interface i { proprietary }; interface j { standard s } }",
        "adaptor hub { wraps end; interface j { standard s } }",
        "legacy hub",
        "legacy hub { hosted-on end; reuses end }",
    ],
    ids=["no interface", "unknown", "one open", "adaptor", "nothing behind it", "not depended on"],
)
def test_innocent_hubs(hub: str) -> None:
    """What another can take the place of; and losing the system itself only is losing nothing else."""
    assert said("INT109", f"standard s {{ open }}; system end\n{hub}\n{FIVE}") == []


@pytest.mark.parametrize("way", ["extend p0 { uses end }", "system round { uses end }; extend p0 { uses round }"])
def test_a_way_round(way: str) -> None:
    """Whoever reaches it otherwise, at whatever length, does not lose it."""
    assert said("INT109", HUB + FIVE + "\n" + way) == []
    assert said("INT109", HUB + FIVE + "\nsystem q { uses hub }\n" + way) == ["2: hub"]


def test_systems_further_off_count() -> None:
    """Those who depend on it through others lose as much."""
    text = "system a { uses hub }\nsystem b { uses a }\nsystem c { uses b }\nsystem d { uses c }\nsystem e { uses d }"
    assert said("INT109", HUB + text) == ["2: hub"]
    assert said("INT109", HUB + text.replace("system e { uses d }", "")) == []


def test_each_may_lose_something_else() -> None:
    """It need not be one and the same that all of them lose."""
    text = "system other\nextend hub { uses other }\nextend p0 { uses end }\nextend p1 { uses other }"
    (finding,) = of("INT109", HUB + FIVE + text.replace("system", "\nsystem", 1))
    assert finding.elements == ("hub",)


def test_circles_are_no_way_round() -> None:
    """Systems that depend on each other, and on the hub, have no other way."""
    ring = "\n".join(f"extend p{number} {{ uses p{(number + 1) % 5} }}" for number in range(5))
    assert said("INT109", HUB + FIVE + "\n" + ring + "\nextend end { uses hub }") == ["2: hub"]
    assert said("INT109", HUB + FIVE + "\n" + ring + "\nextend p2 { uses end }") == []


def test_what_it_depends_on_by_an_interface_or_a_store() -> None:
    """Relations to parts are lifted to their systems, and a store at the top can be lost too."""
    text = "data d; store end { holds d }\nlegacy hub { system part { reads d from end }; interface i }\n"
    assert said("INT109", text + FIVE.replace("uses hub", "uses hub.i")) == ["2: hub"]


def test_the_least_number_is_an_option() -> None:
    """`min-dependants` sets how many are too many."""
    rules = {"INT109": SinglePointOfFailureOptions(6)}
    assert said("INT109", HUB + FIVE, rules=rules) == []
    assert said("INT109", HUB + "product p { uses hub }", rules={"INT109": SinglePointOfFailureOptions(1)}) == [
        "2: hub"
    ]


def test_very_many_are_counted_no_further() -> None:
    """More than a hundred are said to be so."""
    many = "\n".join(f"system q{number} {{ uses hub }}" for number in range(150))
    (finding,) = of("INT109", HUB + many)
    assert "100 systems or more" in finding.message
    chain = "\n".join(f"system q{number} {{ uses q{number - 1} }}" for number in range(149, 0, -1))
    (finding,) = of("INT109", f"{HUB}{chain}\nsystem q0 {{ uses hub }}")
    assert finding.witness == ("hub", "end")


def test_help_names_what_replaces_it() -> None:
    """A successor in the model is the way out."""
    (finding,) = of("INT109", HUB + FIVE + "\nplatform new { replaces hub }")
    assert "`new`" in finding.help
    (finding,) = of("INT109", HUB + FIVE + "\nextend end { replaces hub }")
    assert "replaces" not in finding.help


def test_the_path_begins_with_who_depends_on_it_directly() -> None:
    """The witness is a path as it stands, not one that leaves out its middle."""
    (finding,) = of("INT109", HUB + FIVE + "\nsystem a { uses p3 }")
    assert finding.witness == ("p0", "hub", "end")


def test_order_changes_nothing() -> None:
    """What is said does not depend on the order of statements."""
    text = "system z; system a\nlegacy hub { uses z; uses a }\n" + FIVE
    other = "system a; system z\nlegacy hub { uses a; uses z }\n" + "\n".join(reversed(FIVE.splitlines()))
    (one,), (two,) = of("INT109", text), of("INT109", other)
    assert (one.message, one.witness, one.help) == (two.message, two.witness, two.help)


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ("platform bypass { uses end; since 2015 }; extend p0 { uses bypass since 2015 }", "resolved"),
        ("platform bypass { uses end; until 2015 }; extend p0 { uses bypass until 2015 }", "introduced"),
        ("", "open"),
    ],
)
def test_is_judged_at_each_time(rest: str, status: str) -> None:
    """A way round has its time."""
    (finding,) = of("INT109", "plateau one { at 2014 }; plateau two { at 2016 };" + HUB + FIVE + "\n" + rest)
    assert finding.status.value == status


def test_imported_systems_are_not_judged(tmp_path: Path) -> None:
    """An imported hub is no subject; imported systems that lose something count."""
    assert said_with_import(tmp_path, "INT109", FIVE, HUB) == []
    assert said_with_import(tmp_path, "INT109", HUB, FIVE) == ["2: hub"]
