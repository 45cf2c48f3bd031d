"""The roadmap as a story: what each state comes to, what lives when, who owns what when, and whether it gets there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archlint.diagnostics import Finding, Severity
from archlint.model.model import Moment
from archlint.report import Report
from archlint.reporters.roadmap.breaks import Break, breaks_of
from archlint.reporters.roadmap.lives import Life, mastered, masters_of, systems_of
from archlint.reporters.roadmap.states import State, states_of

__all__ = ["Roadmap", "roadmap_of"]

_TRANSITION = ("EVO", "LEG109", "LEG110", "LEG113", "LEG114", "SRC108")


@dataclass(frozen=True)
class Roadmap:
    """The states of a model in the order of time, its systems that come, go or break and its legacy, the masters
    of each entity with the titles of the entities, what of its findings the way resolves, leaves and brings in from the
    first state to the last, and what breaks on the way. `misunderstood` counts the errors in the text, and `unread`
    says that something was not read: where that is so, nobody can say that it arrives."""

    model: str
    states: tuple[State, ...]
    systems: tuple[Life, ...]
    masters: dict[str, tuple[Life, ...]]
    entities: dict[str, str]
    resolved: int
    left: int
    introduced: int
    breaks: tuple[Break, ...]
    misunderstood: int
    unread: bool

    @property
    def arrives(self) -> bool:
        """Whether it gets there."""
        return not any(self.obstacles)

    @property
    def obstacles(self) -> Iterator[str]:
        """Why it does not get there, in words."""
        if legacy := self.states[-1].legacy:
            yield f"{_counted(legacy, 'legacy system')} {'is' if legacy == 1 else 'are'} left at its end"
        if remain := self.left + self.introduced:
            yield f"{_counted(remain, 'error or warning', 'errors and warnings')} at its end"
        if self.breaks:
            broken = len(self.breaks)
            yield f"{_counted(broken, 'thing')} {'breaks' if broken == 1 else 'break'} on the way"
        if self.misunderstood:
            yield f"{_counted(self.misunderstood, 'error')} in the text"
        if self.unread:
            yield "not every file could be read"

    @property
    def change(self) -> str:
        """What the way does to legacy and to findings, in words."""
        first, last = self.states[0].legacy, self.states[-1].legacy
        moves = (
            f"stays at {last}" if first == last else f"{'falls' if last < first else 'rises'} from {first} to {last}"
        )
        found = f"{self.resolved} resolved, {self.left} left, {self.introduced} brought in"
        return f"legacy {moves}; of errors and warnings {found}"

    @property
    def verdict(self) -> str:
        """Whether it gets there, and why not."""
        if self.arrives:
            return "it gets there"
        return f"it does not get there as it stands: {'; '.join(self.obstacles)}"


def roadmap_of(report: Report) -> Roadmap:
    """The roadmap of a model that was judged at every instant of change."""
    model = report.model
    moments = model.plateaus or report.moments
    counting = [finding for finding in report.findings if not finding.waived and finding.severity is not Severity.INFO]
    first, last = _held(counting, moments[0]), _held(counting, moments[-1])
    masters = masters_of(model)
    breaks = breaks_of(report, _on_the_way(report, counting, moments, first | last), masters)
    return Roadmap(
        model=model.name,
        states=tuple(states_of(report, moments)),
        systems=systems_of(model, {one.system for one in breaks}),
        masters=masters,
        entities=mastered(model),
        resolved=len(first - last),
        left=len(first & last),
        introduced=len(last - first),
        breaks=breaks,
        misunderstood=sum(
            finding.code.startswith(("SYN", "MOD")) and finding.severity is Severity.ERROR for finding in counting
        ),
        unread=report.unread,
    )


def _on_the_way(
    report: Report, findings: Iterable[Finding], moments: tuple[Moment, ...], ends: set[str]
) -> Iterator[Finding]:
    """What is said of the way itself, and what holds between the first state and the last and in neither."""
    first, last = moments[0].instant, moments[-1].instant
    between = {moment.name for moment in report.moments if first < moment.instant < last}
    for finding in findings:
        passing = finding.fingerprint not in ends and not between.isdisjoint(finding.snapshots)
        if passing or finding.code.startswith(_TRANSITION):
            yield finding


def _held(findings: Iterable[Finding], moment: Moment) -> set[str]:
    """The fingerprints of what is found at a moment."""
    return {finding.fingerprint for finding in findings if moment.name in finding.snapshots}


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or f'{one}s'}"
