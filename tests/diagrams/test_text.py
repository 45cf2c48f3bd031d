"""Text from models in pictures: never markup, never hidden."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.diagrams.text import dot_string, visible, width_of, wrapped


@given(st.text())
def test_a_string_ends_neither_a_dot_string_nor_a_label(text: str) -> None:
    """No quote, angle bracket or backslash is left, and every ampersand begins an entity."""
    safe = dot_string(text)
    assert not re.search(r'["<>\\\]]', safe)
    assert not re.search(r"&(?!(amp|lt|gt|quot|#92|#93);)", safe)


@given(st.text())
def test_a_string_reads_as_what_can_be_seen_of_it(text: str) -> None:
    """Read as XML, the safe text is the text with its hidden characters spelled out."""
    assert ElementTree.fromstring(f"<t>{dot_string(text)}</t>").text in (visible(text), None)


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\n", "\u202e", "\u2066", "\u200f", "\ufeff", "\x7f", "\u2028", "\ud800"]
)
def test_hidden_characters_are_spelled_out(character: str) -> None:
    """Control and bidirectional characters, and halves of characters, are shown by their number."""
    assert visible(f"a{character}b") == f"a\\u{{{ord(character):x}}}b"


def test_scripts_stay_as_they_are() -> None:
    """Letters of any script, and the joiners that some need, are no hidden characters."""
    text = "Ελλάς Россия 日本 می\u200cخواهم 👩\u200d💻"
    assert visible(text) == text


@given(st.text(), st.integers(8, 40), st.integers(1, 5))
def test_wrapped_text_fits(text: str, width: int, most: int) -> None:
    """There are no more lines than asked for, none longer than asked for, and always one."""
    lines = wrapped(text, width, most)
    assert 1 <= len(lines) <= most
    assert all(len(line) <= width for line in lines)


def test_what_is_cut_off_shows() -> None:
    """A text that does not fit ends in an ellipsis."""
    assert wrapped("one two three four", 8, 2) == ("one two", "three …")


def test_bold_and_wide_characters_take_more_room() -> None:
    """The estimate of the width knows bold letters and wide scripts."""
    assert width_of("abc", 10) < width_of("abc", 10, bold=True) < width_of("日本語", 10)
