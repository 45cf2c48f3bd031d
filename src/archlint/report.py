"""What linting a model comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from archlint.diagnostics import Finding
from archlint.model.time import Moment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from archlint.language.files import Answer
    from archlint.model.model import Model
    from archlint.source import SourceFile

__all__ = ["Report", "Verdict"]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What is said of a model: its name, the paths of its own files, how many elements and relations are its own, the
    moments at which it was judged, and every finding, in the order of file, position and code.

    `silent` are the codes of the rules that did not run. `unread` says that something could not be read, and so that
    the findings may not be all. `answers` are what the file system was asked, and answered.
    """

    name: str
    files: tuple[str, ...]
    elements: int
    relations: int
    moments: tuple[Moment, ...]
    findings: tuple[Finding, ...]
    silent: frozenset[str]
    unread: bool = False
    answers: tuple[Answer, ...] = ()

    @property
    def news(self) -> tuple[Finding, ...]:
        """The findings that were not known before."""
        return tuple(finding for finding in self.findings if not finding.baselined)


@dataclass(frozen=True, kw_only=True)
class Report(Verdict):
    """What is said of a model, and the model.

    `sources` are the texts of the model's own files, `places` where texts came from. `unsaid` are findings that only
    echo text which could not be read. `complete` says that `answers` are all that the report was made from.
    """

    model: Model
    sources: tuple[SourceFile, ...]
    unsaid: tuple[Finding, ...]
    places: Mapping[SourceFile, str]
    complete: bool
