"""What rules about single dependencies share: which of them lead to another system, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.graph.openness import closed_because
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.graph.ways import open_way_for, restated
from archlint.model.elements import Adaptor, Element, Interface, Platform, System
from archlint.model.relations import Relation
from archlint.rules.rule import Place

__all__ = ["closed_end", "connects_peers", "instead", "qualified"]


def qualified(snapshot: Snapshot) -> Iterator[Arrow]:
    """The dependencies of own systems on other outermost elements that say how: `bespoke`, `via` a standard
    or through an interface. Only these can go a closed way."""
    for arrow in snapshot.dependencies:
        relation = arrow.relation
        says_how = relation.bespoke or relation.via is not None or isinstance(relation.target, Interface)
        if says_how and arrow.source is not arrow.target and not relation.imported:
            yield arrow


def connects_peers(source: Element, target: Element) -> bool:
    """Whether both ends are systems, and neither a platform or adaptor."""
    return all(isinstance(end, System) and not isinstance(end, Platform | Adaptor) for end in (source, target))


def instead(snapshot: Snapshot, relation: Relation) -> str:
    """What to do about a dependency that goes a closed way, by the names in the model."""
    way = open_way_for(snapshot, relation)
    if way is not None and way is not relation.target:
        return f"`{restated(relation, way)}` instead, which is open"
    if way is not None:
        return f"`{way.path}` is open: use it without `bespoke` or a proprietary `via`"
    target = relation.target.outermost if relation.target else relation.source
    return f"give `{target.path}` an open interface, or put an adaptor that has one before it, and use that"


def closed_end(snapshot: Snapshot, relation: Relation) -> list[tuple[Place, str]]:
    """The closed interface at the end of a dependency, as a related place."""
    target = relation.target
    why = closed_because(snapshot, target) if isinstance(target, Interface) else None
    return [(target, why)] if target is not None and why else []
