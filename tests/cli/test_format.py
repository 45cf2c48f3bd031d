"""`archlint format`: what it rewrites, what it only shows, and what it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import archlint


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one file in the style, one not, and one that cannot be read."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "good.arch").write_text("product a\n")
    (tmp_path / "bad.arch").write_text("product   b\n")
    (tmp_path / "broken.arch").write_text("product c {\n")
    return tmp_path


def test_rewrites_what_is_not_in_the_style(folder: Path) -> None:
    """Files are rewritten in place; a file with syntax errors is named and left."""
    run = archlint("format", folder=folder)
    assert run.returncode == 1
    assert (folder / "bad.arch").read_text() == "product b\n"
    assert (folder / "broken.arch").read_text() == "product c {\n"
    assert "reformatted bad.arch" in run.stderr
    assert "broken.arch is left as it is" in run.stderr


def test_check_writes_nothing(folder: Path) -> None:
    """`--check` tells by its exit status and names the files."""
    run = archlint("format", "--check", "bad.arch", folder=folder)
    assert run.returncode == 1
    assert "would reformat bad.arch" in run.stderr
    assert (folder / "bad.arch").read_text() == "product   b\n"
    assert archlint("format", "--check", "good.arch", folder=folder).returncode == 0


def test_diff_shows_what_would_change(folder: Path) -> None:
    """`--diff` writes a unified difference to standard output and nothing to the file."""
    run = archlint("format", "--diff", "bad.arch", folder=folder)
    assert run.stdout.splitlines()[-2:] == ["-product   b", "+product b"]
    assert (folder / "bad.arch").read_text() == "product   b\n"


def test_standard_input_goes_to_standard_output(folder: Path) -> None:
    """`-` formats what comes in."""
    run = archlint("format", "-", folder=folder, stdin="product   x")
    assert (run.returncode, run.stdout) == (0, "product x\n")


def test_standard_input_with_syntax_errors_comes_out_as_it_was(folder: Path) -> None:
    """An editor that pipes its text through loses nothing."""
    run = archlint("format", "-", folder=folder, stdin="product x {")
    assert (run.returncode, run.stdout) == (1, "product x {")


def test_a_file_that_is_not_there_is_exit_status_2(folder: Path) -> None:
    """What cannot be read cannot be formatted."""
    assert archlint("format", "missing.arch", folder=folder).returncode == 2


def test_formatting_twice_changes_nothing_more(folder: Path) -> None:
    """The second run finds everything in the style."""
    archlint("format", "good.arch", "bad.arch", folder=folder)
    assert archlint("format", "--check", "good.arch", "bad.arch", folder=folder).returncode == 0
