"""`archlint draw`: renders a view, a plateau, or current against target."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import completion, options
from archlint.cli.pictured import Pictured, Wish, pictured
from archlint.cli.progress import progress
from archlint.cli.subjects import fail, settings_for, subjects_of, tell_unread
from archlint.cli.verdicts import report_on
from archlint.cli.watch import keep_running

if TYPE_CHECKING:
    from archlint.configuration.settings import Settings
    from archlint.diagnostics import Finding
    from archlint.diagrams.picture import Picture
    from archlint.diagrams.render import Rendered
    from archlint.diagrams.times import Times
    from archlint.linter import Subject
    from archlint.report import Report

__all__ = ["draw"]


_COMPARE = options.value(
    "--compare",
    takes="A B",
    what="Two plateaus or dates, one against the other.",
    group=options.TIME,
    offers=completion.plateaus,
)
_SHOWN = "What is shown"
_VIEW = options.value(
    "--view", takes="NAME", what="A view of the model, at its own time.", group=_SHOWN, offers=completion.views
)
_FOCUS = options.value(
    "--focus", takes="ELEMENT", what="An element, or all that an organisation owns, and what is around.", group=_SHOWN
)
_DEPTH = typer.Option(
    "--depth", metavar="N", min=0, help="So many lines around --focus; else 1.", show_default=False,
    rich_help_panel=_SHOWN,
)  # fmt: skip
_FROM = options.value("--from", takes="ELEMENT", what="Only what lies on the ways from here to --to.", group=_SHOWN)
_TO = options.value("--to", takes="ELEMENT", what="Where the ways of --from end.", group=_SHOWN)
_DATA = options.value("--data", takes="ENTITY", what="Who keeps an entity, and who reads and writes it.", group=_SHOWN)
_INTEGRATION = options.flag("--integration", "What is wired point to point, beside what goes through hubs.", _SHOWN)
_CAPABILITIES = options.flag("--capabilities", "The map of the capabilities, and who provides each.", _SHOWN)
_FULL = options.flag("--full", "Every box, however many there are.", _SHOWN)
_FORMAT = options.value(
    "--format",
    takes="FORMAT",
    what="svg, png, pdf, dot, mermaid, plantuml or d2; else as the file's name ends, else svg.",
    group=options.OUTPUT,
    offers=completion.words("svg", "png", "pdf", "dot", "mermaid", "plantuml", "d2"),
)
_ENGINE = options.value(
    "--engine",
    takes="NAME",
    what="dot or embedded; else dot where it can, embedded where not.",
    group=options.OUTPUT,
    offers=completion.words("dot", "embedded"),
)
_WATCH = options.flag("--watch", "Draw again on every save, until Ctrl-C.", options.INPUT)


def draw(
    paths: options.Paths = None,
    at: options.At = None,
    compare: Annotated[tuple[str, str] | None, _COMPARE] = None,
    view: Annotated[str | None, _VIEW] = None,
    focus: Annotated[str | None, _FOCUS] = None,
    depth: Annotated[int | None, _DEPTH] = None,
    begin: Annotated[str | None, _FROM] = None,
    end: Annotated[str | None, _TO] = None,
    data: Annotated[str | None, _DATA] = None,
    integration: Annotated[bool, _INTEGRATION] = False,
    capabilities: Annotated[bool, _CAPABILITIES] = False,
    full: Annotated[bool, _FULL] = False,
    form: Annotated[str | None, _FORMAT] = None,
    output: options.Output = None,
    engine: Annotated[str | None, _ENGINE] = None,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    extend_select: options.ExtendSelect = None,
    extend_ignore: options.ExtendIgnore = None,
    stdin_filename: options.StdinName = "<stdin>",
    watch: Annotated[bool, _WATCH] = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Draw a view, a plateau, or current against target."""
    output = None if output == Path("-") else output
    if watch:
        if output is None:
            fail("--watch draws again and again, and so needs a file: --output")
        keep_running(paths, watch=False)
    wanted = _format(form, output)
    _check_engine(engine)
    if at and compare:
        fail("draw takes --at or --compare, not both")
    wish = Wish(view, (at,) if at else compare or (), focus, depth, begin, end, data, integration, capabilities, full)
    wish.check()
    given = paths or []
    settings = settings_for(
        given, config, isolated, profile=profile, select=select, ignore=ignore,
        extend_select=extend_select, extend_ignore=extend_ignore,
    )  # fmt: skip
    subject = _only(subjects_of(given, settings, stdin_filename))
    report = _lint(subject, settings, None)
    drawing = pictured(report.model, wish, lambda times: _findings(report, times, subject, settings))
    with progress(f"drawing {subject.name}"):
        rendered = _rendered(drawing.picture, wanted, engine)
    _write(rendered.content, output)
    _say(rendered, wanted, drawing, output)
    raise typer.Exit(_status(report))


def _format(form: str | None, output: Path | None) -> str:
    """What to write, as the flag says, or the end of the file's name."""
    from archlint.diagrams.render import BINARY_FORMATS, FORMATS
    from archlint.diagrams.written import SUFFIXES, TEXT_FORMATS

    suffix = output.suffix.removeprefix(".").lower() if output else ""
    wanted = form or SUFFIXES.get(suffix, suffix) or "svg"
    known = (*FORMATS, *TEXT_FORMATS)
    if wanted not in known:
        fail(f"draw writes {', '.join(known)}, not {wanted}" + ("" if form else "; --format says which"))
    if output is None and wanted in BINARY_FORMATS and sys.stdout.isatty():
        fail(f"{wanted} does not go to a terminal; --output names a file")
    return wanted


def _check_engine(engine: str | None) -> None:
    from archlint.diagrams.render import ENGINES

    if engine not in (None, *ENGINES):
        fail(f"--engine takes {' or '.join(ENGINES)}, not {engine}")


def _only(subjects: Sequence[Subject]) -> Subject:
    if len(subjects) != 1:
        names = ", ".join(subject.name for subject in subjects)
        fail(f"draw takes one model, and the configuration names {len(subjects)}: {names}; give the paths of one")
    return subjects[0]


def _lint(subject: Subject, settings: Settings, at: str | None) -> Report:
    report = report_on(subject, settings, at)
    tell_unread(report)
    if not report.model.files:
        fail("there is nothing to draw: no .arch file could be read")
    return report


def _findings(report: Report, times: Times, subject: Subject, settings: Settings) -> list[Finding]:
    """The findings of the moments shown; a moment that is no plateau is judged for itself."""
    judged = {moment.name for moment in report.moments}
    findings = list(report.findings)
    for name in sorted(times.names - judged):
        findings += _lint(subject, settings, name).findings
    return findings


def _rendered(picture: Picture, wanted: str, engine: str | None) -> Rendered:
    from archlint.diagrams.dot import write
    from archlint.diagrams.render import Rendered, RenderError, render
    from archlint.diagrams.wall import is_too_large, write_wall
    from archlint.diagrams.written import TEXT_FORMATS, written

    if wanted in TEXT_FORMATS:
        return Rendered(written(picture, wanted).encode(), "")
    if wanted != "dot" and is_too_large(picture):
        size = f"{len(picture.boxes)} boxes and {len(picture.lines)} lines"
        if wanted != "svg" or engine:
            fail(f"{size} are too many for an engine: draw an SVG without --engine, or leave out --full")
        return Rendered(write_wall(picture), f"archlint itself, titles only, for no engine lays out {size} in time")
    drawing = write(picture)
    try:
        return render(drawing.text, wanted, edges=drawing.lines, engine=engine)
    except RenderError as error:
        fail(f"nothing was drawn: {error}")


def _write(content: bytes, output: Path | None) -> None:
    from archlint.cli.output import write_whole

    if output is not None:
        write_whole(output, content)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _say(rendered: Rendered, wanted: str, drawing: Pictured, output: Path | None) -> None:
    """What was drawn, how, and by which engine; on standard error."""
    from archlint.diagrams.written import NAMES, too_much_for_a_forge
    from archlint.escaping import for_terminal

    for failure in rendered.passed_over:
        typer.echo(f"archlint: {for_terminal(failure)}; another engine drew the picture", err=True)
    it = output or "it"
    how = f"drew {it} with {rendered.engine}" if rendered.engine else f"wrote {it} as {NAMES[wanted]}"
    picture = drawing.picture
    what = f"{picture.title}, {drawing.times.words}: {len(picture.boxes)} boxes, {len(picture.lines)} lines"
    for line in (f"{how}: {what}", *drawing.said):
        typer.echo(for_terminal(f"archlint: {line}"), err=True)
    if wanted == "mermaid" and too_much_for_a_forge(picture, rendered.content):
        typer.echo(
            "archlint: forges draw Mermaid of 500 lines and 50,000 characters at most: show less of it", err=True
        )


def _status(report: Report) -> int:
    """1 when part of the text could not be understood, so that the picture may lack something."""
    from archlint.diagnostics import Severity
    from archlint.escaping import for_terminal

    if report.unread:
        return 2
    wrong = [
        finding
        for finding in report.findings
        if finding.code.startswith(("SYN", "MOD")) and finding.severity is Severity.ERROR and finding.counts
    ]
    for finding in wrong:
        place = f"{finding.span.source.path}:{finding.span.begin.line}"
        typer.echo(for_terminal(f"{place}: {finding.code} {finding.message}"), err=True)
    return 1 if wrong else 0
