"""`archlint serve`: the report, live in the browser."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING, Annotated

import click
import typer

from archlint.cli import options
from archlint.cli.report import page_of
from archlint.cli.subjects import fail, settings_for, subjects_of
from archlint.cli.watch import keep_running

if TYPE_CHECKING:
    from archlint.cli.serving import Board

__all__ = ["serve"]

_BOARD = "archlint.board"


def serve(
    paths: options.Paths = None,
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="The port; any that is free for 0.")
    ] = 0,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    extend_select: options.ExtendSelect = None,
    extend_ignore: options.ExtendIgnore = None,
    config: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Show the report in a browser on this machine, and anew on every save, until Ctrl-C."""
    board = click.get_current_context().meta.get(_BOARD)
    if board is None:
        _begin(port, open_)
        keep_running(paths)
    settings = settings_for(
        paths or [], config, isolated, profile=profile, select=select, ignore=ignore, extend_select=extend_select,
        extend_ignore=extend_ignore,
    )  # fmt: skip
    subjects = subjects_of(paths or [], settings)
    if len(subjects) != 1:
        fail("serve shows one model, and the configuration names several: give the paths of one")
    from archlint.cli.serving import CHANGES

    _, page = page_of(subjects[0], settings, live=f"{CHANGES}/{board.number + 1}")
    board.show(page)


def _begin(port: int, open_: bool) -> Board:
    from archlint.cli.serving import Board, served

    board = click.get_current_context().meta[_BOARD] = Board()
    try:
        address = served(board, port)
    except OSError as error:
        fail(f"port {port} cannot be had: {error.strerror}")
    typer.echo(f"archlint: serving on {address}", err=True)
    if open_:
        webbrowser.open(address)
    return board
