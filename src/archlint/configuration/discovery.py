"""Finds the configuration of a path and reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archlint.configuration.reading import FILE, SHARED, read
from archlint.configuration.settings import ConfigurationError, Settings
from archlint.language.reader import is_folder, real

__all__ = ["FILE", "candidates", "configuration_for", "configured", "project_root"]


def project_root(path: Path) -> Path:
    """The nearest directory above a path with a configuration or a repository; else the directory itself."""
    start = _folder(path)
    for folder in (start, *start.parents):
        if configured(folder) or (folder / ".git").exists():
            return folder
    return start


def configuration_for(
    path: Path, explicit: Path | None = None, isolated: bool = False, cached: bool = False
) -> Settings:
    """The settings for a path: those of the nearest configuration above it, within its repository. If `cached`, what
    the project's cache knows is not worked out again.

    Raises ConfigurationError.
    """
    if isolated:
        return Settings(project_root(path))
    if explicit is not None:
        if not explicit.is_file():
            raise ConfigurationError(f"{explicit}: there is no such file")
        return read(explicit, cached)
    for folder in _searched(path):
        found = configured(folder)
        if found:
            return read(found, cached)
    return Settings(project_root(path))


def candidates(path: Path) -> Iterator[Path]:
    """Every file that would be the configuration of a path if it were there, or if no nearer one were."""
    for folder in _searched(path):
        yield from (folder / FILE, folder / SHARED)


def _searched(path: Path) -> Iterator[Path]:
    """The directories in which the configuration of a path is looked for, the nearest first."""
    start = _folder(path)
    for folder in (start, *start.parents):
        yield folder
        if (folder / ".git").exists():
            return


def _folder(path: Path) -> Path:
    place = real(path)
    return place if is_folder(place) else place.parent


def configured(folder: Path) -> Path | None:
    """The configuration file that stands in a directory, if one does."""
    own, shared = folder / FILE, folder / SHARED
    if own.is_file():
        return own
    if shared.is_file():
        import tomllib

        try:
            if "archlint" in tomllib.loads(shared.read_text("utf-8")).get("tool", {}):
                return shared
        except (OSError, ValueError):
            return None
    return None
