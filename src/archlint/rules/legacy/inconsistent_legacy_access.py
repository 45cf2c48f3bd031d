"""LEG112: one organisation, one entity of one legacy system, and several doors to it."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import Openness, openness
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Adaptor, Element, Interface, Legacy, Organisation
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.rules.rule import SnapshotRule
from archlint.rules.wording import listed

__all__ = ["InconsistentLegacyAccess"]

Reached = tuple[Organisation, Legacy, Element]
Steps = dict[Element, Relation]
"""Each last step before the legacy, with the first of the model's own relations that takes it."""


class InconsistentLegacyAccess(SnapshotRule):
    """Systems of one organisation reach one entity of one legacy system by two or more different last steps.

    To reach it is to read or write it there, or in an adaptor that wraps the legacy, or to use an interface that
    exposes it and nothing else. The last step is the interface, the store or the system that is named of the legacy
    itself; whoever goes through adaptors takes the adaptor next to the legacy as the last step, whichever of its
    interfaces is named. One finding for each organisation, legacy and entity, on the first relation that takes another
    step than those before it.

    ## Why
    Where a common set of interfaces leads to the legacy systems, what is behind can be changed in one place. Two
    doors to the same records are two things to test, to secure and to take away.
    Source: Action 11, line 152.

    ## Breaks it
    ```arch
    import "std"
    organisation revenue
    data taxpayer
    legacy ledger { store accounts { holds taxpayer } }
    adaptor ledger-api { wraps ledger; interface lookup { standard rest, json; exposes taxpayer } }
    platform tax-platform { owner revenue; reads taxpayer from ledger-api.lookup }
    product self-assessment { owner revenue; reads taxpayer from ledger.accounts }
    ```

    ## Mended
    ```arch
    import "std"
    organisation revenue
    data taxpayer
    legacy ledger { store accounts { holds taxpayer } }
    adaptor ledger-api { wraps ledger; interface lookup { standard rest, json; exposes taxpayer } }
    platform tax-platform { owner revenue; reads taxpayer from ledger-api.lookup }
    product self-assessment { owner revenue; reads taxpayer from ledger-api.lookup }
    ```

    ## Exceptions
    A copy of the data in a store of one's own is no access to the legacy; so is what an adaptor keeps in stores of
    its own. Systems without a known owner, and adaptors of which it is not known for which legacy they stand, are
    left out.
    """

    code = "LEG112"
    severity = Severity.WARNING
    sources = ("004:152",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for reached, steps in _ways(snapshot).items():
            own = sorted((one for one in steps.values() if not one.imported), key=lambda one: one.span.order)
            if len(steps) > 1 and own:
                yield self._finding(snapshot, reached, steps, own[:2][-1])

    def _finding(self, snapshot: Snapshot, reached: Reached, steps: Steps, place: Relation) -> Finding:
        organisation, legacy, data = reached
        system = [place.source.outermost] if organisation.imported else []
        return self.finding(
            place,
            f"systems of `{organisation.path}` reach `{data.path}` of legacy `{legacy.path}` in {len(steps)} ways: "
            f"by {listed(list(steps))}",
            help=f"let all of them go by `{_best(snapshot, steps).path}`",
            elements=(*system, organisation, legacy, data),
            related=[
                (relation, f"`{relation.source.outermost.path}` goes by `{step.path}`")
                for step, relation in steps.items()
                if relation is not place
            ],
        )


def _ways(snapshot: Snapshot) -> dict[Reached, Steps]:
    found: dict[Reached, Steps] = {}
    for relation in snapshot.relations:
        if relation.target is None or not isinstance(relation.target.outermost, Legacy | Adaptor):
            continue
        data, owner = _entity(snapshot, relation), snapshot.owner(relation.source)
        if data is None or owner is None:
            continue
        for legacy, step in _last_steps(snapshot, relation, data):
            steps = found.setdefault((owner, legacy, data), {})
            if step not in steps or (steps[step].imported and not relation.imported):
                steps[step] = relation
    return found


def _entity(snapshot: Snapshot, relation: Relation) -> Element | None:
    """What a relation is known to be about."""
    if relation.keyword not in DEPENDENCY_KEYWORDS:
        return None
    if relation.data is None and isinstance(relation.target, Interface):
        exposed = snapshot.exposed(relation.target)
        return exposed[0] if len(exposed) == 1 else None
    return relation.data


def _last_steps(snapshot: Snapshot, relation: Relation, data: Element) -> Iterator[tuple[Legacy, Element]]:
    """Each legacy system that a relation reaches, with the last step before it."""
    source, target = relation.source.outermost, relation.target
    if target is None or target.outermost is source:
        return
    if not isinstance(target.outermost, Legacy):
        yield from _through(snapshot, target.outermost, data)
    elif source in snapshot.wrappers.get(target.outermost, ()):
        yield target.outermost, source
    else:
        yield target.outermost, target


def _through(snapshot: Snapshot, adaptor: Element, data: Element) -> list[tuple[Legacy, Element]]:
    """The legacy systems behind an adaptor that may have an entity, each with the adaptor next to it."""
    behind: dict[Legacy, Element] = {}
    pending, passed = [adaptor], {adaptor}
    while pending:
        inner = pending.pop()
        for wrapped in () if snapshot.stores(inner) else _wrapped(snapshot, inner):
            if isinstance(wrapped, Legacy):
                behind.setdefault(wrapped, inner)
            elif isinstance(wrapped, Adaptor) and wrapped not in passed:
                passed.add(wrapped)
                pending.append(wrapped)
    known = [legacy for legacy in behind if len(behind) == 1 or _has(snapshot, legacy, data)]
    return [(legacy, behind[legacy]) for legacy in known]


def _wrapped(snapshot: Snapshot, adaptor: Element) -> list[Element]:
    arrows = snapshot.suppliers.get(adaptor, ())
    return [arrow.target for arrow in arrows if arrow.relation.keyword == "wraps"]


def _has(snapshot: Snapshot, legacy: Legacy, data: Element) -> bool:
    exposed = any(data in snapshot.exposed(interface) for interface in snapshot.interfaces(legacy))
    return exposed or bool(snapshot.stores_behind(legacy, data))


def _best(snapshot: Snapshot, steps: Steps) -> Element:
    """The adaptor among the steps, else an open interface, else an interface, else the first."""

    def rank(step: Element) -> int:
        if isinstance(step, Adaptor):
            return 0
        if isinstance(step, Interface):
            return 1 if openness(snapshot, step) is Openness.OPEN else 2
        return 3

    return min(steps, key=rank)
