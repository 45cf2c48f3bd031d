"""What is said of a text that is no statement, in words for people who have not read the language reference."""

from __future__ import annotations

import re
import unicodedata

from archlint.language.flaws import Flaw

__all__ = ["complaint", "endless"]

_COMMENT = re.compile(r"//|/\*|--|<!--|%%")
_QUOTES = "'`‘’“”„«»‹›"
_BEFORE_WORD = 'expected a name, a `"text in quotes"`, a number, a date, `,`, `{` or the end of the statement'
_AFTER_WORD = "expected a space, `,`, `;`, `{`, `}` or the end of the line after the word before it"
_KEYWORD = "a statement begins with a keyword: a letter or `_`, then letters, digits, `_` or `-`"


def complaint(text: str, wrong: int) -> tuple[str, str]:
    """What is wrong at a place in a text, and what to do: the message and the help of a fault."""
    character = text[wrong : wrong + 1]
    if not character and text.rstrip().endswith(","):
        return (
            "after this `,` comes nothing that can be read",
            "a `,` takes the next line into its statement; end the list without one",
        )
    return f"{_named(character)} cannot stand here", _advice(text, wrong, character)


def endless(text: str, flaw: Flaw) -> tuple[str, str]:
    """What is said of a string whose other quote is missing: the message and the help of a fault."""
    if flaw.unopened:
        return "this string has no beginning", 'a `"` is missing before its first word'
    quote = '"""' if text.startswith('"""', flaw.place) else '"'
    escaped = '\\"' in text[flaw.place :].partition("\n")[0]
    help = "in a string `\\" + '"` is a quote, not its end; write `\\\\` for a backslash' if escaped else ""
    return f"this string has no end: `{quote}` is missing", help


def _advice(text: str, wrong: int, character: str) -> str:
    if wrong == 0 and _COMMENT.match(text):
        return "a comment begins with `#`"
    if character and character in _QUOTES:
        return 'a text stands in straight double quotes: "…"'
    if text.startswith(("->", "=>"), wrong):
        return "an arrow is written as a statement in the block of the element that it starts from: `uses NAME`"
    if character and character in "=:":
        return f"leave the `{character}` out: what a keyword takes follows it after a space"
    if character and character in "£$€":
        return "an amount is a number and a currency code: `12.5m GBP`"
    if character and character in "()[]<>":
        return 'blocks stand in `{` and `}`, texts in double quotes "…"; other brackets have no use here'
    if wrong == 0:
        return _KEYWORD
    if character in ("/", "-") and text[wrong - 1].isdigit():
        return "a date is written 2014, 2014-10 or 2014-10-01"
    return _AFTER_WORD if text[wrong - 1].isalnum() else _BEFORE_WORD


def _named(character: str) -> str:
    if not character:
        return "the end of the line"
    if character.isprintable() and not character.isspace():
        return f"`{character}`"
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"
