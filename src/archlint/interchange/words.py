"""Words and strings of the language, made of what others write."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

__all__ = ["Identifiers", "standard_in", "string", "word"]

_WORD = re.compile(r"[^\W\d][\w-]*\Z")
_NO_WORD = re.compile(r"[^\w]+")
_LONGEST = 80
_QUOTED = re.compile(r'["\\]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_PARTS = re.compile(r"[^\s/,;|+()\[\]]+")


def string(text: str) -> str:
    """A text in quotes, whatever stands in it."""
    if text.isprintable() and not _QUOTED.search(text):
        return f'"{text}"'
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return char if char.isprintable() or char in "\u00a0\u2009\u202f" else f"\\u{{{ord(char):X}}}"


def word(text: str) -> str:
    """A word of the language that looks most like a text; `unnamed` where nothing of it can stand in a word."""
    if _WORD.match(text) and text[0].isalpha() and len(text) <= _LONGEST:
        return text
    made = _NO_WORD.sub("-", text.casefold()).strip("-_")[:_LONGEST].rstrip("-_")
    if not made:
        return "unnamed"
    return made if made[0].isalpha() else f"n-{made}"


class Identifiers:
    """Gives identifiers, each once among the siblings of a group, and to nothing that stands in another the name of
    what stands at the top: a path then means the same wherever it is written."""

    def __init__(self) -> None:
        self._taken: dict[tuple[str, str], set[str]] = {}
        self._counted: dict[tuple[str, str, str], int] = {}

    def give(self, wish: str, block: str = "", group: str = "", own: bool = False) -> str:
        """The identifier for what wishes one, in the block of that path, with a number where it is taken. What is
        archlint's `own` was well named before."""
        base = word(wish)
        siblings, top = self._taken.setdefault((block, group), set()), self._taken.setdefault(("", group), set())
        count = self._counted.get((block, group, base)) or (1 if own else self._counted.get(("", group, base), 1))
        made = base if count == 1 else f"{base}-{count}"
        while made in siblings or (made in top and not own):
            count += 1
            made = f"{base}-{count}"
        self._counted[block, group, base] = count
        siblings.add(made)
        return made


def standard_in(technology: str) -> str | None:
    """The standard of the library that a technology names, a proprietary one before the others; None where it names
    none: a protocol that is not stated is unknown."""
    known = _standards()
    named = [known[part.casefold()] for part in _PARTS.findall(technology) if part.casefold() in known]
    return next((name for name, proprietary in named if proprietary), named[0][0] if named else None)


@cache
def _standards() -> dict[str, tuple[str, bool]]:
    from archlint.language.binder import bind
    from archlint.language.declarations import Unit
    from archlint.language.library import std
    from archlint.language.parser import parse

    tree, _ = parse(std())
    elements, _ = bind([Unit(tree)])
    return {name.casefold(): found for name, found in _named(elements)}


def _named(elements: Iterable[object]) -> Iterable[tuple[str, tuple[str, bool]]]:
    for element in elements:
        found = (element.path, "proprietary" in element.facts)  # type: ignore[attr-defined]  # standards are elements
        yield element.path, found  # type: ignore[attr-defined]
        yield element.title or element.path, found  # type: ignore[attr-defined]
