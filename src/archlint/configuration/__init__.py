"""`archlint.toml`, or `[tool.archlint]` in `pyproject.toml`: found, validated, and turned into settings."""

from archlint.configuration.discovery import candidates, configuration_for, configured, project_root
from archlint.configuration.settings import ConfigurationError, Settings, check_selectors, selected_rules

__all__ = [
    "ConfigurationError",
    "Settings",
    "candidates",
    "check_selectors",
    "configuration_for",
    "configured",
    "project_root",
    "selected_rules",
]
