"""The files that a foreign model may be made of: within the project, and no larger than the limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archlint.diagnostics import Fault
from archlint.language.reader import LARGEST, decode, is_folder, read, real, shown
from archlint.source import SourceFile, Span

__all__ = ["Files"]


@dataclass(frozen=True)
class Files:
    """Reads what a foreign file includes; a path outside of the roots is refused."""

    roots: tuple[Path, ...] = ()
    largest: int = LARGEST

    def text(self, path: Path, asked: Span) -> SourceFile | Fault:
        """The text of a file that another asks for, or the fault that says at that place why there is none."""
        if self.roots and not any(real(path).is_relative_to(root) for root in self.roots):
            help = "name its directory in `import-roots` of the configuration to allow it"
            return Fault("MOD007", asked, f"`{shown(path)}` leads out of the project", help)
        found = read(path, self.largest)
        if isinstance(found, Fault) and not found.span.source.text:
            return Fault("MOD007", asked, found.message, found.help)
        return found

    def below(self, folder: Path) -> Iterator[Path]:
        """The files in a directory and below it, in order; what is hidden is passed over."""
        if not is_folder(folder):
            return
        for path in sorted(folder.iterdir()):
            if path.name.startswith("."):
                continue
            if is_folder(path):
                if not path.is_symlink():
                    yield from self.below(path)
            else:
                yield path

    def decoded(self, path: Path, content: bytes) -> SourceFile | Fault:
        """The text of the bytes of a file, or the fault SYN003 that shows what is not UTF-8."""
        return decode(shown(path), content)
