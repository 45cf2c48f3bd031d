"""DAT105: copies of copies that never come to an original, or that have two."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import Replication, replication_of
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element
from archlint.model.relations import Relation
from archlint.rules.data.canonical import in_own_files_last
from archlint.rules.rule import SnapshotRule

__all__ = ["ReplicationCycle"]

SHOWN = 8
PAIR = 2


class ReplicationCycle(SnapshotRule):
    """`replica of` goes in a circle, or one store is a replica of two stores for one entity.

    One finding for each circle, with the way round: on the first of its statements in file order, or on the later
    where there are two; and one for each store that is a replica of two, on the later statement.

    ## Why
    A change that is copied from two sides, or that comes round to where it began, overwrites itself: nobody can
    say which value is right.
    Source: Technology architecture, line 48 allows copies where master and copy are clearly told apart.

    ## Breaks it
    ```arch
    data case
    product courts { store diary { holds case as replica of prisons.files for "hearings" } }
    product prisons { store files { holds case as replica of courts.diary for "transfers" } }
    ```

    ## Mended
    ```arch
    data case
    product courts { store diary { holds case as master } }
    product prisons { store files { holds case as replica of courts.diary for "transfers" } }
    ```

    ## Exceptions
    Two stores may copy different entities from each other.
    """

    code = "DAT105"
    severity = Severity.ERROR
    sources = ("000:48",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for data, holdings in snapshot.holders.items():
            if any(holding.role == "replica" for holding in holdings):
                yield from self._knots(data, replication_of(snapshot, data))

    def _knots(self, data: Element, replication: Replication) -> Iterator[Finding]:
        spoken: set[Relation] = set()
        for circle in replication.circles:
            place = _place(circle)
            if not place.imported:
                spoken.add(place)
                yield self._circle(data, circle, place)
        for fork in replication.forks:
            *others, last = in_own_files_last(fork)
            if last not in spoken and not last.imported:
                yield self._fork(data, others, last, replication.masters)

    def _circle(self, data: Element, circle: list[Relation], place: Relation) -> Finding:
        at = circle.index(place) + (len(circle) <= PAIR)
        way = [step.source for step in circle[at:] + circle[:at]]
        path = " -> ".join([*(store.path for store in way[:SHOWN]), *(["…"] if len(way) > SHOWN else []), way[0].path])
        alone = f"`{place.source.path}` is a replica of itself for `{data.path}`"
        return self.finding(
            place,
            alone if len(circle) == 1 else f"replicas of `{data.path}` go in a circle: {path}",
            help=f"write `holds {data.path} as master` in the one of them that owns it, or name a master outside",
            elements=(place.source, data, *(store for store in way if store is not place.source)),
            related=[(step, "part of the circle") for step in circle if step is not place],
            witness=[*way, way[0]],
        )

    def _fork(self, data: Element, others: list[Relation], last: Relation, masters: list[Relation]) -> Finding:
        kept = next((master.source for master in masters if master.source is not last.source), others[0].target)
        return self.finding(
            last,
            f"`{last.source.path}` is a replica of two stores for `{data.path}`: {_targets([*others, last])}",
            help=f"keep one of them{f', such as `{kept.path}`' if kept else ''}, and drop the other",
            related=[(other, "the other store that it is a replica of") for other in others],
        )


def _place(circle: list[Relation]) -> Relation:
    """Where a circle is reported: a longer one on its first statement, a pair on the later; an own one if any is."""
    if len(circle) <= PAIR:
        return in_own_files_last(circle)[-1]
    return min(circle, key=lambda step: (step.imported, step.span.order))


def _targets(replicas: list[Relation]) -> str:
    return " and ".join(f"`{replica.target.path}`" for replica in replicas if replica.target)
