"""What was known before this run: the baseline, and the findings of an earlier revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from archlint.cli.noted import note_files
from archlint.cli.subjects import fail

if TYPE_CHECKING:
    from archlint.baseline import Baseline, Entry
    from archlint.configuration import Settings
    from archlint.linter import Subject
    from archlint.report import Verdict

V = TypeVar("V", bound="Verdict")

__all__ = [
    "baseline_file",
    "baseline_in",
    "gone_from",
    "kept_as",
    "less_the_baseline",
    "less_what_stood_at",
    "tell_gone",
]


def baseline_file(settings: Settings, given: Path | None) -> Path:
    """The baseline that a flag or the configuration names, else the one beside the configuration."""
    from archlint.baseline import FILE

    return given or settings.baseline or settings.directory / FILE


def baseline_in(file: Path) -> Baseline:
    """The baseline in a file; ends the run where it cannot be read."""
    from archlint.baseline import BaselineError, read

    try:
        return read(file)
    except BaselineError as error:
        fail(f"{error}")


def kept_as(report: Verdict, settings: Settings) -> str:
    """The name under which a baseline keeps a model: its own, but for a model that is called as the directory of the
    project only because that has no name for it; a clone may lie in another directory."""
    unnamed = report.name not in settings.models and report.name == settings.directory.resolve().name
    return "." if unnamed else report.name


def less_the_baseline(
    reports: Sequence[V], settings: Settings, given: Path | None, unused: bool = False
) -> tuple[list[V], Baseline]:
    """The reports with what the baseline holds marked as known, which is counted on standard error; and the
    baseline, empty where there is none."""
    from archlint.baseline import Baseline, known_before

    file = baseline_file(settings, given)
    note_files([file])
    if unused or not (given or settings.baseline or file.is_file()):
        return list(reports), Baseline()
    baseline = baseline_in(file)
    known = [
        known_before(report, {entry.fingerprint for entry in baseline.of(kept_as(report, settings))})
        for report in reports
    ]
    for report in known:
        _tell_known(report, f"in the baseline {file.name}")
    return known, baseline


def less_what_stood_at(revision: str, subjects: Sequence[Subject], reports: Sequence[V], settings: Settings) -> list[V]:
    """The reports with what was found before the work checked out branched off from a revision marked as known."""
    from archlint.baseline import known_before

    known = []
    for subject, report in zip(subjects, reports, strict=True):
        earlier = _fingerprints_at(revision, subject, settings)
        already = {finding.fingerprint for finding in report.findings if finding.baselined}
        known.append(known_before(report, earlier | already))
        _tell_known(known[-1], f"known before, in the baseline or since {revision}")
    return known


def _fingerprints_at(revision: str, subject: Subject, settings: Settings) -> set[str]:
    from archlint.cli.revisions import NoRevision, exported, fork_of
    from archlint.linter import lint

    try:
        with exported(fork_of(revision, subject.paths), [*subject.paths, *settings.import_roots]) as (root, moved):
            count = len(subject.paths)
            there = tuple(path for path in moved[:count] if path.exists())
            earlier = replace(settings, directory=root, import_roots=tuple(moved[count:]))
            report = lint(replace(subject, paths=there, texts=()), earlier, cache=settings.cache_folder)
    except NoRevision as error:
        fail(f"--changed-since {revision}: {error}; a shallow clone has to fetch its history first")
    return {finding.fingerprint for finding in report.findings if finding.counts}


def _tell_known(report: Verdict, where: str) -> None:
    count = sum(finding.baselined for finding in report.findings)
    findings = "finding is" if count == 1 else "findings are"
    typer.echo(f"archlint: {report.name}: {count} {findings} {where}", err=True)


def gone_from(
    baseline: Baseline, reports: Sequence[Verdict], settings: Settings, every_model: bool
) -> dict[str, tuple[Entry, ...]]:
    """By model, the entries of the baseline that no longer excuse anything. Of a model that could not be read in full
    nothing is said; of one that is not among the reports only where these are of every model there is."""
    from archlint.baseline import gone

    names = {kept_as(report, settings): report for report in reports}
    found = {name: gone(report, baseline.of(name)) for name, report in names.items() if not report.unread}
    if every_model:
        judged = set(names)
        found |= {name: entries for name, entries in baseline.models.items() if name not in judged}
    return {name: entries for name, entries in found.items() if entries}


def tell_gone(gone: Mapping[str, Sequence[Entry]]) -> None:
    """Lists on standard error what a baseline holds in vain."""
    from archlint.escaping import for_terminal

    for model, entries in gone.items():
        for entry in entries:
            said = f"{model}: no longer found, though in the baseline: {entry.code} {entry.message}"
            typer.echo(f"archlint: {for_terminal(said)}", err=True)
