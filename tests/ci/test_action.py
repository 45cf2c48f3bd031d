"""action.yml: fit for GitHub, safe from what its inputs hold, and run step by step as a runner would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.composite import Runner, load
from tests.hooks.wheels import wheels_of

ROOT = Path(__file__).resolve().parents[2]
ACTION = load(ROOT / "action.yml")
SCRIPTS = [pytest.param(step["run"], id=step["id"]) for step in ACTION["runs"]["steps"] if "run" in step]
CIRCLE = "product a { uses b }\nproduct b { uses a }\n"
CLEAN = 'import "std"\n\nproduct a { uses b via https }\nproduct b\n'
BUILT_FROM = ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE", "CHANGELOG.md", "action.yml")


def test_the_action_is_what_github_takes() -> None:
    """The schema of actions holds."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_input_is_part_of_a_script(script: str) -> None:
    """Scripts have no expressions: what an input holds cannot become a command."""
    assert "${{" not in script


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_sound(script: str) -> None:
    """bash reads the scripts, and shellcheck has nothing to say."""
    for command in (["bash", "-n"], [str(Path(sys.executable).parent / "shellcheck"), "--shell=bash", "-"]):
        run = subprocess.run(command, input=script, capture_output=True, text=True, timeout=60, check=False)
        assert (run.returncode, run.stdout + run.stderr) == (0, "")


def test_other_actions_are_pinned_to_a_version() -> None:
    """No step follows a branch."""
    used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@v\d+(\.\d+)*", name) for name in used)


def test_every_input_is_described_and_used() -> None:
    """What a workflow may say is explained, and changes something."""
    text = (ROOT / "action.yml").read_text("utf-8")
    for name, one in ACTION["inputs"].items():
        assert one["description"]
        assert f"inputs.{name}" in text


@pytest.fixture(scope="module")
def action(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The action as a runner has it: a copy of the repository."""
    folder = tmp_path_factory.mktemp("action")
    for name in BUILT_FROM:
        shutil.copy(ROOT / name, folder)
    for name in ("src", "grammar", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    return folder


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which nothing comes from a network: wheels of what is installed here."""
    wheels = tmp_path_factory.mktemp("wheels")
    wheels_of(["archlint", "setuptools"], wheels)
    for own in wheels.glob("archlint-*"):
        own.unlink()  # that one is built from the copy, which is what is tested
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT", "PIP_", "INPUT_"))}
    return {**kept, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels)}


PYTHON = {"actions/setup-python": {"python-path": sys.executable}}


@pytest.fixture(scope="module")
def installed(action: Path, machine: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the install step says on a machine on which it has been run."""
    temporary, workspace = tmp_path_factory.mktemp("installed"), tmp_path_factory.mktemp("clean")
    (workspace / "a.arch").write_text(CLEAN)
    runner = Runner(action, workspace, temporary, machine, given=PYTHON).run()
    assert not runner.failed, runner.said
    return runner.outputs["install"]


@pytest.fixture
def runner(
    action: Path,
    machine: dict[str, str],
    installed: dict[str, str],
    workspace: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Runner:
    """A machine on which archlint is installed, with the workspace."""
    temporary = tmp_path_factory.mktemp("temporary")
    return Runner(action, workspace, temporary, machine, given=PYTHON, outputs={"install": installed})


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checked-out repository whose model has a circle."""
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "a.arch").write_text(CIRCLE)
    return tmp_path


def test_the_manual_comes_with_the_package(installed: dict[str, str]) -> None:
    """What pip installs has the manual page where man looks for it."""
    assert (Path(installed["bin"]).parent / "share" / "man" / "man1" / "archlint.1").is_file()


def test_findings_annotate_fail_and_are_uploaded_nevertheless(runner: Runner) -> None:
    """A circle is annotated and summed up, fails the job with 1, and its SARIF file is uploaded all the same."""
    runner.run()
    assert runner.failed
    assert runner.outputs["lint"]["exit-status"] == "1"
    assert "::error file=models/a.arch,line=" in runner.said
    assert "INT105" in runner.summary
    uploaded = dict(runner.used)["github/codeql-action/upload-sarif@v4"]["sarif_file"]
    log = json.loads((runner.workspace / uploaded).read_text("utf-8"))
    assert {result["ruleId"] for result in log["runs"][0]["results"]} >= {"INT105"}


def test_a_clean_model_passes_and_clears_what_code_scanning_knew(runner: Runner) -> None:
    """Where nothing is found the job passes, and a SARIF file without results says so."""
    (runner.workspace / "models" / "a.arch").write_text(CLEAN)
    assert not runner.run().failed, runner.said
    assert json.loads((runner.workspace / "archlint.sarif").read_text("utf-8"))["runs"][0]["results"] == []


def test_inputs_choose(runner: Runner) -> None:
    """Paths, arguments, folder and file are those that the workflow names, and nothing is uploaded that need not be."""
    (runner.workspace / "models" / "with space.arch").write_text(CLEAN)
    runner.inputs = {
        "paths": "with space.arch\n", "arguments": "--profile=all\n--exit-zero",
        "working-directory": "models", "sarif-file": "out.sarif", "upload-sarif": "false",
    }  # fmt: skip
    assert not runner.run().failed, runner.said
    assert runner.outputs["lint"] == {"sarif-file": "models/out.sarif", "exit-status": "0"}
    assert "PRD101" in (runner.workspace / "models" / "out.sarif").read_text("utf-8")
    assert [name.partition("@")[0] for name, _ in runner.used] == ["actions/setup-python"]


def test_nothing_to_lint_is_said_and_uploads_nothing(runner: Runner) -> None:
    """Where archlint cannot do its job the status is 2, and no old file is uploaded as if it were new."""
    (runner.workspace / "models" / "a.arch").unlink()
    (runner.workspace / "archlint.sarif").write_text("old")
    runner.run()
    assert runner.outputs["lint"] == {"exit-status": "2"}
    assert [name.partition("@")[0] for name, _ in runner.used] == ["actions/setup-python"]


@pytest.mark.parametrize("hostile", ["$(touch pwned)", "`touch pwned`", "; touch pwned", "x'; touch pwned; '"])
def test_no_input_becomes_a_command(hostile: str, runner: Runner) -> None:
    """An input that looks like a command is a word like any other, whichever input it is."""
    runner.inputs = {"paths": hostile, "arguments": f"--select=INT\n{hostile}", "sarif-file": hostile}
    runner.run()
    assert runner.failed
    assert not list(runner.workspace.rglob("pwned"))
