"""LikeC4: models in `.c4` and `.likec4` files, several of which make one project."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.roles import Selector

__all__ = ["DEFAULTS", "SILENT", "read", "recognises"]

DEFAULTS = (Selector("user", kind="actor"), Selector("user", kind="person"), Selector("user", kind="user"))
"""Kinds are words of whoever wrote the model: only those that mean nothing but people are more than systems here."""

SILENT = frozenset({"INT108", "MOD008"})
"""LikeC4 has no interfaces to name, and people and parts that nothing points at are there to be drawn."""

_BLOCK = re.compile(
    rb"(?m)^[ \t]*(specification|model|views|deployment|global|likec4lib)\s*([\"'][^\n\"']*[\"']\s*)?\{"
)
_OWN = re.compile(
    rb"(?m)^[ \t]*(specification|global|likec4lib)\s*\{|^[ \t]*(dynamic\s+|deployment\s+)?view\s+(of\s+)?[\w.-]+"
    rb"(\s+(of|extends)\s+[\w.-]+)?\s*\{|-\[[\w-]*\]->|^[ \t]*(element|relationship)\s+[\w-]+\s*(\{|$)"
    rb"|^[ \t]*extend\s+[\w.]+"
)
_OTHERS = re.compile(rb"(?mi)^[ \t]*(workspace\b|!\w+)")


def recognises(name: str, content: bytes) -> bool:
    """Whether a file is LikeC4: a block that it knows, and what only it writes, or its suffix where that is open."""
    text = content[:200_000]
    if not _BLOCK.search(text) or _OTHERS.search(text):
        return False
    return bool(_OWN.search(text)) or name.endswith((".c4", ".likec4"))


def read(inputs: Sequence[tuple[Path, bytes]], project: Project) -> Foreign:
    """The model of one or more projects: files below the same configuration of LikeC4 belong together."""
    from archlint.interchange.likec4.reading import read_projects

    return read_projects(inputs, project)
