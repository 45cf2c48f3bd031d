"""LEG114: an integration with legacy that will hardly pay off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.succession import successors_in
from archlint.model.elements import Adaptor, Element, Legacy
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.model.time import BEFORE_EVERY_DATE, name_of
from archlint.rules.rule import TransitionRule
from archlint.rules.wording import listed

__all__ = ["NugatoryIntegration", "NugatoryIntegrationOptions"]


@dataclass(frozen=True)
class NugatoryIntegrationOptions:
    """The options of LEG114."""

    months: int = field(default=24, metadata={"help": "how many months an integration with legacy is to last at least"})


class NugatoryIntegration(TransitionRule):
    """A dependency on legacy begins less than 24 months before the legacy ends, both dates stated.

    It begins when its own `since` says so, or that of the system that states it. Judged over all time, also before
    the first plateau and after the last.

    ## Why
    New programmes are to avoid money spent in vain on integrating with systems that are on their way out: what
    takes half a year to build and goes after one is hardly worth its cost.
    Source: Technology architecture, line 80.

    ## Breaks it
    ```arch
    legacy gateway { until 2016 }
    product farm-payments { uses gateway since 2015 until 2016 }
    ```

    ## Mended
    ```arch
    legacy gateway { until 2016 }
    platform sign-in { replaces gateway }
    product farm-payments { uses sign-in since 2015 }
    ```

    ## Exceptions
    An adaptor is there to be integrated with legacy. A dependency that only goes on, its statement written in two
    parts, does not begin again. A plateau without a date is no date.
    """

    code = "LEG114"
    severity = Severity.WARNING
    sources = ("000:80",)
    Options = NugatoryIntegrationOptions

    def check(self, history: History) -> Iterator[Finding]:
        found = [
            (relation, legacy)
            for element in history.model.own
            for relation in element.relations
            if (legacy := _enters(relation)) is not None and self._too_late(relation, legacy)
        ]
        heirs = successors_in(history.model) if found else {}
        for relation, legacy in found:
            yield self._finding(relation, legacy, heirs.get(legacy, []))

    def _too_late(self, relation: Relation, legacy: Legacy) -> bool:
        begin, end = _date(relation.lifetime.since), _date(legacy.lifetime.until)
        if begin is None or end is None or not relation.lifetime.exists:
            return False
        return _months(begin, self.options.months) > _months(end) and not _goes_on(relation)

    def _finding(self, relation: Relation, legacy: Legacy, heirs: list[Element]) -> Finding:
        system = relation.source.outermost
        others = [heir for heir in heirs if heir is not system]
        instead = (
            f"depend on {listed(others)} from the first" if others else "do without this for the time that is left"
        )
        return self.finding(
            relation,
            f"`{system.path}` begins to depend on legacy `{legacy.path}` on {name_of(relation.lifetime.since)}, "
            f"less than {self.options.months} months before that ends on {name_of(legacy.lifetime.until)}",
            help=f"{instead}, or let an adaptor carry it",
            elements=(system, legacy),
            related=[(legacy.until[0] if legacy.until else legacy, f"`{legacy.path}` ends here")],
        )


def _enters(relation: Relation) -> Legacy | None:
    """The legacy that a relation of another system, no adaptor, begins to depend on at a date of its own."""
    if relation.keyword not in DEPENDENCY_KEYWORDS or relation.target is None:
        return None
    legacy, system = relation.target.outermost, relation.source.outermost
    if not isinstance(legacy, Legacy) or isinstance(system, Adaptor) or system is legacy or system.imported:
        return None
    own = max(relation.stated.since, relation.source.lifetime.since)
    return legacy if own > BEFORE_EVERY_DATE else None


def _date(instant: int) -> date | None:
    return date.fromordinal(instant) if name_of(instant) else None


def _months(day: date, later: int = 0) -> tuple[int, int]:
    """A day as months and days, some months later: what can be compared whatever the lengths of the months."""
    return day.year * 12 + day.month + later, day.day


def _goes_on(relation: Relation) -> bool:
    """Whether the same was stated up to the day on which a relation begins."""
    same, before = (relation.keyword, relation.target, relation.data), relation.lifetime.since - 1
    return any(
        (other.keyword, other.target, other.data) == same and other.lifetime.holds(before)
        for other in relation.source.relations
    )
