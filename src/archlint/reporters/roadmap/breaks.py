"""What breaks on the way, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archlint.diagnostics import Finding
from archlint.model.elements import Commitment, Element
from archlint.model.time import AFTER_EVERY_DATE, BEFORE_EVERY_DATE, NEVER, name_of
from archlint.report import Report
from archlint.reporters.roadmap.lives import Life

__all__ = ["Break", "breaks_of", "gaps_of"]

_OF_THE_WHOLE_WAY = ("EVO101", "EVO102", "EVO103")


@dataclass(frozen=True)
class Break:
    """A finding about the way; `at` says when where that is known, `instant` for placing it."""

    code: str
    name: str
    severity: str
    message: str
    place: str
    elements: tuple[str, ...]
    at: str | None
    instant: int | None

    @property
    def system(self) -> str:
        """The outermost system, or other thing, that it is about first."""
        return self.elements[0].split(".")[0] if self.elements else ""

    @property
    def told(self) -> str:
        """The finding in one line, with its place."""
        return f"{self.code} {self.message} ({self.place})"


def breaks_of(report: Report, findings: Iterable[Finding], masters: dict[str, tuple[Life, ...]]) -> tuple[Break, ...]:
    """The findings in the order of time, those without a time last."""
    named: dict[str, list[Element]] = {}
    for element in report.model.elements:
        named.setdefault(element.path, []).append(element)
    instants = {moment.name: moment.instant for moment in report.moments}
    found = [_break(report, finding, _instant(finding, named, instants, masters)) for finding in findings]
    return tuple(sorted(found, key=lambda one: NEVER if one.instant is None else one.instant))


def gaps_of(lives: Iterable[Life]) -> Iterator[tuple[int, int]]:
    """The times between masters in which there is none; lives come in the order of time."""
    reached = NEVER
    for life in lives:
        if life.during.since > reached:
            yield reached, life.during.since
        reached = max(life.during.until, reached if reached != NEVER else BEFORE_EVERY_DATE)


def _break(report: Report, finding: Finding, instant: int | None) -> Break:
    place = f"{finding.span.source.path}:{finding.span.begin.line}"
    undated = next((moment.name for moment in report.model.plateaus if moment.instant == AFTER_EVERY_DATE), None)
    at = None if instant is None else name_of(instant) or (undated if instant == AFTER_EVERY_DATE else None)
    return Break(
        finding.code, finding.name, finding.severity.value, finding.message, place, finding.elements, at, instant
    )


def _instant(
    finding: Finding,
    named: dict[str, list[Element]],
    instants: dict[str, int],
    masters: dict[str, tuple[Life, ...]],
) -> int | None:
    """When it holds first: in which state; else when the gap opens, the promise is due, or the first of what it is
    about ends."""
    if finding.snapshots:
        return instants[finding.snapshots[0]]
    if finding.code in _OF_THE_WHOLE_WAY:
        return None
    about = [element for path in finding.elements for element in named.get(path, ())]
    if finding.code == "EVO107":
        return next((since for path in finding.elements for since, _ in gaps_of(masters.get(path, ()))), None)
    if finding.code == "EVO104":
        begun = max((element.lifetime.since for element in about), default=BEFORE_EVERY_DATE)
        return begun if begun > BEFORE_EVERY_DATE else None
    due = [fact.value for element in about if isinstance(element, Commitment) for fact in element.due]
    ends = [element.lifetime.until for element in about if element.lifetime.until < NEVER]
    return min(due or ends, default=None)
