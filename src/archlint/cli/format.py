"""`archlint format`: rewrites models to the one style."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import options
from archlint.cli.output import write_whole
from archlint.cli.subjects import fail, settings_for, subjects_of

if TYPE_CHECKING:
    from archlint.configuration import Settings
    from archlint.source import SourceFile


@dataclass
class _Outcome:
    """What became of the files."""

    changed: list[str] = field(default_factory=list)
    kept: int = 0
    broken: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def format_(
    paths: options.Paths = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if something would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    stdin_filename: options.StdinName = "<stdin>",
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Rewrite models to the one style."""
    given = paths or []
    settings = settings_for(given, config, isolated)
    outcome = _Outcome()
    for path, source in _sources(given, settings, stdin_filename, outcome):
        _format(path, source, outcome, check=check, diff=diff)
    _say(outcome, would=check or diff)
    if outcome.unread:
        raise typer.Exit(2)
    raise typer.Exit(int(bool(outcome.broken or ((check or diff) and outcome.changed))))


def _sources(
    given: Sequence[str], settings: Settings, stdin_name: str, outcome: _Outcome
) -> Iterator[tuple[Path | None, SourceFile]]:
    """The files to format, each once, and standard input, which has no path."""
    from archlint.diagnostics import Fault
    from archlint.language.reader import read, walk

    seen: set[Path] = set()
    for subject in subjects_of(given, settings, stdin_name):
        yield from ((None, source) for source in subject.texts)
        for path in (file for named in subject.paths for file in (walk(named) if named.is_dir() else (named,))):
            if path.resolve() in seen:
                continue
            seen.add(path.resolve())
            source = read(path, settings.max_file_size)
            if isinstance(source, Fault):
                outcome.unread.append(source.message)
            else:
                yield path, source


def _format(path: Path | None, source: SourceFile, outcome: _Outcome, *, check: bool, diff: bool) -> None:
    from archlint.language.formatter import formatted

    text = formatted(source)
    if text is None:
        outcome.broken.append(source.path)
    elif text != source.text:
        outcome.changed.append(source.path)
    else:
        outcome.kept += 1
    if diff:
        sys.stdout.write(difference(source, text or source.text))
    elif path is None and not check:
        sys.stdout.write(source.text if text is None else text)
    elif text not in (None, source.text) and not check and path is not None:
        write_whole(path, (text or "").encode("utf-8"))


def difference(source: SourceFile, text: str) -> str:
    """A unified difference between a file and what would become of it."""
    from difflib import unified_diff

    from archlint.escaping import for_terminal

    lines = unified_diff(source.text.splitlines(), text.splitlines(), source.path, source.path, lineterm="")
    return "".join(f"{for_terminal(line)}\n" for line in lines)


def _say(outcome: _Outcome, *, would: bool) -> None:
    from archlint.escaping import for_terminal

    lines = [f"{path} is left as it is: it has syntax errors, which `archlint check` shows" for path in outcome.broken]
    lines += outcome.unread
    lines += [f"{'would reformat' if would else 'reformatted'} {path}" for path in outcome.changed]
    for line in lines:
        typer.echo(f"archlint: {for_terminal(line)}", err=True)
    if not lines and not outcome.kept:
        fail("there is nothing to format: no .arch file was found")


format_.__name__ = "format"
