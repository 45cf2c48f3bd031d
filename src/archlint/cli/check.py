"""`archlint check`: lints models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import options
from archlint.cli.output import outputs_of, wants_colour
from archlint.cli.progress import progress
from archlint.cli.subjects import fail, settings_for, subjects_of

if TYPE_CHECKING:
    from archlint.linter import Subject
    from archlint.report import Report


FORMATS_HELP = "full, concise, json, sarif, github, gitlab, junit or markdown; repeatable."


def check(
    paths: options.Paths = None,
    at: options.At = None,
    every_change: Annotated[bool, typer.Option("--every-change", help="Judge every instant of change.")] = False,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    extend_select: options.ExtendSelect = None,
    extend_ignore: options.ExtendIgnore = None,
    output_format: Annotated[
        list[str] | None,
        typer.Option(
            "--output-format",
            metavar="FORMAT[:FILE]",
            help=FORMATS_HELP,
            show_default=False,
        ),
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", help="error, warning, info or never.", show_default="warning")
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    color: Annotated[str, typer.Option("--color", help="auto, always or never.")] = "auto",
    stdin_filename: options.StdinName = "<stdin>",
    allow_no_files: Annotated[bool, typer.Option("--allow-no-files", help="Nothing to lint is no error.")] = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read everything afresh, as it always does yet.")
    ] = False,
) -> None:
    """Lint models."""
    given = paths or []
    wanted = outputs_of(output_format or [], wants_colour(color))
    settings = settings_for(
        given, config, isolated, profile=profile, select=select, ignore=ignore,
        extend_select=extend_select, extend_ignore=extend_ignore, fail_on=_threshold(fail_on),
    )  # fmt: skip
    reports = [_lint(subject, settings, at, every_change) for subject in subjects_of(given, settings, stdin_filename)]
    _refuse_emptiness(reports, allow_no_files)
    for output in wanted:
        output.write(reports)
    raise typer.Exit(_status(reports, settings.fail_on, exit_zero))


def _threshold(fail_on: str | None) -> str | None:
    if fail_on not in (None, "error", "warning", "info", "never"):
        fail(f"--fail-on takes error, warning, info or never, not {fail_on}")
    return fail_on


def _lint(subject: Subject, settings: object, at: str | None, every_change: bool) -> Report:
    from archlint.configuration import ConfigurationError
    from archlint.linter import UnknownMoment, lint

    try:
        with progress(f"linting {subject.name}"):
            return lint(subject, settings, at, every_change)  # type: ignore[arg-type]  # Settings is imported late
    except (ConfigurationError, UnknownMoment) as error:
        fail(str(error))


def _refuse_emptiness(reports: Sequence[Report], allowed: bool) -> None:
    if not allowed and not any(report.model.files or report.unread for report in reports):
        fail("there is nothing to lint: no .arch file was found (--allow-no-files accepts that)")


def _status(reports: Sequence[Report], fail_on: str, exit_zero: bool) -> int:
    from archlint.diagnostics import Severity

    if any(report.unread for report in reports):
        return 2
    if exit_zero or fail_on == "never":
        return 0
    worst = Severity(fail_on).rank
    found = (finding for report in reports for finding in report.findings)
    return int(any(finding.counts and finding.severity.rank <= worst for finding in found))
