"""`archlint init`: a starter model, its configuration and a pre-commit hook."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from archlint.cli.output import write_whole
from archlint.cli.subjects import fail

__all__ = ["init"]

MODEL, CONFIGURATION, HOOK = "estate.arch", "archlint.toml", ".pre-commit-config.yaml"


def init(
    folder: Annotated[Path, typer.Argument(metavar="[FOLDER]", help="Where to begin.", show_default=False)] = Path(),
) -> None:
    """Begin a project: write a starter model, a configuration and a pre-commit hook."""
    _refuse_what_is_there(folder)
    _made(folder)
    for name in (MODEL, CONFIGURATION, HOOK):
        if (folder / name).exists():
            typer.echo(f"archlint: left {folder / name} as it is; the hook to add to it:\n\n{_starter(name)}", err=True)
        else:
            write_whole(folder / name, _starter(name).encode("utf-8"))
            typer.echo(f"archlint: wrote {folder / name}", err=True)
    typer.echo("archlint: next, `archlint check`, `archlint draw --output estate.svg`, and your own estate", err=True)


def _refuse_what_is_there(folder: Path) -> None:
    from archlint.configuration import configured

    if folder.is_dir() and configured(folder):
        fail(f"{configured(folder)} configures archlint here already: nothing was written")
    if (folder / MODEL).exists():
        fail(f"{folder / MODEL} is there already: nothing was written")


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(f"{folder} is no directory to begin in: {error.strerror}")


def _starter(name: str) -> str:
    return (files("archlint.cli") / "starter" / name.removeprefix(".")).read_text(encoding="utf-8")
