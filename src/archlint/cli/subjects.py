"""What the user asked to have linted: settings from flags and files, and the models to look at."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from archlint.cli.noted import note_files

if TYPE_CHECKING:
    from archlint.configuration import Settings
    from archlint.report import Verdict
    from archlint.source import SourceFile
    from archlint.subject import Subject

__all__ = ["STDIN", "fail", "settings_for", "subjects_of", "tell_unread"]

STDIN = "-"


def fail(message: str) -> NoReturn:
    """Ends the run with exit status 2 and one line on standard error."""
    from archlint.escaping import for_terminal

    typer.echo(f"archlint: {for_terminal(message)}", err=True)
    raise typer.Exit(2)


def tell_unread(report: Verdict) -> None:
    """Names on standard error what could not be read."""
    from archlint.escaping import for_terminal

    for finding in report.findings if report.unread else ():
        if finding.code in ("SYN003", "MOD007"):
            typer.echo(f"archlint: {for_terminal(finding.message)}", err=True)


def settings_for(
    paths: Sequence[str],
    config: Path | None = None,
    isolated: bool = False,
    no_cache: bool = False,
    **overrides: object,
) -> Settings:
    """The settings for the paths (for the working directory, where none is given); flags win over files.

    `overrides` are fields of Settings; lists are taken apart at commas, and what is None is passed over.
    With `no_cache` nothing is taken from the cache, nor kept there.
    """
    from archlint.configuration import ConfigurationError, candidates, check_selectors, configuration_for

    _refuse_format(overrides.get("foreign"))
    start = Path(next((path for path in paths if path != STDIN), "."))
    note_files([config] if config else [] if isolated else candidates(start))
    try:
        settings = configuration_for(start, config, isolated, cached=not no_cache)
        note_files(settings.extended)
        given = {name: _taken_apart(value) for name, value in overrides.items() if value}
        for name, value in given.items():
            if isinstance(value, tuple):
                check_selectors(value, f"--{name.replace('_', '-')}")
    except ConfigurationError as error:
        fail(str(error))
    if no_cache:
        given["cache"] = False
    return replace(settings, **given)  # type: ignore[arg-type]  # the names are fields


def _refuse_format(name: object) -> None:
    if name is None:
        return
    from archlint.interchange.formats import NAMES

    if name not in NAMES:
        fail(f"--from takes {', '.join(NAMES)}, not {name}")


def _taken_apart(value: object) -> object:
    if isinstance(value, list):
        return tuple(part.strip() for item in value for part in item.split(",") if part.strip())
    return value


def subjects_of(paths: Sequence[str], settings: Settings, stdin_name: str = "<stdin>") -> list[Subject]:
    """The models to look at: the paths as one; without paths each model of the configuration, else all that
    lies below the configuration's directory."""
    from archlint.language.reader import real
    from archlint.subject import Subject

    if paths:
        files = tuple(Path(path) for path in paths if path != STDIN)
        texts = (_standard_input(stdin_name),) if STDIN in paths else ()
        return [Subject(_name_of(files, settings, stdin_name), files, texts)]
    if settings.models:
        return [Subject(name, files) for name, files in settings.models.items()]
    folder = settings.directory if settings.file else Path()
    return [Subject(real(folder).name or "model", (folder,))]


def _name_of(files: tuple[Path, ...], settings: Settings, stdin_name: str) -> str:
    """The name that the configuration gives to just these files, else that of the first file or directory."""
    from archlint.language.reader import is_folder, real

    wanted = {real(file) for file in files}
    for name, configured in settings.models.items():
        if {real(path) for path in configured} == wanted:
            return name
    first = real(files[0]) if files else Path(stdin_name)
    return (first.name if is_folder(first) else first.stem) or "model"


def _standard_input(name: str) -> SourceFile:
    from archlint.diagnostics import Fault
    from archlint.language.reader import decode

    source = decode(name, sys.stdin.buffer.read())
    if isinstance(source, Fault):
        fail(source.message)
    return source
