"""What is said of a model: worked out, or as an earlier run has said it while nothing has changed since."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from archlint.cli.noted import note
from archlint.cli.subjects import fail

if TYPE_CHECKING:
    from archlint.configuration import Settings
    from archlint.report import Report, Verdict
    from archlint.subject import Subject

__all__ = ["report_on", "verdict_on"]


def report_on(subject: Subject, settings: Settings, at: str | None = None, every_change: bool = False) -> Report:
    """The report on a subject, at its own moments, at every change, or at the time asked for; of the cache it needs
    only files that are parsed already. Ends the run where the time or the settings are wrong."""
    from archlint.configuration import ConfigurationError
    from archlint.linter import UnknownMoment, lint

    cache = settings.cache_folder
    try:
        report = lint(subject, settings, at, every_change, cache)
    except (ConfigurationError, UnknownMoment) as error:
        fail(str(error))
    if cache is not None:
        cache.tidy()
    note(report.answers)
    return report


def verdict_on(subject: Subject, settings: Settings, at: str | None = None, every_change: bool = False) -> Verdict:
    """As `report_on`, without the model; nothing is read but the cache while nothing has changed."""
    cache = None if subject.texts or subject.edited else settings.cache_folder
    if cache is None:
        return report_on(subject, settings, at, every_change)
    from archlint.cache import recalled, remember

    request = _request(subject, settings, at, every_change)
    known = recalled(cache, request, settings.max_file_size)
    if known is not None:
        note(known.answers)
        return known
    report = report_on(subject, settings, at, every_change)
    remember(cache, request, report)
    cache.tidy()
    return report


def _request(subject: Subject, settings: Settings, at: str | None, every_change: bool) -> str:
    """What stands for all that decides what is said, but what is in the files."""
    from archlint.cache_folder import digest

    here = os.getcwd()  # noqa: PTH109  # its text is all that is wanted
    asked = (here, subject.name, subject.paths, at, every_change, settings.verdict_key)
    return digest(repr(asked).encode(errors="surrogateescape"))
