"""What stands in what: parts in their systems, services at those who realise them, everything in its groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archlint.interchange.archimate.kinds import GROUPS, SERVICES, TECHNOLOGY
from archlint.interchange.archimate.standins import Budget, Performers
from archlint.interchange.archimate.statements import Contents, Relation

__all__ = ["Wholes", "groups_of", "wholes_of"]

_SYSTEMS = TECHNOLOGY | {"ApplicationComponent"}
_ALIKE = ("DataObject", "BusinessObject", "Capability", "BusinessActor")
"""What is part of others of its own kind."""

_ORDER = ("Composition", "Realization", "Aggregation", "Assignment")
"""Which relation says best in what something stands."""


class Wholes(NamedTuple):
    """In what each part stands, and the services that several offer."""

    parents: dict[str, str]
    several: set[str]


def wholes_of(contents: Contents, relations: Iterable[Relation], performers: Performers, budget: Budget) -> Wholes:
    """The whole in which each part stands: the only one that the best kind of relation states; none where several
    are stated, for a part stands in one place."""
    stated: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for relation in relations:
        if relation.kind in _ORDER:
            for whole in budget.spend(performers.of(relation.source)):
                if _stands_in(contents, relation, whole):
                    stated[relation.target, relation.kind][whole] = None
    parents: dict[str, str] = {}
    several: set[str] = set()
    for part, concept in contents.concepts.items():
        wholes = next((stated[part, kind] for kind in _ORDER if (part, kind) in stated), {})
        if len(wholes) == 1:
            parents[part] = next(iter(wholes))
        elif wholes and concept.kind in SERVICES:
            several.add(part)
    return _at_their_systems(contents, _without_circles(parents), several)


def _at_their_systems(contents: Contents, parents: dict[str, str], several: set[str]) -> Wholes:
    """The same with services that are part of others at those who offer the others."""
    services = {key for key, concept in contents.concepts.items() if concept.kind in SERVICES}
    for service in [key for key in parents if key in services]:
        way, at = [service], parents.get(service)
        while at in services:
            way.append(at)
            at = parents.get(at)
        for passed in way:
            if at is not None:
                parents[passed] = at
            else:
                parents.pop(passed, None)
                if way[-1] in several:
                    several.add(passed)
    return Wholes(parents, several)


def _stands_in(contents: Contents, relation: Relation, whole: str) -> bool:
    """Whether a relation says that its target is a part of a whole."""
    if whole not in contents.concepts or relation.target not in contents.concepts or whole == relation.target:
        return False
    kind, part = contents.concepts[whole].kind, contents.concepts[relation.target].kind
    if part in SERVICES:
        return kind in _SYSTEMS or kind in SERVICES or kind.endswith("Collaboration")
    if relation.kind not in ("Composition", "Aggregation"):
        return False
    return (part in _SYSTEMS and kind in _SYSTEMS) or (part in _ALIKE and kind == part)


def _without_circles(parents: dict[str, str]) -> dict[str, str]:
    """The wholes without that by which something would stand in itself."""
    done: set[str] = set()
    for start in list(parents):
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in done and at not in way:
            way[at] = None
            at = parents.get(at)
        if at is not None and at in way:
            del parents[at]
        done |= way.keys()
    return parents


def groups_of(contents: Contents, relations: Iterable[Relation]) -> dict[str, list[str]]:
    """The keys of the groups, plateaus and gaps that hold each concept and each relation, as they are stated."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for relation in relations:
        for group, member in _membership(contents, relation):
            found[member][group] = None
    return {member: list(groups) for member, groups in found.items()}


def _membership(contents: Contents, relation: Relation) -> Iterator[tuple[str, str]]:
    """The groups of which a relation says that something is in them, with that; a gap by association either way."""
    for group, member in ((relation.source, relation.target), (relation.target, relation.source)):
        kind = contents.concepts[group].kind if group in contents.concepts else ""
        holds = group == relation.source and relation.kind in ("Composition", "Aggregation")
        if kind in GROUPS and (holds or (kind == "Gap" and relation.kind == "Association")):
            yield group, member
