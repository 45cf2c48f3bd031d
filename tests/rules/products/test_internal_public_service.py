"""PRD109: products whose area and users contradict each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import of, said
from tests.rules.with_import import said_with_import

PEOPLE = (
    "organisation dft; organisation dvla { part-of dft }; organisation moj; organisation dvsa { part-of dft }\n"
    "user public; user firms; user staff { owner dvla }; user colleagues { owner dvsa }; user judges { owner moj }\n"
)


def product(area: str, serves: str, owner: str = "owner dvla") -> str:
    """A product of an area that serves users."""
    return f"{PEOPLE}product p {{\n  {owner}\n  area {area}\n  {serves}\n}}"


def test_a_public_service_for_officials_only() -> None:
    """The finding sits on the area; the users are shown."""
    (finding,) = of("PRD109", product("digital-public-service", "serves staff"))
    assert (finding.span.text, finding.elements) == ("area digital-public-service", ("p",))
    assert [label.message for label in finding.related] == ["the product", "officials of `dvla`"]


def test_mission_it_for_the_public_only() -> None:
    """Users without an owner are taken for the public, in the profile `default` too."""
    (finding,) = of("PRD109", product("mission-it", "serves public, firms", owner=""))
    assert (finding.span.text, finding.elements) == ("area mission-it", ("p",))
    assert finding.message.endswith(": `public` and `firms`")


@pytest.mark.parametrize(
    ("area", "serves", "owner"),
    [
        ("digital-public-service", "serves staff, colleagues", "owner dvla"),
        ("digital-public-service", "serves staff", "owner dft"),
        ("digital-public-service", "serves staff; external", "owner dvsa"),
        ("digital-public-service", "system part { serves staff }", "owner dvla"),
        ("mission-it", "serves public", "owner dvla"),
    ],
)
def test_breaches(area: str, serves: str, owner: str) -> None:
    """All officials of the family count as its own; a part serves for the product."""
    assert len(said("PRD109", product(area, serves, owner))) == 1


@pytest.mark.parametrize(
    ("area", "serves", "owner"),
    [
        ("digital-public-service", "serves staff, public", "owner dvla"),
        ("digital-public-service", "serves staff; system part { serves public }", "owner dvla"),
        ("digital-public-service", "serves judges", "owner dvla"),
        ("digital-public-service", "serves staff, judges", "owner dvla"),
        ("digital-public-service", "serves public", "owner dvla"),
        ("digital-public-service", "serves staff", ""),
        ("digital-public-service", "serves public", ""),
        ("digital-public-service", "", "owner dvla"),
        ("mission-it", "serves staff", "owner dvla"),
        ("mission-it", "serves public, staff", "owner dvla"),
        ("mission-it", "serves judges", "owner dvla"),
        ("mission-it", "", "owner dvla"),
        ("infrastructure", "serves staff", "owner dvla"),
        ("back-office", "serves public", "owner dvla"),
    ],
)
def test_innocent_products(area: str, serves: str, owner: str) -> None:
    """One group on the right side is enough; unknown owners and unstated users break nothing."""
    assert said("PRD109", product(area, serves, owner)) == []


@pytest.mark.parametrize("kind", ["platform", "legacy", "adaptor", "system"])
def test_only_products_are_judged(kind: str) -> None:
    """Other kinds are not what users engage with."""
    text = product("digital-public-service", "serves staff").replace("product p", f"{kind} p")
    assert said("PRD109", text) == []


@pytest.mark.parametrize(
    ("serves", "status"),
    [
        ("serves staff; serves public since 2015", "resolved"),
        ("serves staff; serves public until 2015", "introduced"),
        ("serves staff", "open"),
    ],
)
def test_is_judged_at_each_time(serves: str, status: str) -> None:
    """Whom it serves at one time counts."""
    (finding,) = of(
        "PRD109", "plateau one { at 2014 }; plateau two { at 2016 };" + product("digital-public-service", serves)
    )
    assert finding.status.value == status


def test_users_that_are_not_there_yet_are_not_served() -> None:
    """Users have their time too."""
    text = product("digital-public-service", "serves staff, public").replace(
        "user public;", "user public { since 2015 };"
    )
    (finding,) = of("PRD109", "plateau one { at 2014 }; plateau two { at 2016 };" + text)
    assert finding.status.value == "resolved"


def test_imported_products_are_not_judged(tmp_path: Path) -> None:
    """An imported product is no subject; imported users are known."""
    assert said_with_import(tmp_path, "PRD109", "data y", product("mission-it", "serves public")) == []
    own = "product p { owner dvla; area digital-public-service; serves staff }"
    assert said_with_import(tmp_path, "PRD109", own, PEOPLE) == ["1: p"]
