"""ArchiMate: the Open Exchange format, Archi's own file, and the folder that coArchi makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from archlint.interchange.archimate.recognition import recognises
from archlint.interchange.archimate.table import DEFAULTS, SILENT

if TYPE_CHECKING:
    from archlint.interchange.files import Project
    from archlint.interchange.foreign import Foreign

__all__ = ["DEFAULTS", "SILENT", "read", "recognises"]


def read(inputs: Sequence[tuple[Path, bytes]], project: Project) -> Foreign:
    """The model in files that belong together; ArchiMate includes nothing, so nothing is asked of the project."""
    from archlint.interchange.archimate.reading import read_all

    return read_all(inputs)
