"""A model that imports what others own: for the rules' silence about others."""

from __future__ import annotations

from pathlib import Path

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.linter import Subject, lint

__all__ = ["found_beside", "said_beside"]


def said_beside(code: str, own: str, theirs: str, directory: Path) -> list[str]:
    """The findings of one rule in a model beside an imported one, as `file:line: elements`.

    The imported file comes before the model's own in one run and after it in another; both must say the same.
    """
    before, after = (
        [_said(finding) for finding in found_beside(code, own, theirs, directory, name)] for name in ("aaa", "zzz")
    )
    assert before == after
    return before


def found_beside(code: str, own: str, theirs: str, directory: Path, name: str = "aaa") -> list[Finding]:
    """The findings of one rule in a model that imports a file of a name."""
    (directory / f"{name}.arch").write_text(theirs, encoding="utf-8")
    model = directory / "model.arch"
    model.write_text(f'import "{name}.arch"; {own}', encoding="utf-8")
    report = lint(Subject("model", (model,)), Settings(directory, select=(code,)))
    return [finding for finding in report.findings if finding.code == code]


def _said(finding: Finding) -> str:
    return f"{Path(finding.span.source.path).name}:{finding.span.begin.line}: {', '.join(finding.elements)}"
