"""From the words of a text to plain values."""

from __future__ import annotations

import re
from textwrap import dedent

from archlint.diagnostics import Fault
from archlint.source import SourceFile, Span

__all__ = ["NUMBER_TEXT", "BadEscape", "magnitude", "unknown_escape", "unquoted"]

NUMBER_TEXT = re.compile(r"\d[\d_]*(?:\.\d+)?\Z")
_MAGNITUDE = re.compile(r"(\d[\d_]*(?:\.\d+)?)(k|m|bn)?\Z")
_FACTORS = {None: 1.0, "k": 1e3, "m": 1e6, "bn": 1e9}
_ESCAPE = re.compile(r"\\(u\{([0-9A-Fa-f]{1,6})\}|[\s\S])")
_SIMPLE = {'"': '"', "\\": "\\", "n": "\n", "t": "\t"}


class BadEscape(ValueError):
    """A backslash that begins nothing known; `offset` counts from the opening quote."""

    def __init__(self, offset: int, text: str) -> None:
        super().__init__(text)
        self.offset = offset
        self.text = text


def unquoted(word: str) -> str:
    """The text that a string stands for; raises BadEscape."""
    if word.startswith('"""') and len(word) >= 6:
        text = word[3:-3].replace("\r\n", "\n")
        text = _unindented(text) if "\n" in text else text
        offset = 3
    else:
        text, offset = word[1:-1], 1
    return _ESCAPE.sub(lambda found: _unescaped(found, offset), text) if "\\" in text else text


def _unindented(text: str) -> str:
    """Lines without their common indent; the first one, which stands after the quotes, has none."""
    first, _, others = text.partition("\n")
    return f"{first.rstrip()}\n{dedent(others)}".strip("\n")


def _unescaped(found: re.Match[str], offset: int) -> str:
    simple = _SIMPLE.get(found[1])
    if simple is not None:
        return simple
    if found[2] and int(found[2], 16) <= 0x10FFFF and not 0xD800 <= int(found[2], 16) <= 0xDFFF:
        return chr(int(found[2], 16))
    raise BadEscape(found.start() + offset, found[0].rstrip())


def unknown_escape(bad: BadEscape, source: SourceFile, start: int) -> Fault:
    """The fault of a string that begins at an offset."""
    span = Span(source, start + bad.offset, start + bad.offset + len(bad.text))
    help = 'known are \\" \\\\ \\n \\t and \\u{1F600}; a backslash itself is written \\\\'
    return Fault("SYN001", span, f"`{bad.text}` is no escape", help)


def magnitude(word: str) -> float | None:
    """The number of `12`, `12.5m` or `3bn`; None where it is none."""
    found = _MAGNITUDE.match(word)
    return float(found[1].replace("_", "")) * _FACTORS[found[2]] if found else None
