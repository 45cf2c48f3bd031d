"""archlint: an architecture linter that knows who owns the data, what depends on legacy, and where the roadmap ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archlint.diagnostics import Finding, Severity
    from archlint.model.model import Model

__all__ = ["Finding", "Model", "Severity", "__version__", "check", "load"]

__version__ = "0.1.0"


def load(*paths: str | Path) -> Model:
    """The model that files and directories declare, whatever is wrong with them."""
    from archlint.configuration import configuration_for
    from archlint.linter import Subject, read_model

    files = tuple(Path(path) for path in paths)
    return read_model(Subject(files[0].stem, files), configuration_for(files[0])).model


def check(*paths: str | Path, at: str | None = None) -> tuple[Finding, ...]:
    """Every finding in the model that files and directories declare, in the order of file and position.

    `at` is a plateau or a date; without it the model is judged at each of its moments. Raises
    ConfigurationError and UnknownMoment.
    """
    from archlint.configuration import configuration_for
    from archlint.linter import Subject, lint

    files = tuple(Path(path) for path in paths)
    return lint(Subject(files[0].stem, files), configuration_for(files[0]), at).findings


def __getattr__(name: str) -> object:
    """The types, imported when they are first asked for."""
    if name in ("Finding", "Severity"):
        import archlint.diagnostics

        return getattr(archlint.diagnostics, name)
    if name == "Model":
        from archlint.model.model import Model

        return Model
    raise AttributeError(name)
