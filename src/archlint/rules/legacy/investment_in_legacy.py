"""LEG113: legacy that grows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.succession import successors_in
from archlint.model.elements import Element, Interface, Legacy, Store, System
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.statements import Amount, Stated
from archlint.rules.rule import Place, TransitionRule

__all__ = ["InvestmentInLegacy"]

Cost = Stated[Amount]


class Gain(NamedTuple):
    """What legacy has from an instant on and had not before: where it is said, in words, and what was there before."""

    instant: int
    place: Place
    what: str
    gained: Element | None = None
    before: Cost | None = None


class InvestmentInLegacy(TransitionRule):
    """Legacy gains a capability, a store, a higher `cost`, or, while no adaptor wraps it, an interface; unless
    `plan modernise` ends in a lower cost than before.

    A gain is what legacy, its parts included, has from some day after the first snapshot on and did not have on the
    day before. One finding for each gain: on the `provides`, on the store, on the interface, on the `cost`. An
    interface that begins with the new store in which it stands is no gain of its own. A cost is compared with the last
    one stated, if that is in the same currency.

    ## Why
    Legacy is kept for a need that is there today. Its volume, cost and weight are to shrink from year to year, and new
    money belongs into what takes its place.
    Source: Technology architecture, line 81.

    ## Breaks it
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    capability online-filing
    legacy court-ledger { provides online-filing since 2016 }
    ```

    ## Mended
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    capability online-filing
    legacy court-ledger
    platform filing { provides online-filing; since 2016 }
    ```

    ## Exceptions
    Legacy that begins after the first snapshot brings along what it has. An interface is no gain while an adaptor wraps
    the legacy. To modernise may cost more for a while: with `plan modernise` in force, nothing is a gain if the last
    `cost` stated is lower than the one before it.
    """

    code = "LEG113"
    severity = Severity.ERROR
    sources = ("000:81",)

    def check(self, history: History) -> Iterator[Finding]:
        model = history.model
        own = [one for one in model.of(Legacy) if not one.imported and one.lifetime.exists]
        found = [
            (legacy, gain)
            for legacy in own
            if legacy.lifetime.since <= history.baseline.instant
            for gain in _gains(legacy)
            if gain.instant > max(model.moments[0].instant, legacy.lifetime.since)
        ]
        wraps = _wraps(model) if found else {}
        heirs = successors_in(model) if found else {}
        for legacy, gain in found:
            wrapped = any(relation.lifetime.holds(gain.instant) for relation in wraps.get(legacy, ()))
            if not (wrapped and isinstance(gain.gained, Interface)) and not _pays_off(legacy, gain.instant):
                yield self._finding(legacy, gain, heirs.get(legacy, []))

    def _finding(self, legacy: Legacy, gain: Gain, heirs: list[Element]) -> Finding:
        return self.finding(
            gain.place,
            f"legacy `{legacy.path}` is invested in: it gains {gain.what}",
            help=_help(legacy, gain, heirs),
            elements=(legacy, gain.gained) if gain.gained else (legacy,),
            related=[(gain.before, "what it costs before")] if gain.before else [],
        )


def _gains(legacy: Legacy) -> Iterator[Gain]:
    yield from _capabilities([inner for inner in legacy.inside() if isinstance(inner, System)])
    for inner in legacy.inside():
        parent = inner.parent
        fresh_around = isinstance(parent, Store) and parent.lifetime.since == inner.lifetime.since
        if isinstance(inner, Store | Interface) and inner.lifetime.exists and not fresh_around:
            yield Gain(inner.lifetime.since, inner, f"the {inner.keyword} `{inner.path}`", inner)
    for before, after in pairwise(_costs(legacy)):
        if _lower(before.value, after.value):
            yield Gain(after.during.since, after, f"a higher cost, {after.value} after {before.value}", None, before)


def _capabilities(systems: list[System]) -> Iterator[Gain]:
    """The statements by which a capability begins to be provided that was not just before."""
    stated = [(fact, fact.during.meet(system.lifetime)) for system in systems for fact in system.provides]
    seen = set()
    for fact, during in stated:
        before = during.since - 1
        if (fact.value, during.since) in seen or not during.exists:
            continue
        seen.add((fact.value, during.since))
        if not any(other.value is fact.value and held.holds(before) for other, held in stated):
            yield Gain(during.since, fact, f"the capability `{fact.value.path}`", fact.value)


def _costs(legacy: Legacy) -> list[Cost]:
    """What it costs, in the order of time."""
    costs = [cost for cost in legacy.cost if cost.during.meet(legacy.lifetime).exists]
    return sorted(costs, key=lambda cost: cost.during.since)


def _lower(one: Amount, other: Amount) -> bool:
    return one.currency == other.currency and one.number < other.number


def _pays_off(legacy: Legacy, instant: int) -> bool:
    """Whether a gain is a step of a plan to modernise that ends in a lower cost than before it."""
    if not any(plan.value == "modernise" and plan.during.holds(instant) for plan in legacy.plan):
        return False
    costs = _costs(legacy)
    before = [cost for cost in costs if cost.during.since < instant]
    return bool(before) and _lower(costs[-1].value, before[-1].value)


def _wraps(model: Model) -> dict[Element, list[Relation]]:
    """By which statements, at whatever time, adaptors wrap each system."""
    found: dict[Element, list[Relation]] = {}
    for relation in model.relations:
        if relation.keyword == "wraps" and relation.target is not None:
            found.setdefault(relation.target.outermost, []).append(relation)
    return found


def _help(legacy: Legacy, gain: Gain, heirs: list[Element]) -> str:
    if isinstance(gain.gained, Interface):
        return f"offer this in an adaptor that `wraps {legacy.path}`"
    if gain.gained is not None and heirs:
        return f"give this to `{heirs[0].path}`, which replaces `{legacy.path}`"
    if gain.gained is not None:
        return f"give this to a platform, and let `{legacy.path}` shrink"
    return (
        f"spend it on what takes the place of `{legacy.path}`, or state the lower `cost` at which `plan modernise` ends"
    )
