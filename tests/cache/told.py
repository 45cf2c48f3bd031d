"""What a run says, with the cache and without."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from archlint.cli.output import FORMATS
from archlint.cli.verdicts import verdict_on
from archlint.configuration import ConfigurationError, configuration_for
from archlint.subject import Subject

__all__ = ["afresh", "said", "with_cache"]


def said(folder: Path, *, cached: bool) -> dict[str, str]:
    """What a run says of a folder as one model, by format; of a wrong configuration, what is wrong.

    The page of html is left out: it shows the model itself, and is never made from a verdict.
    """
    from dataclasses import replace

    try:
        settings = configuration_for(folder, cached=cached)
    except ConfigurationError as error:
        return {"error": str(error)}
    settings = settings if cached else replace(settings, cache=False)
    verdict = verdict_on(Subject(folder.name, (Path(),)), settings)
    return {form: _rendered(form, verdict) for form in FORMATS if form != "html"}


def _rendered(form: str, verdict: object) -> str:
    module, function = FORMATS[form]
    text: str = getattr(import_module(f"archlint.reporters.{module}"), function)([verdict], form == "full")
    return text


def afresh(folder: Path) -> dict[str, str]:
    """What a run says that neither looks at a cache nor leaves one."""
    return said(folder, cached=False)


def with_cache(folder: Path) -> dict[str, str]:
    """What a run says that may have it from the cache."""
    return said(folder, cached=True)
