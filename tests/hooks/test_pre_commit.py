"""The hooks, as pre-commit really installs and runs them: one commit is refused, the next passes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hooks.wheels import wheels_of

ROOT = Path(__file__).resolve().parents[2]
CIRCLE = "product a { uses b }\nproduct b { uses a }\n"
CLEAN = 'import "std"\n\nproduct a { uses b via https }\nproduct b\n'
UGLY = CLEAN.replace("product a", "product   a")

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="hooks are installed from a git repository")


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which nothing comes from a network: wheels of what is installed here."""
    wheels = tmp_path_factory.mktemp("wheels")
    wheels_of(["archlint", "setuptools"], wheels)
    for own in wheels.glob("archlint-*"):
        own.unlink()  # that one is built from the repository, which is what is tested
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PIP_"))},
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("hooks")),
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.example",
        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.example",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip


def run(*command: str, folder: Path, machine: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The finished run of a command in a folder."""
    return subprocess.run(command, cwd=folder, env=machine, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture
def estate(tmp_path: Path, machine: dict[str, str]) -> Path:
    """A small repository with one model that is not fit to be committed."""
    run("git", "init", "-q", "-b", "main", folder=tmp_path, machine=machine)
    (tmp_path / "estate.arch").write_text(CIRCLE)
    (tmp_path / "archlint.toml").write_text('[models]\nestate = ["estate.arch"]\n')
    run("git", "add", ".", folder=tmp_path, machine=machine)
    return tmp_path


def try_repo(hook: str, folder: Path, machine: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """The hook, installed by pre-commit from this repository as it stands, run on all files."""
    command = (sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), hook, "--all-files", "--verbose")
    return run(*command, folder=folder, machine=machine)


def test_a_hook_installed_from_the_repository_refuses_and_passes(estate: Path, machine: dict[str, str]) -> None:
    """pre-commit builds archlint and runs it: a circle is refused, the mended model passes."""
    refused = try_repo("archlint", estate, machine)
    assert refused.returncode == 1, refused.stdout + refused.stderr
    assert "error[INT105]" in refused.stdout
    (estate / "estate.arch").write_text(CLEAN)
    passed = try_repo("archlint", estate, machine)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_git_refuses_a_commit_and_takes_the_mended_one(tmp_path: Path, machine: dict[str, str]) -> None:
    """With what `archlint init` writes, git refuses a broken model and one in another style, and takes it mended."""

    def commit() -> subprocess.CompletedProcess[str]:
        run("git", "add", ".", folder=tmp_path, machine=machine)
        return run("git", "commit", "-q", "-m", "a change", folder=tmp_path, machine=machine)

    run("git", "init", "-q", "-b", "main", folder=tmp_path, machine=machine)
    assert run("archlint", "init", folder=tmp_path, machine=machine).returncode == 0
    installed = run(sys.executable, "-m", "pre_commit", "install", folder=tmp_path, machine=machine)
    assert installed.returncode == 0, installed.stderr
    (tmp_path / "estate.arch").write_text(CIRCLE)
    assert "error[INT105]" in commit().stderr
    (tmp_path / "estate.arch").write_text(UGLY)
    assert "files were modified by this hook" in commit().stderr
    assert (tmp_path / "estate.arch").read_text() == CLEAN
    taken = commit()
    assert taken.returncode == 0, taken.stderr
    assert run("git", "log", "--oneline", folder=tmp_path, machine=machine).stdout.endswith("a change\n")
