"""PLT106: a lower layer that leans on a higher one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import takes_open_interface
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.graph.ways import open_way_for
from archlint.model.elements import Element, Legacy, Platform, Product
from archlint.model.relations import Relation
from archlint.rules.rule import SnapshotRule

__all__ = ["LayeringViolation"]

INFRASTRUCTURE = "infrastructure"


class LayeringViolation(SnapshotRule):
    """A platform depends on a product, or on legacy past adaptors and open interfaces; or a system of the area
    `infrastructure` depends on one of another area.

    Hostings and replicas of another system's store count as dependencies here, and both lead past interfaces.
    One finding for each relation, on it. Between two systems the areas are those of the outermost ones; where
    one is not stated, nothing is said.

    ## Why
    Platforms sit across the top of existing silos and products on top of platforms, so that what is below
    the waterline can be changed and switched off. A layer that leans on one above it holds it in place.
    Source: Government as a platform, line 54.

    ## Breaks it
    ```arch
    product appeals
    platform case-management { uses appeals }
    ```

    ## Mended
    ```arch
    import "std"
    product appeals { uses case-management.cases }
    platform case-management { interface cases { standard rest, json } }
    ```

    ## Exceptions
    A platform reaches legacy through an adaptor, or through an interface of the legacy that is not known to
    be closed, unless the relation says `bespoke` or goes `via` a proprietary standard.
    """

    code = "PLT106"
    severity = Severity.ERROR
    sources = ("001:54",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        areas = _areas(snapshot)
        for arrow in chain(snapshot.dependencies, snapshot.hostings, snapshot.feeds):
            wrong = _against_layers(snapshot, arrow) or _against_areas(areas, arrow)
            if wrong and not arrow.relation.imported:
                yield self.finding(
                    arrow.relation,
                    f"{wrong[0]} `{arrow.source.path}` {_verb(arrow.relation)} {wrong[1]} `{arrow.target.path}`",
                    help=_help(snapshot, arrow),
                    elements=arrow.elements,
                    witness=(arrow.source, arrow.target),
                )


def _against_layers(snapshot: Snapshot, arrow: Arrow) -> tuple[str, str] | None:
    """What the two ends are, in words, where a platform leans on what it must not."""
    if not isinstance(arrow.source, Platform):
        return None
    if isinstance(arrow.target, Product):
        return "the platform", "the product"
    if isinstance(arrow.target, Legacy) and not takes_open_interface(snapshot, arrow.relation):
        return "the platform", "the legacy, neither through an adaptor nor an open interface:"
    return None


def _against_areas(areas: dict[Element, str], arrow: Arrow) -> tuple[str, str] | None:
    """What the two ends are, in words, where infrastructure leans on another area."""
    other = areas.get(arrow.target, INFRASTRUCTURE)
    if other == INFRASTRUCTURE or areas.get(arrow.source) != INFRASTRUCTURE:
        return None
    return "the infrastructure", f"a system of area {other},"


def _areas(snapshot: Snapshot) -> dict[Element, str]:
    stated = ((system, snapshot.value(system.area)) for system in snapshot.systems)
    return {system: area for system, area in stated if area}


def _verb(relation: Relation) -> str:
    return {"hosted-on": "runs on", "holds": "keeps a replica from"}.get(relation.keyword, "depends on")


def _help(snapshot: Snapshot, arrow: Arrow) -> str:
    source, target = arrow.source.path, arrow.target.path
    if not isinstance(arrow.target, Legacy):
        return f"turn it round, so that `{target}` depends on `{source}`, or move what both need into a platform"
    way = open_way_for(snapshot, arrow.relation)
    if way is not None and way is arrow.relation.target:
        return f"`{way.path}` is open: use it without `bespoke` or a proprietary `via`"
    if way is not None:
        return f"go through `{way.path}`, which is open"
    return f"put an adaptor with an open interface before `{target}`, and go through that"
