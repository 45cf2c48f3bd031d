"""JSON with the place of each value, so that a finding can point at it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from archlint.diagnostics import Fault
from archlint.source import SourceFile, Span

__all__ = ["JsonError", "Node", "json_read", "json_tree"]

_SPACE = re.compile(r"[ \t\n\r]*")
_ATOM = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\.)*+"')
_REST = re.compile(r'[^\s,{}\[\]"][^,{}\[\]\n"]*|"[^"\n]*"?')
_DEEPEST = 200
_MOST_FAULTS = 50
_MOST_VALUES = 2_000_000
_NO_FIELDS: Mapping[str, Node] = {}
_NO_ITEMS: list[Node] = []


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
        self.fields = _NO_FIELDS
        self.items = _NO_ITEMS

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
    """The value of a text; raises JsonError at the first thing that is wrong."""
    node, faults = json_read(source)
    if faults:
        raise JsonError(faults[0].message, faults[0].span)
    return node


def json_read(source: SourceFile) -> tuple[Node, list[Fault]]:
    """The value of a text, with what is wrong in it: what stands around a mistake is read all the same."""
    reader = _Reader(source)
    node, at = reader.value(reader.space(0), 0)
    at = reader.space(at)
    if at < len(source.text):
        reader.fault("SYN001", "something stands after the end of the JSON", at)
    return node, reader.faults


class _Reader:
    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.text = source.text
        self.faults: list[Fault] = []
        self._ended = False
        self._left_open = -1
        self._values = 0

    def fault(self, code: str, message: str, at: int, help: str = "") -> None:
        span = Span(self.source, min(at, len(self.text)), min(at + 1, len(self.text)))
        if at >= len(self.text) and self.text.strip():
            return  # what is open there will be said to be
        if not self._ended:
            self.faults.append(Fault(code, span, message, help))
        self._ended = self._ended or len(self.faults) >= _MOST_FAULTS

    def space(self, at: int) -> int:
        return _SPACE.match(self.text, at).end()  # type: ignore[union-attr]  # always matches

    def value(self, at: int, depth: int) -> tuple[Node, int]:
        char = self.text[at : at + 1]
        if char and char in "{[" and depth >= _DEEPEST:
            return self._too_much("the JSON is nested too deep", at)
        self._values += 1
        if self._values > _MOST_VALUES:
            return self._too_much(f"the JSON has more than {_MOST_VALUES:,} values", at)
        if char == "{":
            return self._object(at, depth)
        if char == "[":
            return self._list(at, depth)
        return self._atom(at)

    def _too_much(self, message: str, at: int) -> tuple[Node, int]:
        """Ends the reading."""
        self.fault("SYN004", message, at)
        self._ended = True
        return Node(Span(self.source, at, at)), len(self.text)

    def _atom(self, at: int) -> tuple[Node, int]:
        found = _STRING.match(self.text, at) or _ATOM.match(self.text, at)
        try:
            value = json.loads(found[0]) if found else None
        except ValueError:
            self.fault("SYN001", "this is no JSON value", at)
            value = None
        if found:
            return Node(Span(self.source, at, found.end()), value), found.end()
        self.fault("SYN001", "a JSON value is expected here", at)
        return Node(Span(self.source, at, at)), self._after_mistake(at)

    def _after_mistake(self, at: int) -> int:
        """Past what is no JSON, up to what may go on with it."""
        found = _REST.match(self.text, at)
        return self.space(found.end() if found else at)

    def _object(self, begin: int, depth: int) -> tuple[Node, int]:
        node, fields, at = Node(Span(self.source, begin, begin)), {}, self.space(begin + 1)
        while self._goes_on(begin, at, "}", "]{["):
            name = _STRING.match(self.text, at)
            if name is None:
                self.fault("SYN001", "the name of a field, in quotes, or `}` is expected here", at)
                at = self._next(begin, self._after_mistake(at), "}")
                continue
            at = self.space(name.end())
            if self.text[at : at + 1] == ":":
                at = self.space(at + 1)
            else:
                self.fault("SYN001", "`:` is expected here", at)
            value, at = self.value(at, depth + 1)
            fields[_plain(name[0])] = value
            at = self._next(begin, at, "}")
        node.fields = fields
        return self._closed(node, begin, at, "}")

    def _list(self, begin: int, depth: int) -> tuple[Node, int]:
        node, items, at = Node(Span(self.source, begin, begin)), list[Node](), self.space(begin + 1)
        while self._goes_on(begin, at, "]", "}"):
            item, at = self.value(at, depth + 1)
            items.append(item)
            at = self._next(begin, at, "]")
        node.items = items
        return self._closed(node, begin, at, "]")

    def _goes_on(self, begin: int, at: int, close: str, wrong: str) -> bool:
        """Whether a member may follow; says so where the end is missing."""
        char = self.text[at : at + 1]
        if char == close:
            return False
        if char and char not in wrong:
            return True
        opened = self.text[begin]
        self.fault("SYN002", f"this `{opened}` is never closed", begin, f"close it with `{close}`")
        self._ended = self._ended or not char
        self._left_open = at
        return False

    def _closed(self, node: Node, begin: int, at: int, close: str) -> tuple[Node, int]:
        at += self.text[at : at + 1] == close
        node.span = Span(self.source, begin, at)
        return node, at

    def _next(self, begin: int, at: int, close: str) -> int:
        """After a member: past the comma, or at the end."""
        if self._ended:
            return len(self.text)
        if at == self._left_open:
            return at
        at = self.space(at)
        char = self.text[at : at + 1]
        if char == ",":
            at = self.space(at + 1)
            if self.text[at : at + 1] == close:
                self.fault("SYN001", f"a value is expected between `,` and `{close}`", at)
            return at
        if char and char not in "}]":
            self.fault("SYN001", f"`,` or `{close}` is expected here", at)
            at = at if char in '"{[' or _ATOM.match(self.text, at) else self._after_mistake(at)
        return at


def _plain(name: str) -> str:
    try:
        return str(json.loads(name))
    except ValueError:  # an escape that JSON does not know
        return name[1:-1]
