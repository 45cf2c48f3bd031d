"""Writes words, strings and blocks of the language, whatever the texts are that it is given."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

__all__ = ["Names", "address", "block", "fact", "head", "moment", "word"]

_FOLLOWED = re.compile(r"https?://\S+\Z", re.IGNORECASE)


def word(text: str) -> str:
    """Gives a text as one word."""
    found = re.sub(r"\W+", "-", text.casefold()).strip("-") or "unnamed"
    return found if found[0].isalpha() or found[0] == "_" else f"_{found}"


def quoted(text: str) -> str:
    """Gives a text as a string, with whatever cannot be seen spelled out."""
    return '"' + "".join(map(_written, text)) + '"'


def _written(one: str) -> str:
    if one in '"\\':
        return f"\\{one}"
    category = unicodedata.category(one)
    return f"\\u{{{ord(one):x}}}" if category[0] == "C" or category in ("Zl", "Zp") else one


class Names:
    """Gives each name once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def give(self, text: str) -> str:
        """Gives a name for a text, with a number at its end if another text has it already."""
        plain = name = word(text)
        number = 1
        while name in self._taken:
            number += 1
            name = f"{plain}-{number}"
        self._taken.add(name)
        return name

    def give_all(self, texts: Iterable[str]) -> dict[str, str]:
        """Gives a name for each text that says something, whatever the order they come in."""
        return {text: self.give(text) for text in sorted({*texts} - {""}, key=lambda text: (word(text), text))}


def head(kind: str, name: str, title: str) -> str:
    """Gives how an element begins, without its title if that is its name."""
    return f"{kind} {name}" if title in ("", name) else f"{kind} {name} {quoted(title)}"


def block(head: str, *statements: str) -> str:
    """Gives an element with those statements that say something."""
    said = [statement for statement in statements if statement]
    return "\n".join((f"{head} {{", *said, "}")) if said else head


def fact(keyword: str, text: str) -> str:
    """Gives a statement of a text, or nothing."""
    return f"{keyword} {quoted(text)}" if text else ""


def address(keyword: str, column: str, text: str) -> str:
    """Gives an address under its keyword, or under its column's name if nobody could follow it."""
    return fact(keyword if _FOLLOWED.match(text) else f"meta {column}", text)


def moment(keyword: str, column: str, text: str) -> str:
    """Gives a day under its keyword, or under its column's name whatever else stands in its place."""
    try:
        return f"{keyword} {date.fromisoformat(text).isoformat()}"
    except ValueError:
        return fact(f"meta {column}", text)
