"""YAML with the place of each value: documents one by one, so that a mistake in one hides none of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from archlint.diagnostics import Fault
from archlint.interchange.json_places import Node
from archlint.source import SourceFile, Span

if TYPE_CHECKING:
    from yaml.events import Event

__all__ = ["yaml_documents"]

_MARKER = re.compile(r"^(?:---|\.\.\.)(?=[ \t\r\n]|\Z)", re.MULTILINE)
_DIRECTIVES = re.compile(r"(?:[ \t\r]*+(?:#[^\n]*+)?\n|%[^\n]*+\n)*+\Z")
"""Lines that belong to the document after them."""
_NOTHING = ("", "~", "null", "Null", "NULL")
_DEEPEST = 100
_MOST_MERGED = 100_000
_MOST_VALUES = 2_000_000
_MOST_DOCUMENTS = 250_000
_MERGE = "<<"


def yaml_documents(source: SourceFile, faults: list[Fault]) -> Iterator[Node]:
    """The documents of a text. A scalar is its text, whatever its tag; an alias is the very value that it stands for,
    so that aliases of aliases cost nothing; tags mean nothing. What is wrong is added to the faults, and the document
    in which it stands is left out."""
    parser = _Parser(source, faults)
    for number, (start, end) in enumerate(_stretches(source.text)):
        if number >= _MOST_DOCUMENTS or parser.values > _MOST_VALUES:
            parser.fault("SYN004", "the YAML has more values or documents than are read", start, "split the file")
            return
        node = parser.document(start, end)
        if node is not None:
            yield node


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the documents begin and end; what stands before the first marker goes with it, if it is for that."""
    begins = [0]
    for marker in _MARKER.finditer(text):
        if marker[0] == "---" and _DIRECTIVES.match(text, begins[-1], marker.start()):
            continue
        begins.append(marker.start() if marker[0] == "---" else marker.end())
    return zip(begins, [*begins[1:], len(text)], strict=True)


class _TooMuch(Exception):
    """Values stand too deep in each other, or there are too many; `at` is where."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


class _Parser:
    def __init__(self, source: SourceFile, faults: list[Fault]) -> None:
        import yaml

        self.source = source
        self.faults = faults
        self._yaml = yaml
        self._loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self.values = 0
        self._merged = 0

    def fault(self, code: str, message: str, at: int, help: str = "") -> None:
        length = len(self.source.text)
        self.faults.append(Fault(code, Span(self.source, min(at, length), min(at + 1, length)), message, help))

    def document(self, start: int, end: int) -> Node | None:
        """The value of a stretch of the text; None where there is none."""
        text = self.source.text[start:end]
        if not text.removeprefix("---").strip(" \r\n"):
            return Node(Span(self.source, start, end)) if text.startswith("---") else None
        try:
            return _Composer(self, start).value(self._yaml.parse(text, Loader=self._loader))
        except _TooMuch as much:
            self.fault("SYN004", str(much), much.at)
        except self._yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            at = start + (mark.index if mark else 0)
            self.fault("SYN001", f"this is not YAML: {error.problem or error.context}", at, _HELP)
        except (self._yaml.YAMLError, UnicodeEncodeError) as error:
            message = "this is not YAML: a character that cannot stand in it"
            self.fault("SYN001", message, _position(error, start), _HELP)
        return None

    def may_merge(self, count: int) -> bool:
        """Whether so many fields more may be taken over from other values."""
        self._merged += count
        return self._merged <= _MOST_MERGED


_HELP = "what else stands in this document is not read"


def _position(error: Any, start: int) -> int:
    position = getattr(error, "position", None) or getattr(error, "start", 0)
    return start + (position if isinstance(position, int) else 0)


class _Composer:
    """Puts the events of a document together, without recursion."""

    def __init__(self, parser: _Parser, base: int) -> None:
        self._parser = parser
        self._base = base
        self._anchors: dict[str, Node] = {}
        self._open: list[tuple[Node, list[Node]]] = []
        self._root: Node | None = None

    def value(self, events: Iterable[Event]) -> Node | None:
        """The first value among the events."""
        from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, MappingEndEvent, ScalarEvent

        for event in events:
            if isinstance(event, ScalarEvent):
                text = None if not event.style and event.value in _NOTHING else event.value
                self._take(self._node(event, text), event.anchor)
            elif isinstance(event, CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, CollectionEndEvent):
                self._end(event, mapping=isinstance(event, MappingEndEvent))
            elif isinstance(event, AliasEvent):
                self._take(self._meant(event), None)
        return self._root

    def _node(self, event: Any, value: str | None = None) -> Node:
        start, end = self._base + event.start_mark.index, self._base + event.end_mark.index
        self._parser.values += 1
        if self._parser.values > _MOST_VALUES:
            raise _TooMuch(f"the YAML has more than {_MOST_VALUES:,} values", start)
        return Node(Span(self._parser.source, start, end), value)

    def _take(self, node: Node, anchor: str | None) -> None:
        if anchor is not None:
            self._anchors[anchor] = node
        if self._open:
            self._open[-1][1].append(node)
        elif self._root is None:
            self._root = node

    def _begin(self, event: Any) -> None:
        if len(self._open) >= _DEEPEST:
            raise _TooMuch("the YAML is nested too deep", self._base + event.start_mark.index)
        node = self._node(event)
        self._take(node, event.anchor)
        self._open.append((node, []))

    def _end(self, event: Any, *, mapping: bool) -> None:
        node, inner = self._open.pop()
        node.span = node.span._replace(end=self._base + event.end_mark.index)
        if mapping:
            node.fields = self._fields(inner)
        else:
            node.items = inner

    def _meant(self, event: Any) -> Node:
        found = self._anchors.get(event.anchor)
        if found is not None:
            return found
        at = self._base + event.start_mark.index
        help = "put quotes around it if it is no alias"
        self._parser.fault("SYN001", f"nothing has the anchor that `*{event.anchor}` stands for", at, help)
        return self._node(event)

    def _fields(self, inner: list[Node]) -> dict[str, Node]:
        """The fields of a mapping: its own, and after them what it takes over by `<<`."""
        pairs = list(zip(inner[::2], inner[1::2], strict=True))
        own = {_name(key): value for key, value in pairs if key.value != _MERGE}
        for key, value in pairs:
            if key.value == _MERGE:
                for other in value.items or [value]:
                    self._merge(own, other, key)
        return own

    def _merge(self, own: dict[str, Node], other: Node, key: Node) -> None:
        if self._parser.may_merge(len(other.fields)):
            for name, value in other.fields.items():
                own.setdefault(name, value)
        else:
            self._parser.fault("SYN004", "too much is taken over by `<<`", key.span.start, "write the fields out")


def _name(key: Node) -> str:
    """The name of a field; that of one which is no text is how it is written."""
    return key.text if key.value is not None else key.span.text
