"""`archlint version`."""

from __future__ import annotations

import typer

from archlint import __version__


def version() -> None:
    """Show the version."""
    typer.echo(f"archlint {__version__}")
