"""`archlint roadmap`: the story of an estate, and whether it gets there."""

from __future__ import annotations

import json
from pathlib import Path

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
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_roadmap_that_gets_there(tmp_path: Path) -> None:
    """The states stand in a table, lives as bars, masters in the order of time; the verdict comes last."""
    status, text = run(tmp_path, ARRIVES)
    lines = text.splitlines()
    assert status == 0
    assert [line.split()[:3] for line in lines[3:5]] == [["now", "2014-01-01", "1"], ["then", "2018-01-01", "0"]]
    assert "3.0m GBP (of 1)" in lines[3]
    assert any(line.startswith("old ") and line.endswith("legacy, until 2017-01-01") for line in lines)
    assert "master of record: old.files, until 2017-01-01; new.register, since 2017-01-01" in lines
    assert lines[-1] == "verdict: it gets there"


def test_a_roadmap_that_does_not(tmp_path: Path) -> None:
    """Legacy that stays, and dependencies that outlive what they need, keep it from arriving."""
    status, text = run(
        tmp_path, ARRIVES.replace("reads record from old.door until 2017;", "reads record from old.door;")
    )
    assert status == 1
    assert "LEG109" in text
    assert text.endswith("verdict: it does not get there as it stands\n")
    status, text = run(tmp_path, ARRIVES.replace("until 2017; store", "store"))
    assert status == 1
    assert "legacy stays from 1 to 1" in text


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
    assert "resolves 0, leaves 1 and brings in 0" in shown
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
