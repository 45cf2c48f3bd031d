"""Makes text from a model safe for DOT, and fits it into a box."""

from __future__ import annotations

import textwrap
import unicodedata
from xml.sax.saxutils import escape

__all__ = ["dot_string", "lines_of", "visible"]

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_IN_STRINGS = {'"': "&quot;", "\\": "&#92;", "\n": " "}


def visible(text: str) -> str:
    """The text with every control, bidirectional or unassigned character written out, as `\\u{202E}`."""
    return "".join(f"\\u{{{ord(c):X}}}" if unicodedata.category(c) in _HIDDEN else c for c in text)


def dot_string(text: str) -> str:
    """The text for a DOT string or an HTML-like label: it can end neither, and is markup in neither."""
    return escape(visible(text.replace("\n", " ")), _IN_STRINGS)


def lines_of(text: str, width: int, most: int) -> tuple[str, ...]:
    """The text in at most so many lines, each made safe by `dot_string`; what is cut off shows as `…`."""
    shown = visible(" ".join(text.split()))
    lines = textwrap.wrap(shown, width, max_lines=most, placeholder=" …", break_on_hyphens=True)
    return tuple(dot_string(line) for line in lines) or ("&#160;",)
