"""A configuration that extends another, and what `archlint config` says of both."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from archlint.configuration import ConfigurationError, configuration_for
from archlint.diagnostics import Severity
from tests.cli.running import archlint

BASE = """
profile = "all"
fail-on = "error"
import-roots = ["shared"]
[severity]
"dependency-cycle" = "warning"
"rule-of-three" = "info"
[models]
common = ["common"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project whose configuration extends one that stands beside the project."""
    (tmp_path / "base.toml").write_text(BASE)
    project = tmp_path / "project"
    project.mkdir()
    (project / "archlint.toml").write_text(
        'extend = "../base.toml"\nfail-on = "info"\n[severity]\n"rule-of-three" = "error"\n[models]\nown = ["own"]\n'
    )
    return project


def test_what_is_not_stated_is_taken_from_what_is_extended(folder: Path) -> None:
    """A setting of one's own takes the place of the other's; tables are put together."""
    settings = configuration_for(folder)
    assert (settings.profile, settings.fail_on, settings.directory) == ("all", "info", folder)
    assert settings.severity == {"INT105": Severity.WARNING, "PLT108": Severity.ERROR}
    assert set(settings.models) == {"own", "common"}


def test_paths_are_those_of_the_file_that_states_them(folder: Path) -> None:
    """A path means the same wherever the file is extended from."""
    settings = configuration_for(folder)
    assert settings.import_roots == (folder.parent / "shared",)
    assert settings.models["own"] == (folder / "own",)
    assert settings.models["common"][0].resolve() == folder.parent / "common"


def test_a_change_to_what_is_extended_is_seen(folder: Path) -> None:
    """No cache keeps what an extended file has said before."""
    (folder / "a.arch").write_text("product a { uses b }\nproduct b { uses a }\n")
    (folder / "archlint.toml").write_text('extend = "../base.toml"\nselect = ["INT105"]\n')
    assert archlint("check", "a.arch", folder=folder).returncode == 0
    (folder.parent / "base.toml").write_text("")
    assert archlint("check", "a.arch", folder=folder).returncode == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('extend = "none.toml"', "none.toml: No such file"),
        ('extend = "archlint.toml"', "extends itself"),
        ('extend = "README.md"', "is no .toml file"),
        ('extend = "wrong.toml"', "wrong.toml: there is no setting `profil`"),
        ("extend = 4", "extend: input should be"),
    ],
)
def test_what_cannot_be_extended_is_said(tmp_path: Path, text: str, words: str) -> None:
    """The message names the file in which the mistake is."""
    (tmp_path / "wrong.toml").write_text('profil = "all"')
    (tmp_path / "archlint.toml").write_text(text)
    with pytest.raises(ConfigurationError, match=words):
        configuration_for(tmp_path)


def test_a_circle_ends(tmp_path: Path) -> None:
    """Two files that extend each other are refused."""
    (tmp_path / "archlint.toml").write_text('extend = "b.toml"')
    (tmp_path / "b.toml").write_text('extend = "archlint.toml"')
    with pytest.raises(ConfigurationError, match="extends itself"):
        configuration_for(tmp_path)


def test_every_setting_is_shown_with_the_file_that_states_it(folder: Path) -> None:
    """What is shown is TOML that means the same, and says after each setting where it is from."""
    out = archlint("config", folder=folder).stdout
    lines = {line.partition(" = ")[0]: line.rpartition("  # ")[2] for line in out.splitlines()[1:] if " = " in line}
    assert lines["profile"] == str(folder / ".." / "base.toml")
    assert lines["fail-on"] == str(folder / "archlint.toml")
    assert lines["severity"] == f"{folder / '..' / 'base.toml'}, {folder / 'archlint.toml'}"
    assert lines["select"] == "default"
    assert tomllib.loads(out)["severity"] == {"INT105": "warning", "PLT108": "error"}
