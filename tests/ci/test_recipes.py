"""The recipes for CI in the how-to pages: fit for the system they are for, and their commands run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from archlint import __version__
from tests.ci.composite import load
from tests.docs.pages import ROOT, Block, blocks_of

HOW_TO = ROOT / "docs" / "how-to"
ACTION = load(ROOT / "action.yml")
CIRCLE = "product a { uses b }\nproduct b { uses a }\n"


def recipes(page: str, language: str) -> list[Block]:
    """The files that a how-to page shows in a language."""
    found = [block for block in blocks_of(HOW_TO / f"{page}.md") if block.language == language and block.title]
    assert found, f"{page}.md shows no file in {language}"
    return found


def recipe(page: str, language: str) -> Any:
    """The content of the first such file."""
    return yaml.safe_load(recipes(page, language)[0].text)


PIPELINES = [*recipes("gitlab", "yaml"), *recipes("../report", "yaml")]
WORKFLOWS = [pytest.param(block, id=block.title) for block in recipes("github", "yaml")]


def fits(schema: str, text: str, folder: Path) -> None:
    """Holds a file against a schema that check-jsonschema brings along."""
    (folder / "file.yml").write_text(text, "utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, "file.yml"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The finished run of a script, with archlint on the path as after the installation that the recipe begins with."""
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    return subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env={"PATH": path, "LC_ALL": "C.UTF-8"}, capture_output=True,
        text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def estate(tmp_path: Path) -> Path:
    """A folder with a model that has a circle."""
    (tmp_path / "estate.arch").write_text(CIRCLE)
    return tmp_path


@pytest.mark.parametrize("block", WORKFLOWS)
def test_a_workflow_is_what_github_takes(block: Block, tmp_path: Path) -> None:
    """The schema of workflows holds."""
    fits("vendor.github-workflows", block.text, tmp_path)


@pytest.mark.parametrize("block", WORKFLOWS)
def test_a_workflow_says_what_it_may_do_and_which_versions_it_takes(block: Block) -> None:
    """Permissions are stated, every action is pinned, and no script holds an expression."""
    workflow = yaml.safe_load(block.text)
    assert workflow["permissions"]["contents"] == "read"
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert re.search(r"@v\d", step.get("uses", "@v0"))
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("block", WORKFLOWS)
def test_a_workflow_gives_the_action_only_what_it_takes(block: Block) -> None:
    """Every input in the recipe is one of the action's."""
    for job in yaml.safe_load(block.text)["jobs"].values():
        for step in job["steps"]:
            if "archlint" in step.get("uses", ""):
                assert set(step.get("with", {})) <= set(ACTION["inputs"])


def test_the_page_lists_the_inputs_with_their_defaults() -> None:
    """The table of inputs is that of the action."""
    rows = re.findall(r"^\| `([\w-]+)` \| (.*?) \|", (HOW_TO / "github.md").read_text("utf-8"), re.MULTILINE)
    assert [name for name, _ in rows] == list(ACTION["inputs"])
    for name, shown in rows:
        default = ACTION["inputs"][name]["default"]
        assert shown.strip("` ") == default or not default


def test_recipes_name_this_version() -> None:
    """What the pages tell to install is the version that they describe."""
    text = "".join(page.read_text("utf-8") for page in HOW_TO.glob("*.md"))
    named = re.findall(r"OWNER/archlint@v([\d.]+\d)|rev: v([\d.]+\d)", text)
    assert named
    assert {first or second for first, second in named} == {__version__}


def test_hooks_are_there() -> None:
    """Every hook that the page names is one that the repository offers, and none is left out."""
    offered = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (repository,) = recipe("pre-commit", "yaml")["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= offered
    page = (HOW_TO / "pre-commit.md").read_text("utf-8")
    assert {name for name in offered if f"`{name}`" not in page} == set()


@pytest.mark.parametrize("block", [pytest.param(block, id=f"{block.line}") for block in PIPELINES])
def test_a_pipeline_is_what_gitlab_takes(block: Block, tmp_path: Path) -> None:
    """The schema of pipelines holds."""
    fits("vendor.gitlab-ci", block.text, tmp_path)


def test_the_gitlab_job_fails_and_leaves_its_reports(estate: Path) -> None:
    """The script ends with 1 where something is found, and every report that the job hands over is there."""
    job = recipe("gitlab", "yaml")["archlint"]
    assert shell("\n".join(job["script"]), estate).returncode == 1
    reports = job["artifacts"]["reports"]
    (finding, *_) = json.loads((estate / reports["codequality"]).read_text("utf-8"))
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(finding)
    assert ElementTree.parse(estate / reports["junit"]).getroot().tag == "testsuites"


def test_the_jenkins_pipeline_holds_together() -> None:
    """Braces, brackets and quotes of the Jenkinsfile are closed."""
    text = recipes("jenkins", "groovy")[0].text
    assert text.count("'") % 2 == 0
    bare = re.sub(r"'[^'\n]*'", "", text)
    assert "'" not in bare
    while bare != (bare := re.sub(r"\{[^{}()\[\]]*\}|\([^{}()\[\]]*\)|\[[^{}()\[\]]*\]", "", bare)):
        pass
    assert bare.strip() == "pipeline"


def test_the_jenkins_commands_run_and_leave_their_reports(estate: Path) -> None:
    """What `sh` runs in the stage `lint` ends with 1 where something is found, and what `post` reads is there."""
    text = recipes("jenkins", "groovy")[0].text
    install, lint = re.split(r"stage\('lint'\)", text)
    (estate / ".venv" / "bin").mkdir(parents=True)
    (estate / ".venv" / "bin" / "archlint").symlink_to(Path(sys.executable).parent / "archlint")
    assert "python3 -m venv .venv" in install
    (command,) = re.findall(r"sh '([^']+)'", lint)
    assert shell(command, estate).returncode == 1
    read = re.findall(r"junit '([^']+)'|pattern: '([^']+)'", lint)
    assert len(read) == 2
    assert all((estate / (first or second)).is_file() for first, second in read)


def test_the_report_job_leaves_its_page(estate: Path) -> None:
    """The script writes what the job keeps."""
    job = recipe("../report", "yaml")["report"]
    assert shell("\n".join(job["script"]), estate).returncode == 0
    assert [(estate / path).is_file() for path in job["artifacts"]["paths"]] == [True]
