"""A verdict from the cache is the verdict, in every format, and is given only while it is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import archlint.linter
from archlint.cache_folder import FOLDER
from archlint.diagnostics import Fault
from archlint.language.parser import parse
from archlint.language.tree import Tree
from archlint.source import SourceFile
from tests.cache.told import afresh, with_cache

MODELS = Path(__file__).parents[2] / "models"
FAULTY = """import "std"
import "nowhere.arch"
plateau now { at 2014 }
plateau later { at 2016 }
product a "Ä € 字" { uses b; allow dependency-cycle because "it is so" ; usess b }
product b { uses a until 2015; uses c }
product p { holds x
"""


@pytest.fixture
def unable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a run fail that works anything out."""

    def lint(*_: object) -> None:
        raise AssertionError("this was to come from the cache")

    monkeypatch.setattr(archlint.linter, "lint", lint)


@pytest.mark.parametrize("name", ["transport", "journey", "reference"])
def test_a_second_run_says_the_same_in_every_format(project: Path, name: str, request: pytest.FixtureRequest) -> None:
    """Nothing is worked out again, and nothing is said otherwise."""
    shutil.copytree(MODELS / name, project / name)
    expected = afresh(project)
    assert not (project / FOLDER).exists()
    assert with_cache(project) == expected
    request.getfixturevalue("unable")
    assert with_cache(project) == expected


def test_faults_waivers_fixes_and_what_the_library_says_come_back(
    project: Path, request: pytest.FixtureRequest
) -> None:
    """A model with everything that a finding can carry is no exception."""
    (project / "m.arch").write_text(FAULTY, encoding="utf-8")
    expected = afresh(project)
    assert all(f"[{code}]" in expected["concise"] for code in ("MOD007", "SYN002", "INT105", "WVR002"))
    assert with_cache(project) == expected
    request.getfixturevalue("unable")
    assert with_cache(project) == expected


def test_a_configuration_counts_as_much_as_a_file(project: Path) -> None:
    """Severities, options and lists of rules make another verdict."""
    (project / "m.arch").write_text("product a { uses b }\nproduct b { uses a }\n")
    for text in ("", 'ignore = ["INT105"]', '[severity]\nINT108 = "error"', "[rules.rule-of-three]\nminimum = 4"):
        (project / "archlint.toml").write_text(text)
        expected = afresh(project)
        assert [with_cache(project), with_cache(project)] == [expected, expected]


def _edit(project: Path) -> None:
    (project / "m.arch").write_text("product a\n")


def _add(project: Path) -> None:
    (project / "sub" / "n.arch").write_text("product new { uses other }\n")


def _import_appears(project: Path) -> None:
    (project.parent / "elsewhere.arch").write_text("product other\n")


def _import_changes(project: Path) -> None:
    (project.parent / "common.arch").write_text("platform pay\n")


def _remove(project: Path) -> None:
    (project / "sub" / "o.arch").unlink()


def _unreadable(project: Path) -> None:
    (project / "m.arch").write_bytes(b"product a\xff")


def _led_elsewhere(project: Path) -> None:
    (project / "sub" / "o.arch").unlink()
    (project / "sub" / "o.arch").symlink_to(project / "m.arch")


@pytest.mark.parametrize(
    "change",
    [_edit, _add, _import_appears, _import_changes, _remove, _unreadable, _led_elsewhere],
    ids=lambda change: change.__name__.strip("_"),
)
def test_a_change_is_seen(project: Path, change: Callable[[Path], None]) -> None:
    """Own files, those imported, those looked for in vain, folders and links: each makes a run work again."""
    (project / "archlint.toml").write_text('import-roots = [".."]\n')
    (project / "sub").mkdir()
    (project / "sub" / "o.arch").write_text("product o { uses pay }\n")
    (project.parent / "common.arch").write_text("platform pay { interface i }\n")
    text = 'import "../common.arch"\nimport "../elsewhere.arch"\nproduct a { uses pay; uses other }\n'
    (project / "m.arch").write_text(text)
    before = with_cache(project)
    change(project)
    expected = afresh(project)
    assert expected != before
    assert with_cache(project) == expected
    assert with_cache(project) == expected


def test_what_could_not_be_read_is_read_again(project: Path) -> None:
    """A verdict on half of a model is kept for nobody."""
    (project / "m.arch").write_bytes(b"\xff")
    (project / "n.arch").write_text("product n\n")
    with_cache(project)
    assert {path.name.partition("-")[0] for path in (project / FOLDER).glob("*.json")} == {"tree"}


def test_what_other_formats_say_is_read_again(project: Path) -> None:
    """A format may look for files that nobody else knows of, so that no verdict on it is kept."""
    (project / "m.dsl").write_text('workspace {\n model {\n  s = softwareSystem "S"\n }\n}\n')
    (project / "m.arch").write_text('import "m.dsl"\nproduct p { uses nobody }\n')
    expected = afresh(project)
    assert "nobody" in expected["concise"]
    assert with_cache(project) == expected
    assert {path.name.partition("-")[0] for path in (project / FOLDER).glob("*.json")} == {"tree"}
    assert with_cache(project) == expected


def test_only_the_file_that_changed_is_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many files the one that is another is parsed, whatever the time of the others."""
    parsed: list[str] = []

    def counted(source: SourceFile, deepest: int) -> tuple[Tree, list[Fault]]:
        parsed.append(source.path)
        return parse(source, deepest)

    monkeypatch.setattr("archlint.language.shapes.parse", counted)
    for number in range(20):
        (project / f"m{number}.arch").write_text(f"product p{number} {{ uses p{number + 1} }}\n")
    with_cache(project)
    assert len(parsed) == 20
    parsed.clear()
    for number in range(20):
        os.utime(project / f"m{number}.arch")
    (project / "m7.arch").write_text("product p7\n")
    expected = afresh(project)
    parsed.clear()
    assert with_cache(project) == expected
    assert parsed == ["m7.arch"]
