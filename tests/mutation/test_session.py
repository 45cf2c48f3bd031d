"""What a run keeps of earlier ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from cosmic_ray import work_item
from cosmic_ray.work_db import use_db
from cosmic_ray.work_item import WorkerOutcome, WorkResult

from tests.mutation.__main__ import _keep, _settled
from tests.mutation.mutants import mutants_of

KILLED = WorkResult(WorkerOutcome.NORMAL, "", work_item.TestOutcome.KILLED)
SURVIVED = WorkResult(WorkerOutcome.NORMAL, "these", work_item.TestOutcome.SURVIVED)
NO_TEST = WorkResult(WorkerOutcome.NO_TEST, "these")


@pytest.mark.parametrize(
    ("result", "tests", "settled"),
    [
        (None, "these", False),
        (KILLED, "others", True),
        (SURVIVED, "these", True),
        (SURVIVED, "others", False),
        (NO_TEST, "these", True),
        (NO_TEST, "others", False),
        (None, None, False),
        (SURVIVED, None, True),
    ],
)
def test_who_survived_is_tried_again_when_tests_have_changed(
    result: WorkResult | None, tests: str | None, settled: bool
) -> None:
    """Who was killed is not, nor anybody where only what is new is asked for."""
    assert _settled(result, tests) is settled


def test_results_last_until_their_file_changes(tmp_path: Path) -> None:
    """What is known of other files is kept, whichever files are asked for."""
    one, other = tmp_path / "one.py", tmp_path / "other.py"
    one.write_text("a = 1")
    other.write_text("a = 1")
    with use_db(str(tmp_path / "session")) as session:
        for path in (one, other):
            mutants = mutants_of(path)
            _keep(session, mutants, [path])
            for mutant in mutants:
                session.set_result(mutant.job_id, KILLED)
        assert session.num_results == 4
        one.write_text("a = 2")
        _keep(session, mutants_of(one), [one])
        assert {name for name, _ in session.results} == {mutant.job_id for mutant in mutants_of(other)}
        assert session.num_work_items == 4
