"""What a picture is about, where it is about data: the entities, and who is their master without saying so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from archlint.diagrams.times import Times
from archlint.model.elements import Data, Element, Interface
from archlint.model.model import Model
from archlint.model.relations import Relation

__all__ = ["NOTHING", "About"]


@dataclass(frozen=True)
class About:
    """Entities of the information model, and the relations by which their only holders hold them."""

    data: frozenset[Element] = frozenset()
    sole: frozenset[Relation] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.data)

    @classmethod
    def of(cls, model: Model, entity: Data, times: Times) -> About:
        """An entity, and all that is part of it."""
        data: list[Element] = [entity]
        for whole in data:
            data += [part for part in model.of(Data) if part not in data and whole in times.values(part.part_of)]
        held = [relation for relation in model.relations if relation.keyword == "holds" and times.ever(relation)]
        number = Counter(relation.data for relation in held)
        return cls(frozenset(data), frozenset(relation for relation in held if number[relation.data] == 1))

    def is_master(self, relation: Relation) -> bool:
        """Whether a relation makes a store the master: it says so, or no other store holds the entity."""
        return relation.role == "master" or (relation.role is None and relation in self.sole)

    def systems(self, model: Model, times: Times) -> Iterator[Element]:
        """Whoever holds, reads, writes or exposes it, and from where."""
        for element in model.elements:
            if isinstance(element, Interface) and self.data & set(times.values(element.exposes)):
                yield element.outermost
            for relation in element.relations:
                if relation.data in self.data and times.ever(relation):
                    yield element.outermost
                    if relation.target is not None:
                        yield relation.target.outermost


NOTHING = About()
"""What a picture is about that shows everything."""
