"""Findings as a JUnit report: a suite for each model, a case for each finding."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from archlint.diagnostics import Finding, Severity
from archlint.escaping import for_xml
from archlint.report import Verdict
from archlint.reporters.wording import remark, told_at_once

__all__ = ["junit"]


def junit(reports: Sequence[Verdict], colour: bool = False) -> str:
    """Errors and warnings that count are failures; notes pass and what does not count is skipped, both with what
    is said of them; a model without findings is one case that passes."""
    root = ElementTree.Element("testsuites")
    for report in reports:
        _suite(root, report)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _suite(root: ElementTree.Element, report: Verdict) -> None:
    found = report.findings
    failures = sum(_fails(finding) for finding in found)
    skipped = sum(not finding.counts for finding in found)
    counts = {"tests": len(found) or 1, "failures": failures, "errors": 0, "skipped": skipped}
    name = for_xml(report.name)
    suite = ElementTree.SubElement(
        root, "testsuite", {"name": name, **{key: str(value) for key, value in counts.items()}, "time": "0"}
    )
    for finding in found:
        _case(suite, finding)
    if not found:
        ElementTree.SubElement(suite, "testcase", {"name": name, "classname": "archlint", "time": "0"})


def _fails(finding: Finding) -> bool:
    return finding.counts and finding.severity is not Severity.INFO


def _case(suite: ElementTree.Element, finding: Finding) -> None:
    place = finding.span.begin
    where = for_xml(f"{finding.span.source.path}:{place.line}:{place.column}")
    case = ElementTree.SubElement(
        suite, "testcase", {"name": f"{finding.code} {where}", "classname": f"archlint.{finding.name}", "time": "0"}
    )
    message = for_xml(finding.message)
    if _fails(finding):
        failure = ElementTree.SubElement(case, "failure", {"message": message, "type": finding.severity.value})
        failure.text = for_xml(f"{where}\n{told_at_once(finding)}")
    elif finding.counts:
        ElementTree.SubElement(case, "system-out").text = for_xml(told_at_once(finding))
    else:
        ElementTree.SubElement(case, "skipped", {"message": f"{message}{for_xml(remark(finding))}"})
