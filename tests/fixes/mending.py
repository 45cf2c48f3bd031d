"""Text in, text out: what most tests of fixes need."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archlint.configuration import Settings
from archlint.fixes import Judged, Outcome, Wanted, mend
from archlint.linter import Subject, lint
from archlint.source import SourceFile

__all__ = ["fixed", "outcome", "sources"]


def sources(*texts: str) -> dict[str, SourceFile]:
    """Texts as files that form one model: `model.arch`, `model1.arch` and so on."""
    names = [f"model{number or ''}.arch" for number in range(len(texts))]
    return {name: SourceFile(name, text) for name, text in zip(names, texts, strict=True)}


def outcome(*texts: str, unsafe: bool = True, imports: bool = True, **settings: Any) -> Outcome:
    """What comes of fixing texts that form one model."""
    files = sources(*texts)
    chosen = Settings(Path(__file__).parent / "no-such-directory", **settings)

    def judge(changed: Mapping[str, SourceFile]) -> Judged:
        report = lint(Subject("model", (), tuple({**files, **changed}.values())), chosen)
        return Judged(report, report)

    return mend(judge, Wanted(unsafe, imports))


def fixed(text: str, *others: str, **wanted: Any) -> str:
    """The first of the texts when all fixes are applied, in which all others stay as they are."""
    found = outcome(text, *others, **wanted)
    assert set(found.after) <= {"model.arch"}
    return found.after["model.arch"].text if found.after else text
