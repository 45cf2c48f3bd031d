"""What archlint says: plain values that know nothing of who reads them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from archlint.source import Position, Span

__all__ = ["Edit", "Fault", "Finding", "Fix", "Label", "Severity", "Status", "Waived"]


class Severity(Enum):
    """How much a finding matters, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _SEVERITIES.index(self)


_SEVERITIES = list(Severity)


class Status(Enum):
    """What the roadmap does with a finding."""

    OPEN = "open"
    INTRODUCED = "introduced"
    TRANSITIONAL = "transitional"
    RESOLVED = "resolved"


class Label(NamedTuple):
    """Another place that matters, and what it has to do with the finding."""

    span: Span
    message: str


class Edit(NamedTuple):
    """The text that takes the place of a stretch."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A change to the text that removes a finding."""

    message: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Fault(NamedTuple):
    """What the reading of a text finds wrong, before any rule has looked at it."""

    code: str
    span: Span
    message: str
    help: str = ""
    related: tuple[Label, ...] = ()
    elements: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()


class Waived(NamedTuple):
    """Why a finding is accepted, and where that is written."""

    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One breach of one rule, with the place, the proof and what to do.

    `elements` are paths, the subject first. `snapshots` are names in the order of time, empty for
    a finding that is not about snapshots. `fingerprint` is filled in when the findings of a model
    are gathered.
    """

    code: str
    name: str
    severity: Severity
    span: Span
    message: str
    help: str = ""
    elements: tuple[str, ...] = ()
    related: tuple[Label, ...] = ()
    witness: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    snapshots: tuple[str, ...] = ()
    status: Status = Status.OPEN
    waived: Waived | None = None
    baselined: bool = False
    fingerprint: str = ""

    @property
    def order(self) -> tuple[str, Position, str, tuple[str, ...], str]:
        """The key by which findings are reported: file, position, code."""
        return (self.span.source.path, self.span.begin, self.code, self.elements, self.message)

    @property
    def counts(self) -> bool:
        """Whether it may fail a run: neither resolved by the roadmap, nor waived, nor known before."""
        return self.status is not Status.RESOLVED and self.waived is None and not self.baselined
