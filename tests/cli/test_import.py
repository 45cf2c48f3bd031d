"""`archlint import`, and checking a foreign file where it is."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import archlint

SHOP = """specification { element system  element app  tag old }
model {
  shop = system 'Shop' { web = app 'Web' { -> till 'asks' }  till = app 'Till' }
  host = system 'Host' { #old }
  shop.till -> host 'file transfer'
}
"""
ROLES = """[[roles.likec4]]
role = "legacy"
tag = "OLD"
[[roles.likec4]]
role = "bespoke"
name = "*file transfer*"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a LikeC4 file."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "shop.c4").write_text(SHOP)
    return tmp_path


def test_a_foreign_file_is_linted_where_it_is(folder: Path) -> None:
    """Nothing is guessed; with a table of roles the legacy is found, at the line of the foreign file."""
    assert archlint("check", "shop.c4", folder=folder).stdout == ""
    (folder / "archlint.toml").write_text(ROLES)
    lines = archlint("check", "shop.c4", folder=folder).stdout.splitlines()
    assert {line.split("[")[1][:6] for line in lines} == {"INT101", "LEG102"}
    assert {line.split(": ")[0] for line in lines} == {"shop.c4:5:3"}


def test_what_is_imported_lints_as_the_foreign_file_does(folder: Path) -> None:
    """The file that is written is in the one style, and has the findings of the foreign one."""
    (folder / "archlint.toml").write_text(ROLES)
    assert archlint("import", "likec4", "shop.c4", "--output", "shop.arch", folder=folder).returncode == 0
    assert archlint("format", "--check", "shop.arch", folder=folder).returncode == 0
    found = [
        json.loads(archlint("check", name, "--output-format", "json", folder=folder).stdout)["models"][0]["findings"]
        for name in ("shop.c4", "shop.arch")
    ]
    there, here = ([(one["code"], one["elements"]) for one in findings] for findings in found)
    assert [one for one in here if one[0] != "INT108"] == there


def test_explaining_says_what_each_thing_is_and_what_is_not_stated(folder: Path) -> None:
    """Each thing with the line of the table that decided, the links counted, and the share that states each fact."""
    (folder / "archlint.toml").write_text(ROLES)
    out = archlint("import", "likec4", "shop.c4", "--explain", folder=folder).stdout
    assert 'shop.c4:4: system Host is legacy host, for it is tag "OLD"' in out
    assert "shop.c4:3: app Web is system shop.web, for nothing says more" in out
    assert 'shop.till -> host is bespoke, for it is name "*file transfer*"' in out
    assert "1 of kind relationship: uses, for nothing says more" in out
    assert re.search(r"^an owner +0 of 4 ", out, flags=re.MULTILINE)


def test_an_own_file_may_import_a_foreign_one(folder: Path) -> None:
    """What stands in the foreign file is known, and not judged; its format may be named."""
    for words in ('import "shop.c4"', 'import "shop.c4" as likec4'):
        (folder / "own.arch").write_text(f'{words}\nproduct kiosk {{ uses shop.till via https }}\nimport "std"\n')
        run = archlint("check", "own.arch", folder=folder)
        assert (run.returncode, run.stdout) == (0, "")


def test_a_format_that_is_none_is_said(folder: Path) -> None:
    """The formats there are stand in the message."""
    (folder / "own.arch").write_text('import "shop.c4" as liqec4\n')
    assert "`liqec4` is no format that archlint reads" in archlint("check", "own.arch", folder=folder).stdout
    for arguments in (("import", "liqec4", "shop.c4"), ("check", "--from", "liqec4", "shop.c4")):
        run = archlint(*arguments, folder=folder)
        assert run.returncode == 2
        assert "likec4" in run.stderr


def test_mistakes_in_a_foreign_file_are_told(folder: Path) -> None:
    """What cannot be read is named with its place, the rest is written, and the exit status is 1."""
    (folder / "shop.c4").write_text(SHOP.replace("-> host", "-> hots"))
    run = archlint("import", "likec4", "shop.c4", folder=folder)
    assert run.returncode == 1
    assert "shop.c4:5:3: MOD003 there is no element named `hots`" in run.stderr
    assert 'system shop "Shop"' in run.stdout


def test_what_is_not_there_ends_the_run(folder: Path) -> None:
    """A file that cannot be read is named."""
    run = archlint("import", "likec4", "none.c4", folder=folder)
    assert run.returncode == 2
    assert "none.c4" in run.stderr


def test_a_directory_of_foreign_files_is_imported_as_one(folder: Path) -> None:
    """Files that speak of each other are read together, as when they are given."""
    (folder / "shop").mkdir()
    (folder / "shop" / "a.c4").write_text("model { extend shop { till = app 'Till' } }\n")
    (folder / "shop" / "b.c4").write_text("specification { element app }\nmodel { shop = app 'Shop' }\n")
    (folder / "own.arch").write_text('import "std"\nimport "shop"\nproduct kiosk { uses shop.till via https }\n')
    run = archlint("check", "own.arch", folder=folder)
    assert (run.returncode, run.stdout) == (0, "")
