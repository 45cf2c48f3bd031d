"""`archlint clean`: removes what runs have kept."""

from __future__ import annotations

from pathlib import Path

import typer

from archlint.cli import options

__all__ = ["clean"]


def clean(paths: options.Paths = None, config: options.Config = None) -> None:
    """Remove the cache of the project."""
    from archlint.cache_folder import CacheFolder, place_beside
    from archlint.configuration import project_root
    from archlint.escaping import for_terminal

    folders = [config.resolve().parent] if config else [project_root(Path(path)) for path in paths or ["."]]
    for folder in dict.fromkeys(map(place_beside, folders)):
        removed = CacheFolder(folder).clear()
        if removed is None:
            typer.echo(for_terminal(f"archlint: there is no cache of archlint's to remove at {folder}"), err=True)
        else:
            entries, size = removed
            what = f"{entries} {'entry' if entries == 1 else 'entries'}, {size / 1000:,.0f} kB"
            typer.echo(for_terminal(f"removed {folder}: {what}"))
