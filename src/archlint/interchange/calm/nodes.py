"""The nodes of CALM and their interfaces, as things."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.interchange.calm.scope import Scope
from archlint.interchange.calm.values import protocol_of, stated
from archlint.interchange.foreign import Thing
from archlint.interchange.json_places import Node
from archlint.source import Span

__all__ = ["things_of"]

_NODE = frozenset({"unique-id", "node-type", "name", "description", "details", "interfaces", "$schema"})
_INTERFACE = frozenset({"unique-id", "name", "description", "protocol", "transport"})


def things_of(node: Node, scope: Scope, parent: str | None) -> Iterator[Thing]:
    """A node and its interfaces; nothing where it is declared already."""
    id = node.get("unique-id")
    if not id.text:
        scope.lacks(_head(node), "a node needs a `unique-id`", 'write `"unique-id": "a-name-of-its-own"`')
    key = scope.declare(id) if id.text else f"{scope.name}/@{node.span.start}"
    if key is None:
        return
    name = node.get("name").text or id.text or node.get("node-type").text or "node"
    yield Thing(
        key, node.get("node-type").text, name, id.span if id.text else _head(node), id.text, parent,
        description=node.get("description").text, properties=stated(node, _NODE),
    )  # fmt: skip
    yield from _interfaces(node, key, scope)


def _head(node: Node) -> Span:
    """The brace at which a node begins, which says where it is without all that stands in it."""
    return node.span._replace(end=min(node.span.start + 1, node.span.end))


def _interfaces(node: Node, around: str, scope: Scope) -> Iterator[Thing]:
    known = scope.interfaces.setdefault(around, {})
    for interface in node.get("interfaces"):
        id = interface.get("unique-id")
        if not id.text or id.text in known:
            continue
        key = known[id.text] = f"{around}:{id.text}"
        yield Thing(
            key, "interface", interface.get("name").text or id.text, id.span, id.text, around,
            description=interface.get("description").text, technology=protocol_of(interface),
            properties=stated(interface, _INTERFACE),
        )  # fmt: skip
