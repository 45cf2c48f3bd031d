"""What a rule says in a model whose last line imports another file."""

from __future__ import annotations

from pathlib import Path

from archlint.configuration import Settings
from archlint.linter import Subject, lint

__all__ = ["said_with_import"]


def said_with_import(directory: Path, code: str, own: str, imported: str) -> list[str]:
    """The findings of one rule in a text to which an import is added at the end, as `line: elements`."""
    (directory / "imported.arch").write_text(imported, encoding="utf-8")
    model = directory / "own.arch"
    model.write_text(f'{own}\nimport "imported.arch"\n', encoding="utf-8")
    found = lint(Subject("model", (model,)), Settings(directory, select=(code,))).findings
    return [f"{finding.span.begin.line}: {', '.join(finding.elements)}" for finding in found if finding.code == code]
