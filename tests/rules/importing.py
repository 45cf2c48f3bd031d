"""Models in two files, of which one comes only by import."""

from __future__ import annotations

from pathlib import Path

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.linter import Subject, lint

__all__ = ["of_importing"]


def of_importing(code: str, folder: Path, imported: str, own: str) -> list[Finding]:
    """The findings of one rule in a model that imports another file."""
    (folder / "shared.arch").write_text(imported, encoding="utf-8")
    (folder / "own.arch").write_text(f'import "shared.arch"\n{own}', encoding="utf-8")
    settings = Settings(folder, select=(code,))
    return [one for one in lint(Subject("own", (folder / "own.arch",)), settings).findings if one.code == code]
