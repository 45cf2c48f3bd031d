"""What the loader has to know of the formats of others: which one a file is in, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from archlint.diagnostics import Fault
from archlint.language.files import Files
from archlint.source import SourceFile

__all__ = ["Translated", "Translator"]


class Translated(NamedTuple):
    """What foreign files say, as texts in archlint's language, and what was wrong in them."""

    sources: Sequence[SourceFile]
    faults: Sequence[Fault]


class Translator(Protocol):
    """Reads the formats of others."""

    def names(self) -> Iterable[str]:
        """The names of the formats."""

    def form_of(self, path: Path, content: bytes) -> str | None:
        """The format that a file is in; None where it is in none, and then the file is taken for archlint's own."""

    def below(self, folder: Path, files: Files) -> Sequence[Path]:
        """The files in a directory, and below it, that may be in one of the formats."""

    def translated(self, form: str, inputs: Sequence[tuple[Path, bytes]], files: Files) -> Translated:
        """What the files of one format say together, with what they include."""
