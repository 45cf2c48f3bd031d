"""What is found in malformed texts: one finding for each mistake, on the right line, and nothing else."""

from __future__ import annotations

import random

import pytest

from archlint.diagnostics import Finding
from tests.language.mistakes import BLOCKS, MISTAKES, blocks, spoilt, whole
from tests.linting import findings

NAMES = list(MISTAKES)


def reading(text: str) -> list[Finding]:
    """What reading a text finds; nothing of what rules think of the model."""
    return [found for found in findings(text, select=("SYN", "MOD")) if found.code[:5] in ("SYN00", "MOD00")]


def lines(text: str) -> list[int]:
    """The lines of the findings."""
    return [found.span.begin.line for found in reading(text)]


def test_the_good_text_is_good() -> None:
    """Without a mistake there is no finding."""
    assert lines(whole(blocks(9))) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", range(len(BLOCKS)))
def test_one_mistake_is_one_finding(name: str, kind: int) -> None:
    """A mistake in the middle of a good text is one finding on its line, and the rest is read."""
    made = blocks(7)
    before = whole(made[: kind + 3]).count("\n") - whole([]).count("\n") - (kind + 3)
    first = whole([]).split("\n").index("system everything {") + 1 + before
    expected = first + MISTAKES[name](made[kind + 3])
    assert lines(whole(made)) == [expected]


def test_ten_mistakes_are_ten_findings() -> None:
    """Ten mistakes of different kinds in one file are found in one run, each where it is."""
    names = [
        "missing_last_brace", "unclosed_title", "misspelt_kind", "extra_brace_at_the_end", "bad_character",
        "unclosed_long_string", "brace_on_next_line", "missing_inner_opening_brace", "bad_escape", "stray_word",
    ]  # fmt: skip
    text, expected = spoilt(names)
    assert lines(text) == expected


@pytest.mark.parametrize("seed", range(6))
def test_a_hundred_mistakes_are_a_hundred_findings(seed: int) -> None:
    """Each of a hundred blocks has a mistake, and whatever stands next to what, there is one finding for each."""
    names = [NAMES[number % len(NAMES)] for number in range(100)]
    random.Random(seed).shuffle(names)
    text, expected = spoilt(names)
    assert lines(text) == sorted(expected)
