"""Waivers that waive nothing: how they go, and when they stay."""

from __future__ import annotations

import pytest

from tests.fixes.mending import fixed, outcome

WAIVER = 'allow INT105 because "both go in 2019"'
REMOVED = {
    "on a line": ("product a {{\n  need \"x\"\n  {}\n  external\n}}\n", "product a {\n  need \"x\"\n  external\n}\n"),
    "the only statement": ("product a {{\n  {}\n}}\n", "product a\n"),
    "in the block of a relation": ("product a {{ uses b {{ {} }} }}\nproduct b", "product a { uses b }\nproduct b"),
    "with a comment": ("product a {{\n  {}  # agreed\n}}\n", "product a {\n  # agreed\n}\n"),
    "below a comment": ("product a {{\n  # agreed\n  {}\n}}\n", "product a {\n  # agreed\n}\n"),
    "between semicolons": ("product a {{ need \"x\"; {}; need \"y\" }}\n", "product a { need \"x\"; need \"y\" }\n"),
    "first in a line": ("product a {{ {}; need \"y\" }}\n", "product a { need \"y\" }\n"),
    "last in a line": ("product a {{ need \"x\"; {} }}\n", "product a { need \"x\" }\n"),
    "between blank lines": (
        "product a {{\n  need \"x\"\n\n  {}\n\n  need \"y\"\n}}\n",
        "product a {\n  need \"x\"\n\n  need \"y\"\n}\n",
    ),
    "last, below a blank line": ("product a {{\n  need \"x\"\n\n  {}\n}}\n", "product a {\n  need \"x\"\n}\n"),
    "with other line ends": ("product a {{\r\n  need \"x\"\r\n  {}\r\n}}\r\n", "product a {\r\n  need \"x\"\r\n}\r\n"),
    "behind a brace in a comment": ("product a {{ # {{\n  {}\n}}\n", "product a { # {\n}\n"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "left"), REMOVED.values(), ids=REMOVED)
def test_an_unused_waiver_is_removed(text: str, left: str) -> None:
    """It goes with its line, or out of it, and its comments stay."""
    assert fixed(text.format(WAIVER), unsafe=False) == left


CIRCLE = "plateau now {{ at 2014 }}\nproduct a {{ uses b }}\nproduct b {{ uses a; {} }}"


def test_an_expired_waiver_is_removed() -> None:
    """What it waived is found as before, and nothing else."""
    text = CIRCLE.format('allow INT105 until 2013 because "x"')
    assert fixed(text, unsafe=False) == CIRCLE.format("").replace(";  }", " }")


def test_a_waiver_that_still_waives_stays() -> None:
    """One that is in use, and one that has ended for one finding and not for another, are not removed."""
    assert fixed(text := CIRCLE.format('allow INT105 because "x"')) == text
    both = (
        "plateau now { at 2014 }\nplateau then { at 2016 }\n"
        "legacy old { until 2015 }\nproduct b\n"
        'product a { allow INT until 2015 because "x"; uses b; uses old until 2015 }'
    )
    found = outcome(both, extend_select=("INT",))
    assert "WVR001" in [one.code for one in found.report.findings]
    assert not found.after


def test_a_waiver_beside_what_could_not_be_read_stays() -> None:
    """The statement that nobody could read may be what the waiver is for."""
    text = f"product a {{ {WAIVER}; uses payments }}\nproduct b {{ uses a }}"
    assert fixed(text) == text
