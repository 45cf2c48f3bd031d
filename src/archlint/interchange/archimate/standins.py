"""Who stands for whom: relations that meet in a junction, and those of what somebody or something does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from archlint.interchange.archimate.kinds import BEHAVIOUR, CONNECTORS
from archlint.interchange.archimate.statements import Contents, Relation

__all__ = ["Budget", "Performers", "through_junctions"]

_PERFORMED = BEHAVIOUR | {"Artifact"}


class Budget:
    """How often a relation may be told for others in all, so that the time stays in proportion to the model."""

    def __init__(self, relations: int) -> None:
        self._left = 10_000 + 4 * relations
        self.overdrawn = False

    def spend(self, most: Iterable[str], free: int = 1) -> Iterator[str]:
        """As many of them as there is room for, and always the first."""
        for number, one in enumerate(most):
            if number >= free:
                if self._left <= 0:
                    self.overdrawn = True
                    return
                self._left -= 1
            yield one


def through_junctions(contents: Contents, relations: Iterable[Relation], budget: Budget) -> Iterator[Relation]:
    """The relations with those that meet in a junction put together: each that leads in, to each that leads out."""
    junctions = {key for key, concept in contents.concepts.items() if concept.kind in CONNECTORS}
    ways: dict[str, list[str]] = defaultdict(list)
    for relation in contents.relations.values():
        if relation.source in junctions:
            ways[relation.source].append(relation.target)
    behind: dict[str, list[str]] = {}
    for relation in relations:
        if relation.source in junctions:
            continue
        if relation.target not in junctions:
            yield relation
            continue
        if relation.target not in behind:
            behind[relation.target] = _behind(relation.target, ways, junctions, budget)
        for target in budget.spend(behind[relation.target]):
            yield replace(relation, target=target)


def _behind(start: str, ways: Mapping[str, list[str]], junctions: set[str], budget: Budget) -> list[str]:
    """What lies behind a junction and those that follow it."""
    found, seen, waiting = dict[str, None](), {start}, [start]
    while waiting:
        for target in budget.spend(ways.get(waiting.pop(), ()), free=0):
            if target not in junctions:
                found[target] = None
            elif target not in seen:
                seen.add(target)
                waiting.append(target)
    return list(found)


class Performers:
    """Who is assigned to what: a function, a process or a service of the business needs and gives what its performer
    needs and gives, and an artifact what the node does that it is deployed on."""

    def __init__(self, contents: Contents, relations: Iterable[Relation]) -> None:
        self._kinds = {key: concept.kind for key, concept in contents.concepts.items()}
        self._assigned: dict[str, list[str]] = defaultdict(list)
        self._wholes: dict[str, str] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        for relation in relations:
            self._note(relation)

    def _note(self, relation: Relation) -> None:
        target = self._kinds.get(relation.target)
        if target not in _PERFORMED:
            return
        if relation.kind == "Assignment" and self._kinds.get(relation.source) not in _PERFORMED:
            self._assigned[relation.target].append(relation.source)
        elif relation.kind in ("Composition", "Aggregation") and self._kinds.get(relation.source) in _PERFORMED:
            self._wholes.setdefault(relation.target, relation.source)

    def of(self, key: str) -> tuple[str, ...]:
        """Who stands for a concept: those assigned to it, else those assigned to that of which it is a part; the
        concept itself where nobody is."""
        if key in self._known:
            return self._known[key]
        if self._kinds.get(key) not in _PERFORMED:
            return (key,)
        way: list[str] = []
        at: str | None = key
        while at is not None and at not in self._known and at not in self._assigned and at not in way:
            way.append(at)
            at = self._wholes.get(at)
            if len(way) > _LONGEST:
                break
        found = self._known.get(at or "") or tuple(dict.fromkeys(self._assigned.get(at or "", ())))
        self._known[key] = found or (key,)
        return self._known[key]


_LONGEST = 50
"""How many wholes around a function are asked who performs it."""
