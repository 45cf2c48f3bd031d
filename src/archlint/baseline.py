"""A baseline: the findings with which an estate was adopted, each known by its fingerprint."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from archlint.diagnostics import Finding
from archlint.report import Verdict

if TYPE_CHECKING:
    from pydantic import ValidationError

__all__ = ["FILE", "Baseline", "BaselineError", "Entry", "accepted", "gone", "known_before", "read", "written"]

FILE = "archlint-baseline.json"
VERSION = 1
V = TypeVar("V", bound=Verdict)


class BaselineError(Exception):
    """The baseline cannot be used; the message says why, in one line."""


@dataclass(frozen=True)
class Entry:
    """A finding as the baseline keeps it: its fingerprint decides, the rest is for whoever reads the file."""

    fingerprint: str
    code: str
    message: str


@dataclass(frozen=True)
class Baseline:
    """The entries of each model, by the model's name."""

    models: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def of(self, model: str) -> tuple[Entry, ...]:
        """The entries of a model, none where the baseline does not know it."""
        return self.models.get(model, ())

    def having(self, entries: Mapping[str, Iterable[Entry]]) -> Baseline:
        """The baseline with other entries for some models; a model without an entry is left out."""
        models = {**self.models, **{name: tuple(kept) for name, kept in entries.items()}}
        return Baseline({name: kept for name, kept in models.items() if kept})


def read(file: Path) -> Baseline:
    """The baseline in a file; raises BaselineError."""
    from pydantic import TypeAdapter, ValidationError

    try:
        content = json.loads(file.read_bytes())
        if not isinstance(content, dict) or content.get("version") != VERSION:
            raise BaselineError(f"{file} is no baseline that this archlint reads: its version is not {VERSION}")
        models = TypeAdapter(dict[str, tuple[Entry, ...]]).validate_python(content.get("models"))
    except (OSError, ValueError, RecursionError) as error:
        reason = f"{_first(error)}" if isinstance(error, ValidationError) else getattr(error, "strerror", None) or error
        raise BaselineError(f"{file} cannot be read as a baseline: {reason}") from None
    return Baseline(models)


def _first(error: ValidationError) -> str:
    found = error.errors()[0]
    return f"{'.'.join(map(str, found['loc']))}: {found['msg']}"


def written(baseline: Baseline) -> str:
    """A baseline as text: sorted, an entry a line, so that two branches that change it merge."""
    models = [
        f"    {json.dumps(name)}: [\n" + ",\n".join(f"      {_line(entry)}" for entry in entries) + "\n    ]"
        for name, entries in sorted(baseline.models.items())
    ]
    return f'{{\n  "version": {VERSION},\n  "models": {{\n' + ",\n".join(models) + "\n  }\n}\n"


def _line(entry: Entry) -> str:
    fields = {"code": entry.code, "fingerprint": entry.fingerprint, "message": entry.message}
    return json.dumps(fields, ensure_ascii=False)


def accepted(report: Verdict) -> tuple[Entry, ...]:
    """What a baseline of a report holds: every finding that counts, but never that a text cannot be read, for
    nobody knows what such a text hides."""
    return tuple(
        Entry(finding.fingerprint, finding.code, finding.message)
        for finding in sorted(report.findings, key=lambda finding: (finding.code, finding.fingerprint))
        if _acceptable(finding)
    )


def _acceptable(finding: Finding) -> bool:
    return finding.counts and not finding.code.startswith("SYN")


def known_before(report: V, fingerprints: Collection[str]) -> V:
    """The report in which the findings of these fingerprints are marked as known before."""
    return replace(
        report,
        findings=tuple(
            replace(finding, baselined=True)
            if finding.fingerprint in fingerprints and _acceptable(finding)
            else finding
            for finding in report.findings
        ),
    )


def gone(report: Verdict, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that no longer excuse anything: the finding is mended, waived or resolved by the roadmap.
    Of the rules that did not run nothing can be said."""
    excused = {finding.fingerprint for finding in report.findings if finding.baselined}
    return tuple(entry for entry in entries if entry.fingerprint not in excused and entry.code not in report.silent)
