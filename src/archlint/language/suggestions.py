"""The names that a misspelt one may have meant."""

from __future__ import annotations

from collections.abc import Iterable

from archlint.language.phrases import alternatives, quoted

__all__ = ["did_you_mean", "nearest", "slip"]

_MOST_CANDIDATES = 5000
_MOST_CLOSE = 10
_SHORT = 6
"""A word of fewer letters may be one slip of the pen away from what was meant, a longer one two."""


def nearest(word: str, candidates: Iterable[str], most: int = 3) -> list[str]:
    """The candidates most like the word, best first; where some are only a slip of the pen away, no others.

    Of very many only those that begin like it are looked at.
    """
    from difflib import get_close_matches

    distinct = sorted({candidate for candidate in candidates if abs(len(candidate) - len(word)) <= 4})
    if len(distinct) > _MOST_CANDIDATES:
        distinct = [candidate for candidate in distinct if candidate[:2] == word[:2]][:_MOST_CANDIDATES]
    close = get_close_matches(word, distinct, max(most, _MOST_CLOSE), 0.7)
    return ([candidate for candidate in close if _near(word, candidate)] or close)[:most]


def slip(word: str, near: list[str]) -> str | None:
    """What a misspelt word is to be: the only near candidate, if that is a slip of the pen away; else None."""
    return near[0] if len(near) == 1 and _near(word, near[0]) else None


def _near(word: str, other: str) -> bool:
    """Whether two words differ by a letter or two that are missing, surplus, wrong or swapped.

    Numbers are no letters: `registers-2` is no misspelling of `registers-1`. A short word begins like what was
    meant: `host` is no misspelling of `cost`.
    """
    short = len(word) < _SHORT
    if _digits(word) != _digits(other) or (short and word[:1].casefold() != other[:1].casefold()):
        return False
    return _distance(word, other) <= (1 if short else 2)


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))


def _distance(one: str, other: str) -> int:
    """How many letters have to be put in, taken out, changed or swapped with their neighbour."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        costs = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, costs[-1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and (letter, one[row - 2]) == (other[column - 2], against):
                cost = min(cost, before[column - 2] + 1)
            costs.append(cost)
        before, last = last, costs
    return last[-1]


def did_you_mean(names: list[str]) -> str:
    """A question that offers the names, or nothing."""
    if not names:
        return ""
    return f"did you mean {alternatives(quoted(names))}?"
