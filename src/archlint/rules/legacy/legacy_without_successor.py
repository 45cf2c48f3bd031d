"""LEG110: legacy that ends while others still need it, and nothing takes its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.succession import successors_in
from archlint.model.elements import Capability, Element, Legacy, System
from archlint.model.model import Model
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.model.statements import Stated
from archlint.model.time import NEVER
from archlint.rules.rule import Place, TransitionRule
from archlint.rules.wording import listed

__all__ = ["LegacyWithoutSuccessor"]


class Claim(NamedTuple):
    """That a system provides or needs a capability, and until when it does."""

    system: Element
    stated: Stated[Capability]
    since: int
    until: int


Claims = dict[Element, list[Claim]]


class LegacyWithoutSuccessor(TransitionRule):
    """Legacy with an `until` has consumers up to that day, or provides a capability that others need up to it and
    beyond, and nothing `replaces` it at any time.

    Judged over all time. A consumer is another outermost system that depends on it to the last and lives on, or
    that ends with it and leaves such a system behind in its turn, as the adaptor round it may.

    ## Why
    Dependence on legacy shrinks as platforms take over what it does, and legacy goes when that is done. A date
    without a successor takes away what others still use.
    Source: Technology architecture, line 81; Government as a platform, line 58.

    ## Breaks it
    ```arch
    legacy gateway { until 2016 }
    product farm-payments { uses gateway until 2016 }
    ```

    ## Mended
    ```arch
    legacy gateway { until 2016 }
    platform sign-in { replaces gateway }
    product farm-payments {
      uses gateway until 2016
      uses sign-in since 2016
    }
    ```

    ## Exceptions
    What ends with the legacy, or leaves it sooner, does not miss it. With `plan retire` its capabilities need no
    successor; its consumers do. What is hosted on it or keeps a copy of its data is no consumer.
    """

    code = "LEG110"
    severity = Severity.ERROR
    sources = ("000:81", "001:58")

    def check(self, history: History) -> Iterator[Finding]:
        model = history.model
        ending = [legacy for legacy in model.of(Legacy) if _ends(legacy)]
        heirs = successors_in(model) if ending else {}
        left = [legacy for legacy in ending if not heirs.get(legacy)]
        if not left:
            return
        consumers, needs, offers = _left_behind(model), _claims(model, "needs"), _claims(model, "provides")
        for legacy in left:
            needed = [] if _retired(legacy) else list(_needed(legacy, needs))
            if legacy in consumers or needed:
                yield self._finding(legacy, consumers.get(legacy, []), needed, offers)

    def _finding(self, legacy: Legacy, users: list[Relation], needed: list[Claim], offers: Claims) -> Finding:
        systems = list(dict.fromkeys(relation.source.outermost for relation in users))
        capabilities = list(dict.fromkeys(claim.stated.value for claim in needed))
        lack = [f"{listed(systems)} still depend{'s' if len(systems) == 1 else ''} on it"] if systems else []
        lack += [f"{listed(capabilities)} {'is' if len(capabilities) == 1 else 'are'} needed"] if capabilities else []
        return self.finding(
            legacy,
            f"legacy `{legacy.path}` ends, and nothing replaces it, while {' and '.join(lack)}",
            help=_help(legacy, systems, capabilities, offers),
            related=[(legacy.until[0], "it ends here"), *_shown(users, needed)],
        )


def _ends(legacy: Legacy) -> bool:
    return bool(legacy.until) and not legacy.imported


def _retired(legacy: Legacy) -> bool:
    last = legacy.lifetime.until - 1
    return any(fact.value == "retire" and fact.during.holds(last) for fact in legacy.plan)


def _left_behind(model: Model) -> dict[Element, list[Relation]]:
    """For each system that ends, what depends on it to the last and either lives on or leaves such behind itself."""
    at_end: dict[Element, list[Relation]] = {}
    missed: dict[Element, list[Relation]] = {}
    for relation in model.relations:
        if relation.keyword in DEPENDENCY_KEYWORDS and _lasts(relation):
            at_end.setdefault(relation.source.outermost, []).append(relation)
    pending = [relation for found in at_end.values() for relation in found if _lives_on(relation)]
    while pending:
        relation = pending.pop()
        target = relation.target.outermost if relation.target else relation.source
        if target not in missed:
            pending += [onward for onward in at_end.get(target, ()) if not _lives_on(onward)]
        missed.setdefault(target, []).append(relation)
    for relations in missed.values():
        relations.sort(key=lambda relation: relation.span.order)
    return missed


def _lasts(relation: Relation) -> bool:
    """Whether a relation to another system that ends holds until that end."""
    end, target = relation.lifetime.until, relation.target
    if end == NEVER or target is None or not relation.lifetime.exists:
        return False
    return target.outermost.lifetime.until == end and target.outermost is not relation.source.outermost


def _lives_on(relation: Relation) -> bool:
    return relation.source.outermost.lifetime.until > relation.lifetime.until


def _claims(model: Model, keyword: str) -> Claims:
    """Who says `needs` or `provides` of each capability, and from when to when."""
    found: Claims = {}
    for element in model.elements:
        for stated in element.facts.get(keyword, ()) if isinstance(element, System) else ():
            claim = Claim(element.outermost, stated, *stated.during.meet(element.lifetime))
            found.setdefault(stated.value, []).append(claim)
    return found


def _needed(legacy: Legacy, needs: Claims) -> Iterator[Claim]:
    """What others need of the capabilities that legacy provides to its end, then and after."""
    end = legacy.lifetime.until
    systems = [inner for inner in legacy.inside() if isinstance(inner, System)]
    provided = [
        stated.value
        for system in systems
        for stated in system.provides
        if stated.during.meet(system.lifetime).holds(end - 1)
    ]
    for capability in dict.fromkeys(provided):
        for claim in needs.get(capability, ()):
            if claim.since < end < claim.until:
                yield claim


def _shown(users: Iterable[Relation], needed: Iterable[Claim]) -> Iterator[tuple[Place, str]]:
    for relation in users:
        yield relation, f"`{relation.source.outermost.path}` depends on it until then"
    for claim in needed:
        yield claim.stated, f"`{claim.system.path}` needs `{claim.stated.value.path}` after that, too"


def _help(legacy: Legacy, systems: list[Element], capabilities: list[Capability], offers: Claims) -> str:
    end = legacy.lifetime.until
    for capability in capabilities:
        for claim in offers.get(capability, ()):
            if claim.until > end:
                return f"if `{claim.system.path}` takes its place, say so: `replaces {legacy.path}`"
    if systems:
        return f"declare what `replaces {legacy.path}`, or let {listed(systems)} leave it before it ends"
    return f"declare what `replaces {legacy.path}` and provides {listed(capabilities)}"
