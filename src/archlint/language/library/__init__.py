"""The library that comes with archlint: `import "std"`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from archlint.source import SourceFile

__all__ = ["LIBRARY", "standards", "std"]

LIBRARY = "std"
"""The name by which a model imports it."""


@cache
def std() -> SourceFile:
    """The library as a source file."""
    text = files("archlint.language.library").joinpath("std.arch").read_text(encoding="utf-8")
    return SourceFile("<std>", text)


@cache
def standards() -> frozenset[str]:
    """The names that the library declares."""
    return frozenset(re.findall(r"^standard ([\w-]+)", std().text, re.MULTILINE))
