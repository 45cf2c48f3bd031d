"""LEG101: a new dependency on legacy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.paths import next_steps_towards, path_along
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.model.elements import Adaptor, Element, Legacy, Platform, Product
from archlint.model.relations import Relation
from archlint.rules.legacy.ways_out import instead
from archlint.rules.rule import SnapshotRule
from archlint.rules.wording import listed

__all__ = ["NewDependencyOnLegacy"]


class _Breach(NamedTuple):
    """A way from a subject to legacy, and the relation that opened it."""

    way: list[Element]
    relation: Relation


class NewDependencyOnLegacy(SnapshotRule):
    """A product or platform comes to depend on legacy, with no adaptor on the way, by a relation that is absent from
    the first snapshot.

    A relation is absent because it begins later by its own words, because its source does, or because the legacy
    does. It breaks the rule for its source when it leads to the legacy directly; and for every product and
    platform that reaches the legacy by it, and did not reach it in the first snapshot. Systems of any kind but
    adaptors may lie between. There is one finding for each subject and legacy, on the new relation, with the
    shortest path as witness.

    The first snapshot is the first plateau; without plateaus it is the first instant that has a date.

    ## Why
    New services are the chance to reduce dependence on legacy; each new wire into it makes that harder, costs
    money that is lost when the legacy goes, and keeps it alive. Source: Technology architecture, line 80.

    ## Breaks it
    ```arch
    plateau today { at 2015 }
    plateau target { at 2018 }
    legacy mainframe
    product book-test { since target; uses mainframe }
    ```

    ## Mended
    ```arch
    import "std"
    plateau today { at 2015 }
    plateau target { at 2018 }
    legacy mainframe
    adaptor gateway { wraps mainframe; interface slots { standard rest, json } }
    product book-test { since target; uses gateway.slots }
    ```

    ## Exceptions
    A dependency that goes on is not new: neither where its statement is written twice, once for each of two times,
    nor where another way to the same legacy is added further off. Who reaches legacy through other legacy gets one
    finding, for the legacy that the new relation leads to first.
    """

    code = "LEG101"
    severity = Severity.ERROR
    sources = ("000:80",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        first = history.baseline
        if snapshot.instant <= first.instant:
            return
        fresh = [arrow for arrow in snapshot.dependencies if not arrow.relation.lifetime.holds(first.instant)]
        fresh = [arrow for arrow in fresh if arrow.source is not arrow.target and _passes(arrow.source)]
        entered = _entered(snapshot, [arrow.target for arrow in fresh]) if fresh else []
        if not entered:
            return
        before, direct = history.at(first), _direct(fresh, first.instant)
        for legacy in entered:
            for breach in _breaches(snapshot, before, legacy, direct):
                yield self._finding(snapshot, first.name, breach)

    def _finding(self, snapshot: Snapshot, first: str, breach: _Breach) -> Finding:
        subject, *between, legacy = breach.way
        last: Relation = snapshot.links[breach.way[-2], legacy][0]
        entry = last if between else breach.relation
        by_way_of = f" by way of {listed(between)}" if between else ""
        elsewhere = breach.relation.source.outermost is not subject
        related = [(subject, "what comes to depend on legacy")] if elsewhere else []
        return self.finding(
            breach.relation,
            f"`{subject.path}` newly depends on legacy `{legacy.path}`{by_way_of}, with no adaptor on the way: "
            f"this is not there in `{first}`",
            help=instead(snapshot, entry, legacy, past_it=True),
            elements=(subject, legacy),
            related=[
                *related,
                *([] if entry is breach.relation else [(entry, f"the way enters `{legacy.path}` here")]),
            ],
            witness=breach.way,
        )


def _passes(element: Element) -> bool:
    """Whether a way may lead through an element."""
    return not isinstance(element, Adaptor)


def _judged(element: Element) -> bool:
    return isinstance(element, Product | Platform) and not element.imported


def _entered(snapshot: Snapshot, starts: Iterable[Element]) -> list[Legacy]:
    """The legacy that is reached first on the ways from some elements, with no adaptor in between."""
    reached = dict.fromkeys(starts)
    queue, entered = list(reached), []
    for element in queue:
        if isinstance(element, Legacy):
            entered.append(element)
        elif _passes(element):
            arrows = snapshot.suppliers.get(element, ())
            onward = dict.fromkeys(arrow.target for arrow in arrows if arrow.target not in reached)
            reached.update(onward)
            queue += onward
    return entered


def _direct(fresh: Iterable[Arrow], first: int) -> dict[tuple[Element, Element], Relation]:
    """The first new relation that leads from each subject directly to each legacy system."""
    found: dict[tuple[Element, Element], Relation] = {}
    for source, target, relation in fresh:
        if isinstance(target, Legacy) and _judged(source) and not _goes_on(relation, first):
            found.setdefault((source, target), relation)
    return found


def _goes_on(relation: Relation, first: int) -> bool:
    """Whether the same was stated for the first snapshot: then the relation is only written in two parts."""
    same = (relation.keyword, relation.target, relation.data)
    return any(
        (other.keyword, other.target, other.data) == same and other.lifetime.holds(first)
        for other in relation.source.relations
    )


def _breaches(
    snapshot: Snapshot, before: Snapshot, legacy: Legacy, direct: dict[tuple[Element, Element], Relation]
) -> Iterator[_Breach]:
    """What comes to depend on a legacy system, found by one search back from it now and one in the first state."""
    now = next_steps_towards(snapshot.users, [legacy], _passes, attrgetter("path"))
    then = next_steps_towards(before.users, [legacy], _passes)
    for subject in filter(_judged, now):
        relation = direct.get((subject, legacy))
        if relation is not None:
            yield _Breach([subject, legacy], relation)
        elif subject not in then:
            way = path_along(now, subject)
            opening = _opening(snapshot, way, before.instant)
            if opening is not None:
                yield _Breach(way, opening)


def _opening(snapshot: Snapshot, way: list[Element], first: int) -> Relation | None:
    """The relation that opened a way that was not there before; None where it opens the way to other legacy first.

    The first that is new by itself, else the first to something new. Where it is known by import only, the
    subject's own relation on the way stands for it.
    """
    stretch = max(index for index, element in enumerate(way[:-1]) if not index or isinstance(element, Legacy))
    steps = [snapshot.links[pair] for pair in pairwise(way)]
    opened = [
        relations[0]
        for relations in steps[stretch:]
        if not any(relation.lifetime.holds(first) for relation in relations)
    ]
    if not opened:
        return None
    opening = next((relation for relation in opened if _new_by_itself(relation, first)), opened[0])
    return steps[0][0] if opening.imported else opening


def _new_by_itself(relation: Relation, first: int) -> bool:
    """Whether a relation, its source or the legacy at its end begins later than the first snapshot."""
    if not relation.stated.meet(relation.source.lifetime).holds(first):
        return True
    target = relation.target
    return target is not None and isinstance(target.outermost, Legacy) and not target.lifetime.holds(first)
