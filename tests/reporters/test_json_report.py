"""The JSON report keeps to the schema that is published with the package."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema

from archlint.reporters.json_report import json_report
from tests.linting import report

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads(files("archlint.reporters").joinpath("report.schema.json").read_text("utf-8"))
MODEL = """plateau now { at 2014 }
plateau later
product a { uses b }
product b { uses a { allow INT105 because "both go" } }
"""


def test_a_report_is_valid_by_the_published_schema() -> None:
    """Reports on a broken text, a waived finding and nothing at all keep to the schema."""
    reports = [report(MODEL), report('product a { uses "', profile="all"), report("")]
    jsonschema.validate(json.loads(json_report(reports)), SCHEMA)


def test_reports_on_the_models_are_valid() -> None:
    """So does the report on each model of the repository."""
    for folder in sorted((ROOT / "models").iterdir()):
        texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.arch"))] if folder.is_dir() else []
        jsonschema.validate(json.loads(json_report([report(*texts, profile="all")])), SCHEMA)


def test_a_finding_holds_what_the_contract_names() -> None:
    """Places count from 1, the subject comes first, a waiver tells its reason and line."""
    document = json.loads(json_report([report(MODEL, select=("INT105",))]))
    (model,) = document["models"]
    (finding,) = model["findings"]
    assert model["snapshots"] == [{"name": "now", "at": "2014-01-01"}, {"name": "later", "at": None}]
    assert (model["elements"], model["relations"]) == (4, 2)
    assert [finding[key] for key in ("path", "line", "column", "end_line", "end_column")] == [
        "model.arch",
        4,
        13,
        4,
        19,
    ]
    assert finding["elements"] == ["b", "a"]
    assert finding["snapshots"] == ["now", "later"]
    assert finding["status"] == "open"
    assert finding["waived"] == {"reason": "both go", "path": "model.arch", "line": 4}
    assert document["summary"] == {"error": 0, "warning": 0, "info": 0, "resolved": 0, "waived": 1, "baselined": 0}


def test_a_fingerprint_does_not_move_with_the_text() -> None:
    """Moving and splitting change no fingerprint; equals end in an ordinal."""
    whole = report("product a { uses b }\nproduct b { uses a }", select=("INT105",))
    split = report("\n\n\nproduct a { uses b }", "product b {\n\n  uses a }", select=("INT105",))
    assert [finding.fingerprint for finding in whole.findings] == [finding.fingerprint for finding in split.findings]
    twice = report("product a { uses zzz; uses zzz }", select=("MOD003",))
    first, second = (finding.fingerprint.rsplit("-", 1) for finding in twice.findings)
    assert (first[0], first[1], second[1]) == (second[0], "1", "2")
