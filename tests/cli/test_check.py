"""`archlint check`: what it looks at, what it says where, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import archlint

CIRCLE = "product a { uses b }\nproduct b { uses a }\n"
CLEAN = "product a\nproduct b { reuses a }\n"
ROADMAP = """plateau now { at 2014 }
plateau later { at 2016 }
product a { uses b }
product b { uses a until 2015 }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project of its own."""
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_findings_make_exit_status_1(folder: Path) -> None:
    """An error in the model fails the run, and is a line on standard output."""
    (folder / "model.arch").write_text(CIRCLE)
    run = archlint("check", "--select", "INT105", folder=folder)
    assert run.returncode == 1
    assert run.stdout.startswith("model.arch:2:13: error[INT105] ")


def test_a_clean_model_makes_exit_status_0(folder: Path) -> None:
    """Nothing to say is said on no stream, and passes."""
    (folder / "model.arch").write_text(CLEAN)
    run = archlint("check", folder=folder)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("flags", "status"),
    [
        (("--fail-on", "never"), 0),
        (("--exit-zero",), 0),
        (("--fail-on", "error"), 1),
        (("--ignore", "INT105,INT108"), 0),
        (("--ignore", "INT105", "--ignore", "INT108"), 0),
        (("--ignore", "INT105", "--fail-on", "info"), 1),
        (("--select", "DAT"), 0),
        (("--profile", "sketch"), 1),
        (("--select", "DAT", "--extend-select", "dependency-cycle"), 1),
        (("--extend-ignore", "ALL"), 0),
    ],
)
def test_flags_choose_what_fails(folder: Path, flags: tuple[str, ...], status: int) -> None:
    """Thresholds and selections decide between 0 and 1."""
    (folder / "model.arch").write_text(CIRCLE)
    assert archlint("check", *flags, folder=folder).returncode == status


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--select", "INT1O5"), "there is no rule `INT1O5`; did you mean `INT105`"),
        (("--profile", "defualt"), "did you mean `default`?"),
        (("--fail-on", "sometimes"), "--fail-on takes"),
        (("--output-format", "xml"), "there is no output format xml"),
        (("--color", "pink"), "--color takes"),
        (("--at", "2O14"), "neither a date nor a plateau"),
        (("--config", "missing.toml"), "there is no such file"),
        (("--no-such-flag",), "No such option"),
    ],
)
def test_wrong_usage_makes_exit_status_2(folder: Path, arguments: tuple[str, ...], words: str) -> None:
    """What cannot be done is one message on standard error."""
    (folder / "model.arch").write_text(CLEAN)
    run = archlint("check", *arguments, folder=folder)
    assert run.returncode == 2
    assert words in run.stderr
    assert run.stdout == ""


def test_nothing_to_lint_is_an_error(folder: Path) -> None:
    """A run that looked at nothing does not pass, unless that was allowed."""
    assert archlint("check", folder=folder).returncode == 2
    assert archlint("check", "--allow-no-files", folder=folder).returncode == 0


def test_standard_input_is_a_file_of_the_name_given(folder: Path) -> None:
    """`-` reads standard input, and findings name it as asked."""
    run = archlint("check", "-", "--stdin-filename", "estate/roads.arch", folder=folder, stdin=CIRCLE)
    assert run.returncode == 1
    assert "estate/roads.arch:2:13: error[INT105]" in run.stdout


def test_all_paths_form_one_model(folder: Path) -> None:
    """A name declared in one file is known in the other."""
    (folder / "one.arch").write_text("product a { uses b }")
    (folder / "two.arch").write_text("product b")
    assert archlint("check", "one.arch", "two.arch", "--select", "MOD003", folder=folder).stdout == ""
    assert "MOD003" in archlint("check", "one.arch", folder=folder).stdout


def test_each_configured_model_is_linted_on_its_own(folder: Path) -> None:
    """Without a path every model of the configuration is a report of its own, under its own name."""
    (folder / "archlint.toml").write_text('[models]\nroads = ["a.arch"]\nrivers = ["b.arch"]\n')
    (folder / "a.arch").write_text("product same")
    (folder / "b.arch").write_text("product same")
    run = archlint("check", "--output-format", "json", folder=folder)
    assert [model["name"] for model in json.loads(run.stdout)["models"]] == ["roads", "rivers"]
    assert "MOD005" not in run.stdout


def test_what_the_roadmap_resolves_does_not_fail(folder: Path) -> None:
    """A finding of today that is gone at the end is shown as resolved, and passes."""
    (folder / "model.arch").write_text(ROADMAP)
    run = archlint("check", "--select", "INT105", folder=folder)
    assert run.returncode == 0
    assert run.stdout.rstrip().endswith("(resolved)")


def test_at_picks_one_state(folder: Path) -> None:
    """`--at` takes a plateau or a date, and judges that state alone."""
    (folder / "model.arch").write_text(ROADMAP)
    assert archlint("check", "--select", "INT105", "--at", "now", folder=folder).returncode == 1
    assert archlint("check", "--select", "INT105", "--at", "2014-07", folder=folder).returncode == 1
    assert archlint("check", "--select", "INT105", "--at", "later", folder=folder).returncode == 0


def test_every_change_judges_all_instants(folder: Path) -> None:
    """`--every-change` names instants that are no plateau by their full date."""
    (folder / "model.arch").write_text(ROADMAP)
    run = archlint("check", "--every-change", "--output-format", "json", folder=folder)
    names = [snapshot["name"] for snapshot in json.loads(run.stdout)["models"][0]["snapshots"]]
    assert names == ["start", "now", "2015-01-01", "later"]


def test_several_formats_in_one_run(folder: Path) -> None:
    """A format with a file name is written there, whole; the others go to standard output."""
    (folder / "model.arch").write_text(CIRCLE)
    run = archlint("check", "--output-format", "json:out.json", "--output-format", "concise", folder=folder)
    assert json.loads((folder / "out.json").read_text())["summary"]["error"] == 1
    assert run.stdout.count("INT105") == 1


def test_a_file_that_cannot_be_written_is_said(folder: Path) -> None:
    """A missing directory for the output is exit status 2, not a traceback."""
    (folder / "model.arch").write_text(CLEAN)
    run = archlint("check", "--output-format", "json:no/such/out.json", folder=folder)
    assert run.returncode == 2
    assert "cannot be written" in run.stderr


@pytest.mark.parametrize(
    ("flags", "environment", "coloured"),
    [
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {}, False),
    ],
)
def test_colour(folder: Path, flags: tuple[str, ...], environment: dict[str, str], coloured: bool) -> None:
    """The flag wins, then NO_COLOR, then FORCE_COLOR, then the terminal."""
    (folder / "model.arch").write_text(CIRCLE)
    run = archlint("check", "--output-format", "full", *flags, folder=folder, **environment)
    assert ("\x1b[" in run.stdout) is coloured


def test_a_model_over_the_limit_of_elements_is_not_passed(folder: Path) -> None:
    """What was not read is no reason to say that all is well: one finding, and exit status 2."""
    (folder / "archlint.toml").write_text("max-elements = 2")
    (folder / "model.arch").write_text("product a\nproduct b\nproduct c\nproduct d\n")
    run = archlint("check", folder=folder)
    assert run.returncode == 2
    assert [line.split(" ")[1] for line in run.stdout.splitlines() if "SYN003" in line] == ["error[SYN003]"]
    assert "model.arch:3:1:" in run.stdout


def test_a_closed_pipe_leaves_no_trace(folder: Path) -> None:
    """Whoever reads only the beginning of the output sees no traceback after it."""
    import subprocess
    import sys

    (folder / "model.arch").write_text("product a { uses zzz }\n" * 3000)
    command = f"{sys.executable} -m archlint check --output-format full model.arch | head -n 1"
    run = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert run.stdout.count("\n") == 1
    assert run.stderr == ""


def test_a_fault_of_archlint_itself_is_one_line(folder: Path) -> None:
    """A crash exits with 2 and asks for a report, without a traceback."""
    (folder / "model.arch").write_text(CLEAN)
    (folder / "sitecustomize.py").write_text("import archlint.linter\narchlint.linter.lint = lambda *a: 1 / 0\n")
    run = archlint("check", folder=folder, PYTHONPATH=str(folder))
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "please report it" in run.stderr
