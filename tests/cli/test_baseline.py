"""`archlint baseline` and `check --changed-since`: an old estate is adopted, and only what is new counts."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import archlint

OLD = "product a { uses b }\nproduct b { uses a }\n"
WORSE = OLD + "product c { uses d }\nproduct d { uses c }\n"
MENDED = "product a { uses b }\nproduct b\n"
CIRCLES = ("--select", "INT105")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one finding, which its baseline holds."""
    (tmp_path / "archlint.toml").write_text('select = ["INT105"]\n')
    (tmp_path / "model.arch").write_text(OLD)
    return tmp_path


def test_what_is_known_does_not_count(folder: Path) -> None:
    """Once a baseline is there, the run passes, and says how many findings the baseline holds."""
    assert archlint("check", folder=folder).returncode == 1
    assert archlint("baseline", "create", folder=folder).returncode == 0
    run = archlint("check", folder=folder)
    assert (run.returncode, run.stdout) == (0, "")
    assert "1 finding is in the baseline archlint-baseline.json" in run.stderr


def test_what_is_new_counts(folder: Path) -> None:
    """A finding that the baseline does not hold fails the run, and only it is shown."""
    archlint("baseline", "create", folder=folder)
    (folder / "model.arch").write_text(WORSE)
    run = archlint("check", folder=folder)
    assert run.returncode == 1
    assert [line.split(":")[1] for line in run.stdout.splitlines()] == ["4"]


def test_moving_and_formatting_changes_nothing(folder: Path) -> None:
    """A baseline knows findings by what they are about, not by where they stand."""
    archlint("baseline", "create", folder=folder)
    (folder / "model.arch").unlink()
    (folder / "other.arch").write_text("\n\n# moved\nproduct b {\n  uses a\n}\nproduct a {\n  uses b\n}\n")
    assert archlint("check", folder=folder).returncode == 0


def test_what_is_gone_fails_until_it_is_pruned(folder: Path) -> None:
    """An entry without its finding is listed and fails; `prune` takes it out, and takes in nothing."""
    archlint("baseline", "create", folder=folder)
    (folder / "model.arch").write_text(MENDED)
    run = archlint("check", folder=folder)
    assert run.returncode == 1
    assert "no longer found, though in the baseline: INT105" in run.stderr
    assert archlint("check", "--exit-zero", folder=folder).returncode == 0
    (folder / "model.arch").write_text(WORSE.removeprefix(OLD))
    assert "1 taken out" in archlint("baseline", "prune", folder=folder).stderr
    assert archlint("check", folder=folder).returncode == 1
    assert "1 of them new" in archlint("baseline", "update", folder=folder).stderr
    assert archlint("check", folder=folder).returncode == 0


def test_a_rule_that_did_not_run_and_a_single_plateau_say_nothing_of_what_is_gone(folder: Path) -> None:
    """An entry is not called gone by a run that could not have found it."""
    archlint("baseline", "create", folder=folder)
    (folder / "model.arch").write_text(MENDED)
    assert archlint("check", "--select", "INT101", folder=folder).returncode == 0
    assert archlint("check", "--at", "2020", folder=folder).returncode == 0


def test_what_is_waived_is_gone_from_the_baseline(folder: Path) -> None:
    """Whoever waives a finding has to take it out of the baseline, lest both excuse it."""
    archlint("baseline", "create", folder=folder)
    (folder / "model.arch").write_text(OLD.replace("b { uses a }", 'b { uses a { allow INT105 because "known" } }'))
    assert "no longer found" in archlint("check", folder=folder).stderr


def test_a_model_that_is_configured_no_more_is_gone(folder: Path) -> None:
    """Entries of a model that no longer exists are listed where all models are checked, and only there."""
    configuration = folder / "archlint.toml"
    configuration.write_text('select = ["INT105"]\n[models]\none = ["model.arch"]\n')
    archlint("baseline", "create", folder=folder)
    configuration.write_text('select = ["INT105"]\n[models]\ntwo = ["model.arch"]\n')
    assert "one: no longer found" in archlint("check", folder=folder).stderr
    assert "one: no longer found" not in archlint("check", "model.arch", folder=folder).stderr


def test_a_baseline_is_not_written_over(folder: Path) -> None:
    """`create` leaves a baseline that is there as it is, and says which verb changes it."""
    archlint("baseline", "create", folder=folder)
    run = archlint("baseline", "create", folder=folder)
    assert run.returncode == 2
    assert "archlint baseline update" in run.stderr


def test_nothing_is_adopted_of_what_cannot_be_read(folder: Path) -> None:
    """Where a file cannot be read no baseline is written: nobody knows what it hides."""
    (folder / "model.arch").write_bytes(b"\xff\xfe")
    run = archlint("baseline", "create", folder=folder)
    assert run.returncode == 2
    assert not (folder / "archlint-baseline.json").exists()


def test_a_baseline_that_is_named_must_be_there(folder: Path) -> None:
    """A flag or a setting that names no file is an error; `--no-baseline` passes it over."""
    assert archlint("check", "--baseline", "none.json", folder=folder).returncode == 2
    (folder / "archlint.toml").write_text('select = ["INT105"]\nbaseline = "kept/known.json"\n')
    missing = archlint("check", folder=folder)
    assert missing.returncode == 2
    assert "known.json" in missing.stderr
    assert archlint("check", "--no-baseline", folder=folder).returncode == 1


def test_every_format_knows_what_is_known(folder: Path) -> None:
    """JSON marks it, SARIF suppresses it, the others leave it out and count it."""
    archlint("baseline", "create", folder=folder)
    found = json.loads(archlint("check", "--output-format", "json", folder=folder).stdout)
    assert found["summary"]["baselined"] == 1
    assert [finding["baselined"] for finding in found["models"][0]["findings"]] == [True]
    log = json.loads(archlint("check", "--output-format", "sarif", folder=folder).stdout)
    assert [result["suppressions"][0]["kind"] for result in log["runs"][0]["results"]] == ["external"]
    for form, left in {
        "full": "1 in the baseline",
        "github": "",
        "gitlab": "[]",
        "markdown": "1 in the baseline",
    }.items():
        out = archlint("check", "--output-format", form, folder=folder).stdout
        assert left in out
        assert "INT105" not in out


def _committed(folder: Path, text: str) -> None:
    (folder / "model.arch").write_text(text)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", str(folder)]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "a state"], check=True)


def test_only_what_a_change_introduced_is_reported(folder: Path) -> None:
    """Everything is analysed, what stood at the revision is counted, and only the rest is shown and fails."""
    _committed(folder, OLD)
    (folder / "model.arch").write_text(WORSE)
    run = archlint("check", "--changed-since", "main", folder=folder)
    assert run.returncode == 1
    assert [line.split(":")[1] for line in run.stdout.splitlines()] == ["4"]
    assert "1 finding is known before" in run.stderr
    (folder / "model.arch").write_text(OLD)
    assert archlint("check", "--changed-since", "main", folder=folder).returncode == 0


def test_what_others_mended_meanwhile_is_not_laid_at_the_door_of_a_change(folder: Path) -> None:
    """A branch is compared with where it left the revision, not with what the revision has become since."""
    _committed(folder, OLD)
    subprocess.run(["git", "-C", str(folder), "checkout", "-q", "-b", "branch"], check=True)
    _committed(folder, OLD + "user drivers\n")
    subprocess.run(["git", "-C", str(folder), "checkout", "-q", "main"], check=True)
    _committed(folder, MENDED)
    subprocess.run(["git", "-C", str(folder), "checkout", "-q", "branch"], check=True)
    assert archlint("check", "--changed-since", "main", folder=folder).returncode == 0


def test_a_finding_of_another_file_counts_when_the_change_causes_it(folder: Path) -> None:
    """What a change breaks in a file that it does not touch is reported too."""
    (folder / "known.arch").write_text("product b { uses a }\n")
    _committed(folder, "product a\n")
    (folder / "model.arch").write_text("product a { uses b }\n")
    run = archlint("check", "--changed-since", "HEAD", folder=folder)
    assert run.returncode == 1
    assert "INT105" in run.stdout


def test_an_unknown_revision_ends_the_run(folder: Path) -> None:
    """Nothing is passed as new or known where git cannot tell."""
    _committed(folder, OLD)
    run = archlint("check", "--changed-since", "nowhere", folder=folder)
    assert run.returncode == 2
    assert "--changed-since nowhere: git knows no such revision here" in run.stderr


def test_a_run_from_elsewhere_finds_the_same(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither the baseline nor the revision depends on the working directory."""
    _committed(folder, OLD)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    assert archlint("check", str(folder), "--changed-since", "main", folder=elsewhere).returncode == 0
    archlint("baseline", "create", str(folder), folder=elsewhere)
    assert archlint("check", str(folder), folder=elsewhere).returncode == 0


def test_statistics_count_what_each_rule_found(folder: Path) -> None:
    """The most frequent rule comes first; beside a format that takes standard output they go to the other stream."""
    (folder / "model.arch").write_text(WORSE)
    run = archlint("check", "--statistics", folder=folder)
    assert (run.returncode, run.stdout) == (1, "2  INT105  dependency-cycle\n")
    beside = archlint("check", "--statistics", "--output-format", "json", folder=folder)
    assert json.loads(beside.stdout)["summary"]["error"] == 2
    assert "2  INT105  dependency-cycle" in beside.stderr


def test_a_clone_in_another_directory_has_the_same_baseline(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A project that names no model is known by where its configuration lies, not by what the directory is called."""
    archlint("baseline", "create", folder=folder)
    elsewhere = tmp_path_factory.mktemp("clone") / "checkout"
    shutil.copytree(folder, elsewhere)
    run = archlint("check", folder=elsewhere)
    assert (run.returncode, run.stdout) == (0, "")
