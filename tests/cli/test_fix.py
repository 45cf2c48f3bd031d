"""`archlint check --fix`: what it writes, what it only shows, and what it leaves as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from archlint.cli.fixing import rewritten
from archlint.source import SourceFile
from tests.cli.running import archlint

HUB = 'import "std"\nplatform hub { interface feed { standard json } }\n'
SAFE = f"{HUB}product a {{ uses hub }}  # why\n"
FIXED = SAFE.replace("uses hub", "uses hub.feed")
UNSAFE = """data d
product a { store s { holds d } }
product b { store t { holds d as replica of a.s for "x" } }
"""
MASTERED = UNSAFE.replace("holds d }", "holds d as master }")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a file that has a safe fix."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "model.arch").write_text(SAFE)
    return tmp_path


def text(folder: Path, name: str = "model.arch") -> str:
    """What is in a file now."""
    return (folder / name).read_text()


def test_fixes_in_place_and_reports_what_remains(folder: Path) -> None:
    """The findings and the exit status are those of the new text."""
    assert archlint("check", folder=folder).returncode == 1
    run = archlint("check", "--fix", "--ignore", "PLT", folder=folder)
    assert (run.returncode, run.stdout) == (0, "")
    assert text(folder) == FIXED
    assert "archlint: fixed 1 finding in 1 file" in run.stderr


def test_fixing_twice_changes_nothing_more(folder: Path) -> None:
    """The second run finds nothing to fix and does not touch the file."""
    archlint("check", "--fix", folder=folder)
    before = (folder / "model.arch").stat()
    run = archlint("check", "--fix", folder=folder)
    assert run.stderr == "archlint: there is nothing to fix\n"
    assert (folder / "model.arch").stat().st_ino == before.st_ino


def test_unsafe_fixes_are_applied_when_asked_for(folder: Path) -> None:
    """`--fix` alone applies none of them; `--unsafe-fixes` alone applies none at all, and says so."""
    (folder / "model.arch").write_text(UNSAFE)
    archlint("check", "--fix", folder=folder)
    assert text(folder) == UNSAFE
    run = archlint("check", "--unsafe-fixes", folder=folder)
    assert text(folder) == UNSAFE
    assert "--unsafe-fixes applies nothing by itself" in run.stderr
    archlint("check", "--fix", "--unsafe-fixes", folder=folder)
    assert text(folder) == MASTERED


def test_diff_writes_nothing(folder: Path) -> None:
    """The difference goes to standard output and nothing else does; the exit status says that there is one."""
    for flags in (("--diff",), ("--fix", "--diff")):
        run = archlint("check", *flags, "--fail-on", "error", folder=folder)
        assert run.stdout.splitlines()[-2:] == ["-product a { uses hub }  # why", "+product a { uses hub.feed }  # why"]
        assert run.returncode == 1
        assert text(folder) == SAFE
        assert "would fix 1 finding in 1 file" in run.stderr


def test_diff_of_nothing_is_nothing(folder: Path) -> None:
    """Where nothing would change, only findings decide on the exit status."""
    (folder / "model.arch").write_text(f"{FIXED}user nobody\n")
    assert archlint("check", "--diff", "--fail-on", "error", folder=folder).returncode == 0
    assert archlint("check", "--diff", "--fail-on", "info", folder=folder).returncode == 1
    assert archlint("check", "--diff", folder=folder).stdout == ""


def test_diff_shows_unsafe_fixes_when_asked_for(folder: Path) -> None:
    """They are left out without `--unsafe-fixes`."""
    (folder / "model.arch").write_text(UNSAFE)
    assert "as master" not in archlint("check", "--diff", folder=folder).stdout
    assert (
        "+product a { store s { holds d as master } }"
        in archlint("check", "--diff", "--unsafe-fixes", folder=folder).stdout
    )


def test_diff_and_a_report_do_not_share_standard_output(folder: Path) -> None:
    """A report beside a difference needs a file of its own."""
    run = archlint("check", "--diff", "--output-format", "json", folder=folder)
    assert run.returncode == 2
    assert "--diff writes to standard output" in run.stderr
    run = archlint("check", "--diff", "--output-format", "json:report.json", folder=folder)
    assert run.stdout.startswith("--- model.arch")
    assert json.loads(text(folder, "report.json"))["summary"]["warning"] == 1


def test_show_fixes_lists_them(folder: Path) -> None:
    """Each fix with its place, the finding and what it does: those made, and without `--fix` those that would be."""
    said = "model.arch:3:13: INT108 unspecified-interface: replace `hub` with `hub.feed`"
    run = archlint("check", "--show-fixes", folder=folder)
    assert f"archlint: would fix {said}" in run.stderr
    assert "INT108" in run.stdout
    assert text(folder) == SAFE
    assert f"archlint: fixed {said}" in archlint("check", "--fix", "--show-fixes", folder=folder).stderr


def test_what_is_taken_back_is_told(folder: Path) -> None:
    """A fix that would bring another finding is named, with that."""
    (folder / "model.arch").write_text("organisation gds\nproduct a {\n  owner gds\n  ownr gds\n}\n")
    run = archlint("check", "--fix", folder=folder)
    assert text(folder).count("ownr") == 1
    said = "not fixed model.arch:4:3: replace `ownr` with `owner`: it would bring MOD006 duplicate-statement"
    assert said in run.stderr


def test_a_run_says_how_much_it_has_fixed(folder: Path) -> None:
    """Findings and files, imports apart; and that nothing was, where everything was taken back."""
    twice = 'import "std"\nimport "std"\n'
    (folder / "other.arch").write_text(twice)
    run = archlint("check", "--fix", folder=folder)
    assert run.stderr == "archlint: fixed 1 finding in 1 file, and the order of imports in 1 file\n"
    (folder / "other.arch").write_text(twice)
    run = archlint("check", "--diff", folder=folder)
    assert run.stderr == "archlint: would fix the order of imports in 1 file\n"
    (folder / "other.arch").write_text("prodct a\n")
    assert archlint("check", "--fix", folder=folder).stderr.endswith("archlint: fixed nothing\n")


def test_standard_input_goes_fixed_to_standard_output(folder: Path) -> None:
    """The text alone comes out, as it went in where there is nothing to fix; the findings go to standard error."""
    run = archlint("check", "--fix", "-", folder=folder, stdin=SAFE)
    assert run.stdout == FIXED
    assert "PLT105" not in run.stdout
    for as_it_is in (FIXED, "product a {\n  uses b\n"):
        run = archlint("check", "--fix", "-", "--output-format", "json", folder=folder, stdin=as_it_is)
        assert run.stdout == as_it_is
        assert '"version": 1' in run.stderr


def test_standard_input_is_not_written_where_it_is_named(folder: Path) -> None:
    """`--stdin-filename` is a name in messages, not a file to change."""
    run = archlint("check", "--fix", "-", "--stdin-filename", "model.arch", folder=folder, stdin=SAFE + "\n")
    assert run.stdout == FIXED + "\n"
    assert text(folder) == SAFE


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_line_ends_and_byte_order_mark_stay(folder: Path, mark: bytes, line_end: bytes) -> None:
    """Only what is fixed changes, to the byte."""
    (folder / "model.arch").write_bytes(mark + SAFE.encode().replace(b"\n", line_end))
    archlint("check", "--fix", folder=folder)
    assert (folder / "model.arch").read_bytes() == mark + FIXED.encode().replace(b"\n", line_end)


def test_links_and_rights_stay(folder: Path) -> None:
    """A link is followed and stays a link, and the file keeps its rights."""
    (folder / "model.arch").rename(folder / "real.text")
    (folder / "real.text").chmod(0o640)
    (folder / "model.arch").symlink_to("real.text")
    archlint("check", "--fix", "model.arch", folder=folder)
    assert (folder / "model.arch").is_symlink()
    assert text(folder, "real.text") == FIXED
    assert (folder / "real.text").stat().st_mode & 0o777 == 0o640


def test_no_file_is_changed_when_one_cannot_be_read(folder: Path) -> None:
    """It may declare what seems to be missing; the exit status is 2."""
    (folder / "other.arch").write_bytes(b"\xff")
    run = archlint("check", "--fix", folder=folder)
    assert run.returncode == 2
    assert text(folder) == SAFE
    assert "nothing is fixed while a file of the model cannot be read" in run.stderr


def test_what_comes_by_import_stays_as_it_is(folder: Path) -> None:
    """It is known, not judged."""
    (folder / "model.arch").write_text('import "other/hub.arch"\nproduct a { uses hub }\n')
    (folder / "other").mkdir()
    (folder / "other" / "hub.arch").write_text("platform hub { ownr x; interface feed }\n")
    archlint("check", "--fix", "model.arch", folder=folder)
    assert "uses hub.feed" in text(folder)
    assert "ownr" in text(folder, "other/hub.arch")


def test_what_is_known_before_is_not_fixed(folder: Path) -> None:
    """A baseline says that what it holds is for another day."""
    archlint("baseline", "create", folder=folder)
    run = archlint("check", "--fix", folder=folder)
    assert run.returncode == 0
    assert text(folder) == SAFE


def test_select_fixes_what_was_selected_only(folder: Path) -> None:
    """Other findings, and imports that stand twice, are left; what is not selected must not come up either."""
    (folder / "model.arch").write_text('import "std"\n' + SAFE + 'product b { allow MOD001 because "x" }\n')
    archlint("check", "--fix", "--select", "INT108", folder=folder)
    assert text(folder) == 'import "std"\n' + FIXED + 'product b { allow MOD001 because "x" }\n'
    plain = "data d { classification personal }\nproduct a { reads d from old.out }\n"
    plain += (
        "platform registers { store s { register; holds d as master; interface api { exposes d; transport plain } } }\n"
    )
    plain += "system old { interface out { exposes d } }\n"
    (folder / "model.arch").write_text(plain)
    run = archlint("check", "--fix", "--unsafe-fixes", "--select", "DAT110", folder=folder)
    assert text(folder) == plain
    assert "it would bring SEC103 unencrypted-personal-data" in run.stderr


def test_at_one_time_nothing_is_broken_at_another(folder: Path) -> None:
    """A waiver that is not needed at the time that is looked at, but later, stays."""
    waived = (
        "plateau now { at 2014 }\nplateau then { at 2018 }\nproduct a { uses b since 2016 }\n"
        'product b { uses a; allow INT105 because "until it moves" }\n'
    )
    (folder / "model.arch").write_text(waived)
    run = archlint("check", "--fix", "--at", "now", folder=folder)
    assert "WVR002" in run.stdout
    assert text(folder) == waived


def test_a_file_of_two_models_is_fixed_once(folder: Path) -> None:
    """What the first model has had fixed is so for the second, and written once."""
    (folder / "model.arch").rename(folder / "shared.arch")
    (folder / "one.arch").write_text("product one { uses hub }\n")
    (folder / "archlint.toml").write_text('[models]\none = ["shared.arch", "one.arch"]\ntwo = ["shared.arch"]\n')
    run = archlint("check", "--fix", folder=folder)
    assert "fixed 2 findings in 2 files" in run.stderr
    assert text(folder, "shared.arch") == FIXED
    assert text(folder, "one.arch") == "product one { uses hub.feed }\n"


def test_a_file_that_has_changed_meanwhile_is_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody's work is lost because archlint was slow."""
    monkeypatch.chdir(folder)
    with pytest.raises(typer.Exit) as end:
        rewritten(SourceFile("model.arch", "product x"), SourceFile("model.arch", "product y"))
    assert end.value.exit_code == 2
    assert "has changed in the meantime; nothing was written" in capsys.readouterr().err


def test_messages_are_safe_for_the_terminal(folder: Path) -> None:
    """What a model holds in its names is spelled out, in the difference too."""
    (folder / "model.arch").write_text(SAFE.replace("why", "\x1b[31m\u202e"))
    run = archlint("check", "--diff", "--show-fixes", folder=folder)
    assert "\x1b" not in run.stdout + run.stderr
    assert "\\u{1b}[31m\\u{202e}" in run.stdout
