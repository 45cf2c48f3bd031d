"""The small verbs, and what a start costs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from archlint import __version__
from archlint.rules.catalogue import catalogue
from tests.cli.running import archlint


def test_rule_explains_by_code_and_by_name(tmp_path: Path) -> None:
    """A code in any case and a name lead to the same page."""
    by_code = archlint("rule", "int105", folder=tmp_path)
    assert by_code.stdout == archlint("rule", "dependency-cycle", folder=tmp_path).stdout
    assert by_code.stdout.startswith("# dependency-cycle (INT105)")


def test_rule_suggests(tmp_path: Path) -> None:
    """A rule that is not there is an error with the nearest ones."""
    run = archlint("rule", "dependency-cicle", folder=tmp_path)
    assert run.returncode == 2
    assert "`dependency-cycle`" in run.stderr


def test_all_rules_as_json(tmp_path: Path) -> None:
    """Programs get every rule as a list."""
    run = archlint("rule", "--all", "--output-format", "json", folder=tmp_path)
    assert [rule["code"] for rule in json.loads(run.stdout)] == list(catalogue())


def test_all_rules_a_line_each(tmp_path: Path) -> None:
    """People get a line for each rule."""
    assert len(archlint("rule", "--all", folder=tmp_path).stdout.splitlines()) == len(catalogue())


@pytest.mark.parametrize("flag", ["--version", "version", "-V"])
def test_version(tmp_path: Path, flag: str) -> None:
    """The version is one line."""
    assert archlint(flag, folder=tmp_path).stdout == f"archlint {__version__}\n"


def test_config_shows_the_file_and_the_settings(tmp_path: Path) -> None:
    """The settings in force are shown with the file they come from."""
    (tmp_path / "archlint.toml").write_text('profile = "all"\n')
    run = archlint("config", folder=tmp_path)
    assert "archlint.toml" in run.stdout
    assert 'profile = "all"' in run.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_nothing_heavy_is_imported_for_help(arguments: list[str]) -> None:
    """Help and version load neither lark, networkx nor pydantic."""
    code = f"import sys; sys.argv = ['archlint', *{arguments!r}]; import archlint.cli as c; c._run()"
    tell = "print(sorted({'lark', 'networkx', 'pydantic', 'graphviz', 'rich'} & set(sys.modules)), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", f"{code}; {tell}"], capture_output=True, text=True, check=False)
    assert run.stderr.strip() == "[]"


def test_check_imports_no_reporter_but_its_own(tmp_path: Path) -> None:
    """Linting in one format loads no other, and no pydantic for the lines."""
    (tmp_path / "model.arch").write_text("product a")
    code = "import sys; sys.argv = ['archlint', 'check', 'model.arch']; import archlint.cli as c; c._run()"
    tell = "print(sorted(m for m in sys.modules if 'reporters.' in m or m == 'pydantic'), file=sys.stderr)"
    command = [sys.executable, "-c", f"{code}; {tell}"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.stderr.strip() == "['archlint.reporters.concise', 'archlint.reporters.wording']"


def test_config_shows_toml(tmp_path: Path) -> None:
    """What is shown can be read as a configuration again, values of every sort included."""
    import tomllib

    written = (
        '[severity]\nINT101 = "info"\n[rules.rule-of-three]\nminimum = 4\n[per-path-ignores]\n"sub/**" = ["DAT"]\n'
    )
    (tmp_path / "archlint.toml").write_text(written)
    shown = tomllib.loads(archlint("config", folder=tmp_path).stdout)
    assert shown["severity"] == {"INT101": "info"}
    assert shown["rules"] == {"PLT108": {"minimum": 4}}
    assert shown["per-path-ignores"] == {"sub/**": ["DAT"]}
