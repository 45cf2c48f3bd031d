"""Several files as one model: what two of them state alike is stated once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from archlint.interchange.archimate.statements import Concept, Contents, Relation
from archlint.interchange.archimate.words import dangling

__all__ = ["merged"]


def merged(files: Iterable[Contents]) -> Contents:
    """The contents of all files, each with keys of its own; a concept that several hold with the same identifier,
    kind and name is one, and so is a relation between the same ends. Relations without an end are reported."""
    whole = Contents()
    for contents in files:
        _Merger(whole, contents).run()
    _leave_out_loose(whole)
    return whole


def _leave_out_loose(whole: Contents) -> None:
    """Leaves out the relations to relations that are left out."""
    about: dict[str, list[str]] = defaultdict(list)
    for relation in whole.relations.values():
        for end in (relation.source, relation.target):
            if end not in whole.concepts:
                about[end].append(relation.key)
    waiting = [end for end in about if end not in whole.relations]
    while waiting:
        waiting += [key for key in about.get(waiting.pop(), ()) if whole.relations.pop(key, None)]


class _Merger:
    def __init__(self, whole: Contents, contents: Contents) -> None:
        self.whole = whole
        self.contents = contents
        self.keys: dict[str, str] = {}

    def run(self) -> None:
        self.whole.faults += self.contents.faults
        taken = frozenset((*self.whole.concepts, *self.whole.relations))
        for concept in self.contents.concepts.values():
            self._concept(concept, taken)
        for relation in self.contents.relations.values():
            self.keys[relation.key] = _free(relation.key, taken)
        for relation in self.contents.relations.values():
            self._relation(relation)

    def _concept(self, concept: Concept, taken: frozenset[str]) -> None:
        known = self.whole.concepts.get(concept.key) if concept.key in taken else None
        if known and (known.kind, known.name) == (concept.kind, concept.name):
            self.keys[concept.key] = known.key
            return
        key = self.keys[concept.key] = _free(concept.key, taken)
        self.whole.concepts[key] = replace(concept, key=key)

    def _relation(self, relation: Relation) -> None:
        source, target = self.keys.get(relation.source), self.keys.get(relation.target)
        if source is None or target is None:
            self._dangling(relation)
            return
        known = self.whole.relations.get(relation.key)
        if known and (known.kind, known.source, known.target) == (relation.kind, source, target):
            return
        key = self.keys[relation.key]
        self.whole.relations[key] = replace(relation, key=key, source=source, target=target)

    def _dangling(self, relation: Relation) -> None:
        for end, key in (("source", relation.source), ("target", relation.target)):
            if key not in self.keys and key not in self.contents.unknown:
                self.whole.faults.append(dangling(key, end, relation.place))


def _free(key: str, taken: frozenset[str]) -> str:
    """A key that no other file has."""
    count, free = 1, key
    while free in taken:
        count += 1
        free = f"{key} ({count})"
    return free
