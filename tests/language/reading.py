"""What reading a text finds, and nothing of what the other rules think of the model."""

from __future__ import annotations

from archlint.diagnostics import Finding
from tests.linting import findings

__all__ = ["codes", "lines", "reading"]

SELECTED = ("SYN", *(f"MOD00{number}" for number in (1, 2, 3, 4, 5, 7)))


def reading(*texts: str) -> list[Finding]:
    """The findings of the rules about text and names."""
    return list(findings(*texts, select=SELECTED))


def codes(*texts: str) -> list[str]:
    """Their codes, in the order of their places."""
    return [found.code for found in reading(*texts)]


def lines(*texts: str) -> list[int]:
    """Their lines."""
    return [found.span.begin.line for found in reading(*texts)]
