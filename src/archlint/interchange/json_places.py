"""JSON with the place of each value, so that a finding can point at it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from archlint.source import SourceFile, Span

__all__ = ["JsonError", "Node", "json_tree"]

_SPACE = re.compile(r"[ \t\n\r]*")
_ATOM = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*"')
_DEEPEST = 200


class JsonError(Exception):
    """The text is not JSON; `span` is where it stops to be."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.span = span


class Node:
    """A value with its place: an object has `fields`, a list `items`, anything else a `value`."""

    __slots__ = ("fields", "items", "span", "value")

    def __init__(self, span: Span, value: Any = None) -> None:
        self.span = span
        self.value = value
        self.fields: Mapping[str, Node] = {}
        self.items: list[Node] = []

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)

    def get(self, name: str) -> Node:
        """A field of an object; an empty value where there is none."""
        return self.fields.get(name) or Node(self.span)

    @property
    def text(self) -> str:
        """A string, or a number or truth as text; empty where it is neither."""
        if isinstance(self.value, bool):
            return str(self.value).lower()
        return "" if self.value is None else str(self.value)

    def __bool__(self) -> bool:
        return bool(self.fields or self.items) or self.value is not None


def json_tree(source: SourceFile) -> Node:
    """The value of a text; raises JsonError."""
    reader = _Reader(source)
    node, at = reader.value(reader.space(0), 0)
    at = reader.space(at)
    if at < len(source.text):
        raise reader.error("something stands after the end of the JSON", at)
    return node


class _Reader:
    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.text = source.text

    def error(self, message: str, at: int) -> JsonError:
        return JsonError(message, Span(self.source, min(at, len(self.text)), min(at + 1, len(self.text))))

    def space(self, at: int) -> int:
        return _SPACE.match(self.text, at).end()  # type: ignore[union-attr]  # always matches

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        char = self.text[at : at + 1]
        if depth > _DEEPEST:
            raise self.error("the JSON is nested too deep", at)
        if char == "{":
            return self._object(at, depth)
        if char == "[":
            return self._list(at, depth)
        found = _STRING.match(self.text, at) or _ATOM.match(self.text, at)
        if found is None:
            raise self.error("a JSON value is expected here", at)
        try:
            value = json.loads(found[0])
        except ValueError:
            raise self.error("this is no JSON value", at) from None
        return Node(Span(self.source, at, found.end()), value), found.end()

    def _object(self, begin: int, depth: int) -> tuple[Node, int]:
        node, fields, at = Node(Span(self.source, begin, begin)), {}, self.space(begin + 1)
        while self.text[at : at + 1] != "}":
            name = _STRING.match(self.text, at)
            if name is None:
                raise self.error("the name of a field, in quotes, or `}` is expected here", at)
            at = self.space(name.end())
            if self.text[at : at + 1] != ":":
                raise self.error("`:` is expected here", at)
            fields[str(json.loads(name[0]))], at = self.value(self.space(at + 1), depth + 1)
            at = self._next(at, "}")
        node.fields, node.span = fields, Span(self.source, begin, at + 1)
        return node, at + 1

    def _list(self, begin: int, depth: int) -> tuple[Node, int]:
        node, at = Node(Span(self.source, begin, begin)), self.space(begin + 1)
        while self.text[at : at + 1] != "]":
            item, at = self.value(at, depth + 1)
            node.items.append(item)
            at = self._next(at, "]")
        node.span = Span(self.source, begin, at + 1)
        return node, at + 1

    def _next(self, at: int, close: str) -> int:
        """After a member: past the comma, or at the end."""
        at = self.space(at)
        if self.text[at : at + 1] == ",":
            at = self.space(at + 1)
            if self.text[at : at + 1] == close:
                raise self.error(f"a value is expected between `,` and `{close}`", at)
            return at
        if self.text[at : at + 1] != close:
            raise self.error(f"`,` or `{close}` is expected here", at)
        return at
