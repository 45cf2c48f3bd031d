"""The documents of CALM: which are architectures, which timelines, and which are neither."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from archlint.diagnostics import Fault
from archlint.interchange.calm.architecture import Architecture, Document
from archlint.interchange.calm.scope import Scope
from archlint.interchange.calm.timeline import add_timeline
from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.json_places import Node, json_read
from archlint.language.faults import Faults
from archlint.language.phrases import brief
from archlint.language.reader import decode, real, shown
from archlint.source import SourceFile, Span

__all__ = ["Documents"]

_DEEPEST = 24
"""How many documents may stand in the details of each other."""
_LOSING = ("SYN", "MOD001", "MOD002", "MOD003", "MOD007")
"""The faults after which something is missing that a document states."""
_SCHEMA_WORDS = ("properties", "allOf", "anyOf", "oneOf", "$defs", "defs", "definitions", "prefixItems")


class Documents:
    """Reads documents, each file once, and puts together what they state."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._faults = Faults()
        self._read: dict[Path, Document | None] = {}
        self._used: set[Path] = set()
        self._here: set[Path] = set()

    def read(self, inputs: Sequence[tuple[Path, bytes]]) -> Foreign:
        """What the documents state; one that another names is read where that names it, and not once more."""
        documents = [found for path, content in inputs if (found := self._parsed(path, decode(shown(path), content)))]
        named = {real(document.path.parent / name) for document in documents for name in _named_in(document.root)}
        documents.sort(key=lambda document: (not _moments(document), real(document.path) in named))
        foreign = Foreign("calm")
        for number, document in enumerate(documents):
            if real(document.path) not in self._used:
                self._add(document, str(number), foreign)
        foreign.faults = self._faults.told()
        foreign.files = [document.root.span.source for document in self._read.values() if document]
        foreign.partial = any(fault.code.startswith(_LOSING) for fault in foreign.faults)
        return foreign

    def _add(self, document: Document, name: str, foreign: Foreign) -> None:
        if _moments(document):
            self._used.add(real(document.path))
            self._used |= {real(document.path.parent / name) for name in _named_in(document.root)}
            add_timeline(document, foreign, self._faults, lambda moment: self._moment(moment, document, name))
        elif self._is_architecture(document):
            architecture = self._architecture(document, name)
            foreign.things += architecture.things.values()
            foreign.links += architecture.links

    def _moment(self, moment: Node, timeline: Document, name: str) -> Architecture | None:
        """The architecture of a moment: one that it names, or what stands in it."""
        self._here = set()
        named = moment.get("details").get("detailed-architecture")
        if not named.text and not moment.get("details").get("nodes"):
            help = 'name one in its `details` as `"detailed-architecture"`'
            self._faults.append(Fault("MOD002", _head(moment), "this moment has no architecture", help))
            return None
        document = self.opened(named, timeline) if named.text else timeline._replace(root=moment.get("details"))
        return None if document is None else self._architecture(document, name)

    def _architecture(self, document: Document, name: str) -> Architecture:
        place = real(document.path)
        self._here = {place}
        self._used.add(place)
        architecture = Architecture()
        architecture.add(document, Scope(name, self._faults, document.broken), self.opened)
        return architecture

    def _parsed(self, path: Path, source: SourceFile | Fault) -> Document | None:
        place = real(path)
        if place not in self._read:
            self._read[place] = None
            if isinstance(source, Fault):
                self._faults.append(source)
            else:
                root, faults = json_read(source)
                for fault in faults:
                    self._faults.append(fault)
                self._read[place] = Document(path, root, broken=bool(faults))
        return self._read[place]

    def opened(self, named: Node, around: Document) -> Document | None:
        """The document that a reference means; None where it leads nowhere, and that is said, and None for one that
        stands in this architecture already."""
        if "://" in named.text:
            message = f"`{brief(named.text, 200)}` is an address, and addresses are never fetched"
            help = "keep a copy beside this file, and name that"
            self._faults.append(Fault("MOD007", named.span, message, help))
            return None
        path = around.path.parent / named.text
        place = real(path)
        if place in self._here:
            return None
        self._here.add(place)
        if len(around.chain) >= _DEEPEST:
            self._faults.append(Fault("SYN004", named.span, "details are nested too deep here", ""))
            return None
        found = self._found(path, named)
        return found._replace(chain=(*around.chain, place)) if found else None

    def _found(self, path: Path, named: Node) -> Document | None:
        place = real(path)
        if place not in self._read:
            source = self._project.text(path, named.span)
            if isinstance(source, Fault) and source.code == "MOD007":
                self._faults.append(source)
                return None
            self._parsed(path, source)
        document = self._read[place]
        self._used.add(place)
        return document if document and self._is_architecture(document) else None

    def _is_architecture(self, document: Document) -> bool:
        """Whether a document states an architecture; says what it is where it does not."""
        root = document.root
        if "nodes" in root.fields or "relationships" in root.fields:
            return True
        broken = any(fault.span.source is root.span.source for fault in self._faults)
        if not broken or _schema_word(root):
            self._faults.append(_refusal(root))
        return False


def _refusal(root: Node) -> Fault:
    """Why a document is not read."""
    word = _schema_word(root)
    if word is None:
        help = "an architecture has `nodes` and `relationships`"
        return Fault("SYN003", _head(root), "this CALM document states no architecture", help)
    message = "this is a CALM pattern: it says what architectures have to look like, and is none itself"
    return Fault("SYN003", _head(root.fields[word]), message, "check an architecture that was made from it")


def _schema_word(root: Node) -> str | None:
    """The word by which a document is a schema."""
    return next((word for word in _SCHEMA_WORDS if word in root.fields), None)


def _moments(document: Document) -> list[Node]:
    return document.root.get("moments").items


def _head(node: Node) -> Span:
    return node.span._replace(end=min(node.span.start + 1, node.span.end))


def _named_in(node: Node) -> Iterator[str]:
    """The documents that the details of nodes and moments name."""
    for word in ("nodes", "moments"):
        for inner in node.get(word):
            details = inner.get("details")
            if details.get("detailed-architecture").text:
                yield details.get("detailed-architecture").text
            yield from _named_in(details)
