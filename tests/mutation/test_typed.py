"""Which mutants do not type."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.mutants import mutants_of
from tests.mutation.typed import refused

CODE = """def f(text: str | None) -> int:
    if text is not None and len(text) > 3:
        return 1
    return 2
"""


def test_a_guard_against_none_cannot_be_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other changes type as well as before, though their condition always holds."""
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text('[tool.mypy]\nstrict = true\nenable_error_code = ["redundant-expr"]\n')
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "module.py").write_text(CODE)
    (tmp_path / "scratch").mkdir()
    mutants = {
        mutant.job_id: mutant.mutations[0].operator_name
        for mutant in mutants_of(Path("code/module.py"))
        if mutant.mutations[0].operator_name not in ("NumberReplacer", "ReplaceReturn")
    }
    every = [mutant for mutant in mutants_of(Path("code/module.py")) if mutant.job_id in mutants]
    found = [mutants[name] for name in refused(every, Path("code"), tmp_path / "scratch")]
    assert sorted(found) == ["DropOperand", "ReplaceComparisonOperator_IsNot_Is"]
