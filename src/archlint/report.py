"""What linting a model comes to."""

from __future__ import annotations

from dataclasses import dataclass

from archlint.diagnostics import Finding
from archlint.model.model import Model, Moment

__all__ = ["Report"]


@dataclass(frozen=True)
class Report:
    """A model, the moments at which it was judged, and every finding, in the order of file, position and code.

    `unread` says that something could not be read, and so that the findings may not be all.
    """

    model: Model
    moments: tuple[Moment, ...]
    findings: tuple[Finding, ...]
    unread: bool

    @property
    def news(self) -> tuple[Finding, ...]:
        """The findings that were not known before."""
        return tuple(finding for finding in self.findings if not finding.baselined)
