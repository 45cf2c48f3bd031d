"""`archlint diff`: what differs in meaning between two models, plateaus or git revisions."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import archlint

OLD = """organisation dft
data record
platform pay "Payments" { owner dft; interface api; store books { holds record } }
product licence { owner dft; uses pay.api; reads record from pay.api }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with an old model."""
    (tmp_path / "old.arch").write_text(OLD)
    return tmp_path


def lines(folder: Path, new: str, *flags: str) -> list[str]:
    """What differs between the old model and a new one, findings left out."""
    (folder / "new.arch").write_text(new)
    run = archlint("diff", "old.arch", "new.arch", *flags, folder=folder)
    assert run.stderr == ""
    return [line for line in run.stdout.splitlines() if not line.startswith(("resolved", "introduced"))]


def test_what_is_written_otherwise_but_says_the_same(folder: Path) -> None:
    """Order, comments, blanks and `extend` make no difference."""
    turned = "\n".join(reversed(OLD.splitlines())).replace("owner dft; uses", "owner dft # whose\n uses")
    assert lines(folder, turned + "\nextend dft { }") == ["old.arch and new.arch say the same"]


def test_elements_and_statements_come_and_go(folder: Path) -> None:
    """Added and removed elements are named by kind and path; changed ones list their statements."""
    new = OLD.replace("uses pay.api;", "uses pay.api since 2016; cost 2m GBP;") + "user drivers\n"
    new = new.replace("; store books { holds record }", "")
    assert lines(folder, new) == [
        "- store pay.books",
        "+ user drivers",
        "~ product licence",
        "    - uses pay.api",
        "    + cost 2,000,000 GBP",
        "    + uses pay.api since 2016-01-01",
    ]


def test_a_rename_is_recognised_and_said_to_be_a_guess(folder: Path) -> None:
    """An element of the same kind that states the same under another name is the old one renamed; what names it
    has not changed."""
    assert lines(folder, OLD.replace("licence", "permit")) == [
        "> product licence is now called permit (a guess: they state the same)"
    ]
    moved = lines(folder, OLD.replace("platform pay ", "platform money ").replace("pay.", "money."))
    assert moved == ["> platform pay is now called money (a guess: they state the same)"]


def test_something_else_under_a_new_name_is_no_rename(folder: Path) -> None:
    """What states nothing in common is gone, and something else has come."""
    new = "\n".join([*OLD.splitlines()[:-1], 'product other { need "x" }'])
    assert lines(folder, new) == ["- product licence", "+ product other"]


def test_plateaus_of_one_model(folder: Path) -> None:
    """Two states are compared as they stand, without the dates that make them differ."""
    plateaus = "plateau now { at 2014 }\nplateau then { at 2018 }\n"
    systems = "product a { cost 1m GBP until 2016; cost 2m GBP since 2016 }\nlegacy b { until 2015 }"
    (folder / "time.arch").write_text(plateaus + systems)
    run = archlint("diff", "now..then", "time.arch", "--exit-code", folder=folder)
    assert run.returncode == 1
    assert run.stdout.splitlines()[:4] == [
        "- legacy b", "~ product a", "    - cost 1,000,000 GBP", "    + cost 2,000,000 GBP",
    ]  # fmt: skip


def test_findings_are_resolved_and_introduced(folder: Path) -> None:
    """What a change mends and breaks is said with it."""
    (folder / "new.arch").write_text(OLD.replace("platform pay", "platform paid"))
    run = archlint("diff", "old.arch", "new.arch", folder=folder)
    assert "introduced: error[MOD003]" in run.stdout
    back = archlint("diff", "new.arch", "old.arch", folder=folder)
    assert "resolved: error[MOD003]" in back.stdout


def test_a_finding_outlives_the_renaming_of_its_element(folder: Path) -> None:
    """What is found about an element, or a part of it, under both of its names is neither resolved nor introduced."""
    text = """product old { description "For all"; owner it; needs x; interface api { standard any }; uses b }
organisation it
capability x
standard any
product b { uses old.api }
"""
    (folder / "old.arch").write_text(text)
    (folder / "new.arch").write_text(text.replace("product old", "product new").replace("old.api", "new.api"))
    assert "INT105" in archlint("check", "old.arch", folder=folder).stdout
    run = archlint("diff", "old.arch", "new.arch", folder=folder)
    assert run.stdout == "> product old is now called new (a guess: they state the same)\n"


def test_git_revisions_are_read_without_checking_out(folder: Path) -> None:
    """Both sides come from git, whatever the working tree holds; imports are those of the revision."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", str(folder)]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    for number, text in enumerate((OLD, OLD + "user drivers\n")):
        (folder / "old.arch").write_text(text)
        subprocess.run([*git, "add", "old.arch"], check=True)
        subprocess.run([*git, "commit", "-q", "-m", str(number)], check=True)
    (folder / "old.arch").write_text("product { broken")
    run = archlint("diff", "HEAD~1..HEAD", "old.arch", folder=folder)
    assert run.stdout.splitlines()[0] == "+ user drivers"
    assert (folder / "old.arch").read_text() == "product { broken"
    missing = archlint("diff", "HEAD~9..HEAD", "old.arch", folder=folder)
    assert missing.returncode == 2
    assert "git knows no such revision here" in missing.stderr


def test_an_option_is_no_revision(folder: Path) -> None:
    """What begins with a hyphen reaches git as a name, not as an option."""
    subprocess.run(["git", "-C", str(folder), "init", "-q"], check=True)
    run = archlint("diff", "--", "--output=x..HEAD", "old.arch", folder=folder)
    assert run.returncode == 2
    assert not (folder / "x").exists()


def test_programs_and_pull_requests_get_the_same(folder: Path) -> None:
    """JSON and Markdown hold what the text says."""
    (folder / "new.arch").write_text(OLD + "user drivers\n")
    found = json.loads(archlint("diff", "old.arch", "new.arch", "--format", "json", folder=folder).stdout)
    assert found["added"] == ["user drivers"]
    assert (
        "- added: user drivers"
        in archlint("diff", "old.arch", "new.arch", "--format", "markdown", folder=folder).stdout
    )
