"""EVO104: old and new side by side, and no end to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.time import AFTER_EVERY_DATE, NEVER, Interval, name_of
from archlint.rules.evolution.replacements import replacements
from archlint.rules.rule import Place, TransitionRule
from archlint.rules.wording import when

__all__ = ["CoexistenceWithoutEnd"]


@dataclass(frozen=True)
class CoexistenceWithoutEndOptions:
    """The options of EVO104."""

    months: int = field(default=24, metadata={"help": "for how many months old and new may live side by side"})


class CoexistenceWithoutEnd(TransitionRule):
    """A system and the one that it replaces live together, and the old one has no `until`; or it is stated when the new
    one begins and when the old one ends, and they live together for longer than `months` (24).

    A `replaces` with a `since` of its own counts from then on. The finding sits on the `replaces`.

    ## Why
    Side by side with the silos, platforms bring their benefits sooner; but only until the silos are obsolete. Without
    a date both are paid for and looked after for good.
    Source: Government as a platform, line 56; Action 11, line 159 has a portal live on beside a platform.

    ## Breaks it
    ```arch
    legacy portal
    platform digital-tax { since 2015; replaces portal }
    ```

    ## Mended
    ```arch
    legacy portal { until 2016-06 }
    platform digital-tax { since 2015; replaces portal }
    ```

    ## Exceptions
    Where it is not stated when the new system begins, or the old one ends with a plateau without a date, nobody knows
    for how long they live together.
    """

    code = "EVO104"
    severity = Severity.WARNING
    sources = ("001:56", "004:159")
    Options = CoexistenceWithoutEndOptions

    def check(self, history: History) -> Iterator[Finding]:
        for old, replacing in replacements(history.model).items():
            for relation in replacing:
                together = relation.lifetime.meet(old.lifetime)
                if not together.exists or relation.imported:
                    continue
                if old.lifetime.until == NEVER:
                    yield self._endless(relation, old)
                elif _dated(relation, old) and _later(together.since, self.options.months) < together.until:
                    yield self._long(history.model, relation, old, together)

    def _endless(self, relation: Relation, old: Element) -> Finding:
        new = relation.source
        return self.finding(
            relation,
            f"`{new.path}` replaces `{old.path}` and lives beside it, and nobody says when `{old.path}` ends",
            help=f"state the end in `{old.path}`: `until …`",
            related=[(old, f"`{old.path}` has no `until`")],
        )

    def _long(self, model: Model, relation: Relation, old: Element, together: Interval) -> Finding:
        new, months = relation.source, self.options.months
        ends: list[Place] = [*old.until, old]
        begin, end = when(model, together.since), when(model, together.until)
        return self.finding(
            relation,
            f"`{new.path}` and `{old.path}`, which it replaces, live side by side from {begin} to "
            f"{end}, for longer than {months} months",
            help=f"end `{old.path}` by {when(model, _later(together.since, months))}, or replace it later",
            related=[(ends[0], f"`{old.path}` ends here")],
        )


def _dated(relation: Relation, old: Element) -> bool:
    """Whether there is a date for the beginning of the new, and one for the end of the old."""
    return name_of(relation.lifetime.since) is not None and name_of(old.lifetime.until) is not None


def _later(instant: int, months: int) -> int:
    """The instant some months after another: the same day of the month, or its last; what goes on past the plateau
    without a date is not measured."""
    begin = date.fromordinal(instant)
    year, month = divmod(begin.year * 12 + begin.month - 1 + max(months, 0), 12)
    if year >= date.max.year:
        return AFTER_EVERY_DATE
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1).toordinal()
    return min(date(year, month + 1, 1).toordinal() + begin.day - 1, following - 1)
