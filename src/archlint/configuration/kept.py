"""Settings that an earlier run has understood, taken from the cache: pydantic and the rules are not needed for it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from archlint.cache_folder import cache_beside, digest
from archlint.configuration.settings import Settings
from archlint.diagnostics import Severity

__all__ = ["keep", "kept"]

_LISTS = ("select", "ignore", "extend_select", "extend_ignore")
_PLAIN = ("profile", "fail_on", "cache", "max_file_size", "max_depth", "max_elements")


def kept(file: Path, written: bytes) -> Settings | None:
    """The settings of a configuration file with that content, if an earlier run has kept them."""
    cache = cache_beside(file.resolve().parent)
    found = cache.get(_name(file, written)) if cache else None
    if found is None:
        return None
    try:
        return _settings(file, found)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def keep(settings: Settings, file: Path, written: bytes) -> None:
    """Keeps the settings of a configuration file with that content, unless it says that nothing is to be kept."""
    cache = settings.cache_folder
    if cache is not None:
        cache.put(_name(file, written), _json(settings))


def _name(file: Path, written: bytes) -> str:
    return f"settings {digest(os.fsencode(file.resolve()) + written)}"


def _json(settings: Settings) -> dict[str, Any]:
    return {
        **{name: getattr(settings, name) for name in (*_PLAIN, *_LISTS)},
        "baseline": settings.baseline and str(settings.baseline),
        "import_roots": [str(root) for root in settings.import_roots],
        "models": {name: [str(path) for path in paths] for name, paths in settings.models.items()},
        "severity": {code: severity.value for code, severity in settings.severity.items()},
        "rules": dict(settings.rules),
        "per_path_ignores": {pattern: list(codes) for pattern, codes in settings.per_path_ignores.items()},
    }


def _settings(file: Path, found: dict[str, Any]) -> Settings:
    plain: dict[str, Any] = {name: found[name] for name in _PLAIN} | {name: tuple(found[name]) for name in _LISTS}
    return Settings(
        file.resolve().parent,
        file,
        **plain,
        baseline=Path(found["baseline"]) if found["baseline"] else None,
        import_roots=tuple(Path(root) for root in found["import_roots"]),
        models={name: tuple(Path(path) for path in paths) for name, paths in found["models"].items()},
        severity={code: Severity(level) for code, level in found["severity"].items()},
        rules=found["rules"],
        per_path_ignores={pattern: tuple(codes) for pattern, codes in found["per_path_ignores"].items()},
    )
