"""ACC101: public services without stated accessibility."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.importing import of_importing

SERVICE = "product p { area digital-public-service }"


def test_a_public_service_without_accessibility() -> None:
    """The finding sits on the product's head."""
    (finding,) = of("ACC101", SERVICE)
    assert (finding.span.text, finding.elements) == ("product p", ("p",))


@pytest.mark.parametrize(
    "text",
    [
        'product p { area digital-public-service; accessibility "EN 301 549" }',
        "product p { area mission-it }",
        "product p",
        "product p { area digital-public-service; external }",
        "platform p { area digital-public-service }",
    ],
    ids=["stated", "another area", "no area", "external", "another kind"],
)
def test_innocent_models(text: str) -> None:
    """Only own digital public services are asked."""
    assert said("ACC101", text) == []


@pytest.mark.parametrize(
    ("block", "status"),
    [
        ('area digital-public-service; accessibility "x" since 2015', "resolved"),
        ('area digital-public-service; accessibility "x" until 2015', "introduced"),
        ("area digital-public-service since 2015", "introduced"),
    ],
)
def test_is_judged_at_each_time(block: str, status: str) -> None:
    """What is stated for a time is stated then."""
    (finding,) = of("ACC101", f"plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; product p {{ {block} }}")
    assert finding.status.value == status


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    assert "ACC101" not in {found.code for found in findings(SERVICE)}
    assert "ACC101" in {found.code for found in findings(SERVICE, profile="code-of-practice")}


def test_imported_products_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("ACC101", tmp_path, SERVICE, "data y") == []
