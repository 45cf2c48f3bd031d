"""Makes text from models safe for each place where people read it: one function a sink."""

from __future__ import annotations

import re

__all__ = ["for_command", "for_command_property", "for_markdown", "for_terminal", "for_xml"]

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_CODE = re.compile(r"`([^`]+)`")
_MARKUP = re.compile(r"[|*_\[\]#@!~\\()]")


def for_terminal(text: str) -> str:
    """The text on one line, with control and bidirectional characters spelled out: `\\u{1b}`."""
    return _UNSAFE.sub(lambda found: _spelled(found[0]), text)


def _spelled(character: str) -> str:
    return {"\n": "\\n", "\t": " "}.get(character, f"\\u{{{ord(character):x}}}")


def for_command(text: str) -> str:
    """The text as the message of a workflow command: it can neither end it nor begin another."""
    plain = _UNSAFE.sub(lambda found: found[0] if found[0] == "\n" else _spelled(found[0]), text)
    return plain.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def for_command_property(text: str) -> str:
    """The text as a property of a workflow command."""
    return for_command(text).replace(":", "%3A").replace(",", "%2C")


def for_xml(text: str) -> str:
    """The text with every character that XML cannot hold, or that is not seen, spelled out; line ends stay."""
    return _UNSAFE.sub(lambda found: found[0] if found[0] in "\n\t" else _spelled(found[0]), text)


def for_markdown(text: str) -> str:
    """The text in a cell of a Markdown table: no markup, no HTML, no mention of anybody; what stands between
    backticks is code."""
    line = for_terminal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _MARKUP.sub(lambda found: f"&#{ord(found[0])};", line)
    return _CODE.sub(r"<code>\1</code>", plain).replace("`", "&#96;")
