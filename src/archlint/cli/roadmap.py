"""`archlint roadmap`: verifies the way from today to the target."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from archlint.cli import options
from archlint.cli.progress import progress
from archlint.cli.subjects import fail, settings_for, subjects_of, tell_unread


def roadmap(
    paths: options.Paths = None,
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 wherever the roadmap ends.")] = False,
    stdin_filename: options.StdinName = "<stdin>",
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Verify the way from today to the target, at every instant of change."""
    from archlint.configuration import ConfigurationError
    from archlint.linter import lint
    from archlint.reporters.roadmap import roadmap_of, roadmap_text, roadmaps_json

    if form not in ("text", "json"):
        fail(f"--format takes text or json, not {form}")
    given = paths or []
    settings = settings_for(given, config, isolated, profile=profile, select=select, ignore=ignore)
    reports = []
    for subject in subjects_of(given, settings, stdin_filename):
        try:
            with progress(f"following {subject.name}"):
                reports.append(lint(subject, settings, None, every_change=True))
        except ConfigurationError as error:
            fail(str(error))
    for report in reports:
        tell_unread(report)
    if not any(report.model.files for report in reports):
        fail("there is no roadmap: no .arch file could be read")
    found = [roadmap_of(report) for report in reports]
    text = roadmaps_json(found) if form == "json" else "\n".join(map(roadmap_text, found))
    sys.stdout.buffer.write(text.encode("utf-8"))
    if any(report.unread for report in reports):
        raise typer.Exit(2)
    raise typer.Exit(0 if exit_zero else int(not all(one.arrives for one in found)))
