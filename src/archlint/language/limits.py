"""How much a model may be, unless the configuration says otherwise."""

from __future__ import annotations

__all__ = ["DEEPEST", "LARGEST", "MOST"]

DEEPEST = 32
"""How deep blocks may stand in each other."""

LARGEST = 16 * 1024 * 1024
"""How many bytes a file may have."""

MOST = 1_000_000
"""How many elements a model may have."""
