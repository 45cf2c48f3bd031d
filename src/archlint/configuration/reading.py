"""Reads a configuration file, and those that it extends."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archlint.configuration.kept import keep, kept
from archlint.configuration.settings import ConfigurationError, Settings, check_selectors, known_rules
from archlint.diagnostics import Severity

if TYPE_CHECKING:
    from archlint.configuration.schema import ConfigurationFile
    from archlint.rules.rule import Rule

__all__ = ["FILE", "SHARED", "read"]

FILE = "archlint.toml"
SHARED = "pyproject.toml"

_MOST_EXTENDED = 16


def read(file: Path, cached: bool) -> Settings:
    """The settings that a file states, and those that it extends do before it; raises ConfigurationError.

    If `cached`, what the project's cache knows is not worked out again.
    """
    written = _bytes(file)
    settings = kept(file, written) if cached else None
    if settings is None:
        settings = _understood(file, written)
        if cached and not settings.extended:
            keep(settings, file, written)
    return settings


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{file}: {getattr(error, 'strerror', None) or error}") from None


def _understood(file: Path, written: bytes) -> Settings:
    given: dict[str, Any] = {}
    origins: dict[str, str] = {}
    layers = _layers(file, written)
    for place, stated in layers:
        for name, value in stated.items():
            together = isinstance(value, Mapping) and name in given
            origins[name] = f"{origins[name]}, {place}" if together else str(place)
            given[name] = {**given[name], **value} if together else value
    extended = tuple(place for place, _ in layers[:-1])
    return Settings(directory=file.resolve().parent, file=file, extended=extended, origins=origins, **given)


def _layers(file: Path, written: bytes) -> list[tuple[Path, dict[str, Any]]]:
    """What each file states: the outermost that is extended first, the file itself last."""
    layers: list[tuple[Path, dict[str, Any]]] = []
    seen: set[Path] = set()
    while True:
        seen.add(file.resolve())
        base, stated = _stated(file, written)
        layers.insert(0, (file, stated))
        if base is None:
            return layers
        if base.resolve() in seen or len(seen) > _MOST_EXTENDED:
            raise ConfigurationError(f"{file}: extend: {base} extends itself")
        if base.suffix != ".toml":
            raise ConfigurationError(f"{file}: extend: {base} is no .toml file")
        file, written = base, _bytes(base)


def _stated(file: Path, written: bytes) -> tuple[Path | None, dict[str, Any]]:
    """The file that one extends, and the settings that it states."""
    import tomllib

    from archlint.configuration.schema import validated

    try:
        content = tomllib.loads(written.decode("utf-8-sig"))
    except ValueError as error:
        raise ConfigurationError(f"{file}: {error}") from None
    if file.name == SHARED:
        content = content.get("tool", {}).get("archlint", {})
    try:
        stated = validated(content)
        settings = {name: _setting(stated, name, file.resolve().parent) for name in stated.model_fields_set}
    except ConfigurationError as error:
        raise ConfigurationError(f"{file}: {error}") from None
    base = settings.pop("extend", None)
    return base, settings


def _setting(stated: ConfigurationFile, name: str, folder: Path) -> Any:
    """A setting as archlint has it, paths by the directory of the file that states them."""
    value = getattr(stated, name)
    return _AS_SET[name](value, folder) if name in _AS_SET else value


def _selectors(name: str) -> Callable[[list[str], Path], tuple[str, ...]]:
    def checked(selectors: list[str], _: Path) -> tuple[str, ...]:
        check_selectors(selectors, name)
        return tuple(selectors)

    return checked


def _path_ignores(ignores: dict[str, list[str]], folder: Path) -> dict[str, tuple[str, ...]]:
    for pattern, selectors in ignores.items():
        check_selectors(selectors, f'per-path-ignores."{pattern}"')
    return {str(folder / pattern): tuple(selectors) for pattern, selectors in ignores.items()}


def _options(rules: dict[str, dict[str, Any]], _: Path) -> dict[str, Any]:
    """The options of rules as they are written, if they are right; dates as text, which no option is."""
    from archlint.configuration.schema import validated_options

    for name, value in rules.items():
        validated_options(_known(name), value)
    return {_known(name).code: json.loads(json.dumps(value, default=str)) for name, value in rules.items()}


def _known(name: str) -> type[Rule]:
    from archlint.language.suggestions import did_you_mean, nearest
    from archlint.rules.catalogue import rule_named

    rule = rule_named(name)
    if rule is None:
        hint = did_you_mean(nearest(name, known_rules()))
        raise ConfigurationError(f"there is no rule `{name}`; {hint}".rstrip("; "))
    return rule


_AS_SET: dict[str, Callable[[Any, Path], Any]] = {
    "extend": lambda path, folder: folder / path,
    "select": _selectors("select"),
    "ignore": _selectors("ignore"),
    "extend_select": _selectors("extend-select"),
    "extend_ignore": _selectors("extend-ignore"),
    "baseline": lambda path, folder: folder / path,
    "import_roots": lambda roots, folder: tuple(folder / root for root in roots),
    "models": lambda models, folder: {name: tuple(folder / path for path in paths) for name, paths in models.items()},
    "roles": lambda roles, _: {
        form: tuple(line.model_dump(exclude_unset=True) for line in lines) for form, lines in roles.items()
    },
    "severity": lambda given, _: {_known(name).code: Severity(level) for name, level in given.items()},
    "rules": _options,
    "per_path_ignores": _path_ignores,
}
"""How what a file states becomes a setting, where that is not the same; of the value and the file's directory."""
