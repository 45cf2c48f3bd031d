"""`archlint import`: a model in another format, written in archlint's own."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from archlint.cli import completion, options
from archlint.cli.output import write_whole
from archlint.cli.subjects import fail, settings_for

if TYPE_CHECKING:
    from archlint.diagnostics import Fault
    from archlint.interchange.drafting import Decision, Draft
    from archlint.interchange.foreign import Foreign

__all__ = ["import_"]

NAMES = ("structurizr", "archimate", "calm", "backstage", "likec4")
_FORMS = "structurizr, archimate, calm, backstage or likec4"


def import_(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"{_FORMS}.", autocompletion=completion.words(*NAMES))],
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Its files, or the directory they are in.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Write to this file.", show_default=False),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what each thing was taken for, why, and what is not stated.")
    ] = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Write a model of another format in archlint's own."""
    foreign, draft = _read(form, paths, config, isolated)
    for fault in foreign.faults:
        _tell(fault)
    text = "".join(_explained(foreign, draft)) if explain else _written(draft)
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
    else:
        write_whole(output, text.encode("utf-8"))
    if any(fault.code == "SYN003" for fault in foreign.faults):
        raise typer.Exit(2)
    raise typer.Exit(int(bool(foreign.faults)))


def _read(form: str, paths: list[Path], config: Path | None, isolated: bool) -> tuple[Foreign, Draft]:
    from archlint.interchange.files import Project
    from archlint.interchange.formats import FORMATS, ForeignFormats
    from archlint.language.files import Files
    from archlint.language.suggestions import did_you_mean, nearest

    if form not in FORMATS:
        fail(f"there is no format {form}: {_FORMS}; {did_you_mean(nearest(form, FORMATS))}".rstrip("; "))
    settings = settings_for([str(path) for path in paths], config, isolated)
    files = Files(settings.max_file_size)
    formats = ForeignFormats(settings.roots, settings.roles, form)
    inputs = []
    for path in paths:
        for file in formats.below(path, files) if path.is_dir() else (path,):
            content = files.content(file)
            if not isinstance(content, bytes):
                fail(content.message)
            inputs.append((file, content))
    if not inputs:
        fail(f"there is nothing to import in {', '.join(map(str, paths))}")
    return formats.read(form, inputs, Project(files, settings.roots))


def _tell(fault: Fault) -> None:
    from archlint.escaping import for_terminal

    place = fault.span.begin
    where = f"{fault.span.source.path}:{place.line}:{place.column}"
    typer.echo(f"archlint: {for_terminal(f'{where}: {fault.code} {fault.message}')}", err=True)


def _written(draft: Draft) -> str:
    """The texts of a draft as one file in the one style."""
    from archlint.language.formatter import formatted
    from archlint.source import SourceFile

    whole = 'import "std"\n\n' + "\n".join(source.text.removeprefix('import "std"\n') for source in draft.sources)
    return formatted(SourceFile("<imported>", whole)) or whole


def _explained(foreign: Foreign, draft: Draft) -> Iterator[str]:
    """Why everything is what it is, then how much of what the rules ask for the model states."""
    from archlint.escaping import for_terminal
    from archlint.interchange.coverage import coverage, left_out

    for line in (*_things(draft), *_links(draft)):
        yield f"{for_terminal(line)}\n"
    things, links = len(foreign.things), len(foreign.links)
    yield f"\n{things} things and {links} links; of {len(left_out(draft))} nothing is made\n\n"
    for share in coverage(draft):
        part = f"{share.stating} of {share.of}"
        yield f"{share.fact:<32} {part:>14}  {share.families}\n"


def _things(draft: Draft) -> Iterator[str]:
    from archlint.interchange.foreign import Thing

    for decision in draft.decisions:
        if isinstance(decision.about, Thing):
            made = f"{decision.role} {decision.path}" if decision.path else "nothing"
            yield f"{_place(decision)}: {decision.about.kind} {decision.about.name} is {made}, {_because(decision)}"


def _links(draft: Draft) -> Iterator[str]:
    """The links for which a line of the table speaks, or of which nothing is made, one by one; the others counted."""
    from archlint.interchange.foreign import Link, Thing

    paths = {one.about.key: one.path or one.about.name for one in draft.decisions if isinstance(one.about, Thing)}
    counted: Counter[tuple[str, str]] = Counter()
    for decision in draft.decisions:
        link = decision.about
        if isinstance(link, Link) and decision.path and decision.because is None:
            counted[link.kind, decision.role] += 1
        elif isinstance(link, Link):
            ends = f"{paths.get(link.source, link.source)} -> {paths.get(link.target, link.target)}"
            made = decision.role if decision.path else f"{decision.role}, of which nothing is made"
            yield f"{_place(decision)}: {link.kind} {ends} is {made}, {_because(decision)}"
    for (kind, role), count in sorted(counted.items()):
        yield f"{count} of kind {kind}: {role}, for nothing says more"


def _place(decision: Decision) -> str:
    return f"{decision.about.place.source.path}:{decision.about.place.begin.line}"


def _because(decision: Decision) -> str:
    return f"for it is {decision.because}" if decision.because else "for nothing says more"
