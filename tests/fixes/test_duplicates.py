"""A property that is stated twice: it goes where it says the same, and stays where it does not."""

from __future__ import annotations

import pytest

from tests.fixes.mending import fixed


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("user a {\n  owner x\n  owner   x  # again\n}", "user a {\n  owner x\n  # again\n}"),
        ("user a { owner x }\nextend a { owner x }\nuser b", "user a { owner x }\nuser b"),
        ("user a { owner x; owner x; owner x }", "user a { owner x }"),
        ('user a { until 2018; until 2018; link "y" }', 'user a { until 2018; link "y" }'),
    ],
)
def test_a_statement_that_says_the_same_goes(text: str, meant: str) -> None:
    """The first one stays, with all comments."""
    assert fixed(f"organisation x\n{text}\n", unsafe=False) == f"organisation x\n{meant}\n"


@pytest.mark.parametrize(
    "text",
    [
        "user a { owner x; owner y }",
        "user a { owner x; owner x since 2016 }",
        'user a { source "p. 4"; source "p. 4" }',
    ],
)
def test_a_statement_that_says_something_else_stays(text: str) -> None:
    """Which of two is true, nobody knows; and what may be repeated may be repeated."""
    text = f"organisation x\norganisation y\n{text}\n"
    assert fixed(text) == text
