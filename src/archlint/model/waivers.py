"""A waiver as it is written: which rule, until when, and why."""

from __future__ import annotations

from typing import NamedTuple

from archlint.model.time import NEVER
from archlint.source import Span

__all__ = ["Waiver"]


class Waiver(NamedTuple):
    """`allow CODE until TIME because REASON`, and the stretch of text in which it holds."""

    selector: str
    reason: str
    span: Span
    scope: tuple[Span, ...]
    until: int = NEVER
    imported: bool = False
