"""Text in, findings out: what most tests need."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.linter import Subject, lint
from archlint.report import Report
from archlint.source import SourceFile

__all__ = ["findings", "of", "report", "said"]


def report(*texts: str, at: str | None = None, every_change: bool = False, **settings: Any) -> Report:
    """The report on texts that form one model; they are named `model.arch`, `model2.arch` and so on."""
    sources = [SourceFile(f"model{number or ''}.arch", text) for number, text in enumerate(texts, 0)]
    chosen = Settings(Path(__file__).parent / "no-such-directory", **settings)
    return lint(Subject("model", (), tuple(sources)), chosen, at, every_change)


def findings(*texts: str, **settings: Any) -> tuple[Finding, ...]:
    """The findings in texts that form one model."""
    return report(*texts, **settings).findings


def of(code: str, *texts: str, **settings: Any) -> list[Finding]:
    """The findings of one rule, which alone runs: with all it has to say of what is not stated in the
    profile given."""
    return [finding for finding in findings(*texts, select=(code,), **settings) if finding.code == code]


def said(code: str, *texts: str, **settings: Any) -> list[str]:
    """The findings of one rule as `line: elements`, the subject first."""
    return [f"{finding.span.begin.line}: {', '.join(finding.elements)}" for finding in of(code, *texts, **settings)]
