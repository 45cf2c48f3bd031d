"""Finds the configuration of a path and reads it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archlint.configuration.kept import keep, kept
from archlint.configuration.settings import ConfigurationError, Settings, check_selectors, known_rules
from archlint.diagnostics import Severity
from archlint.language.reader import is_folder, real

if TYPE_CHECKING:
    from archlint.rules.rule import Rule

__all__ = ["FILE", "candidates", "configuration_for", "configured", "project_root"]

FILE = "archlint.toml"
SHARED = "pyproject.toml"


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
        return _read(explicit, cached)
    for folder in _searched(path):
        found = configured(folder)
        if found:
            return _read(found, cached)
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


def _read(file: Path, cached: bool) -> Settings:
    try:
        written = file.read_bytes()
    except OSError as error:
        raise ConfigurationError(f"{file}: {error}") from None
    settings = kept(file, written) if cached else None
    if settings is None:
        settings = _understood(file, written)
        if cached:
            keep(settings, file, written)
    return settings


def _understood(file: Path, written: bytes) -> Settings:
    import tomllib

    try:
        content = tomllib.loads(written.decode("utf-8-sig"))
    except ValueError as error:
        raise ConfigurationError(f"{file}: {error}") from None
    if file.name == SHARED:
        content = content.get("tool", {}).get("archlint", {})
    try:
        return _settings(file, content)
    except ConfigurationError as error:
        raise ConfigurationError(f"{file}: {error}") from None


def _settings(file: Path, content: dict[str, Any]) -> Settings:
    from archlint.configuration.schema import validated

    written = validated(content)
    folder = file.resolve().parent
    given = {name: getattr(written, name) for name in written.model_fields_set}
    for name in ("select", "ignore", "extend_select", "extend_ignore"):
        given[name] = tuple(given.get(name, ()))
        check_selectors(given[name], name.replace("_", "-"))
    for pattern, selectors in written.per_path_ignores.items():
        check_selectors(selectors, f'per-path-ignores."{pattern}"')
    given["models"] = {name: tuple(folder / path for path in paths) for name, paths in written.models.items()}
    given["baseline"] = folder / written.baseline if written.baseline else None
    given["import_roots"] = tuple(folder / root for root in written.import_roots)
    given["per_path_ignores"] = {pattern: tuple(codes) for pattern, codes in written.per_path_ignores.items()}
    given["roles"] = {
        form: tuple(line.model_dump(exclude_unset=True) for line in lines) for form, lines in written.roles.items()
    }
    given["severity"] = {_known(name).code: Severity(level) for name, level in written.severity.items()}
    given["rules"] = {_known(name).code: _checked(_known(name), value) for name, value in written.rules.items()}
    names = {entry.name for entry in fields(Settings)}
    return Settings(directory=folder, file=file, **{name: value for name, value in given.items() if name in names})


def _checked(rule: type[Rule], value: dict[str, Any]) -> dict[str, Any]:
    """The options of a rule as they are written, if they are right; dates as text, which no option is."""
    from archlint.configuration.schema import validated_options

    validated_options(rule, value)
    plain: dict[str, Any] = json.loads(json.dumps(value, default=str))
    return plain


def _known(name: str) -> type[Rule]:
    from archlint.language.suggestions import did_you_mean, nearest
    from archlint.rules.catalogue import rule_named

    rule = rule_named(name)
    if rule is None:
        hint = did_you_mean(nearest(name, known_rules()))
        raise ConfigurationError(f"there is no rule `{name}`; {hint}".rstrip("; "))
    return rule
