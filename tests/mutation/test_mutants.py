"""Which mutants a file has."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.mutants import difference, mutants_of

JUDGED = [
    "def f():\n    return a",
    "class C:\n    number: int = 1",
]
PASSED = [
    "@cached(size=1)\ndef f(a: Literal[1]) -> int | None: ...",
    "a: Literal[1]",
    "a = f'{b or c}'",
    "a(help=b or c)",
    "if TYPE_CHECKING:\n    a(1)",
    '"1 or 2"  # 3',
]


@pytest.mark.parametrize("code", JUDGED)
def test_mutants_are_made_of_what_is_decided(code: str, tmp_path: Path) -> None:
    """Functions are changed, and the constants of classes."""
    (tmp_path / "code.py").write_text(code)
    assert mutants_of(tmp_path / "code.py")


@pytest.mark.parametrize("code", PASSED)
def test_no_mutants_are_made_of_words_types_and_decorators(code: str, tmp_path: Path) -> None:
    """What is said to people and to the type checker changes no finding."""
    (tmp_path / "code.py").write_text(code)
    assert mutants_of(tmp_path / "code.py") == []


def test_a_mutant_knows_its_function(tmp_path: Path) -> None:
    """By the name of the outermost function, within its classes."""
    (tmp_path / "code.py").write_text("a = 1\nclass C:\n    def f(self):\n        return lambda: 2")
    names = {mutant.mutations[0].definition_name for mutant in mutants_of(tmp_path / "code.py")}
    assert names == {None, "C.f"}


def test_a_mutant_shows_the_lines_that_it_changes(tmp_path: Path) -> None:
    """The rest of the file is left out."""
    (tmp_path / "code.py").write_text("a = b\nc = d\ne = f in g\n")
    (mutant,) = mutants_of(tmp_path / "code.py")
    assert difference(mutant.mutations[0]).splitlines()[2:] == [
        "@@ -2,2 +2,2 @@",
        " c = d",
        "-e = f in g",
        "+e = f not in g",
    ]


def test_the_same_file_gives_the_same_mutants(tmp_path: Path) -> None:
    """By their identifiers what was tried is known again, and a file that has changed is tried anew."""
    (tmp_path / "code.py").write_text("a = 1")
    first = mutants_of(tmp_path / "code.py")
    assert mutants_of(tmp_path / "code.py") == first
    (tmp_path / "code.py").write_text("a = 2")
    assert not {mutant.job_id for mutant in mutants_of(tmp_path / "code.py")} & {mutant.job_id for mutant in first}
