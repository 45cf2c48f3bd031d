"""`archlint diff`: what differs between two models, plateaus or git revisions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from archlint.cli import completion, options
from archlint.cli.revisions import NoRevision, exported
from archlint.cli.subjects import fail, settings_for, subjects_of

if TYPE_CHECKING:
    from archlint.configuration import Settings
    from archlint.diagnostics import Finding
    from archlint.graph.difference import State
    from archlint.linter import Subject

FORMATS = ("text", "json", "markdown")
_FORMAT = typer.Option(
    "--format", metavar="FORMAT", help="text, json or markdown.", autocompletion=completion.words(*FORMATS)
)


class _Side(NamedTuple):
    name: str
    state: State
    findings: tuple[Finding, ...]


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A model, plateau, date or revision; or OLD..NEW.")],
    new: Annotated[str | None, typer.Argument(metavar="NEW", help="The other one.", show_default=False)] = None,
    paths: options.Paths = None,
    form: Annotated[str, _FORMAT] = "text",
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if something differs.")] = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Show what differs between two models, plateaus or git revisions."""
    from archlint.graph.difference import difference
    from archlint.reporters import differences

    if form not in FORMATS:
        fail(f"--format takes {', '.join(FORMATS)}, not {form}")
    one, other, given = _asked(old, new, paths or [])
    before, after = _sides(one, other, given, config, isolated)
    comparison = differences.compared(
        before.name, after.name, difference(before.state, after.state), before.findings, after.findings
    )
    text = getattr(differences, f"difference_{form}")(comparison)
    sys.stdout.buffer.write(text.encode("utf-8"))
    raise typer.Exit(int(exit_code and bool(comparison)))


def _asked(old: str, new: str | None, paths: Sequence[str]) -> tuple[str, str, list[str]]:
    """The two sides and the paths; `OLD..NEW` may be written in one, and then all that follows are paths."""
    if ".." in old and not Path(old).exists():
        first, _, second = old.partition("..")
        return first or "HEAD", second.lstrip(".") or "HEAD", [*([new] if new else []), *paths]
    if new is None:
        fail(f"diff takes two sides: OLD NEW or OLD..NEW, not only {old}")
    return old, new, list(paths)


def _sides(old: str, new: str, paths: list[str], config: Path | None, isolated: bool) -> tuple[_Side, _Side]:
    """Two models where both are paths; two states of one model where it has both; else two revisions."""
    if not paths and Path(old).exists() and Path(new).exists():
        return _of_paths(old, config, isolated), _of_paths(new, config, isolated)
    settings = settings_for(paths, config, isolated)
    subjects = subjects_of(paths, settings)
    if len(subjects) == 1:
        states = _of_moments(subjects[0], settings, old, new)
        if states:
            return states
    folders = [Path(path) for path in paths] or [path for subject in subjects for path in subject.paths]
    return _of_revision(old, folders, settings), _of_revision(new, folders, settings)


def _of_paths(path: str, config: Path | None, isolated: bool) -> _Side:
    settings = settings_for([path], config, isolated)
    return _side(path, subjects_of([path], settings)[0], settings)


def _side(name: str, subject: Subject, settings: Settings) -> _Side:
    from archlint.graph.difference import State
    from archlint.linter import lint

    report = lint(subject, settings)
    return _Side(name, State(report.model), report.findings)


def _of_moments(subject: Subject, settings: Settings, old: str, new: str) -> tuple[_Side, _Side] | None:
    from archlint.graph.difference import State
    from archlint.linter import UnknownMoment, lint

    try:
        first, second = (lint(subject, settings, moment) for moment in (old, new))
    except UnknownMoment:
        return None
    sides = [
        _Side(name, State(report.model, report.moments[0].instant), report.findings)
        for name, report in ((old, first), (new, second))
    ]
    return sides[0], sides[1]


def _of_revision(revision: str, folders: Sequence[Path], settings: Settings) -> _Side:
    from archlint.linter import Subject

    try:
        with exported(revision, folders) as (root, moved):
            subject = Subject(revision, tuple(moved))
            return _side(revision, subject, replace(settings, directory=root))
    except NoRevision as error:
        fail(f"`{revision}` is neither a model nor a plateau or date of the model, and {error}")
