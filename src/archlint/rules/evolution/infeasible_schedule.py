"""EVO110: dates that contradict each other by way of others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.model.elements import Element, Legacy
from archlint.model.model import Model
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.model.statements import Stated
from archlint.model.time import NEVER
from archlint.rules.evolution.lost_dependency import outlives
from archlint.rules.evolution.replacements import replacements
from archlint.rules.evolution.tied_ends import Bound, TiedEnds, binds
from archlint.rules.rule import TransitionRule
from archlint.rules.wording import when

__all__ = ["InfeasibleSchedule"]


class _Clash(NamedTuple):
    """A date that comes too late for another: the element that begins or ends then, the relations from it to what the
    bound is of, and the bound."""

    late: Element
    begins: bool
    by: tuple[Relation, ...]
    bound: Bound

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All relations of the chain, from the late date to the early one."""
        return self.by + self.bound.by

    @property
    def instant(self) -> int:
        """The late date."""
        return self.late.lifetime.since if self.begins else self.late.lifetime.until


class InfeasibleSchedule(TransitionRule):
    """The dates of three systems or more contradict each other, and no other rule reports it.

    These are the constraints. A successor begins at or before the old one ends, and so does what a successor depends
    on. A dependency ends no earlier than its dependant, unless the relation does. A replica begins before its master
    ends; everything begins before it ends. A date that is not stated is free, and tied only by these. The finding sits
    on that relation of the chain which comes first in file order; the witness is the chain with its dates.

    ## Why
    Two dates that contradict each other are seen; a schedule breaks on those that contradict each other by way of a
    third system. A well-defined schedule can be kept. Source: Government as a platform, line 58.

    ## Breaks it
    ```arch
    legacy gateway { until 2016 }
    platform verify { replaces gateway; uses document-checking }
    platform document-checking { since 2018 }
    ```

    ## Mended
    ```arch
    legacy gateway { until 2016 }
    platform verify { replaces gateway; uses document-checking since 2018 }
    platform document-checking { since 2018 }
    ```

    ## Exceptions
    A relation that begins later by its own `since` sets no constraint. Two dates that contradict each other directly
    are left to EVO105 replacement-gap, EVO108 lost-dependency, LEG109 used-after-switch-off and MOD009 time-mismatch,
    and a chain of which one of these reports a link is not reported again.
    """

    code = "EVO110"
    severity = Severity.ERROR
    sources = ("001:58",)

    def check(self, history: History) -> Iterator[Finding]:
        model = history.model
        if not model.instants:
            return
        ends = TiedEnds(model, {relation for relation in model.relations if _told(relation)})
        for clash in _clashes(model, ends):
            own = [relation for relation in clash.relations if not relation.imported]
            if own:
                yield self._infeasible(model, clash, min(own, key=lambda relation: relation.span.order))

    def _infeasible(self, model: Model, clash: _Clash, place: Relation) -> Finding:
        systems, early = _chain(clash), clash.bound.ending
        verb, others = ("begin", "begins") if clash.begins else ("end", "ends")
        late, end = when(model, clash.instant), when(model, clash.bound.instant)
        by = "by" if clash.instant > clash.bound.instant else "before"
        subject = place.source.outermost
        return self.finding(
            place,
            f"the dates contradict each other: `{clash.late.path}` {others} {late}, and must {verb} {by} {end}, when "
            f"`{early.path}` ends: {'; '.join(_said(relation) for relation in clash.relations)}",
            help=f"let `{clash.late.path}` {verb} {by} {end}, or `{early.path}` end later, or state on a "
            "relation between them when it begins or ends",
            elements=(subject, *(element for element in systems if element is not subject)),
            related=[
                *((relation, _said(relation)) for relation in clash.relations if relation is not place),
                *((fact, f"`{clash.late.path}` {others} here") for fact in _dates(clash)),
                *((fact, f"`{early.path}` ends here") for fact in early.until),
            ],
            witness=_witness(model, clash),
        )


def _told(relation: Relation) -> bool:
    """Whether a relation is a contradiction by itself: both ends are stated, or EVO108 or LEG109 reports it because its
    source, for all that is known, lives on."""
    target = relation.target
    if target is None or not outlives(relation, target):
        return False
    if relation.source.lifetime.until != NEVER:
        return True
    ends = target.outermost if isinstance(target.outermost, Legacy) else target
    return not relation.imported and relation.stated.until > ends.lifetime.until


def _clashes(model: Model, ends: TiedEnds) -> Iterator[_Clash]:
    """The dates that come too late by a chain of three systems or more, each relation of which binds."""
    late = (_late_successors(model, ends), _late_ends(ends), _late_beginnings(ends), _late_copies(model, ends))
    for clash in chain.from_iterable(late):
        if len(_chain(clash)) > 2 and all(binds(relation, clash.bound.instant) for relation in clash.relations):
            yield clash


def _late_successors(model: Model, ends: TiedEnds) -> Iterator[_Clash]:
    """Successors, and what they depend on, that begin after the old one has ended."""
    for old, replacing in replacements(model).items():
        bound = ends.of(old)
        if bound is None:
            continue
        for relation in replacing:
            if relation.source.lifetime.since > bound.instant:
                yield _Clash(relation.source, True, (relation,), bound)
                continue
            for needed in _dependencies(relation.source):
                if needed.target is not None and needed.target.lifetime.since > bound.instant:
                    yield _Clash(needed.target, True, (needed, relation), bound)


def _dependencies(system: Element) -> Iterator[Relation]:
    """The dependencies of a system and its parts on others."""
    for inner in system.inside():
        for relation in inner.relations:
            target = relation.target
            if relation.keyword not in DEPENDENCY_KEYWORDS or target is None:
                continue
            if target.outermost is not system.outermost:
                yield relation


def _late_ends(ends: TiedEnds) -> Iterator[_Clash]:
    """What has a stated end after the one to which that of its dependency is tied."""
    for relation in ends.dependencies:
        if relation.source.lifetime.until != NEVER and relation.target is not None:
            bound = ends.of(relation.target)
            if bound is not None and bound.instant < relation.source.lifetime.until:
                yield _Clash(relation.source, False, (relation,), bound)


def _late_beginnings(ends: TiedEnds) -> Iterator[_Clash]:
    """What begins no sooner than the end to which its own is tied."""
    for element in ends.undated:
        bound = ends.of(element)
        if bound is not None and bound.instant <= element.lifetime.since:
            yield _Clash(element, True, (), bound)


def _late_copies(model: Model, ends: TiedEnds) -> Iterator[_Clash]:
    """Stores of replicas that begin no sooner than the end to which that of the master's store is tied."""
    for element in model.elements:
        for relation in element.relations:
            if relation.keyword == "holds" and relation.target is not None:
                bound = ends.of(relation.target)
                if bound is not None and bound.instant <= element.lifetime.since:
                    yield _Clash(element, True, (relation,), bound)


def _chain(clash: _Clash) -> list[Element]:
    """The outermost elements of a chain, from the late date to the early one."""
    named = [clash.late, *(relation.source for relation in clash.relations), clash.bound.ending]
    return list(dict.fromkeys(element.outermost for element in named))


def _dates(clash: _Clash) -> Sequence[Stated[int]]:
    """Where the late date is stated, if the element itself states it."""
    return clash.late.since if clash.begins else clash.late.until


def _said(relation: Relation) -> str:
    target = relation.target.path if relation.target is not None else ""
    verb = {"replaces": "replaces", "holds": "keeps a copy of"}.get(relation.keyword, "depends on")
    return f"`{relation.source.path}` {verb} `{target}`"


def _witness(model: Model, clash: _Clash) -> list[str]:
    """The chain of dates."""
    first, *between, last = _chain(clash)
    verb = "begins" if clash.begins else "ends"
    return [
        f"{first.path} ({verb} {when(model, clash.instant)})",
        *(element.path for element in between),
        f"{last.path} (ends {when(model, clash.bound.instant)})",
    ]
