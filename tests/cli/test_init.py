"""`archlint init`: a start that lints clean and draws."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.running import archlint


def test_the_starter_lints_clean_is_formatted_draws_and_arrives(tmp_path: Path) -> None:
    """What is written passes every verb as it stands, without a word of what to mend."""
    assert archlint("init", folder=tmp_path).returncode == 0
    checked = archlint("check", folder=tmp_path)
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")
    assert archlint("format", "--check", folder=tmp_path).returncode == 0
    assert archlint("roadmap", folder=tmp_path).returncode == 0
    assert archlint("draw", "--output", "estate.svg", folder=tmp_path).returncode == 0
    assert "Parking system" in "".join(ElementTree.parse(tmp_path / "estate.svg").getroot().itertext())


def test_a_folder_is_made(tmp_path: Path) -> None:
    """The folder to begin in need not be there."""
    assert archlint("init", "new/estate", folder=tmp_path).returncode == 0
    assert archlint("check", "new/estate", folder=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("there", "text"),
    [("estate.arch", "product a"), ("archlint.toml", ""), ("pyproject.toml", "[tool.archlint]")],
)
def test_what_is_there_is_never_written_over(tmp_path: Path, there: str, text: str) -> None:
    """Where archlint is in use already nothing at all is written, and the message names what is there."""
    (tmp_path / there).write_text(text)
    run = archlint("init", folder=tmp_path)
    assert run.returncode == 2
    assert there in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text() == text


def test_hooks_that_are_there_are_left(tmp_path: Path) -> None:
    """A pre-commit configuration is the user's: it stays, and the hook to add to it is shown."""
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n")
    run = archlint("init", folder=tmp_path)
    assert run.returncode == 0
    assert "entry: archlint check" in run.stderr
    assert (tmp_path / ".pre-commit-config.yaml").read_text() == "repos: []\n"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Where the folder cannot be made the run says so."""
    (tmp_path / "taken").write_text("")
    run = archlint("init", "taken/here", folder=tmp_path)
    assert run.returncode == 2
    assert "taken" in run.stderr
