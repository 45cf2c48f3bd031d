"""ACC102: public services without assisted digital support."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.importing import of_importing

SERVICE = "product p { area digital-public-service }"


def test_a_public_service_without_support() -> None:
    """The finding sits on the product's head."""
    (finding,) = of("ACC102", SERVICE)
    assert (finding.span.text, finding.elements) == ("product p", ("p",))


@pytest.mark.parametrize(
    "text",
    [
        'product p { area digital-public-service; assisted-digital "by telephone" }',
        "product p { area mission-it }",
        "product p",
        "product p { area digital-public-service; external }",
        "platform p { area digital-public-service }",
    ],
    ids=["stated", "another area", "no area", "external", "another kind"],
)
def test_innocent_models(text: str) -> None:
    """Only own digital public services are asked."""
    assert said("ACC102", text) == []


@pytest.mark.parametrize(
    ("block", "status"),
    [
        ('area digital-public-service; assisted-digital "x" since 2015', "resolved"),
        ('area digital-public-service; assisted-digital "x" until 2015', "introduced"),
        ("area digital-public-service since 2015", "introduced"),
    ],
)
def test_is_judged_at_each_time(block: str, status: str) -> None:
    """What is stated for a time is stated then."""
    (finding,) = of("ACC102", f"plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; product p {{ {block} }}")
    assert finding.status.value == status


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    assert "ACC102" not in {found.code for found in findings(SERVICE)}
    assert "ACC102" in {found.code for found in findings(SERVICE, profile="code-of-practice")}


def test_imported_products_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("ACC102", tmp_path, SERVICE, "data y") == []


def test_it_needs_no_text() -> None:
    """That there is support is enough to say."""
    assert said("ACC102", "product p { area digital-public-service; assisted-digital }") == []
