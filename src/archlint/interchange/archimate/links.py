"""Relations as links, from whoever needs to whoever provides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from archlint.interchange.archimate.kinds import BUSINESS, DATA, SERVICES, STRUCTURES, TECHNOLOGY
from archlint.interchange.archimate.plateaus import Lifetimes
from archlint.interchange.archimate.remarks import Remarks
from archlint.interchange.archimate.standins import Budget, Performers
from archlint.interchange.archimate.statements import Contents, Relation
from archlint.interchange.archimate.table import BOTH_WAYS
from archlint.interchange.archimate.words import technology_in
from archlint.interchange.foreign import Link

__all__ = ["Linker"]

_STOOD_FOR = frozenset(("Serving", "Flow", "Access", "Realization"))
"""What whoever performs something says for it."""

_TOLD_BY_BOTH = frozenset(("Serving", "Flow"))
"""What is also said to whoever performs something."""

_DEPLOYED = TECHNOLOGY | {"Artifact"}


@dataclass
class Linker:
    """Makes links of relations; `parents` is what stands in what."""

    contents: Contents
    performers: Performers
    parents: Mapping[str, str]
    budget: Budget
    remarks: Remarks
    lifetimes: Lifetimes
    _kept_in: dict[str, str] = field(default_factory=dict)

    def links(self, relations: Iterable[Relation]) -> list[Link]:
        """The links of relations between concepts; what is told twice is told once."""
        told = list(relations)
        self._kept_in.update(self._keepers(told))
        found: dict[tuple[object, ...], Link] = {}
        for relation in told:
            for link in self._of(relation):
                found.setdefault(_apart_from_place(link), link)
        return _with_directions(list(found.values()))

    def _keepers(self, relations: Iterable[Relation]) -> dict[str, str]:
        """The only one that is said to keep each data: an artifact that realises it, or what that is deployed on."""
        keepers: dict[str, dict[str, None]] = defaultdict(dict)
        for relation in relations:
            of_data = relation.kind == "Realization" and self._kind(relation.target) in DATA
            if of_data and self._kind(relation.source) == "Artifact":
                keepers[relation.target].update(dict.fromkeys(self.performers.of(relation.source)[:2]))
        return {data: next(iter(found)) for data, found in keepers.items() if len(found) == 1}

    def _kind(self, key: str) -> str:
        concept = self.contents.concepts.get(key)
        return concept.kind if concept else ""

    def _of(self, relation: Relation) -> Iterator[Link]:
        if self._is_nesting(relation):
            return
        if relation.kind not in _STOOD_FOR:
            yield from self._plain(relation)
            return
        told = relation.kind in _TOLD_BY_BOTH
        targets = self.performers.of(relation.target) if told else (relation.target,)
        for source in self.budget.spend(self.performers.of(relation.source)):
            for target in self.budget.spend(targets):
                yield from self._between(relation, source, target)

    def _is_nesting(self, relation: Relation) -> bool:
        """Whether a relation says no more than where something stands."""
        if relation.kind == "Realization" and self._kind(relation.target) not in SERVICES:
            return False
        around = self.parents.get(relation.target)
        return relation.kind in ("Composition", "Aggregation", "Assignment", "Realization") and (
            around in self.performers.of(relation.source) if around else False
        )

    def _plain(self, relation: Relation) -> Iterator[Link]:
        one, other = self._kind(relation.source), self._kind(relation.target)
        if relation.kind == "Assignment" and one in TECHNOLOGY and other in _DEPLOYED:
            yield self._link(relation, relation.target, relation.source, "Assignment of Technology")
        else:
            yield self._link(relation, relation.source, relation.target, relation.kind)

    def _between(self, relation: Relation, source: str, target: str) -> Iterator[Link]:
        if relation.kind == "Access":
            yield from self._access(relation, source, target)
        elif relation.kind == "Realization":
            yield self._realization(relation, source, target)
        elif relation.kind == "Flow" and self.remarks.data.get(relation.key):
            kind = self._by(relation.kind, source, target)
            for data in self.budget.spend(self.remarks.data[relation.key]):
                yield replace(self._link(relation, target, source, kind), data=data)
        else:
            yield self._link(relation, target, source, self._by(relation.kind, source, target))

    def _by(self, kind: str, provider: str, consumer: str) -> str:
        if self._kind(provider) in BUSINESS:
            return f"{kind} by Business"
        runs = self._kind(provider) in TECHNOLOGY and self._kind(consumer) in STRUCTURES
        return f"{kind} by Technology" if kind == "Serving" and runs else kind

    def _access(self, relation: Relation, source: str, target: str) -> Iterator[Link]:
        ending = " by Service" if self._kind(source) in SERVICES else ""
        keeper = target if ending else self._kept_in.get(target, target)
        ways = {"ReadWrite": ("Access Read", "Access Write"), "": ("Access",)}
        for kind in ways.get(relation.access, (f"Access {relation.access}",)):
            yield replace(self._link(relation, source, keeper, kind + ending), data=target)

    def _realization(self, relation: Relation, source: str, target: str) -> Link:
        one, other = self._kind(source), self._kind(target)
        if other == "Capability":
            around = self.parents.get(source) if one in SERVICES else None
            return self._link(relation, around or source, target, "Realization of Capability")
        if other in DATA and one in _DEPLOYED:
            return self._link(relation, source, target, "Realization of Data")
        if one in TECHNOLOGY and other in STRUCTURES | TECHNOLOGY:
            return self._link(relation, target, source, "Realization by Technology")
        return self._link(relation, source, target, "Realization")

    def _link(self, relation: Relation, source: str, target: str, kind: str) -> Link:
        properties = {**relation.properties, **self.remarks.properties.get(relation.key, {})}
        if relation.documentation:
            properties.setdefault("documentation", relation.documentation)
        since, until = self.lifetimes.of_link(relation.key, source, target)
        return Link(
            source, target, kind, relation.place, description=relation.name, tags=relation.tags,
            technology=technology_in(relation.properties), properties=properties,
            since=since, until=until,
        )  # fmt: skip


def _apart_from_place(link: Link) -> tuple[object, ...]:
    return (link.source, link.target, link.kind, link.data, link.description, tuple(link.properties.items()))


def _with_directions(links: list[Link]) -> list[Link]:
    """The links with a tag on the flows that have another one against them."""
    flows = {(link.source, link.target) for link in links if link.kind == "Flow" and link.source != link.target}
    return [
        replace(link, tags=(*link.tags, BOTH_WAYS))
        if link.kind == "Flow" and (link.target, link.source) in flows
        else link
        for link in links
    ]
