"""`python -m tests.mutation [PATH …]`: tries mutants of the rules and the graph, and reports which survive."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import pytest
from cosmic_ray.work_db import WorkDB, use_db
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkItem, WorkResult

from tests.mutation.mutants import files, mutants_of
from tests.mutation.reach import digest_of
from tests.mutation.report import report
from tests.mutation.trials import Trials
from tests.mutation.typed import refused

SOURCES = Path("src/archlint")
PATHS = [SOURCES / "graph", SOURCES / "rules"]
TESTS = [f"tests/{name}" for name in ("graph", "rules", "fixes", "configuration", "reporters", "acceptance")]
LEFT_OUT = ["tests/acceptance/test_bad_input.py", "tests/fixes/test_laws.py"]
"""Tests that start archlint as a program of its own, in which there is no mutant, and those that take very long."""


def main() -> int:
    """Tries what is left to try, says what became of all, and gives 0 if nothing is left over."""
    asked = _arguments().parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    mutants = [mutant for path in files(asked.paths) for mutant in mutants_of(path)]
    tests = digest_of(Path("tests"))
    with use_db(str(asked.folder / "session.sqlite")) as session:
        _keep(session, mutants, files(asked.paths))
        if not asked.report:
            _try(session, mutants, tests, asked)
        results = dict(session.results)
    text = report(mutants, results)
    (asked.folder / "report.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=PATHS, help="files and folders to make mutants of")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="how many mutants at a time")
    parser.add_argument("--new", action="store_true", help="do not try again what survived other tests than these")
    parser.add_argument("--report", action="store_true", help="try none, and say what is known")
    parser.add_argument("--folder", type=Path, default=Path("build/mutation"), help="where results are kept")
    return parser


def _keep(session: WorkDB, mutants: list[WorkItem], paths: list[Path]) -> None:
    """Makes the session hold these mutants of these files, and what it holds of others."""
    known = {mutant.job_id: mutant for mutant in session.work_items}
    if known.keys() >= {mutant.job_id for mutant in mutants}:
        return
    others = [mutant for mutant in known.values() if mutant.mutations[0].module_path not in paths]
    wanted = {mutant.job_id: mutant for mutant in [*others, *mutants]}
    results = {name: result for name, result in session.results if name in wanted}
    session.clear()
    session.add_work_items(wanted.values())
    for name, result in results.items():
        session.set_result(name, result)


def _try(session: WorkDB, mutants: list[WorkItem], tests: str, asked: argparse.Namespace) -> None:
    results = dict(session.results)
    left = [mutant for mutant in mutants if not _settled(results.get(mutant.job_id), None if asked.new else tests)]
    reach = asked.folder / f"reach-{tests}-{digest_of(SOURCES)}.json"
    for old in set(asked.folder.glob("reach-*.json")) - {reach}:
        old.unlink()
    voice = os.fdopen(os.dup(sys.stderr.fileno()), "w", buffering=1)
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        trials = Trials(
            left,
            asked.workers,
            SOURCES,
            Path(scratch),
            reach,
            lambda name, result: session.set_result(name, _dated(result, tests)),
            lambda text: print(text, file=voice),
        )
        if left:
            pytest.main(["-qq", "--no-summary", *TESTS, *(f"--ignore={path}" for path in LEFT_OUT)], plugins=[trials])
            try:
                _ask_mypy(session, left, Path(scratch))
            except RuntimeError as objection:
                print(f"mypy objects to the code as it is, and was not asked of mutants: {objection}", file=voice)


def _ask_mypy(session: WorkDB, tried: list[WorkItem], scratch: Path) -> None:
    """Kills those of the survivors that do not type."""
    results = dict(session.results)
    survivors = [mutant for mutant in tried if _survives(results.get(mutant.job_id))]
    for name in refused(survivors, SOURCES, scratch):
        session.set_result(name, WorkResult(WorkerOutcome.NORMAL, "types", TestOutcome.KILLED))


def _survives(result: WorkResult | None) -> bool:
    return result is not None and result.test_outcome is TestOutcome.SURVIVED


def _settled(result: WorkResult | None, tests: str | None) -> bool:
    """Whether a mutant need not be tried (again): who survived may yet fall to a test that has changed since."""
    if result is None or tests is None:
        return result is not None
    return (result.test_outcome not in (None, TestOutcome.SURVIVED)) or result.output == tests


def _dated(result: WorkResult, tests: str) -> WorkResult:
    left = result.test_outcome is TestOutcome.SURVIVED or result.worker_outcome is WorkerOutcome.NO_TEST
    return WorkResult(result.worker_outcome, tests if left else result.output, result.test_outcome, result.diff)


if __name__ == "__main__":
    sys.exit(main())
