"""The relationships of CALM, as links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from archlint.diagnostics import Fault
from archlint.interchange.calm.scope import Scope
from archlint.interchange.calm.values import stated
from archlint.interchange.foreign import Link
from archlint.interchange.json_places import Node
from archlint.language.phrases import brief
from archlint.language.suggestions import did_you_mean, nearest
from archlint.source import Span

__all__ = ["Relationship", "flows_of", "relationships_of"]

_KINDS = ("connects", "interacts", "deployed-in", "composed-of", "options")
_KNOWN = frozenset({"unique-id", "relationship-type", "description", "protocol", "parties", *_KINDS})


class Relationship:
    """A relationship with its kind and what it says under that kind."""

    def __init__(self, node: Node, kind: str, body: Node, scope: Scope) -> None:
        self.kind = kind
        self._node = node
        self._body = body
        self._scope = scope

    @cached_property
    def contents(self) -> list[tuple[str, str]]:
        """What is composed of what: the keys of the container and of what stands in it."""
        ends = self._ends("container", "nodes") if self.kind == "composed-of" else ()
        return [(container, part) for container, part, _ in ends]

    def links(self, flows: Mapping[str, Iterable[str]]) -> Iterator[Link]:
        """The links that it makes, from the one who needs to the one who provides."""
        for source, target, place in self._pairs():
            yield Link(
                source, target, self.kind, place, description=self._node.get("description").text,
                technology=self._node.get("protocol").text, properties=self._stated(flows),
            )  # fmt: skip

    def _stated(self, flows: Mapping[str, Iterable[str]]) -> dict[str, str]:
        said = stated(self._node, _KNOWN)
        names = flows.get(self._node.get("unique-id").text)
        return {**said, "flow": ", ".join(names)} if names else said

    def _pairs(self) -> Iterator[tuple[str, str, Span]]:
        if self.kind == "connects":
            yield from self._connection()
        elif self.kind == "interacts":
            yield from self._ends("actor", "nodes")
        elif self.kind == "deployed-in":
            for container, other, place in self._ends("container", "nodes"):
                yield other, container, place
        elif self.kind == "options":
            self._check_options()

    def _ends(self, one: str, others: str) -> Iterator[tuple[str, str, Span]]:
        first = self._scope.resolve(self._end(one))
        for item in self._body.get(others):
            other = self._scope.resolve(item)
            if first is not None and other is not None:
                yield first, other, item.span

    def _end(self, name: str) -> Node:
        end = self._body.get(name)
        return end.get("node") if end.fields else end

    def _connection(self) -> Iterator[tuple[str, str, Span]]:
        source, target = (self._scope.resolve(self._end(name)) for name in ("source", "destination"))
        if source is not None:
            self._faces("source", source)
        ways = self._faces("destination", target) if target is not None else []
        if source is not None and target is not None:
            id = self._node.get("unique-id")
            place = id.span if id.text else self._end("destination").span
            for way in ways or [target]:
                yield source, way, place

    def _faces(self, end: str, key: str) -> list[str]:
        """The keys of the interfaces that an end names."""
        named = self._body.get(end).get("interfaces")
        found = [self._scope.interface(key, id) for id in (named.items or ([named] if named.text else []))]
        return list(dict.fromkeys(one for one in found if one is not None))

    def _check_options(self) -> None:
        """What may be chosen is named by name, and makes no link: what was chosen has relationships of its own."""
        for option in self._body:
            for id in option.get("nodes"):
                self._scope.resolve(id)
            for id in option.get("relationships"):
                self._scope.relationship(id)


def relationships_of(document: Node, scope: Scope) -> list[Relationship]:
    """The relationships of a document; says where one has no kind, or one that CALM does not know."""
    found = []
    for node in document.get("relationships"):
        scope.relationships.add(node.get("unique-id").text)
        kind, body = _kind(node)
        if kind in _KINDS:
            found.append(Relationship(node, kind, body, scope))
        else:
            _unknown(node, kind, scope)
    return found


def _kind(node: Node) -> tuple[str, Node]:
    """The kind and what stands under it, as the releases write it or, as drafts did, with the kind as a text."""
    type = node.get("relationship-type")
    if type.text:
        return type.text, node.get(type.text) or node.get("parties") or node
    return next(iter(type.fields.items()), ("", type))


def _unknown(node: Node, kind: str, scope: Scope) -> None:
    """Says that a relationship has no kind, or none that CALM knows."""
    if not kind:
        span = node.get("unique-id").span if node.get("unique-id") else node.span._replace(end=node.span.start + 1)
        help = f"write `relationship-type` with one of {', '.join(f'`{name}`' for name in _KINDS)}"
        scope.lacks(span, "a relationship needs a `relationship-type`", help)
        return
    help = did_you_mean(nearest(kind, _KINDS)) or f"known are {', '.join(_KINDS)}"
    span = node.get("relationship-type").span
    scope.faults.append(Fault("MOD001", span, f"CALM has no relationship `{brief(kind)}`", help))


def flows_of(document: Node, scope: Scope) -> dict[str, dict[str, None]]:
    """The names of the flows that follow each relationship; says where one follows a relationship that is not there."""
    found: dict[str, dict[str, None]] = {}
    for flow in document.get("flows"):
        name = flow.get("name").text or flow.get("unique-id").text
        for step in flow.get("transitions"):
            id = step.get("relationship-unique-id")
            scope.relationship(id)
            if name:
                found.setdefault(id.text, {})[name] = None
    return found
