"""The full format, as people see it."""

from __future__ import annotations

from typing import Any

from archlint.reporters.full import full
from tests.linting import report

ROADMAP = """plateau now { at 2014 }
plateau later { at 2016 }
product a { uses b }
product b {
  uses a until 2015 { source "a page" }
}
"""


def shown(*texts: str, **settings: Any) -> str:
    """The full report on texts."""
    return full([report(*texts, **settings)])


def test_shows_place_words_path_time_help_and_source() -> None:
    """One finding tells where, what, the proof, when, what to do, and where the rule comes from."""
    text = shown(ROADMAP, select=("INT105",))
    assert text.startswith("error[INT105] dependency-cycle: this closes a circle of dependencies: a -> b -> a\n")
    assert ' --> model.arch:5:3\n5 |   uses a until 2015 { source "a page" }\n  |   ^^^^^^^^^^^^^^^^^\n' in text
    assert " ::: model.arch:3:13\n3 | product a { uses b }\n  |             ------ part of the circle\n" in text
    assert "  = path: a -> b -> a\n" in text
    assert "  = holds in: now (resolved: the roadmap resolves it)\n" in text
    assert "  = why: Technology architecture, line 41; Action 11, line 197\n" in text


def test_ends_with_a_line_for_each_snapshot() -> None:
    """The summary tells what each state holds, and then what the model comes to."""
    lines = shown(ROADMAP, select=("INT105",)).splitlines()
    assert lines[-3:] == [
        "model at now (2014-01-01): 1 resolved by the roadmap",
        "model at later (2016-01-01): no findings",
        "model: 1 resolved by the roadmap in 1 file, 4 elements",
    ]


def test_related_places_in_other_files_are_shown() -> None:
    """A frame is drawn from the file in which its place lies."""
    text = shown("product a { uses b }", "product b { uses a }", select=("INT105",))
    assert "--> model1.arch:1:13" in text
    assert "::: model.arch:1:13" in text


def test_escapes_reach_no_terminal() -> None:
    """Control and bidirectional characters in a model are spelled out, wherever they stand."""
    text = shown('product a "\x1b[31mred\u202e" { uses b\x07 }', select=("ALL",))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\u{1b}[31mred\\u{202e}" in text


def test_the_underline_stands_under_wide_characters() -> None:
    """Characters that take two columns move the underline by two."""
    text = shown('product a { description "漢字"; uses zzz }', select=("MOD003",))
    line, underline = text.splitlines()[2:4]
    columns = sum(2 if char in "漢字" else 1 for char in line[: line.index("zzz")])
    assert underline.index("^^^") == columns


def test_a_long_line_is_cut() -> None:
    """A line of a megabyte does not fill the screen."""
    text = shown('product a { uses zzz; description "' + "x" * 1_000_000 + '" }', select=("MOD003",))
    assert len(text) < 2000
    assert "uses zzz" in text


def test_a_waiver_is_shown_with_its_reason() -> None:
    """What is waived stays in the report, with the reason and where it is written."""
    text = shown(ROADMAP.replace('source "a page"', 'allow INT105 because "both go"'), select=("INT105",))
    assert "  = waived: both go (model.arch:5)\n" in text
