"""The manual page: what the verbs say of themselves, in a form that man can show."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
import typer

from archlint.cli.application import application
from tests.docs.pages import ROOT

MANUAL = ROOT / "docs" / "archlint.1"


def test_man_can_show_it() -> None:
    """The formatter of manual pages has nothing to warn of."""
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    command = ["groff", "-man", "-Tutf8", "-ww", "-rLL=78n", str(MANUAL)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    shown = re.sub(r"\x1b\[\d+m|.\x08", "", run.stdout)
    assert "--changed-since REV" in shown
    assert "archlint - lints and draws technology estates" in shown


def test_every_verb_and_option_is_in_it() -> None:
    """Nothing that the command line takes is missing."""
    text = MANUAL.read_text("utf-8").replace("\\-", "-")
    commands = typer.main.get_command(application()).commands  # type: ignore[attr-defined]  # it is a group
    for name, command in commands.items():
        assert f'.SS "archlint {name}"' in text
        for parameter in command.params:
            assert all(option in text for option in parameter.opts if option.startswith("-")), parameter.opts
