"""The files that a foreign model may be made of: within the project, and no larger than the limit."""

from __future__ import annotations

from pathlib import Path

from archlint.diagnostics import Fault
from archlint.language.files import Files
from archlint.language.reader import decode, real, shown
from archlint.source import SourceFile, Span

__all__ = ["Project"]


class Project:
    """Reads what a foreign file includes; a path outside of the roots is refused."""

    def __init__(self, files: Files, roots: tuple[Path, ...] = ()) -> None:
        self._files = files
        self._roots = tuple(map(real, roots))

    def content(self, path: Path, asked: Span) -> bytes | Fault:
        """The bytes of a file for which another asks, or the fault that says at that place why there are none."""
        outside = self.outside(path, asked)
        if outside is not None:
            return outside
        found = self._files.content(path)
        return Fault("MOD007", asked, found.message, found.help) if isinstance(found, Fault) else found

    def text(self, path: Path, asked: Span) -> SourceFile | Fault:
        """The text of a file for which another asks, or why there is none."""
        found = self.content(path, asked)
        return found if isinstance(found, Fault) else decode(shown(path), found)

    def outside(self, path: Path, asked: Span) -> Fault | None:
        """The fault that refuses a path out of the roots; None where it may be read."""
        if not self._roots or any(self._files.real(path).is_relative_to(root) for root in self._roots):
            return None
        help = "name its directory in `import-roots` of the configuration to allow it"
        return Fault("MOD007", asked, f"`{shown(path)}` leads out of the project", help)

    def is_folder(self, path: Path) -> bool:
        """Whether there is a directory."""
        return self._files.is_folder(path)

    def below(self, folder: Path) -> list[Path]:
        """The files in a directory and below it, in order."""
        return self._files.everything(folder)
