"""What is said of a configuration that cannot be used."""

from __future__ import annotations

__all__ = ["ConfigurationError"]


class ConfigurationError(Exception):
    """The configuration cannot be used; the message says where and why, in one line or a few."""
