"""Findings as JSON, version 1: the models here are the published schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

import archlint
from archlint.diagnostics import Finding, Label
from archlint.escaping import for_json
from archlint.report import Verdict
from archlint.reporters.counting import tally
from archlint.rules.catalogue import catalogue
from archlint.source import Span

__all__ = ["Document", "json_report", "json_schema"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SnapshotOut(_Shape):
    """A moment at which the model was judged; `at` is null where it has no date."""

    name: str
    at: str | None


class Place(_Shape):
    """A stretch of a file; lines and columns count from 1, columns in code points, the end not included."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class RelatedOut(Place):
    """Another place that matters."""

    message: str


class EditOut(Place):
    """The text that takes the place of a stretch."""

    text: str


class FixOut(_Shape):
    """A change that removes the finding."""

    message: str
    safe: bool
    edits: list[EditOut]


class WaivedOut(_Shape):
    """Why a finding is accepted, and where that is written."""

    reason: str
    path: str
    line: int


class FindingOut(Place):
    """One breach of one rule."""

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    status: Literal["open", "introduced", "transitional", "resolved"]
    snapshots: list[str]
    message: str
    help: str
    url: str
    elements: list[str]
    related: list[RelatedOut]
    witness: list[str]
    fixes: list[FixOut]
    fingerprint: str
    waived: WaivedOut | None
    baselined: bool


class ModelOut(_Shape):
    """One model and what was found in it."""

    name: str
    files: list[str]
    snapshots: list[SnapshotOut]
    elements: int
    relations: int
    findings: list[FindingOut]


class Summary(_Shape):
    """Counts over all models; a resolved, waived or baselined finding counts as that only."""

    error: int
    warning: int
    info: int
    resolved: int
    waived: int
    baselined: int


class Document(_Shape):
    """The report of a run."""

    version: Literal[1]
    archlint: str
    models: list[ModelOut]
    summary: Summary


def json_report(reports: Sequence[Verdict], colour: bool = False) -> str:
    """The report of a run as JSON text."""
    found = [finding for report in reports for finding in report.findings]
    document = Document(
        version=1,
        archlint=archlint.__version__,
        models=[_model(report) for report in reports],
        summary=Summary(**tally(found)._asdict()),
    )
    return for_json(document.model_dump_json(indent=2)) + "\n"


def json_schema() -> dict[str, object]:
    """The JSON Schema of the report."""
    schema = Document.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "archlint report, version 1", **schema}


def _model(report: Verdict) -> ModelOut:
    return ModelOut(
        name=report.name,
        files=list(report.files),
        snapshots=[SnapshotOut(name=moment.name, at=moment.at) for moment in report.moments],
        elements=report.elements,
        relations=report.relations,
        findings=[_finding(finding) for finding in report.findings],
    )


def _finding(finding: Finding) -> FindingOut:
    waived = finding.waived
    return FindingOut(
        code=finding.code,
        name=finding.name,
        severity=finding.severity.value,
        status=finding.status.value,
        snapshots=list(finding.snapshots),
        message=finding.message,
        help=finding.help,
        url=catalogue()[finding.code].url(),
        **_place(finding.span),
        elements=list(finding.elements),
        related=[_related(label) for label in finding.related],
        witness=list(finding.witness),
        fixes=[
            FixOut(
                message=fix.message,
                safe=fix.safe,
                edits=[EditOut(**_place(span), text=text) for span, text in fix.edits],
            )
            for fix in finding.fixes
        ],
        fingerprint=finding.fingerprint,
        waived=waived and WaivedOut(reason=waived.reason, path=waived.span.source.path, line=waived.span.begin.line),
        baselined=finding.baselined,
    )


def _related(label: Label) -> RelatedOut:
    return RelatedOut(message=label.message, **_place(label.span))


def _place(span: Span) -> dict[str, Any]:
    begin, finish = span.begin, span.finish
    return {
        "path": span.source.path,
        "line": begin.line,
        "column": begin.column,
        "end_line": finish.line,
        "end_column": finish.column,
    }
