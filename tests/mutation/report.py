"""What became of the mutants: how many of each file and folder, and the lines of those that survive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkItem, WorkResult

__all__ = ["report"]

FOUND = ("killed", "timed out", "does not type")
COLUMNS = (*FOUND, "survived", "without a test", "not tried")
BY = {"timeout": "timed out", "types": "does not type"}


def report(mutants: list[WorkItem], results: Mapping[str, WorkResult]) -> str:
    """A table of files and folders, then what survives and what no test runs, in Markdown."""
    counts: dict[str, Counter[str]] = {}
    for mutant in mutants:
        path = mutant.mutations[0].module_path
        for name in (str(path), f"**{path.parent}**", "**all**"):
            counts.setdefault(name, Counter())[_fate(results.get(mutant.job_id))] += 1
    return "\n".join([*_table(counts), "", *_left(mutants, results)]) + "\n"


def _fate(result: WorkResult | None) -> str:
    if result is None:
        return "not tried"
    if result.worker_outcome is WorkerOutcome.NO_TEST:
        return "without a test"
    if result.test_outcome is TestOutcome.SURVIVED:
        return "survived"
    return BY.get(result.output or "", "killed")


def _table(counts: dict[str, Counter[str]]) -> Iterator[str]:
    yield f"| | score | {' | '.join(COLUMNS)} |"
    yield f"|---|{'---:|' * (len(COLUMNS) + 1)}"
    for name, count in sorted(counts.items(), key=lambda entry: (not entry[0].startswith("**"), entry[0])):
        found = sum(count[column] for column in FOUND)
        tried = found + count["survived"] + count["without a test"]
        score = f"{100 * found / tried:.1f} %" if tried else ""
        yield f"| {name} | {score} | {' | '.join(str(count[column]) for column in COLUMNS)} |"


def _left(mutants: list[WorkItem], results: Mapping[str, WorkResult]) -> Iterator[str]:
    spoken = sorted(mutants, key=lambda mutant: (mutant.mutations[0].module_path, mutant.mutations[0].start_pos))
    last: Path | None = None
    for mutant in spoken:
        result = results.get(mutant.job_id)
        if _fate(result) not in ("survived", "without a test") or result is None:
            continue
        spec = mutant.mutations[0]
        if spec.module_path != last:
            last = spec.module_path
            yield f"\n## {last}\n"
        yield f"{_fate(result)}: {spec.operator_name} in {spec.definition_name}\n\n```diff"
        yield "\n".join((result.diff or "").splitlines()[2:])
        yield "```\n"
