"""EVO102: legacy that does not become cheaper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.model.elements import Legacy
from archlint.model.model import Model, Moment
from archlint.model.statements import Amount, Stated
from archlint.rules.evolution.burn_down import Comparison, Stall, compared, own_legacy, stalled
from archlint.rules.rule import TransitionRule
from archlint.rules.wording import figure, listed

__all__ = ["LegacyCostNotFalling"]


class LegacyCostNotFalling(TransitionRule):
    """The stated costs of legacy, added up, rise from one state to the next, or are above zero and no lower in the
    last state than in the first.

    Every currency is added up for itself. A `cost` is that of all the systems for which a legacy system stands, and
    is not multiplied by its `count`. How many systems state one is said, because the sum is of these only. The
    states are the plateaus; without plateaus, the instants at which something changes, from the first that has a
    date. There is one finding for each later state: on the plateau; without plateaus on the legacy that was added,
    else on the first that states a cost.

    ## Why
    What legacy costs to support should fall, and free the money for what takes its place.
    Source: Technology architecture, line 81.

    ## Breaks it
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    legacy benefits {
      cost 10m GBP until target
      cost 12m GBP since target
    }
    ```

    ## Mended
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    legacy benefits {
      cost 10m GBP until target
      cost 7m GBP since target
    }
    ```

    ## Exceptions
    Legacy that comes only by import is not counted, nor is what states no cost. A model with a single state has
    nothing to compare. A plateau that comes only by import is no place for a finding: it then sits where it would
    without plateaus.
    """

    code = "EVO102"
    severity = Severity.WARNING
    sources = ("000:81",)

    def check(self, history: History) -> Iterator[Finding]:
        moments = compared(history)
        if moments:
            for comparison in stalled(history.model, moments, _cost):
                yield self._no_cheaper(history.model, moments, comparison)

    def _no_cheaper(self, model: Model, moments: Sequence[Moment], comparison: Comparison) -> Finding:
        at = max(comparison.stalls, key=lambda stall: stall.earlier)
        earlier, later = moments[at.earlier], moments[at.later]
        totals = ", and ".join(_said(moments, stall) for stall in comparison.stalls)
        higher = _higher(comparison.members, earlier.instant, later.instant)
        return self.finding(
            comparison.place,
            f"the stated costs of legacy do not fall: {totals}; {_stating(model, later)}, {_stating(model, earlier)}",
            help=_help(comparison, list(higher)),
            elements=(comparison.place,),
            related=[(fact, f"`{legacy.path}` costs this in `{later.name}`") for legacy, fact in higher.items()][:5],
        )


def _cost(legacy: Legacy, instant: int) -> tuple[str, Decimal] | None:
    stated = _stated(legacy, instant)
    return None if stated is None else (stated.value.currency, Decimal(str(stated.value.number)))


def _stated(legacy: Legacy, instant: int) -> Stated[Amount] | None:
    """The cost in force at an instant."""
    return next((fact for fact in legacy.cost if fact.during.holds(instant)), None)


def _said(moments: Sequence[Moment], stall: Stall) -> str:
    earlier, later = moments[stall.earlier].name, moments[stall.later].name
    if stall.rises:
        return f"{figure(stall.before)} {stall.unit} in `{earlier}`, {figure(stall.after)} {stall.unit} in `{later}`"
    return f"{figure(stall.after)} {stall.unit} in `{later}` as in `{earlier}`"


def _stating(model: Model, moment: Moment) -> str:
    living = [legacy for legacy in own_legacy(model) if legacy.lifetime.holds(moment.instant)]
    stating = sum(_stated(legacy, moment.instant) is not None for legacy in living)
    return f"{stating} of {len(living)} systems state one in `{moment.name}`"


def _higher(members: Sequence[Legacy], earlier: int, later: int) -> dict[Legacy, Stated[Amount]]:
    """The legacy that costs more in the later state than in the earlier one, with what it says then."""
    found = {}
    for legacy in members:
        before, after = _stated(legacy, earlier), _stated(legacy, later)
        old = before.value if before is not None and legacy.lifetime.holds(earlier) else None
        if after is not None and (old is None or (old.currency == after.value.currency and old < after.value)):
            found[legacy] = after
    return found


def _help(comparison: Comparison, higher: list[Legacy]) -> str:
    if higher:
        return f"bring down what {listed(higher)} cost{'s' if len(higher) == 1 else ''}, or let other legacy end"
    are = "is" if len(comparison.members) == 1 else "are"
    return f"plan how {listed(comparison.members)} {are} to become cheaper or end"
