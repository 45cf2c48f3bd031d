"""The names of a CALM document: they mean something in it and in the details of its nodes."""

from __future__ import annotations

from dataclasses import dataclass, field

from archlint.diagnostics import Fault, Label
from archlint.interchange.json_places import Node
from archlint.language.faults import Faults
from archlint.language.phrases import brief
from archlint.language.suggestions import did_you_mean, nearest
from archlint.source import Span

__all__ = ["Scope"]

_MOST_ADVISED = 50
"""After so many faults nobody is helped by what each name may have meant."""


@dataclass
class Scope:
    """The nodes, interfaces and relationships of a document by their `unique-id`; `around` is the document in whose
    details it stands. A key is the name within all documents. What a broken document lacks may have been lost."""

    name: str
    faults: Faults
    broken: bool = False
    around: Scope | None = None
    nodes: dict[str, tuple[str, Node]] = field(default_factory=dict)
    interfaces: dict[str, dict[str, str]] = field(default_factory=dict)
    relationships: set[str] = field(default_factory=set)

    def declare(self, id: Node) -> str | None:
        """The key of a node; None where the node is known already, and then that is said unless the node stands in
        the document around, which details may name again."""
        if id.text in self.nodes:
            label = Label(self.nodes[id.text][1].span, "declared here first")
            help = "give each node of a document a `unique-id` of its own"
            message = f"a node `{brief(id.text, 200)}` is declared already"
            self.faults.append(Fault("MOD005", id.span, message, help, (label,)))
            return None
        if self.around is not None and self.around.find(id.text) is not None:
            return None
        key = f"{self.name}/{id.text}"
        self.nodes[id.text] = (key, id)
        return key

    def find(self, id: str) -> str | None:
        """The key of a node, looked for here and around."""
        found = self.nodes.get(id)
        if found is not None:
            return found[0]
        return self.around.find(id) if self.around else None

    def resolve(self, id: Node) -> str | None:
        """The key of the node that a reference means; says so where it means none."""
        found = self.find(id.text)
        if found is None:
            self._dangles("node", id, self.nodes)
        return found

    def interface(self, key: str, id: Node) -> str | None:
        """The key of the interface of a node that a reference means; says so where it means none."""
        known = self._interfaces_of(key)
        if id.text not in known:
            self._dangles("interface of that node", id, known)
        return known.get(id.text)

    def _interfaces_of(self, key: str) -> dict[str, str]:
        found = self.interfaces.get(key)
        if found is None and self.around is not None:
            return self.around._interfaces_of(key)
        return found or {}

    def relationship(self, id: Node) -> None:
        """Says so where no relationship has the name that a flow follows."""
        around: Scope | None = self
        while around is not None and id.text not in around.relationships:
            around = around.around
        if around is None:
            self._dangles("relationship", id, self.relationships)

    def lacks(self, span: Span, message: str, help: str) -> None:
        """Says that something is not there which has to be, unless the end of the text is not there either."""
        if not self.broken:
            self.faults.append(Fault("MOD002", span, message, help))

    def _dangles(self, what: str, id: Node, known: dict[str, str] | dict[str, tuple[str, Node]] | set[str]) -> None:
        if not id.text:
            self.lacks(id.span, f"the `unique-id` of a {what} is needed here", "write it in quotes")
            return
        near = nearest(id.text, known) if len(self.faults) < _MOST_ADVISED else []
        message = f"there is no {what} with the `unique-id` `{brief(id.text, 200)}`"
        self.faults.append(Fault("MOD003", id.span, message, did_you_mean(near)))
