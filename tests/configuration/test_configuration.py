"""Configuration: where it is found, what it may hold, and how it says that it is wrong."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from archlint.configuration import ConfigurationError, configuration_for, selected_rules
from archlint.configuration.schema import configuration_schema
from archlint.diagnostics import Severity


def configured(folder: Path, text: str, name: str = "archlint.toml") -> Path:
    """A folder with a configuration."""
    (folder / name).write_text(text)
    return folder


def test_the_nearest_above_the_path_counts(tmp_path: Path) -> None:
    """The search goes up from the path and takes the first."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    configured(tmp_path, 'profile = "all"')
    configured(inner.parent, 'profile = "sketch"')
    assert configuration_for(inner).profile == "sketch"
    assert configuration_for(tmp_path).profile == "all"


def test_the_search_stops_at_the_repository(tmp_path: Path) -> None:
    """What lies above the repository's root is somebody else's."""
    configured(tmp_path, 'profile = "all"')
    inner = tmp_path / "repository"
    (inner / ".git").mkdir(parents=True)
    assert configuration_for(inner).profile == "default"


def test_a_table_of_pyproject_counts(tmp_path: Path) -> None:
    """`[tool.archlint]` is a configuration; a pyproject without it is none."""
    configured(tmp_path, '[tool.archlint]\nprofile = "all"', "pyproject.toml")
    assert configuration_for(tmp_path).profile == "all"
    configured(tmp_path, "[project]\nname = 'x'", "pyproject.toml")
    assert configuration_for(tmp_path).file is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('profil = "all"', "there is no setting `profil`; did you mean `profile`?"),
        ('profile = "al"', "profile: input should be"),
        ("max-depth = 0", "max-depth"),
        ('select = ["DAT1O1"]', "select: there is no rule `DAT1O1`; did you mean `DAT1"),
        ('[severity]\n"rule-of-tree" = "error"', "there is no rule `rule-of-tree`; did you mean `rule-of-three`"),
        ('[rules.rule-of-three]\nminimum = "4"', "rules.rule-of-three: minimum"),
        ("[rules.rule-of-three]\nminimun = 4", "there is no option `minimun`; did you mean `minimum`?"),
        ('[rules.rule-of-three]\nminimum = "x"', "rules.rule-of-three: minimum"),
        ('[per-path-ignores]\n"x/**" = ["NIX"]', "there is no rule `NIX`"),
        ("profile = ", "Invalid value"),
    ],
)
def test_a_mistake_is_said_with_the_file_and_a_suggestion(tmp_path: Path, text: str, words: str) -> None:
    """An unknown or wrong setting is an error that names file, place and the nearest known one."""
    with pytest.raises(ConfigurationError) as raised:
        configuration_for(configured(tmp_path, text))
    assert words in str(raised.value)
    assert "archlint.toml" in str(raised.value)


def test_severity_and_options_reach_the_rule(tmp_path: Path) -> None:
    """A rule gets its severity and its options, by name or by code."""
    text = '[severity]\nPLT108 = "error"\n[rules.rule-of-three]\nminimum = 5\n'
    rules = {rule.code: rule for rule in selected_rules(configuration_for(configured(tmp_path, text)))}
    assert rules["PLT108"].level is Severity.ERROR
    assert rules["PLT108"].options.minimum == 5


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    """Models and import roots are found from wherever archlint runs."""
    settings = configuration_for(configured(tmp_path, 'import-roots = ["../x"]\n[models]\na = ["b"]'))
    assert settings.models["a"] == (tmp_path / "b",)
    assert settings.import_roots == (tmp_path / "../x",)


def test_the_published_schema_is_the_one_in_force() -> None:
    """Editors complete from the schema that archlint checks by."""
    published = files("archlint.configuration").joinpath("archlint.schema.json").read_text("utf-8")
    assert json.loads(published) == configuration_schema()
