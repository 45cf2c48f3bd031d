"""`archlint report`: one file for a board, with pictures, findings, the roadmap and who holds what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import options
from archlint.cli.output import write_whole
from archlint.cli.progress import progress
from archlint.cli.subjects import fail, settings_for, subjects_of, tell_unread
from archlint.cli.verdicts import report_on

if TYPE_CHECKING:
    from archlint.configuration import Settings
    from archlint.report import Report
    from archlint.subject import Subject

__all__ = ["page_of", "report"]


def report(
    paths: options.Paths = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.")
    ] = Path("report.html"),
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    extend_select: options.ExtendSelect = None,
    extend_ignore: options.ExtendIgnore = None,
    stdin_filename: options.StdinName = "<stdin>",
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Write one HTML file: the estate over time, findings, the roadmap, and who holds what."""
    settings = settings_for(
        paths or [], config, isolated, profile=profile, select=select, ignore=ignore, extend_select=extend_select,
        extend_ignore=extend_ignore,
    )  # fmt: skip
    subjects = subjects_of(paths or [], settings, stdin_filename)
    if len(subjects) != 1:
        names = ", ".join(subject.name for subject in subjects)
        fail(f"report shows one model, and the configuration names {len(subjects)}: {names}; give the paths of one")
    said, page = page_of(subjects[0], settings)
    _write(page, output)
    typer.echo(f"archlint: wrote {output}", err=True)
    raise typer.Exit(2 if said.unread else 0)


def page_of(subject: Subject, settings: Settings, live: str = "") -> tuple[Report, str]:
    """The report on a subject and its page; ends the run where there is nothing to show or nothing can be drawn."""
    from archlint.diagrams.render import RenderError
    from archlint.reporters.board.page import board_page

    with progress(f"reporting on {subject.name}"):
        said = report_on(subject, settings)
        tell_unread(said)
        if not said.model.files:
            fail("there is nothing to report on: no file could be read")
        try:
            return said, board_page(said, report_on(subject, settings, every_change=True), live)
        except RenderError as error:
            fail(f"nothing was drawn: {error}")


def _write(page: str, output: Path) -> None:
    content = page.encode("utf-8", errors="replace")
    if str(output) == "-":
        import sys

        sys.stdout.buffer.write(content)
    else:
        write_whole(output, content)
