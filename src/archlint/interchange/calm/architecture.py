"""An architecture of CALM, with the details of its nodes: things and links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from archlint.interchange.calm.nodes import things_of
from archlint.interchange.calm.relationships import Relationship, flows_of, relationships_of
from archlint.interchange.calm.scope import Scope
from archlint.interchange.foreign import Link, Thing
from archlint.interchange.json_places import Node

__all__ = ["Architecture", "Document", "Opens"]


class Document(NamedTuple):
    """A CALM document and where it lies, by which its references are read; `chain` are those in whose details it
    stands. What a broken one lacks may have been lost."""

    path: Path
    root: Node
    chain: tuple[Path, ...] = ()
    broken: bool = False


Opens = Callable[[Node, Document], Document | None]
"""Opens the document that a reference means; None, and that is said, where there is none."""


@dataclass
class Architecture:
    """What an architecture states, in the order in which it does."""

    things: dict[str, Thing] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def add(self, document: Document, scope: Scope, opens: Opens, parent: str | None = None) -> None:
        """Takes in a document; its outermost nodes stand in the thing with the key `parent`."""
        self._nodes(document.root, document, scope, opens, parent)
        self._relationships(document.root, scope, parent)

    def _nodes(self, within: Node, document: Document, scope: Scope, opens: Opens, parent: str | None) -> None:
        details = []
        for node in within.get("nodes"):
            if not node.fields:
                scope.lacks(node.span, "a node is an object", "write each node as an object in braces")
                continue
            made = list(things_of(node, scope, parent))
            self.things.update((thing.key, thing) for thing in made)
            if made and node.get("details").fields:
                details.append((node.get("details"), made[0].key))
        for detail, key in details:
            self._details(detail, document, scope, opens, key)

    def _details(self, detail: Node, document: Document, scope: Scope, opens: Opens, key: str) -> None:
        """What stands in a node: in the document itself, or in another that it names."""
        if detail.get("nodes") or detail.get("relationships"):
            self._nodes(detail, document, scope, opens, key)
            self._relationships(detail, scope, key)
        named = detail.get("detailed-architecture")
        inner = opens(named, document) if named.text else None
        if inner is not None:
            self.add(inner, Scope(key, scope.faults, inner.broken, scope), opens, key)

    def _relationships(self, within: Node, scope: Scope, parent: str | None) -> None:
        relationships = relationships_of(within, scope)
        flows = flows_of(within, scope)
        for relationship in relationships:
            for container, part in relationship.contents:
                self._put(container, part, parent)
            self.links += relationship.links(flows)
            self.links += self._holdings(relationship)

    def _put(self, container: str, part: str, parent: str | None) -> None:
        """Puts a node into another; the first that claims it has it."""
        thing = self.things.get(part)
        if thing is not None and thing.parent == parent and container != part:
            self.things[part] = replace(thing, parent=container)

    def _holdings(self, relationship: Relationship) -> list[Link]:
        """That something is composed of data is a link, since data stand in nothing."""
        parts = [(container, self.things.get(part)) for container, part in relationship.contents]
        return [
            Link(container, thing.key, relationship.kind, thing.place)
            for container, thing in parts
            if thing is not None and thing.kind == "data-asset"
        ]
