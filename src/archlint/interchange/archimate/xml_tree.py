"""XML as a tree whose nodes know where they stand: entities refused, depth bounded, pictures left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from archlint.diagnostics import Fault
from archlint.source import SourceFile, Span

__all__ = ["Node", "tree_of"]

_DEEPEST = 200
_DRAWN = frozenset(("views", "metadata", "child", "children"))
"""What is about pictures, in either format: no element and no relation is stated there."""

_TAG = re.compile(r"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*+>?")
_NAME = re.compile(r"\sname\s*=\s*(?:\"[^\"]*\"|'[^']*')")


_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*>")


def _blank(found: re.Match[str]) -> str:
    """Space in place of the declaration: the text is decoded already, and it may stand behind empty lines."""
    return " " * len(found[0])


class Node:
    """An element of XML: the name without the prefix of the whole document, its attributes, parts and text."""

    __slots__ = ("_at", "_source", "attributes", "children", "name", "words")

    def __init__(self, name: str, attributes: Mapping[str, str], source: SourceFile, at: int) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node] = []
        self.words: list[str] = []
        self._source = source
        self._at = at

    def get(self, name: str) -> str:
        """An attribute; empty where there is none."""
        return self.attributes.get(name, "")

    @property
    def type(self) -> str:
        """The type that an instance names, whatever the prefix of the namespace."""
        return next((value for name, value in self.attributes.items() if name.endswith(":type")), "")

    @property
    def text(self) -> str:
        """The text of it, without that of its parts."""
        return "".join(self.words)

    def all(self, *names: str) -> Iterator[Node]:
        """The parts of some names."""
        return (child for child in self.children if child.name in names)

    def first(self, *names: str) -> str:
        """The text of the first part of some name; empty where there is none."""
        return next((child.text for child in self.all(*names)), "")

    @property
    def place(self) -> Span:
        """The tag that opens it: of one over several lines that which states the name, else the first line."""
        found = _TAG.match(self._source.text, self._at)
        end = found.end() if found else self._at
        line_end = self._source.text.find("\n", self._at, end)
        if line_end < 0:
            return Span(self._source, self._at, end)
        name = _NAME.search(self._source.text, self._at, end)
        return Span(self._source, name.start() + 1, name.end()) if name else Span(self._source, self._at, line_end)


class _Refused(Exception):
    """The document states what must not be followed."""


def tree_of(source: SourceFile, prefix: str) -> tuple[Node | None, list[Fault]]:
    """The tree of a document as far as it can be read, and what is wrong with it; `prefix` is that of its namespace."""
    return _Builder(source, prefix).run()


class _Builder:
    def __init__(self, source: SourceFile, prefix: str) -> None:
        self.source = source
        self.data = _DECLARATION.sub(_blank, source.text).encode("utf-8", errors="replace")
        self.prefix = f"{prefix}:" if prefix else ""
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._open: list[Node] = []
        self._skipped = 0
        self._plain = len(self.data) == len(source.text)
        self._known = (0, 0)
        self.parser = expat.ParserCreate("utf-8")

    def run(self) -> tuple[Node | None, list[Fault]]:
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        try:
            self.parser.Parse(self.data, True)
        except _Refused:
            pass
        except expat.ExpatError as error:
            self._broken(error)
        finally:
            del self.parser  # it knows this builder: nothing would let go of the two while the collector is off
        return self.root, self.faults

    def _place(self, byte: int) -> int:
        """The offset in the text of a byte of it; asked in the order of the text."""
        if self._plain:
            return byte
        known, at = self._known
        if byte < known:
            known, at = 0, 0
        at += len(self.data[known:byte].decode("utf-8", errors="ignore"))
        self._known = (byte, at)
        return at

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.removeprefix(self.prefix)
        if self._skipped or local in _DRAWN:
            self._skipped += 1
            return
        node = Node(local, attributes, self.source, self._place(self.parser.CurrentByteIndex))
        if len(self._open) >= _DEEPEST:
            self._skipped = 1
            self.faults.append(Fault("SYN004", node.place, f"elements stand deeper in each other here than {_DEEPEST}"))
            return
        if self._open:
            self._open[-1].children.append(node)
        elif self.root is None:
            self.root = node
        self._open.append(node)

    def _end(self, name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._open.pop()

    def _characters(self, text: str) -> None:
        if self._open and not self._skipped:
            self._open[-1].words.append(text)

    def _refuse(self, *_: object) -> None:
        at = self._place(self.parser.CurrentByteIndex)
        at = max(self.source.text.rfind("<!DOCTYPE", 0, at + 9), 0)
        span = Span(self.source, at, min(at + 9, len(self.source.text)))
        help = "take it out: models are made of elements alone, and what a document type declares is never followed"
        self.faults.append(Fault("SYN003", span, f"`{self.source.path}` declares a document type", help))
        raise _Refused

    def _broken(self, error: expat.ExpatError) -> None:
        """The end of what can be read: where the text stops too early, where it stopped to be closed."""
        length = len(self.source.text)
        at = min(self._place(min(self.parser.ErrorByteIndex, len(self.data))), length)
        if self._open and at >= len(self.source.text.rstrip()):
            inner = self._open[-1]
            help = f"close it with `</{inner.name}>`; what stands in front of it is read"
            self.faults.append(Fault("SYN002", inner.place, f"this `<{inner.name}>` is never closed", help))
            return
        reason = expat.ErrorString(error.code)
        span = Span(self.source, at, min(at + 1, length))
        help = "what comes after it is not read: mend it, or export the model again"
        self.faults.append(Fault("SYN003", span, f"`{self.source.path}` stops to be XML here: {reason}", help))
