"""EVO103: legacy on which no fewer products come to depend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Arrow
from archlint.graph.succession import successors_in
from archlint.model.elements import Adaptor, Element, Legacy
from archlint.model.model import Moment
from archlint.rules.evolution.burn_down import Stall, compared, not_falling, own_legacy
from archlint.rules.evolution.reach import numbers_of_products, ways_to
from archlint.rules.rule import Place, TransitionRule
from archlint.rules.wording import figure, listed

__all__ = ["LegacyCriticalityNotFalling"]

SHOWN = 5
"""How many of the dependencies on a legacy system are shown."""


class LegacyCriticalityNotFalling(TransitionRule):
    """The number of products that reach a legacy system rises from one state to the next, or is above zero and no
    lower in the last state than in the first.

    A product reaches legacy when it depends on it, directly or through whatever lies between, adaptors and other
    legacy included. It counts as often as its `count` says. The states are the plateaus; without plateaus, the
    instants at which something changes, from the first that has a date. There is one finding for each legacy system.

    ## Why
    The business should come to depend less on every legacy system, until none is in the way of being switched off.
    An adaptor makes that easier; it does not make the products depend on it less.
    Source: Technology architecture, line 81.

    ## Breaks it
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    legacy licensing
    product renew-licence { uses licensing }
    product change-address { uses licensing since target }
    ```

    ## Mended
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    legacy licensing
    platform licences { since target }
    product renew-licence {
      uses licensing until target
      uses licences since target
    }
    product change-address { uses licences since target }
    ```

    ## Exceptions
    Legacy that comes only by import is not judged; imported products count. What is hosted on legacy, or keeps a
    copy of its data, does not reach it in the sense of this rule.
    """

    code = "EVO103"
    severity = Severity.WARNING
    sources = ("000:81",)

    def check(self, history: History) -> Iterator[Finding]:
        moments, legacies = compared(history), own_legacy(history.model)
        if not moments or not legacies:
            return
        ways = ways_to(history.model, legacies)
        heirs = successors_in(history.model)
        into: dict[Element, list[Arrow]] = {}
        for arrow in ways:
            into.setdefault(arrow.target, []).append(arrow)
        for legacy, levels in numbers_of_products(ways, legacies, moments).items():
            stall = next(not_falling(levels), None)
            if stall is not None:
                yield self._no_less(moments, legacy, stall, into[legacy], heirs)

    def _no_less(
        self,
        moments: Sequence[Moment],
        legacy: Legacy,
        stall: Stall,
        into: Sequence[Arrow],
        heirs: Mapping[Element, Sequence[Element]],
    ) -> Finding:
        earlier, later = moments[stall.earlier], moments[stall.later]
        said = (
            f"rises from {figure(stall.before)} in `{earlier.name}` to {figure(stall.after)} in `{later.name}`"
            if stall.rises
            else f"is the same in `{later.name}` as in `{earlier.name}`: {figure(stall.after)}"
        )
        living = [arrow for arrow in into if arrow.relation.lifetime.holds(later.instant)]
        return self.finding(
            legacy,
            f"the number of products that reach legacy `{legacy.path}` {said}",
            help=_help(living, [heir for heir in heirs.get(legacy, ()) if heir is not legacy]),
            elements=(legacy,),
            related=_ways_in(living, earlier, later),
        )


def _ways_in(living: Sequence[Arrow], earlier: Moment, later: Moment) -> list[tuple[Place, str]]:
    """The dependencies on a legacy system in the later state, those first that were not there in the earlier one."""
    new = [arrow for arrow in living if not arrow.relation.lifetime.holds(earlier.instant)]
    shown: list[tuple[Place, str]] = [(arrow.relation, f"not yet there in `{earlier.name}`") for arrow in new]
    lasting = (arrow for arrow in living if arrow not in new)
    shown += [(arrow.relation, f"still there in `{later.name}`") for arrow in lasting]
    return shown[:SHOWN]


def _help(living: Sequence[Arrow], heirs: Sequence[Element]) -> str:
    users = list(dict.fromkeys(arrow.source for arrow in living if arrow.source is not arrow.target))
    users = [user for user in users if user not in heirs] or users
    direct = [user for user in users if not isinstance(user, Adaptor)]
    movers = listed(direct) if direct else f"the products behind {listed(users)}"
    place = f"to {listed(heirs)}, which replace{'s' if len(heirs) == 1 else ''} it" if heirs else "to a platform"
    return f"move {movers} {place}"
