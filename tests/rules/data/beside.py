"""A model that imports what others own: for the rules' silence about others."""

from __future__ import annotations

from pathlib import Path

from archlint.configuration import Settings
from archlint.linter import Subject, lint

__all__ = ["said_beside"]


def said_beside(code: str, own: str, theirs: str, directory: Path) -> list[str]:
    """The findings of one rule in a model beside an imported one, as `file:line: elements`.

    The imported file comes before the model's own in one run and after it in another; both must say the same.
    """
    before, after = (_said(code, own, theirs, directory, name) for name in ("aaa", "zzz"))
    assert before == after
    return before


def _said(code: str, own: str, theirs: str, directory: Path, name: str) -> list[str]:
    (directory / f"{name}.arch").write_text(theirs, encoding="utf-8")
    model = directory / "model.arch"
    model.write_text(f'import "{name}.arch"; {own}', encoding="utf-8")
    report = lint(Subject("model", (model,)), Settings(directory, select=(code,)))
    found = [finding for finding in report.findings if finding.code == code]
    places = [f"{Path(finding.span.source.path).name}:{finding.span.begin.line}" for finding in found]
    return [f"{place}: {', '.join(finding.elements)}" for place, finding in zip(places, found, strict=True)]
