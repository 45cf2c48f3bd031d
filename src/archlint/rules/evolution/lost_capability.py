"""EVO106: a capability that is needed, and that nothing provides any more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.succession import successors_in
from archlint.model.elements import Capability, Element, System
from archlint.model.model import Model, Moment
from archlint.model.statements import Stated
from archlint.model.time import Interval
from archlint.rules.rule import TransitionRule
from archlint.rules.wording import listed

__all__ = ["LostCapability"]

DEEPEST = 100
"""How many wholes around a capability are looked at."""

SHOWN = 5
"""How many of those that need it are shown."""


class _Said(NamedTuple):
    """That a system provides or needs a capability, and when."""

    system: System
    fact: Stated[Capability]
    during: Interval


class LostCapability(TransitionRule):
    """A capability has a provider in one state and none in a later one, in which something needs it.

    Systems of every kind provide and need, external and imported ones and parts included. Whatever provides the whole
    provides its parts. The states are the plateaus; without plateaus, the one before the first change and every instant
    of change. There is one finding for each capability, on its declaration, for the first state without it.

    ## Why
    A roadmap that switches off the last provider while something still needs it breaks the service from end to end,
    however sound each of its steps is. Source: Technology Code of Practice, line 88.

    ## Breaks it
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    capability sign-in
    legacy gateway { provides sign-in; until target }
    product farm-payments { needs sign-in }
    ```

    ## Mended
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    capability sign-in
    legacy gateway { provides sign-in; until target }
    platform verify { provides sign-in; since target; replaces gateway }
    product farm-payments { needs sign-in }
    ```

    ## Exceptions
    A capability that comes only by import is not judged. What nobody needs any more may go; what never had a provider
    is not lost.
    """

    code = "EVO106"
    severity = Severity.ERROR
    sources = ("002:88",)

    def check(self, history: History) -> Iterator[Finding]:
        model = history.model
        provided, needed = _statements(model)
        heirs = cache(lambda: successors_in(model))
        for capability in model.own:
            if isinstance(capability, Capability) and capability in needed:
                providers = [said for whole in _wholes(capability) for said in provided.get(whole, ())]
                loss = _loss(history.moments, capability, providers, needed[capability])
                if loss is not None:
                    yield self._lost(capability, *loss, providers, needed[capability], heirs)

    def _lost(
        self,
        capability: Capability,
        before: Moment,
        after: Moment,
        providers: Sequence[_Said],
        needs: Sequence[_Said],
        heirs: Callable[[], dict[Element, list[Element]]],
    ) -> Finding:
        gone = [said for said in providers if said.during.holds(before.instant)]
        waiting = [said for said in needs if said.during.holds(after.instant)]
        names, needing = ([said.system for said in some] for some in (gone, waiting))
        need = "needs" if len(needing) == 1 else "need"
        return self.finding(
            capability,
            f"{listed(names)} provide{'s' if len(names) == 1 else ''} `{capability.path}` in `{before.name}`, and "
            f"nothing does in `{after.name}`, where {listed(needing)} {need} it",
            help=_help(capability, after, [name.outermost for name in names], heirs()),
            elements=(capability,),
            related=[
                *((said.fact, f"provided by `{said.system.path}` in `{before.name}`") for said in gone[:SHOWN]),
                *((said.fact, f"needed by `{said.system.path}` in `{after.name}`") for said in waiting[:SHOWN]),
            ],
        )


def _statements(model: Model) -> tuple[dict[Capability, list[_Said]], dict[Capability, list[_Said]]]:
    """What is provided, and what is needed, and when."""
    provided: dict[Capability, list[_Said]] = {}
    needed: dict[Capability, list[_Said]] = {}
    for system in model.of(System):
        for facts, found in ((system.provides, provided), (system.needs, needed)):
            for fact in facts:
                found.setdefault(fact.value, []).append(_Said(system, fact, fact.during.meet(system.lifetime)))
    return provided, needed


def _wholes(capability: Capability) -> list[Capability]:
    """A capability and what it is part of at any time: whoever provides the whole provides the part."""
    found = [capability]
    for part in found:
        if len(found) < DEEPEST:
            found += [fact.value for fact in part.part_of if fact.value not in found]
    return found


def _loss(
    moments: Sequence[Moment], capability: Capability, providers: Sequence[_Said], needs: Sequence[_Said]
) -> tuple[Moment, Moment] | None:
    """The last state in which a capability is provided, and the first one after it in which something needs it in
    vain."""
    first, last = moments[0].instant, moments[-1].instant
    if any(said.during.holds(first) and said.during.holds(last) for said in providers):
        return None
    provided: Moment | None = None
    for moment in moments:
        if _any_at(moment, providers):
            provided = moment
        elif provided and capability.lifetime.holds(moment.instant) and _any_at(moment, needs):
            return provided, moment
    return None


def _any_at(moment: Moment, said: Sequence[_Said]) -> bool:
    return any(one.during.holds(moment.instant) for one in said)


def _help(
    capability: Capability, after: Moment, gone: Sequence[Element], heirs: Mapping[Element, Sequence[Element]]
) -> str:
    following = [heir for old in gone for heir in heirs.get(old, ()) if heir.lifetime.holds(after.instant)]
    if following:
        return f"let {listed(following[:1])}, which takes the place, provide `{capability.path}`"
    return f"keep {listed(list(dict.fromkeys(gone)))} until something else provides `{capability.path}`"
