"""Findings as SARIF 2.1.0, the format in which scanners of source code report results."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote

import archlint
from archlint.diagnostics import Finding, Fix, Severity
from archlint.escaping import for_json
from archlint.report import Verdict
from archlint.reporters.wording import remark
from archlint.rules.catalogue import catalogue
from archlint.rules.page import page
from archlint.rules.rule import HOME, Rule
from archlint.source import Span

__all__ = ["sarif"]

Json = dict[str, object]

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(reports: Sequence[Verdict], colour: bool = False) -> str:
    """One log with a run for each model."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report) for report in reports]}
    return for_json(json.dumps(log, indent=2, ensure_ascii=False)) + "\n"


def _run(report: Verdict) -> Json:
    codes = sorted({finding.code for finding in report.findings})
    return {
        "tool": {
            "driver": {
                "name": "archlint",
                "semanticVersion": archlint.__version__,
                "informationUri": HOME,
                "rules": [_rule(catalogue()[code]) for code in codes],
            }
        },
        "automationDetails": {"id": f"archlint/{report.name}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not report.unread}],
        "results": [_result(finding, codes.index(finding.code)) for finding in report.findings],
    }


def _rule(rule: type[Rule]) -> Json:
    summary = rule.documentation().summary.split("\n\n")[0].replace("\n", " ")
    return {
        "id": rule.code,
        "name": rule.__name__,
        "shortDescription": {"text": summary},
        "help": {"text": page(rule), "markdown": page(rule)},
        "helpUri": rule.url(),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int) -> Json:
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity] if finding.counts or finding.waived or finding.baselined else "note",
        "message": {"text": _message(finding)},
        "locations": [_location(finding.span)],
        "partialFingerprints": {"archlint/v1": finding.fingerprint},
        "properties": {"status": finding.status.value, "snapshots": list(finding.snapshots)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(label.span), "message": {"text": label.message or "related"}}
            for number, label in enumerate(finding.related, 1)
        ]
    if finding.witness:
        result["codeFlows"] = [_flow(finding)]
    if finding.waived:
        waived = finding.waived
        result["suppressions"] = [
            {"kind": "inSource", "justification": waived.reason, "location": _location(waived.span)}
        ]
    if finding.baselined:
        result["suppressions"] = [{"kind": "external", "justification": "known before: in the baseline"}]
    if finding.fixes:
        result["fixes"] = [_fix(fix) for fix in finding.fixes]
    return result


def _message(finding: Finding) -> str:
    """The message in plain text with its help, and a link to each related place by its number."""
    text = _unlinked(f"{finding.message}{'' if finding.waived else remark(finding)}")
    help = f"\n{_unlinked(finding.help)}" if finding.help else ""
    links = [f"[{_unlinked(label.message or 'related')}]({number})" for number, label in enumerate(finding.related, 1)]
    return text + help + (f"\n{', '.join(links)}" if links else "")


def _unlinked(text: str) -> str:
    """Text whose brackets and backslashes begin no link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(span: Span) -> Json:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(span.source.path)},
            "region": _region(span),
        }
    }


def _region(span: Span) -> Json:
    """The stretch, up to the end of its first line: viewers show no other."""
    begin, finish = span.begin, span.finish
    line = span.source.line(begin.line)
    last = finish.column if finish.line == begin.line else len(line) + 1
    return {
        "startLine": begin.line,
        "startColumn": begin.column,
        "endLine": begin.line,
        "endColumn": max(last, begin.column),
    }


def _flow(finding: Finding) -> Json:
    """The witness: each step with the place that is known of it, the finding's own where none is."""
    places = [finding.span, *(label.span for label in finding.related)]
    steps: Iterator[Json] = (
        {"location": {**_location(places[min(number, len(places) - 1)]), "message": {"text": step}}}
        for number, step in enumerate(finding.witness)
    )
    return {"threadFlows": [{"locations": list(steps)}]}


def _fix(fix: Fix) -> Json:
    changes: dict[str, list[Json]] = {}
    for span, text in fix.edits:
        replacement = {"deletedRegion": _exact(span), "insertedContent": {"text": text}}
        changes.setdefault(span.source.path, []).append(replacement)
    return {
        "description": {"text": _unlinked(fix.message)},
        "artifactChanges": [
            {"artifactLocation": {"uri": quote(path)}, "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }


def _exact(span: Span) -> Json:
    begin, finish = span.begin, span.finish
    return {
        "startLine": begin.line,
        "startColumn": begin.column,
        "endLine": finish.line,
        "endColumn": finish.column,
    }
