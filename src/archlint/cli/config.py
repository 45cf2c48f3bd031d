"""`archlint config`: the settings in force."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from archlint.cli import options
from archlint.cli.subjects import settings_for

if TYPE_CHECKING:
    from archlint.configuration import Settings


_NO_SETTINGS = ("directory", "file", "extended", "origins", "foreign")


def config(paths: options.Paths = None, config: options.Config = None, isolated: options.Isolated = False) -> None:
    """Show the settings in force, and which file states each."""
    settings = settings_for(paths or [], config, isolated)
    typer.echo(f"# from {settings.file or 'the defaults: no configuration file was found'}")
    for entry in fields(settings):
        if entry.name not in _NO_SETTINGS:
            name, value = entry.name.replace("_", "-"), _value(settings, entry.name)
            line = f"# {name} is not set" if value is None else f"{name} = {_shown(value)}"
            typer.echo(f"{line}  # {settings.origins.get(entry.name, 'default')}")


def _value(settings: Settings, name: str) -> object:
    """A setting; the options of rules with those that were not written."""
    from archlint.configuration.settings import options_of
    from archlint.rules.catalogue import catalogue

    if name == "per_path_ignores":
        return {_near(pattern, settings): selectors for pattern, selectors in settings.per_path_ignores.items()}
    if name == "rules":
        return {code: options_of(catalogue()[code], given) for code, given in settings.rules.items()}
    return getattr(settings, name)


def _near(pattern: str, settings: Settings) -> str:
    """A pattern as the configuration would write it, where it lies below that."""
    path = Path(pattern)
    return path.relative_to(settings.directory).as_posix() if path.is_relative_to(settings.directory) else pattern


def _shown(value: object) -> str:
    """A setting as TOML writes it."""
    if isinstance(value, Enum):
        return _shown(value.value)
    if is_dataclass(value) and not isinstance(value, type):
        return _shown({entry.name.replace("_", "-"): getattr(value, entry.name) for entry in fields(value)})
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_shown(item) for item in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}" = {_shown(item)}' for key, item in value.items()) + "}"
    return str(value).lower() if isinstance(value, int | float) else json.dumps(str(value), ensure_ascii=False)
