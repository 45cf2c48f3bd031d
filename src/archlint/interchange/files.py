"""The files that a foreign model may be made of: within the project, and no larger than the limit."""

from __future__ import annotations

from pathlib import Path

from archlint.diagnostics import Fault
from archlint.language.files import Files
from archlint.language.reader import decode, shown
from archlint.source import SourceFile, Span

__all__ = ["Project"]


class Project:
    """Reads what a foreign file includes; a path outside of the roots is refused."""

    def __init__(self, files: Files, roots: tuple[Path, ...] = ()) -> None:
        self._files = files
        self._roots = roots

    def content(self, path: Path, asked: Span) -> bytes | Fault:
        """The bytes of a file for which another asks, or the fault that says at that place why there are none."""
        if self._roots and not any(self._files.real(path).is_relative_to(root) for root in self._roots):
            help = "name its directory in `import-roots` of the configuration to allow it"
            return Fault("MOD007", asked, f"`{shown(path)}` leads out of the project", help)
        found = self._files.content(path)
        return Fault("MOD007", asked, found.message, found.help) if isinstance(found, Fault) else found

    def text(self, path: Path, asked: Span) -> SourceFile | Fault:
        """The text of a file for which another asks, or why there is none."""
        found = self.content(path, asked)
        return found if isinstance(found, Fault) else decode(shown(path), found)

    def below(self, folder: Path) -> list[Path]:
        """The files in a directory and below it, in order."""
        return self._files.everything(folder)
