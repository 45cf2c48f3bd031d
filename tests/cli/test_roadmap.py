"""`archlint roadmap`: the story of an estate, and whether it gets there."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.running import archlint

ARRIVES = """import "std"
plateau now { at 2014 }
plateau then { at 2018 }
data record
legacy old {
  cost 3m GBP
  until 2017; store files { holds record as master }
  interface door { standard rest; exposes record }
}
platform new {
  since 2016
  replaces old
  interface api { standard rest; exposes record }
  store register { holds record as master since 2017 }
}
product p { reads record from old.door until 2017; reads record from new.api since 2017 }
"""


def run(folder: Path, text: str, *flags: str) -> tuple[int, str]:
    """The exit status and the output."""
    (folder / "estate.arch").write_text(text)
    done = archlint("roadmap", "estate.arch", *flags, folder=folder)
    assert done.stderr == "" or "--output" in flags
    return done.returncode, done.stdout


def test_a_roadmap_that_gets_there(tmp_path: Path) -> None:
    """The states stand in a table, lives as bars, masters in the order of time; the verdict comes last."""
    status, text = run(tmp_path, ARRIVES)
    lines = text.splitlines()
    assert status == 0
    states = [line.split() for line in lines if line.startswith(("now ", "then "))]
    assert [state[:3] for state in states] == [["now", "2014-01-01", "1"], ["then", "2018-01-01", "0"]]
    assert states[0][3:] == ["3.0m", "GBP", "(1", "of", "1)", "1", "0", "0", "0", "0", "0"]
    assert any(line.startswith("old ") and line.endswith("legacy, until 2017-01-01") for line in lines)
    assert any(line.startswith("record ") and line.endswith("A old, B new") for line in lines)
    assert lines[-1] == "verdict: it gets there"


def test_a_roadmap_that_does_not(tmp_path: Path) -> None:
    """Legacy that stays, and dependencies that outlive what they need, keep it from arriving."""
    status, text = run(
        tmp_path, ARRIVES.replace("reads record from old.door until 2017;", "reads record from old.door;")
    )
    assert status == 1
    assert "LEG109" in text
    assert "verdict: it does not get there as it stands: 1 thing breaks on the way\n" in text
    status, text = run(tmp_path, ARRIVES.replace("until 2017; store", "store"))
    assert status == 1
    assert "legacy stays at 1" in text


def test_a_text_with_errors_is_not_said_to_arrive(tmp_path: Path) -> None:
    """Where part of the text could not be understood, the verdict is not that all is well."""
    text = "plateau a { at 2026 }\nplateau b { at 2028 }\nlegcy host\nproduct p"
    status, shown = run(tmp_path, text)
    assert status == 1
    assert "the text has 1 error, which `archlint check` shows" in shown
    assert "does not get there" in shown


def test_what_lies_outside_the_states_is_not_on_the_way(tmp_path: Path) -> None:
    """What holds in the first state and the last is left, though it began before and ends after them; what was over
    before the first is nobody's concern."""
    wires = "product a { since 2010; until 2040; uses b }\nproduct b { since 2010; until 2040; uses a }\n"
    over = "product c { until 2015; uses d }\nproduct d { until 2015; uses c }\n"
    status, shown = run(tmp_path, f"plateau now {{ at 2026 }}\nplateau then {{ at 2028 }}\n{wires}{over}")
    assert status == 1
    assert "of errors and warnings 0 resolved, 1 left, 0 brought in" in shown
    assert "breaks on the way" not in shown


def test_exit_zero_only_tells(tmp_path: Path) -> None:
    """With `--exit-zero` the story is told and nothing fails."""
    assert run(tmp_path, "legacy old", "--exit-zero")[0] == 0


def test_json_holds_the_same(tmp_path: Path) -> None:
    """Programs get states, lives, masters and the verdict."""
    (roadmap,) = json.loads(run(tmp_path, ARRIVES, "--format", "json")[1])["roadmaps"]
    assert roadmap["arrives"] is True
    assert [state["legacy"] for state in roadmap["states"]] == [1, 0]
    assert roadmap["states"][0]["costs"] == {"GBP": 3e6}
    assert [life["name"] for life in roadmap["masters"]["record"]] == ["old.files", "new.register"]


def test_a_plateau_without_a_date_goes_by_its_name(tmp_path: Path) -> None:
    """What begins or ends with the undated plateau says so."""
    text = (
        "plateau now { at 2014 }\nplateau goal\nlegacy old { until goal }\nplatform new { since goal; replaces old }\n"
    )
    shown = run(tmp_path, text + "product p { since 2015 }")[1]
    assert "legacy, until goal" in shown
    assert "platform, since goal" in shown


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF-")])
def test_a_picture_is_written_as_the_name_of_its_file_ends(tmp_path: Path, ending: str, begins: bytes) -> None:
    """The end of the file's name says what is drawn; the exit status stays that of the roadmap."""
    assert run(tmp_path, ARRIVES, "--output", f"roadmap.{ending}") == (0, "")
    assert (tmp_path / f"roadmap.{ending}").read_bytes().startswith(begins)


def test_the_verdict_is_said_where_the_rest_goes_to_a_file(tmp_path: Path) -> None:
    """Who gets exit status 1 and a file is told why."""
    (tmp_path / "estate.arch").write_text("legacy old")
    done = archlint("roadmap", "estate.arch", "--output", "roadmap.svg", folder=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("archlint: wrote roadmap.svg: estate: it does not get there as it stands: 1 legacy")


def test_a_picture_goes_to_standard_output(tmp_path: Path) -> None:
    """Without a file an SVG goes where the text would, and is whole."""
    status, text = run(tmp_path, "legacy old", "--format", "svg")
    assert status == 1
    assert ElementTree.fromstring(text.encode()).tag == "{http://www.w3.org/2000/svg}svg"


def test_text_and_json_go_to_a_file(tmp_path: Path) -> None:
    """What would stand on standard output stands in the file; JSON where its name says so."""
    for ending, begins in (("txt", "estate\n"), ("json", '{\n  "version": 1')):
        assert run(tmp_path, ARRIVES, "--output", f"roadmap.{ending}") == (0, "")
        assert (tmp_path / f"roadmap.{ending}").read_text().startswith(begins)


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    """A format that there is not is wrong usage, asked for or by the end of a file's name."""
    for flags in (("--format", "gif"), ("--output", "roadmap.gif")):
        done = archlint("roadmap", *flags, folder=tmp_path)
        assert done.returncode == 2
        assert "roadmap writes text, json, svg, png or pdf, not gif" in done.stderr


def test_a_picture_shows_one_model(tmp_path: Path) -> None:
    """Where the configuration names several models, a picture needs to be told which."""
    (tmp_path / "archlint.toml").write_text('[models]\na = ["a.arch"]\nb = ["b.arch"]\n')
    for name in "ab":
        (tmp_path / f"{name}.arch").write_text("legacy old")
    done = archlint("roadmap", "--format", "svg", folder=tmp_path)
    assert done.returncode == 2
    assert "svg shows one model, and the configuration names 2: a, b" in done.stderr


def test_the_text_keeps_to_the_width_of_the_terminal(tmp_path: Path) -> None:
    """No line is wider than the terminal; a narrow one gets a column for each state."""
    (tmp_path / "estate.arch").write_text(ARRIVES)
    for width in (70, 100, 140):
        done = archlint("roadmap", folder=tmp_path, COLUMNS=str(width))
        lines = done.stdout.splitlines()
        assert max(map(len, lines)) <= width
        assert any(line.split() == ["legacy", "systems", "1", "0"] for line in lines) == (width == 70)
