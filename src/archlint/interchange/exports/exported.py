"""What an exporter gives."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Exported"]


@dataclass
class Exported:
    """The files of an export by their names (empty for the only one), and what the format has no place for, counted."""

    files: dict[str, str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
