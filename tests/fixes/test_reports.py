"""Fixes as the formats tell of them: valid, and enough to make the change."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from archlint.diagnostics import Edit, Fix
from archlint.reporters.full import full
from archlint.reporters.json_report import json_report, json_schema
from archlint.reporters.sarif import sarif
from tests.linting import report

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "sarif" / "sarif-schema-2.1.0.json"
MODEL = """import "std"
data d
legacy old { until 2018; interface lookup { standard json; exposes d }; store s { holds d as master until 2018 } }
platform new {
  replaces old; interface api { standard json; exposes d }
  store s { holds d as master since 2018 }
}
product ä {
  reads d from old.lookup
  uses new; ownr x
  allow INT105 because "none"
}
"""


def edited(text: str, edits: list[dict[str, Any]], first: int = 1) -> str:
    """A text with edits in it whose places are lines and columns."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for edit in sorted(edits, key=lambda one: (one["line"], one["column"]), reverse=True):
        begin = starts[edit["line"] - first] + edit["column"] - 1
        end = starts[edit["end_line"] - first] + edit["end_column"] - 1
        text = text[:begin] + edit["text"] + text[end:]
    return text


def test_json_has_the_edits() -> None:
    """Each finding with a fix says what it does, whether it is safe, and which stretches become what."""
    document = json.loads(json_report([report(MODEL)]))
    jsonschema.validate(document, json_schema())
    fixes = {finding["code"]: finding["fixes"] for finding in document["models"][0]["findings"] if finding["fixes"]}
    assert set(fixes) == {"MOD001", "INT108", "LEG109", "WVR002"}
    assert [fix["safe"] for fix in fixes["LEG109"]] == [False]
    assert [fix["safe"] for fix in fixes["INT108"]] == [True]
    moved = edited(MODEL, fixes["LEG109"][0]["edits"])
    assert "  reads d from old.lookup until 2018\n  reads d from new.api since 2018\n" in moved
    assert "  uses new.api; ownr x\n" in edited(MODEL, fixes["INT108"][0]["edits"])
    assert "allow" not in edited(MODEL, fixes["WVR002"][0]["edits"])


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the SARIF schema is not beside the repository")
def test_sarif_has_the_edits() -> None:
    """The log with its fixes is valid, and they make the same change."""
    log = json.loads(sarif([report(MODEL)]))
    jsonschema.validate(log, json.loads(SCHEMA.read_text(encoding="utf-8")))
    results = {result["ruleId"]: result for result in log["runs"][0]["results"] if "fixes" in result}
    (change,) = results["LEG109"]["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == results["LEG109"]["locations"][0]["physicalLocation"]["artifactLocation"]
    edits = [
        {
            "line": one["deletedRegion"]["startLine"],
            "column": one["deletedRegion"]["startColumn"],
            "end_line": one["deletedRegion"]["endLine"],
            "end_column": one["deletedRegion"]["endColumn"],
            "text": one["insertedContent"]["text"],
        }
        for one in change["replacements"]
    ]
    assert "  reads d from old.lookup until 2018\n  reads d from new.api since 2018\n" in edited(MODEL, edits)


def test_full_says_what_can_be_fixed() -> None:
    """Each finding with a fix says what that would do, and the end how many there are and how to apply them."""
    said = full([report(MODEL)])
    assert "= fix: replace `new` with `new.api`\n" in said
    assert "= fix: read `d` from `old.lookup` until 2018, and from `new.api` since then (unsafe)\n" in said
    assert said.endswith("3 fixable with `--fix`, 1 more with `--fix --unsafe-fixes`\n")


def test_full_says_nothing_where_there_is_nothing_to_fix() -> None:
    """Neither of findings without a fix nor of waived ones."""
    waived = (
        'product a { uses b { allow INT108 because "soon" } }\nplatform b { interface c { standard s } }\nstandard s'
    )
    for text in ("product a", waived):
        assert "fix" not in full([report(text)])


def test_brackets_in_a_fix_begin_no_link() -> None:
    """The name of a file is a name in the log, whatever it looks like."""
    found = report("product a")
    fix = Fix("import `[a](1).arch`", (Edit(found.findings[0].span, ""),))
    one = replace(found, findings=(replace(found.findings[0], fixes=(fix,)),))
    (run,) = json.loads(sarif([one]))["runs"]
    assert run["results"][0]["fixes"][0]["description"]["text"] == "import `\\[a\\](1).arch`"
