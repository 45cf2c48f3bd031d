"""EVO101: legacy systems that do not become fewer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.model.elements import Legacy
from archlint.model.model import Moment
from archlint.model.time import NEVER
from archlint.rules.evolution.burn_down import Comparison, compared, in_force, stalled
from archlint.rules.rule import TransitionRule
from archlint.rules.wording import figure, listed

__all__ = ["LegacyVolumeNotFalling"]


class LegacyVolumeNotFalling(TransitionRule):
    """The number of legacy systems rises from one state to the next, or is above zero and no lower in the last state
    than in the first.

    A legacy system counts as often as its `count` says. The states are the plateaus; without plateaus, the instants
    at which something changes, from the first that has a date. There is one finding for each later state: on the
    plateau; without plateaus on the legacy that was added, else on the first.

    ## Why
    Legacy is there to meet a need of today until something better does; there should be less of it in every state
    that the roadmap names. Source: Technology architecture, line 81.

    ## Breaks it
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    legacy benefits
    legacy pensions
    platform payments { since target }
    ```

    ## Mended
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    legacy benefits { until target }
    legacy pensions
    platform payments { since target; replaces benefits }
    ```

    ## Exceptions
    Legacy that comes only by import is not counted. A model with a single state has nothing to compare. A plateau
    that comes only by import is no place for a finding: it then sits where it would without plateaus.
    """

    code = "EVO101"
    severity = Severity.WARNING
    sources = ("000:81",)

    def check(self, history: History) -> Iterator[Finding]:
        moments = compared(history)
        if moments:
            for comparison in stalled(history.model, moments, _number):
                yield self._no_fewer(moments, comparison)

    def _no_fewer(self, moments: Sequence[Moment], comparison: Comparison) -> Finding:
        (stall,) = comparison.stalls
        earlier, later = moments[stall.earlier].name, moments[stall.later].name
        said = (
            f"the number of legacy systems rises from {figure(stall.before)} in `{earlier}` to "
            f"{figure(stall.after)} in `{later}`"
            if stall.rises
            else f"there are as many legacy systems in `{later}` as in `{earlier}`: {figure(stall.after)}"
        )
        return self.finding(
            comparison.place,
            said,
            help=_help(comparison),
            elements=(comparison.place,),
            related=[(legacy, f"not yet there in `{earlier}`") for legacy in comparison.added[:5]],
        )


def _number(legacy: Legacy, instant: int) -> tuple[str, Decimal]:
    """How many systems a legacy system stands for."""
    count = in_force(legacy.count, instant)
    return "", Decimal(1 if count is None else str(count))


def _help(comparison: Comparison) -> str:
    lasting = [legacy for legacy in comparison.members if legacy.lifetime.until == NEVER]
    lasting = [legacy for legacy in lasting if legacy not in comparison.added] or lasting
    end = f"plan the end of {listed(lasting)}, and state it with `until`" if lasting else "let some of it end sooner"
    return f"do without {listed(comparison.added)}, or {end}" if comparison.added else end
