"""A model as JSON, as tables and as GraphML: all of it is there, or counted as left out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import networkx as nx
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from archlint.configuration import Settings
from archlint.interchange.estate import Estate
from archlint.interchange.exports.exported import Exported
from archlint.interchange.exports.formats import EXPORTS, exported
from archlint.interchange.exports.json_model import model_schema
from archlint.interchange.structurizr.text import parsed
from archlint.interchange.words import string
from archlint.linter import Subject, read_model
from archlint.source import SourceFile
from tests.cli.running import archlint

TEXT = """
plateau now { at 2014 }
plateau then
organisation gds
data record
standard rest { open }
user people
platform pay "Pay" {
  owner gds
  since 2014-06
  until then
  cost 12.5m GBP since 2015
  serves people
  allow PLT103 because "on trial"
  interface api { standard rest; exposes record }
  store kept { holds record as master }
}
product shop "=SUM(A1)" {
  tags one, two
  reads record from pay.api via rest for "showing it" bespoke since 2015 { source "1:2" }
}
"""


COST = {"amount": 12500000.0, "currency": "GBP"}


def estate(text: str = TEXT, instant: int | None = None) -> Estate:
    """The estate that a text describes."""
    subject = Subject("estate", (), (SourceFile("estate.arch", text),))
    return Estate(read_model(subject, Settings(Path())).model, instant)


def document(text: str = TEXT) -> dict[str, list[dict[str, object]]]:
    """The export as JSON."""
    found: dict[str, list[dict[str, object]]] = json.loads(exported("json", estate(text)).files[""])
    return found


def test_json_holds_all_but_waivers() -> None:
    """Elements, properties with their times, relations with all their clauses, places."""
    found = document()
    assert [one["path"] for one in found["elements"]] == [
        "now", "then", "gds", "record", "rest", "people", "pay", "pay.api", "pay.kept", "shop",
    ]  # fmt: skip
    pay = next(one for one in found["elements"] if one["path"] == "pay")
    assert (pay["since"], pay["until"], pay["line"]) == ("2014-06-01", "then", 8)
    assert pay["properties"] == [
        {"name": "owner", "value": "gds", "clauses": {}, "since": None, "until": None},
        {"name": "cost", "value": COST, "clauses": {}, "since": "2015-01-01", "until": None},
        {"name": "serves", "value": "people", "clauses": {}, "since": None, "until": None},
    ]  # fmt: skip
    reads = next(one for one in found["relations"] if one["kind"] == "reads")
    assert {name: reads[name] for name in ("source", "target", "data", "via", "purpose", "bespoke", "since")} == {
        "source": "shop", "target": "pay.api", "data": "record", "via": "rest", "purpose": "showing it",
        "bespoke": True, "since": "2015-01-01",
    }  # fmt: skip


def test_json_is_valid_by_the_schema_that_is_published() -> None:
    """The schema in the package is the one in force, and the export keeps to it."""
    published = json.loads((files("archlint.interchange.exports") / "model.schema.json").read_text("utf-8"))
    assert published == json.loads(json.dumps(model_schema()))
    jsonschema.validate(document(), published)


def test_tables_hold_what_one_element_says_of_another() -> None:
    """Relations and references are rows; no cell is a formula; what has no column is counted."""
    found = exported("csv", estate())
    rows = list(csv.DictReader(io.StringIO(found.files["relations.csv"], newline="")))
    assert {(row["source"], row["kind"], row["target"]) for row in rows} == {
        ("pay", "serves", "people"), ("pay.api", "standard", "rest"), ("pay.api", "exposes", "record"),
        ("pay.kept", "holds", ""), ("shop", "reads", "pay.api"),
    }  # fmt: skip
    elements = {row["path"]: row for row in csv.DictReader(io.StringIO(found.files["elements.csv"], newline=""))}
    assert (elements["shop"]["title"], elements["pay"]["owner"], elements["pay"]["until"]) == (
        "'=SUM(A1)",
        "gds",
        "then",
    )
    assert found.left_out == {"at": 1, "open": 1, "cost": 1, "tags": 2}


def test_graphml_is_the_graph() -> None:
    """A reader of GraphML finds every element and every relation."""
    graph = nx.parse_graphml(exported("graphml", estate()).files[""])
    assert set(graph) == {one["path"] for one in document()["elements"]}
    assert ("shop", "pay.api") in {(source, target) for source, target, *_ in graph.edges}
    assert graph.nodes["pay"]["label"] == "Pay"


def test_an_instant_leaves_out_what_is_not_there() -> None:
    """At one date only what exists then is written."""
    from archlint.model.time import instant_of

    found = json.loads(exported("json", estate(instant=instant_of("2014-02"))).files[""])
    assert "pay" not in [one["path"] for one in found["elements"]]
    assert found["relations"] == []


@given(title=st.text(), form=st.sampled_from(sorted(EXPORTS)))
def test_no_title_breaks_a_format(title: str, form: str) -> None:
    """Whatever a title holds, what is written can be read by whoever reads the format."""
    found = exported(form, estate(f"product a {string(title)} {{ description {string(title)} }}"))
    _READERS[form](found)


_READERS: dict[str, Callable[[Exported], object]] = {
    "json": lambda found: json.loads(found.files[""]),
    "csv": lambda found: [
        list(csv.reader(io.StringIO(text, newline=""), strict=True)) for text in found.files.values()
    ],
    "graphml": lambda found: nx.parse_graphml(found.files[""]),
    "structurizr": lambda found: json.loads(found.files[""]),
    "structurizr-dsl": lambda found: parsed(SourceFile("workspace.dsl", found.files[""]), Path()),
    "archimate": lambda found: ElementTree.fromstring(found.files[""]),
    "calm": lambda found: json.loads(found.files[""]),
    "backstage": lambda found: list(yaml.safe_load_all(found.files[""])),
}


def test_every_format_is_written_from_the_command_line(tmp_path: Path) -> None:
    """One file goes to standard output or a file, several to a directory; what is left out is told."""
    (tmp_path / "estate.arch").write_text(TEXT)
    run = archlint("export", "json", "estate.arch", folder=tmp_path)
    assert (run.returncode, json.loads(run.stdout)["name"], run.stderr) == (0, "estate", "")
    refused = archlint("export", "csv", "estate.arch", folder=tmp_path)
    assert refused.returncode == 2
    assert "--output names a directory" in refused.stderr
    run = archlint("export", "csv", "estate.arch", "--output", "tables", folder=tmp_path)
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == ["elements.csv", "relations.csv"]
    assert "no place for 1 at, 1 cost, 1 open, 2 tags" in run.stderr
    assert archlint("export", "jsno", "estate.arch", folder=tmp_path).returncode == 2


@pytest.mark.parametrize(("text", "status"), [("product a { uses b }", 1), ("product a {", 1)])
def test_what_could_not_be_understood_is_told(tmp_path: Path, text: str, status: int) -> None:
    """The rest is written all the same, and the exit status says that something is missing."""
    (tmp_path / "estate.arch").write_text(text)
    run = archlint("export", "json", "estate.arch", folder=tmp_path)
    assert run.returncode == status
    assert [one["path"] for one in json.loads(run.stdout)["elements"]] == ["a"]
    assert "estate.arch:1:" in run.stderr


@pytest.mark.parametrize("form", [form for form in EXPORTS if form != "csv"])
def test_nothing_that_is_sent_to_a_terminal_can_steer_it(form: str) -> None:
    """An escape sequence in a title or a description is spelled out or replaced, and so is what turns the direction of
    writing where the format has a way to say it; CSV, which is only written to files, has none."""
    said = string("red \x1b]0;owned\x07 \x9b31m \u202e left")
    written = exported(form, estate(f"product a {said} {{ description {said} }}")).files.values()
    assert all("owned" in text for text in written)
    assert not any(sign in text for text in written for sign in "\x1b\x07\x9b")
    assert form == "backstage" or not any("\u202e" in text for text in written)


@given(title=st.text(min_size=1, max_size=30))
def test_json_that_cannot_steer_a_terminal_says_the_same(title: str) -> None:
    """What is escaped comes back."""
    assert document(f"product a {string(title)}")["elements"][0]["title"] == title
