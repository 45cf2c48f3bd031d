"""The formats for machines: each valid by its own rules, whatever a model says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.report import Report
from archlint.reporters.concise import concise
from archlint.reporters.full import full
from archlint.reporters.github import github
from archlint.reporters.gitlab import gitlab
from archlint.reporters.json_report import json_report
from archlint.reporters.junit import junit
from archlint.reporters.markdown import markdown
from archlint.reporters.sarif import sarif
from tests.linting import report

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "sarif" / "sarif-schema-2.1.0.json"
FORMATS = [concise, full, github, gitlab, json_report, junit, markdown, sarif]
MODEL = """plateau now { at 2014 }
plateau later
product a { uses b; reuses b { allow MOD010 because "x" } }
product b { uses a { allow INT105 because "both go" } }
product c { uses d }
product d { uses c until 2015 }
product e "Half [a] link" { uses zzz }
"""
HOSTILE = st.text(st.sampled_from("a:,%\r\n\t]>[<&|`*_\\\"'\x1b\x9b\u202e\x00#@{}() ;!é漢")) | st.sampled_from(
    ["::error::", "]]>", "<script>", "%0A", "[x](y)", "\x1b[31m", "-->", "| a |"]
)


def quoted(text: str) -> str:
    """The text as a string of the language."""
    body = "".join(f"\\u{{{ord(char):x}}}" for char in text)
    return f'"{body}"'


def hostile(text: str) -> Report:
    """A report in whose findings a text stands in title, reason and path alike."""
    model = (
        f"product a {quoted(text)} {{ uses b {{ allow INT105 because {quoted(text or 'x')} }} }}\n"
        f"product b {{ uses a }}\nproduct c {{ need {quoted(text)}; uses zzz }}"
    )
    return report(model, profile="all")


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the SARIF schema is not beside the repository")
@pytest.mark.parametrize("text", [MODEL, "", 'product a { "', 'product a { allow NIX because "x" }'])
def test_sarif_keeps_to_its_schema(text: str) -> None:
    """A log is valid by the official schema."""
    log = json.loads(sarif([report(text, profile="all")]))
    jsonschema.validate(log, json.loads(SCHEMA.read_text("utf-8")))


def test_a_sarif_result_tells_place_path_waiver_and_status() -> None:
    """Rules, regions on one line, fingerprints, related places, witness and suppression are all there."""
    (run,) = json.loads(sarif([report(MODEL, select=("INT105",))]))["runs"]
    (waived, resolved) = run["results"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["INT105"]
    assert waived["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "model.arch"},
        "region": {"startLine": 4, "startColumn": 13, "endLine": 4, "endColumn": 19},
    }
    assert waived["suppressions"][0]["justification"] == "both go"
    assert waived["relatedLocations"][0]["id"] == 1
    assert "[part of the circle](1)" in waived["message"]["text"]
    steps = waived["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"] for step in steps] == ["a", "b", "a"]
    assert re.fullmatch(r"[0-9a-f]{16}-1", waived["partialFingerprints"]["archlint/v1"])
    assert (resolved["level"], resolved["properties"]["status"]) == ("note", "resolved")


def test_brackets_of_a_model_begin_no_link() -> None:
    """Only the links that archlint makes are links."""
    text = 'data d "x"\nproduct a { reads d from "[1](2)" }'
    (run,) = json.loads(sarif([report(text, select=("MOD002",))]))["runs"]
    assert "\\[1\\](2)" in run["results"][0]["message"]["text"]


def test_github_commands_say_level_place_and_title() -> None:
    """What counts has its level; what does not is a notice."""
    first, second = github([report(MODEL, select=("INT105",))]).splitlines()
    assert first.startswith(
        "::notice file=model.arch,line=4,endLine=4,title=INT105 dependency-cycle (waived%3A both go)"
    )
    assert ",col=13,endColumn=19::" in first
    assert second.startswith("::notice ")
    assert github([report(MODEL, select=("MOD003",))]).startswith("::error file=model.arch,line=7,")


def test_gitlab_issues_have_what_gitlab_asks_for() -> None:
    """Description, check, unique fingerprint, severity and place."""
    issues = json.loads(gitlab([report(MODEL, profile="all")]))
    assert all(set(issue) == {"description", "check_name", "fingerprint", "severity", "location"} for issue in issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert {issue["severity"] for issue in issues} <= {"major", "minor", "info"}


def test_junit_counts_what_it_lists() -> None:
    """Errors and warnings that count fail, what does not count is skipped, a model without findings passes."""
    suites = ElementTree.fromstring(junit([report(MODEL, profile="all"), report("")]))
    for suite in suites:
        cases = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(cases)
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["skipped"]) == len(suite.findall("testcase/skipped"))
    assert suites[1].attrib["failures"] == "0"


def test_markdown_tells_what_counts_first() -> None:
    """The table of what counts comes first, the rest is folded away."""
    text = markdown([report(MODEL, select=("INT105", "MOD003"))])
    assert text.startswith("## model: 1 error, 1 resolved by the roadmap, 1 waived\n")
    assert text.index("MOD003") < text.index("<details>") < text.index("INT105")


@given(HOSTILE)
def test_no_text_of_a_model_corrupts_a_format(text: str) -> None:
    """Whatever a title, a need or a reason holds, each format stays what it is."""
    reports: Sequence[Report] = [hostile(text)]
    lines = sum(len(report.findings) for report in reports)
    assert github(reports).count("\n") == lines
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in github(reports).splitlines()
    )
    assert concise(reports).count("\n") == lines
    assert len(json.loads(gitlab(reports))) == lines
    assert len(json.loads(sarif(reports))["runs"][0]["results"]) == lines
    assert len(json.loads(json_report(reports))["models"][0]["findings"]) == lines
    assert len(ElementTree.fromstring(junit(reports)).findall("testsuite/testcase")) == lines
    rows = [line for line in markdown(reports).splitlines() if line.startswith(("| error", "| warning", "| info"))]
    assert all(row.count("|") == 6 for row in rows)
    assert "<script" not in markdown(reports)


@given(HOSTILE)
@pytest.mark.parametrize("reporter", FORMATS)
def test_no_control_character_leaves_archlint(reporter: Callable[[Sequence[Report]], str], text: str) -> None:
    """No escape sequence or bidirectional character of a model is written anywhere."""
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", reporter([hostile(text)]))
