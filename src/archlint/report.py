"""What linting a model comes to."""

from __future__ import annotations

from dataclasses import dataclass

from archlint.diagnostics import Finding
from archlint.model.model import Model, Moment
from archlint.source import SourceFile

__all__ = ["Report"]


@dataclass(frozen=True)
class Report:
    """A model, the moments at which it was judged, and every finding, in the order of file, position and code.

    `unread` says that something could not be read, and so that the findings may not be all. `sources` are the texts
    of the model's own files. `unsaid` are findings that only echo text which could not be read.
    """

    model: Model
    moments: tuple[Moment, ...]
    findings: tuple[Finding, ...]
    unread: bool
    sources: tuple[SourceFile, ...] = ()
    unsaid: tuple[Finding, ...] = ()

    @property
    def news(self) -> tuple[Finding, ...]:
        """The findings that were not known before."""
        return tuple(finding for finding in self.findings if not finding.baselined)
