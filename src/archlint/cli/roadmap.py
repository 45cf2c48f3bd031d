"""`archlint roadmap`: verifies the way from today to the target."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import completion, options
from archlint.cli.progress import progress
from archlint.cli.subjects import fail, settings_for, subjects_of, tell_unread
from archlint.cli.verdicts import report_on

if TYPE_CHECKING:
    from archlint.configuration.settings import Settings
    from archlint.linter import Subject
    from archlint.report import Report
    from archlint.reporters.roadmap.story import Roadmap

__all__ = ["roadmap"]

_FORMATS = ("text", "json", "svg", "png", "pdf")
_PICTURES = ("svg", "png", "pdf")
_WIDTH = 100
"""Where the output is no terminal."""


_FORMAT = options.value(
    "--format",
    takes="FORMAT",
    what="text, json, svg, png or pdf; else as the file's name ends, else text.",
    group=options.OUTPUT,
    offers=completion.words(*_FORMATS),
)
_FULL = options.flag("--full", "All of it, not a screen or a sheet of it.", options.OUTPUT)


def roadmap(
    paths: options.Paths = None,
    form: Annotated[str | None, _FORMAT] = None,
    output: options.Output = None,
    full: Annotated[bool, _FULL] = False,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 wherever the roadmap ends.")] = False,
    stdin_filename: options.StdinName = "<stdin>",
    foreign: options.From = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Verify the way from today to the target, at every instant of change."""
    from archlint.reporters.roadmap.story import roadmap_of

    output = None if output == Path("-") else output
    wanted = _format(form, output)
    given = paths or []
    settings = settings_for(given, config, isolated, profile=profile, select=select, ignore=ignore, foreign=foreign)
    subjects = subjects_of(given, settings, stdin_filename)
    if wanted in _PICTURES and len(subjects) != 1:
        names = ", ".join(subject.name for subject in subjects)
        fail(f"{wanted} shows one model, and the configuration names {len(subjects)}: {names}; give the paths of one")
    reports = _lint(subjects, settings)
    found = [roadmap_of(report) for report in reports]
    _write(_content(found, wanted, full, output), output)
    _say(found, output)
    if any(report.unread for report in reports):
        raise typer.Exit(2)
    raise typer.Exit(0 if exit_zero else int(not all(one.arrives for one in found)))


def _format(form: str | None, output: Path | None) -> str:
    """What to write, as the flag says, or the end of the file's name."""
    ending = output.suffix.removeprefix(".").lower() if output else ""
    wanted = form or {"": "text", "txt": "text"}.get(ending, ending)
    if wanted not in _FORMATS:
        says = "" if form else "; --format says which"
        fail(f"roadmap writes {', '.join(_FORMATS[:-1])} or {_FORMATS[-1]}, not {wanted}{says}")
    if output is None and wanted in ("png", "pdf") and sys.stdout.isatty():
        fail(f"{wanted} does not go to a terminal; --output names a file")
    return wanted


def _lint(subjects: Sequence[Subject], settings: Settings) -> list[Report]:
    reports = []
    for subject in subjects:
        with progress(f"following {subject.name}"):
            reports.append(report_on(subject, settings, every_change=True))
    for report in reports:
        tell_unread(report)
    if not any(report.model.files for report in reports):
        fail("there is no roadmap: no .arch file could be read")
    return reports


def _content(found: Sequence[Roadmap], wanted: str, full: bool, output: Path | None) -> bytes:
    if wanted in _PICTURES:
        return _picture(found[0], wanted, full)
    if wanted == "json":
        from archlint.reporters.roadmap.json_form import roadmaps_json

        return roadmaps_json(found).encode()
    from archlint.reporters.roadmap.text import roadmap_text

    width = shutil.get_terminal_size((_WIDTH, 0)).columns if output is None else _WIDTH
    return "\n".join(roadmap_text(one, width, full) for one in found).encode()


def _picture(found: Roadmap, wanted: str, full: bool) -> bytes:
    from archlint.diagrams.render import RenderError, render
    from archlint.diagrams.timeline import write_chart
    from archlint.reporters.roadmap.chart import chart_of

    try:
        with progress(f"drawing {found.model}"):
            return render(write_chart(chart_of(found, full)), wanted).content
    except RenderError as error:
        fail(f"nothing was drawn: {error}")


def _write(content: bytes, output: Path | None) -> None:
    from archlint.cli.output import write_whole

    if output is not None:
        write_whole(output, content)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _say(found: Sequence[Roadmap], output: Path | None) -> None:
    """The verdicts, on standard error, where they went to a file."""
    from archlint.escaping import for_terminal

    for one in found if output else ():
        typer.echo(for_terminal(f"archlint: wrote {output}: {one.model}: {one.verdict}"), err=True)
