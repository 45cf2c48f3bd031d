"""The names that a misspelt one may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from archlint.language.phrases import alternatives, quoted

__all__ = ["did_you_mean", "nearest"]

_MOST_CANDIDATES = 5000


def nearest(word: str, candidates: Iterable[str], most: int = 3) -> list[str]:
    """The candidates most like the word, best first.

    Of very many only those that begin like it are looked at.
    """
    from difflib import get_close_matches

    distinct = sorted({candidate for candidate in candidates if abs(len(candidate) - len(word)) <= 4})
    if len(distinct) > _MOST_CANDIDATES:
        distinct = [candidate for candidate in distinct if candidate[:2] == word[:2]][:_MOST_CANDIDATES]
    return get_close_matches(word, distinct, most, 0.7)


def did_you_mean(names: list[str]) -> str:
    """A question that offers the names, or nothing."""
    if not names:
        return ""
    return f"did you mean {alternatives(quoted(names))}?"
