"""Models of others: each is read or refused with a reason, and none takes long."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import lint
from archlint.report import Report
from archlint.subject import Subject

CORPUS = Path(os.environ.get("ARCHLINT_SHARED", "../shared")) / "corpora" / "archimate"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file()) if CORPUS.is_dir() else []

pytestmark = pytest.mark.skipif(not FILES, reason="the corpora are not here")

REFUSED = {
    "compatibility_test1.archimate": ["MOD001", "MOD001"],
    "compatibility_test2.archimate": ["SYN003"],
    "compatibility_test3.archimate": ["MOD001", "MOD001", "MOD001"],
}
"""What Archi itself cannot open, or only by leaving something out."""


def linted(*paths: Path) -> Report:
    """The report on files that form one model."""
    return lint(Subject("model", paths, ()), Settings(Path("no-such-directory")))


def codes(report: Report) -> Iterator[str]:
    """The codes of what is wrong with a text and its names."""
    return (finding.code for finding in report.findings if finding.code.startswith(("SYN", "MOD")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: "-".join(path.parts[-2:]))
def test_each_file_is_read_or_refused(path: Path) -> None:
    """A report has no fault but where the file has one, points into the file, and comes at once."""
    begun = time.process_time()
    report = linted(path)
    assert time.process_time() - begun < 10
    assert list(codes(report)) == REFUSED.get(path.name, [])
    text = path.read_bytes().decode("utf-8", errors="replace")
    for finding in report.findings:
        assert finding.span.begin.line <= text.count("\n") + 1


def test_all_of_them_are_one_model() -> None:
    """A directory of models is one model, in which what several hold is told once."""
    names = {"Archisurance.archimate", "archisurance.archimate"}
    report = linted(*[path for path in FILES if path.name in names])
    one = linted(next(path for path in FILES if path.name == "archisurance.archimate"))
    assert len(report.model.own) - len(one.model.own) <= 2
