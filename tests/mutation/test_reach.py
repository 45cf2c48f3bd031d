"""Which tests a mutant is tried on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.reach import LONG, Reach, watched

RULE, HELPER, GRAPH = (
    Path("src/archlint/rules/legacy/unused_legacy.py"),
    Path("src/archlint/rules/legacy/ways_out.py"),
    Path("src/archlint/graph/paths.py"),
)
TESTS = {
    "tests/acceptance/test_a.py::a": 0.2,
    "tests/acceptance/test_a.py::long": LONG,
    "tests/graph/test_paths.py::long": LONG,
    "tests/rules/data/test_b.py::b": 0.1,
    "tests/rules/legacy/test_c.py::c": 0.3,
    "tests/rules/legacy/test_unused_legacy.py::d": 0.9,
    "tests/rules/test_examples.py::e[other]": 0.1,
    "tests/rules/test_examples.py::e[unused-legacy]": 0.4,
}
REACH = Reach(TESTS, {test: [f"{path}::f" for path in (RULE, HELPER, GRAPH)] for test in TESTS})


def numbers(path: Path, name: str | None = "f") -> str:
    """The letters of the tests in their order."""
    return " ".join(test.split("::")[1] for test in REACH.tests_of(path, name))


def test_a_rule_is_tried_on_its_own_tests_first() -> None:
    """Then on those of its family, then on what is run for each rule and on whole models."""
    assert numbers(RULE) == "d c a e[unused-legacy]"
    assert numbers(RULE, None) == "d c a e[unused-legacy]"


def test_what_several_rules_use_is_tried_on_all_of_their_family() -> None:
    """A module with no tests of its own."""
    assert numbers(HELPER) == "c d e[other] a e[unused-legacy]"


def test_the_graph_is_tried_on_every_rule() -> None:
    """Long tests are its own only."""
    assert numbers(GRAPH) == "long b e[other] a c e[unused-legacy] d"


def test_who_does_not_run_a_function_is_no_test_of_it() -> None:
    """Neither of one of another name nor of one of another file."""
    assert numbers(GRAPH, "g") == ""
    assert numbers(Path("src/archlint/graph/other.py"), None) == ""


def test_what_runs_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A function of the folder that a test runs is noted by its whole name, a test that runs none with nothing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "code.py").write_text("class C:\n def f(self): return [n for n in (lambda: (1,))()]\ndef g(): ...")
    names: dict[str, type] = {}
    exec(compile((tmp_path / "code.py").read_text(), str(tmp_path / "code.py"), "exec"), names)
    reach = watched([("one", lambda: names["C"]().f()), ("none", lambda: None)], tmp_path)
    assert reach.functions == {"one": ["code.py::C.f"], "none": []}
    reach.write(tmp_path / "kept.json")
    assert Reach.read(tmp_path / "kept.json") == reach
