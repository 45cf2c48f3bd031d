"""`archlint config`: the settings in force."""

from __future__ import annotations

import typer

from archlint.cli import options
from archlint.cli.subjects import settings_for


def config(paths: options.Paths = None, config: options.Config = None, isolated: options.Isolated = False) -> None:
    """Show the settings in force and where they come from."""
    from dataclasses import fields

    settings = settings_for(paths or [], config, isolated)
    typer.echo(f"# from {settings.file or 'the defaults: no configuration file was found'}")
    for entry in fields(settings):
        if entry.name not in ("directory", "file"):
            typer.echo(f"{entry.name.replace('_', '-')} = {_shown(getattr(settings, entry.name))}")


def _shown(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_shown(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {_shown(item)}' for key, item in value.items())}}}"
    return str(value) if isinstance(value, int) else f'"{value}"'
