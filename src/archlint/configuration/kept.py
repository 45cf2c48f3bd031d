"""Settings that an earlier run has understood, taken from the cache: pydantic and the rules are not needed for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from archlint.cache_folder import cache_beside, digest
from archlint.configuration.settings import Settings
from archlint.diagnostics import Severity

__all__ = ["keep", "kept"]

_PLACES = ("directory", "file")
"""The settings that say where the others are from."""


def kept(file: Path, written: bytes) -> Settings | None:
    """The settings of a configuration file with that content, if an earlier run has kept them."""
    cache = cache_beside(file.resolve().parent)
    found: Any = cache.get(_name(file, written)) if cache else None
    try:
        return Settings(file.resolve().parent, file, **{name: _read(value) for name, value in found.items()})
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def keep(settings: Settings, file: Path, written: bytes) -> None:
    """Keeps the settings of a configuration file with that content, unless it says that nothing is to be kept."""
    cache = settings.cache_folder
    if cache is not None:
        names = [entry.name for entry in fields(settings) if entry.name not in _PLACES]
        cache.put(_name(file, written), {name: _written(getattr(settings, name)) for name in names})


def _name(file: Path, written: bytes) -> str:
    content = b"\0".join((os.fsencode(file.resolve()), os.fsencode(file), written))
    return f"settings {digest(content)}"


def _written(value: Any) -> Any:
    """A value as JSON; what JSON cannot tell from a text or a list is in a pair with what it is."""
    if isinstance(value, Path):
        return ["path", str(value)]
    if isinstance(value, Severity):
        return ["severity", value.value]
    if isinstance(value, Mapping):
        return {name: _written(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [type(value).__name__, [_written(item) for item in value]]
    return value


def _read(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _read(item) for name, item in value.items()}
    if isinstance(value, list):
        kind, content = value
        return _KINDS[kind](content)
    return value


_KINDS: dict[str, Callable[[Any], Any]] = {
    "path": Path,
    "severity": Severity,
    "list": lambda content: [_read(item) for item in content],
    "tuple": lambda content: tuple(_read(item) for item in content),
}
