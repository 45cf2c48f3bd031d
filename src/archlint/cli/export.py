"""`archlint export`: a model in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import completion, options
from archlint.cli.output import write_whole
from archlint.cli.subjects import fail, settings_for, subjects_of

if TYPE_CHECKING:
    from archlint.configuration import Settings
    from archlint.interchange.estate import Estate
    from archlint.interchange.exports.exported import Exported
    from archlint.subject import Subject

__all__ = ["export"]

NAMES = ("json", "csv", "graphml", "structurizr", "structurizr-dsl", "archimate", "calm", "backstage")
_FORMS = f"{', '.join(NAMES[:-1])} or {NAMES[-1]}"


def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"{_FORMS}.", autocompletion=completion.words(*NAMES))],
    paths: options.Paths = None,
    at: options.At = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write here; a directory for several.", show_default=False),
    ] = None,
    stdin_filename: options.StdinName = "<stdin>",
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Write a model in another format, and say what that has no place for."""
    from archlint.interchange.exports.formats import EXPORTS, exported
    from archlint.language.suggestions import did_you_mean, nearest

    if form not in EXPORTS:
        fail(f"export writes {_FORMS}, not {form}; {did_you_mean(nearest(form, EXPORTS))}".rstrip("; "))
    settings = settings_for(paths or [], config, isolated)
    subjects = subjects_of(paths or [], settings, stdin_filename)
    if len(subjects) != 1:
        names = ", ".join(subject.name for subject in subjects)
        fail(f"export takes one model, and the configuration names {len(subjects)}: {names}; give the paths of one")
    estate, wrong = _estate(subjects[0], settings, at)
    found = exported(form, estate)
    _write(found, output)
    _tell(found)
    raise typer.Exit(wrong)


def _estate(subject: Subject, settings: Settings, at: str | None) -> tuple[Estate, int]:
    """The model at the instant asked for, and the exit status: 2 where not all could be read, 1 where part of the text
    could not be understood."""
    from archlint.escaping import for_terminal
    from archlint.interchange.estate import Estate
    from archlint.linter import UnknownMoment, moments_at, read_model

    read = read_model(subject, settings)
    for fault in read.faults:
        place = fault.span.begin
        said = f"{fault.span.source.path}:{place.line}:{place.column}: {fault.code} {fault.message}"
        typer.echo(f"archlint: {for_terminal(said)}", err=True)
    try:
        instant = moments_at(read.model, at)[0].instant if at else None
    except UnknownMoment as error:
        fail(str(error))
    if not read.model.files:
        fail("there is nothing to export: no file could be read")
    return Estate(read.model, instant), 2 if read.unread else int(bool(read.faults))


def _write(found: Exported, output: Path | None) -> None:
    if list(found.files) == [""]:
        content = found.files[""].encode("utf-8")
        if output is None:
            sys.stdout.buffer.write(content)
        else:
            write_whole(output, content)
        return
    if output is None:
        fail(f"this format is {len(found.files)} files ({', '.join(found.files)}): --output names a directory for them")
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"{output} is no directory to write to: {error.strerror}")
    for name, text in found.files.items():
        write_whole(output / name, text.encode("utf-8"))


def _tell(found: Exported) -> None:
    if found.left_out:
        left = ", ".join(f"{count} {what}" for what, count in sorted(found.left_out.items()))
        typer.echo(f"archlint: the format has no place for {left}", err=True)
