"""Makes text from a model safe for DOT, and fits it into a box."""

from __future__ import annotations

import textwrap
import unicodedata
from xml.sax.saxutils import escape

__all__ = ["dot_string", "label_string", "visible", "width_of", "wrapped"]

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINERS = "\u200c\u200d"
"""Scripts and pictures are spelled with them."""

_IN_STRINGS = {
    '"': "&quot;",
    "\\": "&#92;",
    "]": "&#93;",  # older engines stumble over one that stands alone
}
_NARROW = frozenset("iljtfrI.,;:!|'`()[]{}/- ")
_BROAD = frozenset("mwMWQGOCD@%&")


def visible(text: str) -> str:
    """The text with every control, bidirectional or unassigned character written out, as `\\u{202e}`."""
    return "".join(f"\\u{{{ord(c):x}}}" if _is_hidden(c) else c for c in text)


def _is_hidden(character: str) -> bool:
    return character not in _JOINERS and unicodedata.category(character) in _HIDDEN


def dot_string(text: str) -> str:
    """The text for a DOT string or an HTML-like label: it can end neither, and is markup in neither."""
    return escape(visible(text), _IN_STRINGS)


def label_string(text: str) -> str:
    """The text for an HTML-like label, where some letters after a backslash stand for the name of the graph or of the
    box, and two backslashes for one."""
    return dot_string(text).replace(_IN_STRINGS["\\"], 2 * _IN_STRINGS["\\"])


def wrapped(text: str, width: int, most: int) -> tuple[str, ...]:
    """The text in at most so many lines of so many characters; what is cut off shows as `…`."""
    shown = visible(" ".join(text.split()))
    width = width // 2 if any(map(_is_wide, shown)) else width
    return tuple(textwrap.wrap(shown, width, max_lines=most, placeholder=" …")) or (" ",)


def width_of(line: str, size: float, *, bold: bool = False) -> float:
    """About how many points a line takes in Arial; rather too many than too few."""
    return sum(map(_share, line)) * size * (1.08 if bold else 1.0)


def _share(character: str) -> float:
    if _is_wide(character):
        return 1.05
    if character in _NARROW:
        return 0.36
    return 0.88 if character in _BROAD else 0.7 if character.isupper() or not character.isascii() else 0.58


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
