"""Makes text from models safe for each place where people read it: one function a sink."""

from __future__ import annotations

import re

__all__ = [
    "for_command",
    "for_command_property",
    "for_d2",
    "for_json",
    "for_markdown",
    "for_mermaid",
    "for_plantuml",
    "for_structurizr",
    "for_terminal",
    "for_xml",
    "for_yaml",
]

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control and bidirectional characters but the line end; not those of no width, without which some scripts cannot be
written."""

_CODE = re.compile(r"`([^`]+)`")
_MARKUP = re.compile(r"[|*_\[\]#@!~\\()]")
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_SIGN_BUT_IN_WORDS = re.compile(r"(?<![A-Za-z])[,.:()-]|[!-'*+/;-@\[-`{-~]")
"""Not the hyphen in `sign-in` nor the comma after a word; but all that could make a list, a number or a directive."""

_IN_D2 = re.compile(r'["\\$]')


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


def for_json(document: str) -> str:
    """A document of JSON in which what could steer a terminal is escaped, too; it says the same."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", document)


def for_markdown(text: str) -> str:
    """The text in a cell of a Markdown table: no markup, no HTML, no mention of anybody; what stands between
    backticks is code."""
    line = for_terminal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _MARKUP.sub(lambda found: f"&#{ord(found[0])};", line)
    return _CODE.sub(r"<code>\1</code>", plain).replace("`", "&#96;")


def for_mermaid(text: str) -> str:
    """The text for a quoted label of Mermaid: every sign that could be markup there is written by its number. A
    backslash before an `n` would end the line however it is written, so nothing of no width stands between."""
    signs = _SIGN_BUT_IN_WORDS.sub(lambda found: f"#{ord(found[0])};", for_terminal(text))
    return signs.replace("#92;n", "#92;#8203;n")


def for_plantuml(text: str) -> str:
    """The text for a quoted label or a title of PlantUML, where whole lines can be markup, and functions are
    called: every sign is written by its number, and the text is never empty."""
    return _SIGN.sub(lambda found: f"<U+{ord(found[0]):04X}>", for_terminal(text)) or "<U+0020>"


def for_d2(text: str) -> str:
    """The text for a string of D2 in double quotes."""
    return _IN_D2.sub(r"\\\g<0>", for_terminal(text))


def for_structurizr(text: str) -> str:
    """The text for a string of the DSL of Structurizr, on one line. There only the quote can be escaped, so whatever
    else would end, continue or fill in the string, or steer a terminal, is replaced."""
    line = " ".join(text.replace("\\", "/").replace("${", "$ {").split())
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", line).replace('"', '\\"')


def for_yaml(text: str) -> str:
    """The text for a string of YAML in double quotes, written so that what reads the file before YAML finds no
    markup in it."""
    return _SIGN_BUT_IN_WORDS.sub(lambda found: f"\\x{ord(found[0]):02x}", for_terminal(text))
