"""What is linted as one model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archlint.source import SourceFile

__all__ = ["Subject"]


@dataclass(frozen=True)
class Subject:
    """Its name, its files and directories, and texts that are no files.

    `edited` are texts that stand in place of what is in a file, by where that really is.
    """

    name: str
    paths: tuple[Path, ...]
    texts: tuple[SourceFile, ...] = ()
    edited: Mapping[Path, SourceFile] = field(default_factory=dict)
