"""What is found in malformed texts: one finding for each mistake, on the right line, and nothing else."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archlint.language.parser import parse
from archlint.source import SourceFile
from tests.language.mistakes import BLOCKS, MISTAKES, blocks, spoilt, whole
from tests.language.reading import lines

NAMES = list(MISTAKES)


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


LINE = 'product p%d "Title" { owner gds; interface api { docs "x"; transport plain }; technology "Java" }'
IN_ONE_LINE = {
    "a block is not closed": lambda line: line[:-2],
    "a block is not opened": lambda line: line.replace('"Title" {', '"Title"'),
    "a block is closed twice": lambda line: line + "}",
    "a part is closed twice": lambda line: line.replace("plain }", "plain }}"),
    "a part is not closed": lambda line: line.replace("plain }", "plain"),
    "a part is not opened": lambda line: line.replace("api {", "api"),
    "a title has no end": lambda line: line.replace('Title"', "Title"),
    "a title has no beginning": lambda line: line.replace('"Title', "Title"),
    "a title has neither": lambda line: line.replace('"Title"', "Title"),
    "a title ends with a backslash": lambda line: line.replace('Title"', 'Title\\"'),
    "a title begins a long string": lambda line: line.replace('"Title"', '"""Title"'),
    "the last string has no end": lambda line: line.replace('Java"', "Java"),
    "a string in a part has no end": lambda line: line.replace('"x"', '"x'),
    "a character is bad": lambda line: line.replace("owner gds", "owner=gds"),
    "a character before the title is bad": lambda line: line.replace('"Title"', '!"Title"'),
    "a space is missing before the title": lambda line: line.replace(' "Title"', '"Title"'),
    "a space is missing after a string": lambda line: line.replace('"Java" }', '"Java"really }'),
    "a word is surplus": lambda line: line.replace("transport plain", "transport plain plain"),
    "a keyword is misspelt": lambda line: line.replace("owner", "ownr"),
    "the kind is misspelt": lambda line: line.replace("product", "prodct"),
}


@pytest.mark.parametrize("spoil", IN_ONE_LINE.values(), ids=IN_ONE_LINE.keys())
def test_one_mistake_in_one_line_is_one_finding(spoil: Callable[[str], str]) -> None:
    """A block that is written in one line is read as far as it can be, and so is its neighbour."""
    blocks_in_lines = [LINE % number for number in range(5)]
    blocks_in_lines[2] = spoil(blocks_in_lines[2])
    assert lines("\n".join(["organisation gds", *blocks_in_lines, "system z { uses p2.api; uses p3.api }"])) == [4]


@pytest.mark.parametrize("unit", ["\t", " ", "    "], ids=["tabs", "one space", "four spaces"])
def test_any_indentation_will_do(unit: str) -> None:
    """What stands deeper stands deeper, in whatever steps."""
    text, expected = spoilt(NAMES)
    assert lines(re.sub(r"(?m)^ +", lambda found: unit * (len(found[0]) // 2), text)) == sorted(expected)


def test_text_without_indentation_is_well_formed_all_the_same() -> None:
    """Where the braces fit, nothing is said of how a text is laid out, whatever else is wrong in it."""
    flat = "\n".join(line.strip() for line in whole(blocks(9)).split("\n"))
    assert lines(flat) == []
    assert lines(f"{flat}\nproduct x {{\nowner = gds\n}}\n") == [flat.count("\n") + 3]


@pytest.mark.parametrize("keyword", ["access", "zzz", "owner", "prodct"])
def test_blocks_of_what_takes_none(keyword: str) -> None:
    """A block after a keyword that takes none is read as a block, however its lines are indented."""
    assert lines(f"{keyword} a {{\nphase live\nowner x\n}}\nproduct b") == [1]
    assert lines(f"{keyword} a {{\nphase live\nproduct b")[0] == 1


WHOLE = Path(__file__).with_name("whole.arch").read_text(encoding="utf-8")


def marks() -> list[tuple[int, str, int]]:
    """Every brace and every quote of a short string in the whole model: where it is, and the line on which it is to
    be missed; that of a `}` is the line of its `{`."""
    hidden = re.sub(
        r'"(?:[^"\n])+"', lambda found: f'"{"_" * (len(found[0]) - 2)}"', re.sub(r'"""[^"]*"""', blanks, WHOLE)
    )
    found, openers = [], []
    for at, mark in enumerate(re.sub(r"#[^\n]*", blanks, hidden)):
        line = WHOLE.count("\n", 0, at) + 1
        if mark == "{":
            openers.append(line)
        if mark in '{}"' and "\\" not in WHOLE.splitlines()[line - 1]:
            found.append((at, mark, openers[-1] if mark == "}" else line))
        if mark == "}":
            openers.pop()
    return found


def blanks(found: re.Match[str]) -> str:
    """As many characters that mean nothing, with the line ends kept."""
    return re.sub(r"[^\n]", "_", found[0])


@pytest.mark.parametrize("mark", ["{", "}", '"'])
def test_every_mark_is_missed(mark: str) -> None:
    """Whichever brace or quote is left out, there is one finding, on its line."""
    places = [(at, line) for at, each, line in marks() if each == mark]
    assert len(places) > 40
    assert [(line, found) for at, line in places if (found := lines(WHOLE[:at] + WHOLE[at + 1 :])) != [line]] == []


@pytest.mark.parametrize("mark", ["{", "}"])
def test_every_brace_too_many_is_found(mark: str) -> None:
    """Whichever brace stands twice, there is one finding, on its line."""
    places = [at for at, each, _ in marks() if each == mark]
    expected = [WHOLE.count("\n", 0, at) + 1 for at in places]
    assert [lines(WHOLE[:at] + mark + WHOLE[at:]) for at in places] == [[line] for line in expected]


def test_a_date_with_the_day_first_is_told_how_dates_are_written() -> None:
    """Whoever writes the month or the day before the year learns the order, not the rules of tokens."""
    _, faults = parse(SourceFile("a.arch", "product a {\n  since 01-09-2027\n}\n"))
    assert [(fault.code, fault.help) for fault in faults] == [
        ("SYN001", "a date is written 2014, 2014-10 or 2014-10-01")
    ]
