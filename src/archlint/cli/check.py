"""`archlint check`: lints models."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import completion, options
from archlint.cli.fixing import Asked, beside, fixed
from archlint.cli.known import gone_from, less_the_baseline, less_what_stood_at, tell_gone
from archlint.cli.output import outputs_of, wants_colour
from archlint.cli.progress import progress
from archlint.cli.subjects import fail, settings_for, subjects_of
from archlint.cli.verdicts import report_on, verdict_on
from archlint.cli.watch import keep_running

if TYPE_CHECKING:
    from archlint.configuration import Settings
    from archlint.report import Verdict
    from archlint.subject import Subject

    Look = Callable[[Subject, Settings, str | None, bool], Verdict]

_FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown", "html")
_FIXES, _KNOWN = "Fixes", "What was known"


_OUTPUT_FORMAT = options.value(
    "--output-format",
    takes="FORMAT[:FILE]",
    what=f"{', '.join(_FORMATS[:-1])} or {_FORMATS[-1]}; repeatable.",
    group=options.OUTPUT,
    offers=completion.words(*_FORMATS),
)
_COLOR = options.value(
    "--color",
    takes="WHEN",
    what="auto (the default), always or never.",
    group=options.OUTPUT,
    offers=completion.words("auto", "always", "never"),
)
_FAIL_ON = options.value(
    "--fail-on",
    takes="SEVERITY",
    what="error, warning (the default), info or never.",
    group=options.STATUS,
    offers=completion.words("error", "warning", "info", "never"),
)
_BASELINE = options.value("--baseline", takes="FILE", what="Use this baseline.", group=_KNOWN)
_CHANGED_SINCE = options.value(
    "--changed-since", takes="REV", what="Only what is new since this git revision.", group=_KNOWN
)


def check(
    paths: options.Paths = None,
    at: options.At = None,
    every_change: options.EveryChange = False,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    extend_select: options.ExtendSelect = None,
    extend_ignore: options.ExtendIgnore = None,
    output_format: Annotated[list[str] | None, _OUTPUT_FORMAT] = None,
    statistics: Annotated[bool, options.flag("--statistics", "Count what each rule found.", options.OUTPUT)] = False,
    color: Annotated[str, _COLOR] = "auto",
    fix: Annotated[bool, options.flag("--fix", "Apply the safe fixes.", _FIXES)] = False,
    unsafe_fixes: Annotated[
        bool, options.flag("--unsafe-fixes", "With one of the others: the unsafe too.", _FIXES)
    ] = False,
    diff: Annotated[bool, options.flag("--diff", "Write nothing; show what fixes would change.", _FIXES)] = False,
    show_fixes: Annotated[bool, options.flag("--show-fixes", "List the fixes on standard error.", _FIXES)] = False,
    fail_on: Annotated[str | None, _FAIL_ON] = None,
    exit_zero: Annotated[bool, options.flag("--exit-zero", "Exit with 0 whatever is found.", options.STATUS)] = False,
    allow_no_files: Annotated[
        bool, options.flag("--allow-no-files", "Nothing to lint is no error.", options.STATUS)
    ] = False,
    baseline: Annotated[Path | None, _BASELINE] = None,
    no_baseline: Annotated[bool, options.flag("--no-baseline", "Use no baseline.", _KNOWN)] = False,
    changed_since: Annotated[str | None, _CHANGED_SINCE] = None,
    stdin_filename: options.StdinName = "<stdin>",
    foreign: options.From = None,
    watch: Annotated[bool, options.flag("--watch", "Lint again on every save, until Ctrl-C.", options.INPUT)] = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: Annotated[
        bool, options.flag("--no-cache", "Take nothing from the cache, and keep nothing.", options.INPUT)
    ] = False,
) -> None:
    """Lint models."""
    if watch:
        if fix:
            fail("--watch only looks: leave out --fix, or --watch")
        keep_running(paths, watch=False)
    given = paths or []
    asked = Asked(fix, unsafe_fixes, diff, show_fixes, at, every_change)
    settings = settings_for(
        given, config, isolated, profile=profile, select=select, ignore=ignore,
        extend_select=extend_select, extend_ignore=extend_ignore, fail_on=_threshold(fail_on),
        no_cache=no_cache, foreign=foreign,
    )  # fmt: skip
    subjects = subjects_of(given, settings, stdin_filename)
    outputs = outputs_of(output_format or [], wants_colour(color), statistics)
    outputs = beside(outputs, asked, subjects, chosen=bool(output_format or statistics))
    look: Look = verdict_on
    if any(output.form == "html" for output in outputs):
        look = report_on  # a page shows the model, which no verdict has
        _refuse_several(subjects)
    reports = [_told(look, subject, settings, at, every_change) for subject in subjects]
    _refuse_emptiness(reports, allow_no_files)
    known, kept = less_the_baseline(reports, settings, baseline, no_baseline)
    if changed_since is not None:
        known = less_what_stood_at(changed_since, subjects, known, settings)
    known, would_change = fixed(subjects, known, settings, asked)
    gone = {} if at or every_change else gone_from(kept, known, settings, every_model=not given)
    for output in outputs:
        output.write(known)
    tell_gone(gone)
    raise typer.Exit(_status(known, settings.fail_on, exit_zero, bool(gone) or would_change))


def _threshold(fail_on: str | None) -> str | None:
    if fail_on not in (None, "error", "warning", "info", "never"):
        fail(f"--fail-on takes error, warning, info or never, not {fail_on}")
    return fail_on


def _refuse_several(subjects: Sequence[Subject]) -> None:
    if len(subjects) != 1:
        names = ", ".join(subject.name for subject in subjects)
        fail(f"html shows one model, and the configuration names {len(subjects)}: {names}; give the paths of one")


def _told(look: Look, subject: Subject, settings: Settings, at: str | None, every_change: bool) -> Verdict:
    with progress(f"linting {subject.name}"):
        return look(subject, settings, at, every_change)


def _refuse_emptiness(reports: Sequence[Verdict], allowed: bool) -> None:
    if not allowed and not any(report.files or report.unread for report in reports):
        fail("there is nothing to lint: no .arch file was found (--allow-no-files accepts that)")


def _status(reports: Sequence[Verdict], fail_on: str, exit_zero: bool, gone: bool) -> int:
    """The exit status; a baseline that holds what is gone fails as a finding does."""
    from archlint.diagnostics import Severity

    if any(report.unread for report in reports):
        return 2
    if exit_zero or fail_on == "never":
        return 0
    if gone:
        return 1
    worst = Severity(fail_on).rank
    found = (finding for report in reports for finding in report.findings)
    return int(any(finding.counts and finding.severity.rank <= worst for finding in found))
