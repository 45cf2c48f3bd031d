"""Pieces of sentences for messages: lists of words, kinds and parameters as people say them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from archlint.model.statements import Choice, ListOf, Parameter, Reference, grouped

__all__ = ["alternatives", "brief", "described", "in_words", "quoted"]

_COUNTED = {"data": "data entity"}
_IN_WORDS = {
    "STRING": 'a text in quotes: "…"',
    "WORD": "a word",
    "NUMBER": "a number",
    "AMOUNT": "an amount such as `12.5m GBP`",
    "DATE": "a date",
    "TIME": "a date or a plateau",
    "DURATION": "a duration such as `24 months`",
}


def alternatives(words: Iterable[str]) -> str:
    """`a, b or c`."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def quoted(words: Iterable[str]) -> list[str]:
    """The words in backticks."""
    return [f"`{word}`" for word in words]


def brief(word: str, most: int = 40) -> str:
    """A word from a text, cut where it is long."""
    return word if len(word) <= most else f"{word[:most]}…"


def described(kinds: tuple[str, ...]) -> str:
    """Kinds in words: `a product, a platform or a system`; `an element` where any will do."""
    return alternatives(_with_article(kind) for kind in grouped(kinds) or ("element",))


def _with_article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {_COUNTED.get(kind, kind)}"


def in_words(parameter: Parameter[Any]) -> str:
    """What a parameter takes."""
    if isinstance(parameter, ListOf):
        return in_words(parameter.item)
    if isinstance(parameter, Choice):
        return alternatives(quoted(parameter.words))
    if isinstance(parameter, Reference):
        return f"the name of {described(parameter.kinds)}"
    return _IN_WORDS.get(parameter.signature, f"`{parameter.signature}`")
