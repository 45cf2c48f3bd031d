"""What is said of the mutants."""

from __future__ import annotations

from pathlib import Path

from cosmic_ray import work_item
from cosmic_ray.work_item import MutationSpec, WorkerOutcome, WorkItem, WorkResult

from tests.mutation.report import report

DIFF = "--- a\n+++ a\n@@ -1 +1 @@\n-one\n+two"
RESULTS = {
    "killed": WorkResult(WorkerOutcome.NORMAL, "", work_item.TestOutcome.KILLED),
    "broken": WorkResult(WorkerOutcome.EXCEPTION, "", work_item.TestOutcome.INCOMPETENT),
    "timed out": WorkResult(WorkerOutcome.ABNORMAL, "timeout", work_item.TestOutcome.KILLED),
    "typed": WorkResult(WorkerOutcome.NORMAL, "types", work_item.TestOutcome.KILLED),
    "survived": WorkResult(WorkerOutcome.NORMAL, "", work_item.TestOutcome.SURVIVED, DIFF),
    "no test": WorkResult(WorkerOutcome.NO_TEST, "", None, DIFF.replace("two", "three")),
}


def mutant(name: str) -> WorkItem:
    """A mutant of some file."""
    return WorkItem.single(name, MutationSpec(Path("a/b.py"), "Some", 0, (1, 0), (1, 1), definition_name="f"))


def test_counts_each_fate_and_shows_what_is_left() -> None:
    """The score is what was found of what was tried; what no test runs is not found."""
    text = report([mutant(name) for name in [*RESULTS, "new"]], RESULTS)
    assert "| a/b.py | 66.7 % | 2 | 1 | 1 | 1 | 1 | 1 |" in text
    assert text.count("```diff") == 2
    assert "survived: Some in f\n\n```diff\n@@ -1 +1 @@\n-one\n+two\n```" in text
    assert "without a test: Some in f" in text


def test_what_was_not_tried_has_no_score() -> None:
    """Nothing is claimed of it."""
    assert "| a/b.py |  | 0 | 0 | 0 | 0 | 0 | 1 |" in report([mutant("new")], {})
