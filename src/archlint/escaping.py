"""Makes text from models safe for each place where people read it: one function a sink."""

from __future__ import annotations

import re

__all__ = ["for_terminal"]

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def for_terminal(text: str) -> str:
    """The text on one line, with control and bidirectional characters spelled out: `\\u{1b}`."""
    return _UNSAFE.sub(lambda found: _spelled(found[0]), text)


def _spelled(character: str) -> str:
    return {"\n": "\\n", "\t": " "}.get(character, f"\\u{{{ord(character):x}}}")
