"""Imports: what they take in, once, and what they refuse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, lint, read_model
from archlint.report import Report

SELECTED = ("SYN", "MOD001", "MOD002", "MOD003", "MOD004", "MOD005", "MOD007")


def write(root: Path, **texts: str) -> None:
    """Files by name, `__` standing for the slash of a directory."""
    for name, text in texts.items():
        path = root / f"{name.replace('__', '/')}.arch"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def report(root: Path, *given: str, roots: tuple[Path, ...] = ()) -> Report:
    """The report on files of a project."""
    settings = Settings(root, select=SELECTED, import_roots=roots)
    return lint(Subject("model", tuple(root / name for name in given)), settings)


def found(root: Path, *given: str, roots: tuple[Path, ...] = ()) -> list[str]:
    """The findings as code and line."""
    return [f"{item.code} {item.span.begin.line}" for item in report(root, *given, roots=roots).findings]


def test_a_file_and_a_directory(tmp_path: Path) -> None:
    """A relative path takes in a file, or all files below a directory; what they declare is imported."""
    write(
        tmp_path,
        a='import "b.arch"\nimport "more"\nproduct a { uses b; uses c; uses d }',
        b="product b",
        more__c="product c",
        more__deep__d="product d",
    )
    assert found(tmp_path, "a.arch") == []
    read = read_model(Subject("model", (tmp_path / "a.arch",)), Settings(tmp_path))
    assert {element.path: element.imported for element in read.model.elements} == {
        "a": False,
        "b": True,
        "c": True,
        "d": True,
    }
    assert [Path(path).name for path in read.model.files] == ["a.arch"]


def test_paths_are_relative_to_the_importing_file(tmp_path: Path) -> None:
    """Each import starts from the directory of its own file."""
    write(tmp_path, a='import "sub/b.arch"\nproduct a { uses c }', sub__b='import "../c.arch"', c="product c")
    assert found(tmp_path, "a.arch") == []


def test_a_file_is_taken_once(tmp_path: Path) -> None:
    """However often and however it is named."""
    text = 'import "b.arch"\nimport "./b.arch"\nimport "sub/../b.arch"\nimport "b.arch"\nproduct a { uses b }'
    write(tmp_path, a=text, b="product b", sub__c="")
    assert found(tmp_path, "a.arch") == []


def test_cycles_are_harmless(tmp_path: Path) -> None:
    """Files that import each other, and one that imports itself."""
    write(
        tmp_path, a='import "b.arch"\nimport "a.arch"\nproduct a { uses b }', b='import "a.arch"\nproduct b { uses a }'
    )
    assert found(tmp_path, "a.arch") == []
    assert found(tmp_path, "a.arch", "b.arch") == []


def test_what_is_given_is_not_imported(tmp_path: Path) -> None:
    """A file that is both given and imported is the model's own."""
    write(tmp_path, a='import "b.arch"\nproduct a { uses b }', b="product b { uses zzz }")
    assert found(tmp_path, "a.arch") == []
    assert found(tmp_path, "a.arch", "b.arch") == ["MOD003 1"]
    assert found(tmp_path, ".") == ["MOD003 1"]


def test_syntax_errors_of_imported_files_are_reported(tmp_path: Path) -> None:
    """Of what comes only by import, that it cannot be read is said and nothing else."""
    write(tmp_path, a='import "b.arch"\nproduct a { uses b }', b="product b {\n  phase = live\n  phaze live\n}")
    assert found(tmp_path, "a.arch") == ["SYN001 2"]


def test_imports_of_imported_files_are_reported(tmp_path: Path) -> None:
    """A file that an imported file misses is missing."""
    write(tmp_path, a='import "b.arch"', b='\nimport "zzz.arch"')
    assert found(tmp_path, "a.arch") == ["MOD007 2"]


def test_a_missing_file_suggests_the_nearest(tmp_path: Path) -> None:
    """A misspelt path is told what lies beside it; the rest is checked."""
    write(tmp_path, a='import "platform.arch"\nprodct a', platforms="")
    first, second = report(tmp_path, "a.arch").findings
    assert (first.code, first.span.text) == ("MOD007", '"platform.arch"')
    assert "`platforms.arch`" in first.help
    assert second.code == "MOD001"
    write(tmp_path, a='import "zzz/b.arch"')
    assert "no directory" in report(tmp_path, "a.arch").findings[0].help


@pytest.mark.parametrize(
    "path",
    ["../outside.arch", "/etc/passwd", "../../../../../../../../etc/passwd", "sub/../../outside.arch", "..", "/"],
)
def test_nothing_outside_the_project(tmp_path: Path, path: str) -> None:
    """A path that leaves the project is refused, whether or not there is such a file."""
    write(tmp_path, outside="product outside", project__a=f'import "{path}"\nproduct a {{ uses outside }}')
    (tmp_path / "project" / "sub").mkdir()
    assert found(tmp_path / "project", "a.arch") == ["MOD007 1", "MOD003 2"]
    finding = report(tmp_path / "project", "a.arch").findings[0]
    assert "outside the project" in finding.message
    assert "import-roots" in finding.help


def test_the_configuration_may_allow_more(tmp_path: Path) -> None:
    """A directory that the configuration names may be imported from."""
    write(tmp_path, shared__b="product b", project__a='import "../shared/b.arch"\nproduct a { uses b }')
    assert found(tmp_path / "project", "a.arch") != []
    assert found(tmp_path / "project", "a.arch", roots=(tmp_path / "shared",)) == []


def test_no_link_leads_outside(tmp_path: Path) -> None:
    """A symbolic link is where it leads to, named itself or found in a directory."""
    write(tmp_path, outside__b="product b", project__a='import "link.arch"\nimport "all"', project__all__c="product c")
    (tmp_path / "project" / "link.arch").symlink_to(tmp_path / "outside" / "b.arch")
    (tmp_path / "project" / "all" / "link.arch").symlink_to(tmp_path / "outside" / "b.arch")
    assert found(tmp_path / "project", "a.arch") == ["MOD007 1", "MOD007 2"]


@pytest.mark.parametrize(
    "statement",
    ["import", "import a", 'import "a" "b"', "import 12", 'import "a.arch" { }', 'import "a.arch", "b.arch"'],
)
def test_an_import_takes_one_path(tmp_path: Path, statement: str) -> None:
    """Anything else is one fault."""
    write(tmp_path, m=statement, a="", b="")
    assert [item.split()[0] for item in found(tmp_path, "m.arch")] == ["MOD002"]


@pytest.mark.parametrize("path", ["", "a\\u{0}b", "x" * 5000, "."])
def test_odd_paths(tmp_path: Path, path: str) -> None:
    """A path that no file can have is not found; the directory itself may be named."""
    write(tmp_path, m=f'import "{path}"')
    codes = [item.split()[0] for item in found(tmp_path, "m.arch")]
    assert codes == ([] if path in ("", ".") else ["MOD007"])


def test_an_imported_file_that_cannot_be_read(tmp_path: Path) -> None:
    """What is there but cannot be read is a finding, and the run knows that it has not seen everything."""
    write(tmp_path, m='import "latin.arch"\nimport "pipe.arch"\nprodct x')
    (tmp_path / "latin.arch").write_bytes("product é".encode("latin-1"))
    os.mkfifo(tmp_path / "pipe.arch")
    result = report(tmp_path, "m.arch")
    assert sorted(item.code for item in result.findings) == ["MOD001", "MOD007", "SYN003"]
    assert result.unread


def test_std_comes_once_and_is_no_file_of_the_model(tmp_path: Path) -> None:
    """The library is imported however often, and counts neither as file nor as own element."""
    write(tmp_path, a='import "std"\nimport "std"\nproduct a { interface i { standard rest } }', b='import "std"')
    assert found(tmp_path, "a.arch", "b.arch") == []
    read = read_model(Subject("model", (tmp_path,)), Settings(tmp_path))
    assert [Path(path).name for path in read.model.files] == ["a.arch", "b.arch"]
    assert [element.path for element in read.model.own] == ["a", "a.i"]


def test_hidden_directories_are_passed_over(tmp_path: Path) -> None:
    """Directories whose names begin with a dot hold no models; other suffixes neither."""
    write(tmp_path, **{".hidden__a": "prodct a", "b": "product b"})
    (tmp_path / "c.txt").write_text("prodct c")
    assert found(tmp_path, ".") == []
