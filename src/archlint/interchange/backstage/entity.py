"""An entity of a catalogue, and how entities refer to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from archlint.interchange.json_places import Node
from archlint.source import Span

__all__ = ["Entity", "Reference", "key_of", "text_of"]

_DEFAULT = "default"


class Reference(NamedTuple):
    """The name by which an entity is meant; `kind` is empty where neither the text nor the field says it."""

    kind: str
    namespace: str
    name: str

    @property
    def key(self) -> str:
        """The same for every way to write it."""
        return key_of(self.kind, self.namespace, self.name)

    def __str__(self) -> str:
        return f"{self.kind.lower()}:{self.namespace}/{self.name}" if self.kind else f"{self.namespace}/{self.name}"


def key_of(kind: str, namespace: str, name: str) -> str:
    """What tells an entity from all others; letters count as the same in both cases."""
    return f"{kind}:{namespace}/{name}".casefold()


def text_of(node: Node) -> str:
    """The text of a value; that of a placeholder, which is none in YAML, as it is written."""
    if node.value is None and node.fields and node.span.text.startswith("{{"):
        return node.span.text
    return node.text.strip()


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity: its kind as it is written, its name, and all that it says."""

    kind: str
    namespace: str
    name: str
    root: Node
    place: Span

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return key_of(self.kind, self.namespace, self.name)

    @property
    def spec(self) -> Node:
        """What its kind lets it say."""
        return self.root.get("spec")

    @property
    def metadata(self) -> Node:
        """What every kind lets it say."""
        return self.root.get("metadata")

    def all(self, field: str) -> list[Node]:
        """The values of a field of the `spec`: those of a list, or the only one."""
        value = self.spec.get(field)
        return value.items or ([value] if text_of(value) or value.fields else [])

    def reference(self, node: Node, kind: str = "") -> Reference | None:
        """What a value of it refers to, where it may leave out a kind and its own namespace; None for a placeholder
        and for what is no reference."""
        if node.fields and not text_of(node):
            named = [text_of(node.get(word)) for word in ("kind", "namespace", "name")]
            return Reference(named[0] or kind, named[1] or self.namespace, named[2]) if named[2] else None
        text = text_of(node)
        stated, colon, rest = text.rpartition(":")
        namespace, _, name = rest.rpartition("/")
        if not name or "{{" in text:
            return None
        return Reference(stated if colon else kind, namespace or self.namespace, name)

    @classmethod
    def of(cls, root: Node) -> Entity:
        """The entity of a document; what it does not say is empty."""
        name = root.get("metadata").get("name")
        place = name.span if text_of(name) else root.span._replace(end=min(root.span.start + 1, root.span.end))
        namespace = text_of(root.get("metadata").get("namespace")) or _DEFAULT
        return cls(text_of(root.get("kind")), namespace, text_of(name), root, place)

    def relations(self) -> Iterator[tuple[str, Node]]:
        """The relations that an exported catalogue writes beside what is stated."""
        for relation in self.root.get("relations"):
            target = relation.get("targetRef") or relation.get("target")
            if target:
                yield text_of(relation.get("type")), target
