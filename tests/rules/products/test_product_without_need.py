"""PRD101: products that state neither a need nor a user."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting import findings, of, said
from tests.rules.importing import of_importing


def test_neither_need_nor_user() -> None:
    """The finding sits on the product's head."""
    (finding,) = of("PRD101", 'product p "P" { measure "x" }')
    assert (finding.span.text, finding.elements) == ("product p", ("p",))


@pytest.mark.parametrize(
    "text",
    [
        'product p { need "x" }',
        "user u; product p { serves u }",
        "user u; product p { system part { serves u } }",
        "product p { external }",
        "platform p; legacy l; system s; adaptor a",
    ],
    ids=["need", "serves", "a part serves", "external", "other kinds"],
)
def test_innocent_models(text: str) -> None:
    """One of the two is enough; others' products and other kinds are not judged."""
    assert said("PRD101", text) == []


@pytest.mark.parametrize(
    ("block", "status"),
    [
        ('need "x" until 2015', "introduced"),
        ('need "x" since 2015', "resolved"),
        ("serves u until 2015", "introduced"),
        ("system part { serves u; until 2015 }", "introduced"),
    ],
)
def test_is_judged_at_each_time(block: str, status: str) -> None:
    """What is stated for a time is stated then."""
    (finding,) = of("PRD101", f"user u; plateau one {{ at 2014 }}; plateau two {{ at 2016 }}; product p {{ {block} }}")
    assert finding.status.value == status


def test_belongs_to_the_code_of_practice() -> None:
    """The default profile does not ask what is not stated."""
    assert "PRD101" not in {found.code for found in findings("product p")}
    assert "PRD101" in {found.code for found in findings("product p", profile="code-of-practice")}


def test_imported_products_are_not_judged(tmp_path: Path) -> None:
    """What comes only by import is known, not judged."""
    assert of_importing("PRD101", tmp_path, "product p", "data y") == []
