"""What nodes and relationships of CALM say of themselves beside the words that it knows."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.interchange.json_places import Node

__all__ = ["protocol_of", "stated"]


def stated(node: Node, known: frozenset[str]) -> dict[str, str]:
    """What an object states in fields of its own making, in `metadata`, and the names of its controls."""
    said: dict[str, str] = {}
    for name, value in node.fields.items():
        if name == "metadata":
            said |= dict(_flat("", value))
        elif name == "controls":
            if value.fields:
                said[name] = ", ".join(value.fields)
        elif name not in known:
            said |= dict(_flat(name, value))
    return said


def _flat(name: str, value: Node) -> Iterator[tuple[str, str]]:
    """The texts in a value, each with the names that lead to it; lists of texts are one."""
    texts = [item.text for item in value if item.text]
    if value.text and name:
        yield name, value.text
    elif texts and name:
        yield name, ", ".join(texts)
    for field, inner in value.fields.items():
        yield from _flat(f"{name}.{field}" if name else field, inner)
    for item in value:
        if item.fields:
            yield from _flat(name, item)


def protocol_of(interface: Node) -> str:
    """The protocol that an interface states: in a field of that name, or at the head of its address."""
    for node in (interface, interface.get("config")):
        for name in ("protocol", "transport"):
            if node.get(name).text:
                return node.get(name).text
    for name in ("url", "value"):
        scheme, found, _ = interface.get(name).text.partition("://")
        if found and scheme.isalnum():
            return scheme
    return ""
