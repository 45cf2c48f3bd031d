"""The settings of a run, and which rules they select."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archlint.configuration.error import ConfigurationError
from archlint.diagnostics import Severity
from archlint.language.limits import DEEPEST, LARGEST, MOST

if TYPE_CHECKING:
    from archlint.cache_folder import CacheFolder
    from archlint.rules.rule import Rule

__all__ = [
    "ConfigurationError", "Settings", "check_selectors", "known_rules", "options_of", "selected_rules",
]  # fmt: skip


_UNDECIDING = frozenset({"file", "extended", "origins", "fail_on", "cache", "baseline", "models"})
"""The settings on which does not depend what is found."""


@dataclass(frozen=True)
class Settings:
    """The settings in force for a run.

    `extended` are the files that the file extends, `origins` says by setting which files state it. `rules` are the
    options of rules by code: as the rule has them, or as a configuration file writes them. `roles` are the lines that
    say by format what is what, as the file writes them; `foreign` is the format of the files that are not archlint's
    own, where the user names one.
    """

    directory: Path
    file: Path | None = None
    extended: tuple[Path, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    profile: str = "default"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    fail_on: str = "warning"
    cache: bool = True
    baseline: Path | None = None
    import_roots: tuple[Path, ...] = ()
    max_file_size: int = LARGEST
    max_depth: int = DEEPEST
    max_elements: int = MOST
    models: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    foreign: str | None = None
    roles: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)
    per_path_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def roots(self) -> tuple[Path, ...]:
        """The only directories from which files may be imported."""
        return (self.directory.resolve(), *(root.resolve() for root in self.import_roots))

    @property
    def cache_folder(self) -> CacheFolder | None:
        """Where runs keep what they found out; None where they do not."""
        from archlint.cache_folder import cache_beside

        return cache_beside(self.directory) if self.cache else None

    @property
    def verdict_key(self) -> str:
        """What stands for all the settings on which depends what is found."""
        deciding = [entry.name for entry in fields(self) if entry.name not in _UNDECIDING]
        return repr([self.roots, *(getattr(self, name) for name in deciding)])


def known_rules() -> list[str]:
    """The code and the name of every rule."""
    from archlint.rules.catalogue import catalogue

    return [*catalogue(), *(rule.name() for rule in catalogue().values())]


def check_selectors(selectors: tuple[str, ...] | list[str], where: str) -> None:
    """Raises ConfigurationError for a selector that means no rule."""
    if not selectors:
        return
    from archlint.language.suggestions import did_you_mean, nearest
    from archlint.rules.catalogue import matching

    for selector in selectors:
        if not matching(selector):
            hint = did_you_mean(nearest(selector, known_rules()))
            raise ConfigurationError(f"{where}: there is no rule `{selector}`{'; ' + hint if hint else ''}")


def selected_rules(settings: Settings) -> list[Rule]:
    """The rules that run, with their options and severities; `select` replaces the profile's choice.

    Raises ConfigurationError.
    """
    from archlint.language.suggestions import did_you_mean, nearest
    from archlint.rules.catalogue import PROFILES, catalogue, in_profile

    if settings.profile not in PROFILES:
        hint = did_you_mean(nearest(settings.profile, PROFILES))
        raise ConfigurationError(
            f"there is no profile `{settings.profile}`: {', '.join(PROFILES)}; {hint}".rstrip("; ")
        )
    codes = _codes(settings.select) if settings.select else in_profile(settings.profile)
    codes = (codes | _codes(settings.extend_select)) - _codes(settings.ignore) - _codes(settings.extend_ignore)
    unstated = settings.profile in ("code-of-practice", "all")
    return [
        rule(settings.severity.get(code), options_of(rule, settings.rules.get(code)), unstated)
        for code, rule in catalogue().items()
        if code in codes
    ]


def options_of(rule: type[Rule], given: Any) -> Any:
    """The options of a rule, made of what a configuration file writes if need be; raises ConfigurationError."""
    if not isinstance(given, Mapping):
        return given
    from archlint.configuration.schema import validated_options

    return validated_options(rule, dict(given))


def _codes(selectors: tuple[str, ...]) -> frozenset[str]:
    from archlint.rules.catalogue import matching

    return frozenset().union(*(matching(selector) for selector in selectors))
