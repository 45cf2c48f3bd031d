"""Architectures in CALM, written in a few words."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["architecture", "connects", "node", "relationship", "timeline"]


def node(id: str, type: str = "service", **more: Any) -> dict[str, Any]:
    """A node; words of Python become those of CALM."""
    return {"unique-id": id, "node-type": type, "name": id.title(), **_words(more)}


def relationship(kind: str, body: Any, id: str = "r", **more: Any) -> dict[str, Any]:
    """A relationship of a kind."""
    return {"unique-id": id, "relationship-type": {kind: body}, **_words(more)}


def connects(source: str, target: str, interface: str = "", id: str = "r", **more: Any) -> dict[str, Any]:
    """A connection, to an interface where one is named."""
    end: dict[str, Any] = {"node": target} | ({"interfaces": [interface]} if interface else {})
    return relationship("connects", {"source": {"node": source}, "destination": end}, id, **more)


def architecture(*parts: dict[str, Any], **more: Any) -> str:
    """A document with nodes and relationships."""
    nodes = [part for part in parts if "relationship-type" not in part]
    rest = [part for part in parts if "relationship-type" in part]
    schema = "https://calm.finos.org/release/1.2/meta/calm.json"
    return json.dumps({"$schema": schema, "nodes": nodes, "relationships": rest, **_words(more)}, indent=1)


def timeline(*moments: tuple[str, str, Any], **more: Any) -> str:
    """A timeline of moments: name, date or nothing, and an architecture or the name of its file."""
    written = [
        {
            "unique-id": name, "node-type": "moment", "name": name.title(), "description": "",
            **({"valid-from": date} if date else {}),
            "details": {"detailed-architecture": inside} if isinstance(inside, str) else inside,
        }
        for name, date, inside in moments
    ]  # fmt: skip
    schema = "https://calm.finos.org/release/1.2/meta/calm-timeline.json"
    return json.dumps({"$schema": schema, "moments": written, **_words(more)}, indent=1)


def _words(more: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("_", "-"): value for name, value in more.items()}
