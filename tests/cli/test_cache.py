"""The cache as people meet it: faster runs that say the same, and how to do without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from archlint.cache_folder import FOLDER
from tests.cli.running import archlint

CIRCLE = "product a { uses b }\nproduct b { uses a }\n"
CACHING = {"ARCHLINT_NO_CACHE": ""}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one model that is not clean."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "model.arch").write_text(CIRCLE)
    return tmp_path


def entries(folder: Path) -> set[str]:
    """The sorts of entries in the project's cache."""
    return {path.name.partition("-")[0] for path in (folder / FOLDER).glob("*.json")}


def test_a_second_run_ends_and_says_the_same(folder: Path) -> None:
    """Output, error output and exit status are those of the first, and of a run without a cache."""
    (folder / "archlint.toml").write_text('fail-on = "error"\n')
    without = archlint("check", "--no-cache", folder=folder, **CACHING)
    assert not (folder / FOLDER).exists()
    runs = [archlint("check", folder=folder, **CACHING) for _ in range(2)]
    assert {(run.returncode, run.stdout, run.stderr) for run in (without, *runs)} == {(1, without.stdout, "")}
    assert entries(folder) == {"run", "tree", "settings"}


def test_a_baseline_and_a_threshold_apply_to_what_is_kept(folder: Path) -> None:
    """What is known before and what fails are no part of the verdict."""
    archlint("check", folder=folder, **CACHING)
    assert archlint("check", "--fail-on", "never", folder=folder, **CACHING).returncode == 0
    assert archlint("baseline", "create", folder=folder, **CACHING).returncode == 0
    run = archlint("check", folder=folder, **CACHING)
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.parametrize("flags", [("--no-cache",), ("-",)], ids=["a flag", "standard input"])
def test_a_flag_and_standard_input_leave_no_verdict(folder: Path, flags: tuple[str, ...]) -> None:
    """`--no-cache` keeps nothing; of standard input nothing could be compared."""
    archlint("check", *flags, folder=folder, stdin=CIRCLE, **CACHING)
    assert entries(folder) == set()


def test_the_environment_and_the_configuration_do_without(folder: Path) -> None:
    """ARCHLINT_NO_CACHE and `cache = false` keep nothing either."""
    archlint("check", folder=folder, ARCHLINT_NO_CACHE="1")
    (folder / "archlint.toml").write_text("cache = false\n")
    archlint("check", folder=folder, **CACHING)
    assert not (folder / FOLDER).exists()


def test_the_environment_says_where(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """ARCHLINT_CACHE_DIR is for projects that may not be written to; `clean` finds it there."""
    place = tmp_path_factory.mktemp("elsewhere") / "cache"
    moved = {**CACHING, "ARCHLINT_CACHE_DIR": str(place)}
    assert archlint("check", folder=folder, **moved).returncode == 1
    assert not (folder / FOLDER).exists()
    assert len(list(place.glob("*.json"))) == 2
    assert str(place) in archlint("clean", folder=folder, **moved).stdout
    assert not place.exists()


def test_a_page_is_the_same_with_the_cache(folder: Path) -> None:
    """What shows the model is made from the model, whatever the cache knows."""
    flags = ("check", "--output-format", "html")
    without = archlint(*flags, "--no-cache", folder=folder, **CACHING)
    assert "<html" in without.stdout
    for _ in range(2):
        run = archlint(*flags, folder=folder, **CACHING)
        assert (run.returncode, run.stdout == without.stdout, run.stderr) == (1, True, without.stderr)
        archlint("check", folder=folder, **CACHING)


def test_a_fix_is_seen_by_the_next_run(folder: Path) -> None:
    """What `--fix` writes is read, and the verdict that was kept is not given again."""
    (folder / "model.arch").write_text("product aa\nproduct b { usess aa }\n")
    before = archlint("check", folder=folder, **CACHING)
    assert "MOD001" in before.stdout
    archlint("check", "--fix", folder=folder, **CACHING)
    assert "MOD001" not in archlint("check", folder=folder, **CACHING).stdout


def test_clean_removes_what_runs_have_kept(folder: Path) -> None:
    """It says what it removed, and that there is nothing the second time; below the project's root too."""
    archlint("check", folder=folder, **CACHING)
    (folder / "sub").mkdir()
    run = archlint("clean", "sub", folder=folder)
    assert run.returncode == 0
    assert f"removed {folder / FOLDER}: 2 entries" in run.stdout
    assert not (folder / FOLDER).exists()
    again = archlint("clean", folder=folder)
    assert (again.returncode, again.stdout) == (0, "")
    assert "no cache" in again.stderr


def test_clean_needs_no_valid_configuration(folder: Path) -> None:
    """A cache goes also when the configuration is wrong."""
    archlint("check", folder=folder, **CACHING)
    (folder / "archlint.toml").write_text("nonsense")
    assert "removed" in archlint("clean", folder=folder).stdout


def test_runs_at_the_same_time_say_the_same(folder: Path) -> None:
    """Six runs begin with no cache at once; each says what one alone says, and nothing half is left."""
    for number in range(8):
        (folder / f"m{number}.arch").write_text(f"product p{number} {{ uses a }}\n")
    alone = archlint("check", "--no-cache", folder=folder, **CACHING)
    command = [sys.executable, "-m", "archlint", "check"]
    environment = {**os.environ, **CACHING}
    runs = [
        subprocess.Popen(
            command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(6)
    ]
    said = {(*run.communicate(timeout=120), run.returncode) for run in runs}
    assert said == {(alone.stdout, "", 1)}
    assert not list((folder / FOLDER).glob("*.part"))
    assert archlint("check", folder=folder, **CACHING).stdout == alone.stdout


def test_a_recalled_verdict_needs_neither_parser_nor_rules(folder: Path) -> None:
    """A run in which nothing has changed imports no lark, no networkx, no pydantic and no rule."""
    (folder / "archlint.toml").write_text('profile = "all"\n')
    archlint("check", folder=folder, **CACHING)
    told = (
        "import sys; from archlint.cli.application import application; import click\n"
        "try: application('check')(['check'], standalone_mode=False)\n"
        "except click.exceptions.Exit: pass\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'lark', 'networkx', 'pydantic'}),"
        " [name for name in sys.modules if name.startswith('archlint.rules')], file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", told], cwd=folder, env={**os.environ, **CACHING}, capture_output=True, text=True,
        timeout=60, check=True,
    )  # fmt: skip
    assert "model.arch" in run.stdout
    assert run.stderr == "[] []\n"
