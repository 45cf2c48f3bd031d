"""Completion: what the shells offer after a verb, an option, a rule and a time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from archlint.rules.catalogue import catalogue
from tests.cli.running import archlint

MODEL = """\
plateau today "Today" { at 2026-01 }
  plateau target { at 2028-01 }
view estate "All of it" { compare today with target }
product renew
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a model that has plateaus and a view."""
    (tmp_path / "estate.arch").write_text(MODEL)
    return tmp_path


def offered(line: str, folder: Path) -> list[str]:
    """What bash is offered at the end of a line."""
    words = {"COMP_WORDS": line, "COMP_CWORD": str(len(line.split(" ")) - 1)}
    run = archlint(folder=folder, _ARCHLINT_COMPLETE="complete_bash", **words)
    assert run.stderr == ""
    return run.stdout.split()


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("archlint che", ["check"]),
        ("archlint baseline p", ["prune"]),
        ("archlint check --every", ["--every-change"]),
        ("archlint draw --at ", ["today", "target"]),
        ("archlint draw --at to", ["today"]),
        ("archlint draw --view ", ["estate"]),
        ("archlint draw --format sv", ["svg"]),
        ("archlint check --profile co", ["code-of-practice"]),
        ("archlint rule dependency-c", ["dependency-cycle"]),
        ("archlint rule INT105", ["INT105"]),
        ("archlint check --select DAT101,INT105", ["DAT101,INT105"]),
    ],
)
def test_offers(line: str, offers: list[str], folder: Path) -> None:
    """Verbs, options, values, rules, plateaus and views are completed."""
    assert offered(line, folder) == offers


def test_every_rule_is_offered(folder: Path) -> None:
    """Where nothing is typed yet, each rule is offered by its code."""
    assert offered("archlint rule ", folder) == list(catalogue())


def test_the_configured_models_are_read(tmp_path: Path) -> None:
    """Plateaus are those of the models that the configuration names, and of no other file."""
    (tmp_path / "archlint.toml").write_text('[models]\nown = ["own"]\n')
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a.arch").write_text("plateau own { at 2026 }")
    (tmp_path / "else.arch").write_text("plateau other { at 2026 }")
    assert offered("archlint draw --at ", tmp_path) == ["own"]


@pytest.mark.parametrize(
    "title", ["$(touch pwned)", "`touch pwned`", "'; touch pwned; '", "\\\\$(touch pwned)", "\x1b[31m", ") x"]
)
def test_no_title_means_anything_to_a_shell(title: str, tmp_path: Path) -> None:
    """Models may come from anyone, and zsh evaluates what it is offered: of a title only words and blanks are left."""
    (tmp_path / "estate.arch").write_text(f'plateau today "{title}" {{ at 2026 }}')
    line = {"_ARCHLINT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "archlint draw --at t"}
    offer = archlint(folder=tmp_path, **line).stdout
    assert "today" in offer
    told = offer.partition('"today":')[2]
    assert not set(told.removesuffix("))'\n")) & set("$`'\\;()\x1b")


@pytest.mark.parametrize("configuration", ["profile = 7", "not toml"])
def test_a_broken_configuration_breaks_no_completion(configuration: str, folder: Path) -> None:
    """A key is no time to hear of a mistake elsewhere: what can be found is offered."""
    (folder / "archlint.toml").write_text(configuration)
    assert offered("archlint draw --at ", folder) == ["today", "target"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_one_that_it_can_read(shell: str, tmp_path: Path) -> None:
    """What `--show-completion` prints has no error of syntax in its shell."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = archlint("--show-completion", shell, folder=tmp_path, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert "archlint" in script.stdout
    read = subprocess.run([shell, "-n"], input=script.stdout, capture_output=True, text=True, timeout=20, check=False)
    assert (read.returncode, read.stderr) == (0, "")


@pytest.mark.parametrize(
    ("shell", "environment"),
    [
        ("zsh", {"_TYPER_COMPLETE_ARGS": "archlint rule INT10"}),
        ("fish", {"_TYPER_COMPLETE_ARGS": "archlint rule INT10", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}),
    ],
)
def test_shells_that_can_show_it_are_told_what_an_offer_is(
    shell: str, environment: dict[str, str], folder: Path
) -> None:
    """Beside the code stands the name of the rule."""
    run = archlint(folder=folder, _ARCHLINT_COMPLETE=f"complete_{shell}", **environment)
    assert "INT105" in run.stdout
    assert "dependency-cycle" in run.stdout


ASKED = {
    "bash": "source ./script; COMP_WORDS=(archlint rule INT10); COMP_CWORD=2; _archlint_completion archlint; "
    'printf "%s\\n" "${COMPREPLY[@]}"',
    "fish": "source ./script; complete -C 'archlint rule INT10'",
}


@pytest.mark.parametrize("shell", sorted(ASKED))
def test_a_shell_that_has_read_its_script_completes(shell: str, tmp_path: Path) -> None:
    """The script of a shell, read by that shell, asks archlint and gets the rules."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = archlint("--show-completion", shell, folder=tmp_path, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    (tmp_path / "script").write_text(script.stdout)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    run = subprocess.run(
        [shell, "-c", ASKED[shell]], cwd=tmp_path, env={"PATH": path, "HOME": str(tmp_path)}, capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    codes = [line.split("\t")[0] for line in run.stdout.splitlines()]
    assert codes == [code for code in catalogue() if code.startswith("INT10")], run.stderr
