"""PRD102: products that state no `manager`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.importing import of_importing


def test_a_product_without_one() -> None:
    """The finding sits on the product's head."""
    (finding,) = of("PRD102", 'user u\nproduct p "P" { serves u }')
    assert (finding.span.begin.line, finding.span.text, finding.elements) == (2, "product p", ("p",))


@pytest.mark.parametrize(
    "text",
    [
        'product p { manager "x" }',
        'product p; extend p { manager "x" }',
        "product p { external }",
        "platform p; legacy l; system s; adaptor a",
    ],
    ids=["stated", "in an extension", "external", "other kinds"],
)
def test_innocent_models(text: str) -> None:
    """Stated anywhere is stated; others' products and other kinds are not judged."""
    assert said("PRD102", text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('product p { manager "x" until 2015 }', "introduced"),
        ('product p { manager "x" since 2015 }', "resolved"),
        ("product p { external until 2015 }", "introduced"),
    ],
)
def test_is_judged_at_each_time(text: str, status: str) -> None:
    """What is stated for a time is stated then."""
    (finding,) = of("PRD102", f"plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; {text}")
    assert finding.status.value == status


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    assert "PRD102" not in {found.code for found in findings("product p")}
    assert "PRD102" in {found.code for found in findings("product p", profile="code-of-practice")}


def test_imported_products_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("PRD102", tmp_path, "product p", "product q")[0].elements == ("q",)
    assert len(of_importing("PRD102", tmp_path, "product p", "product q")) == 1
