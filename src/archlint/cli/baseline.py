"""`archlint baseline`: adopts an estate as it stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import options
from archlint.cli.known import baseline_file, baseline_in, gone_from, kept_as, less_the_baseline, tell_gone
from archlint.cli.output import write_whole
from archlint.cli.subjects import fail, settings_for, subjects_of, tell_unread
from archlint.cli.verdicts import verdict_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from archlint.baseline import Baseline
    from archlint.configuration import Settings
    from archlint.report import Verdict

__all__ = ["create", "prune", "update"]

File = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="The baseline; archlint-baseline.json beside the configuration.",
        show_default=False,
    ),
]


def create(
    paths: options.Paths = None,
    baseline: File = None,
    profile: options.Profile = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Write a baseline of all that is found today."""
    settings, reports = _linted(paths, profile, config, isolated)
    file = baseline_file(settings, baseline)
    if file.exists():
        fail(f"{file} is there already: `archlint baseline update` brings it up to date, `prune` only takes out")
    _write_all(file, _empty(), reports, settings)


def update(
    paths: options.Paths = None,
    baseline: File = None,
    profile: options.Profile = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Bring a baseline up to date: take in what is new, take out what is gone."""
    settings, reports = _linted(paths, profile, config, isolated)
    file = baseline_file(settings, baseline)
    _write_all(file, baseline_in(file), reports, settings, every_model=not paths)


def prune(
    paths: options.Paths = None,
    baseline: File = None,
    profile: options.Profile = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Take out of a baseline what is gone, and take in nothing."""
    settings, reports = _linted(paths, profile, config, isolated)
    file = baseline_file(settings, baseline)
    found = baseline_in(file)
    known, _ = less_the_baseline(reports, settings, file)
    gone = gone_from(found, known, settings, every_model=not paths)
    tell_gone(gone)
    kept = {name: [entry for entry in found.of(name) if entry not in out] for name, out in gone.items()}
    _write(file, found, found.having(kept))


def _linted(
    paths: Sequence[str] | None, profile: str | None, config: Path | None, isolated: bool
) -> tuple[Settings, list[Verdict]]:
    """The settings and the reports; ends the run where something could not be read: nobody knows what it hides."""
    settings = settings_for(paths or [], config, isolated, profile=profile)
    reports = [verdict_on(subject, settings) for subject in subjects_of(paths or [], settings)]
    for report in reports:
        tell_unread(report)
    if any(report.unread for report in reports):
        fail("a baseline is made of what could be read in full: nothing was written")
    return settings, reports


def _empty() -> Baseline:
    from archlint.baseline import Baseline

    return Baseline()


def _write_all(
    file: Path, before: Baseline, reports: Sequence[Verdict], settings: Settings, every_model: bool = True
) -> None:
    """Writes a baseline of the reports; other models keep their entries, unless the reports are of every model."""
    from archlint.baseline import accepted

    found = {kept_as(report, settings): accepted(report) for report in reports}
    _write(file, before, (_empty() if every_model else before).having(found))
    unreadable = sum(finding.code.startswith("SYN") for report in reports for finding in report.findings)
    if unreadable:
        typer.echo(f"archlint: {unreadable} syntax errors are not in it: mend them first", err=True)


def _write(file: Path, before: Baseline, after: Baseline) -> None:
    """Writes a baseline and says what has changed in it."""
    from archlint.baseline import written

    old, new = (
        {(model, entry.fingerprint) for model, entries in side.models.items() for entry in entries}
        for side in (before, after)
    )
    if after != before or not file.exists():
        write_whole(file, written(after).encode("utf-8"))
    said = f"{len(new)} findings, {len(new - old)} of them new, {len(old - new)} taken out"
    typer.echo(f"archlint: {file}: {said}", err=True)
