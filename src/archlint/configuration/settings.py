"""The settings of a run, and which rules they select."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archlint.diagnostics import Severity
from archlint.language.declarations import MOST
from archlint.language.parser import DEEPEST
from archlint.language.reader import LARGEST
from archlint.language.suggestions import did_you_mean, nearest
from archlint.rules.catalogue import PROFILES, catalogue, in_profile, matching
from archlint.rules.rule import Rule

__all__ = ["ConfigurationError", "Settings", "check_selectors", "known_rules", "selected_rules"]


class ConfigurationError(Exception):
    """The configuration cannot be used; the message says where and why, in one line or a few."""


@dataclass(frozen=True)
class Settings:
    """The settings in force for a run."""

    directory: Path
    file: Path | None = None
    profile: str = "default"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    baseline: Path | None = None
    import_roots: tuple[Path, ...] = ()
    max_file_size: int = LARGEST
    max_depth: int = DEEPEST
    max_elements: int = MOST
    models: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def roots(self) -> tuple[Path, ...]:
        """The only directories from which files may be imported."""
        return (self.directory.resolve(), *(root.resolve() for root in self.import_roots))


def known_rules() -> list[str]:
    """The code and the name of every rule."""
    return [*catalogue(), *(rule.name() for rule in catalogue().values())]


def check_selectors(selectors: tuple[str, ...] | list[str], where: str) -> None:
    """Raises ConfigurationError for a selector that means no rule."""
    for selector in selectors:
        if not matching(selector):
            hint = did_you_mean(nearest(selector, known_rules()))
            raise ConfigurationError(f"{where}: there is no rule `{selector}`{'; ' + hint if hint else ''}")


def selected_rules(settings: Settings) -> list[Rule]:
    """The rules that run, with their options and severities; `select` replaces the profile's choice."""
    if settings.profile not in PROFILES:
        hint = did_you_mean(nearest(settings.profile, PROFILES))
        raise ConfigurationError(
            f"there is no profile `{settings.profile}`: {', '.join(PROFILES)}; {hint}".rstrip("; ")
        )
    codes = _codes(settings.select) if settings.select else in_profile(settings.profile)
    codes = (codes | _codes(settings.extend_select)) - _codes(settings.ignore) - _codes(settings.extend_ignore)
    unstated = settings.profile in ("code-of-practice", "all")
    return [
        rule(settings.severity.get(code), settings.rules.get(code), unstated)
        for code, rule in catalogue().items()
        if code in codes
    ]


def _codes(selectors: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(matching(selector) for selector in selectors))
