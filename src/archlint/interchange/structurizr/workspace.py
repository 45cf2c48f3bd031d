"""What a workspace states, whichever way it is written: its elements and relations, and the names given to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from archlint.diagnostics import Fault, Label
from archlint.interchange.structurizr.described import Described
from archlint.language.faults import Faults
from archlint.language.phrases import brief
from archlint.language.suggestions import did_you_mean, nearest
from archlint.source import Span

__all__ = ["DEPLOYED", "End", "Group", "Item", "Relation", "Workspace"]

DEPLOYED = (
    "deploymentEnvironment", "deploymentNode", "infrastructureNode", "softwareSystemInstance", "containerInstance",
)  # fmt: skip
"""The kinds of elements that say what runs where."""

_CANONICAL = {
    "person": "Person", "softwaresystem": "SoftwareSystem", "container": "Container", "component": "Component",
    "customelement": "Custom", "deploymentnode": "DeploymentNode", "infrastructurenode": "InfrastructureNode",
    "deploymentenvironment": "DeploymentEnvironment",
}  # fmt: skip
_MOST_ADVISED = 50
"""For how many names one that is like it is looked for: that takes long among many."""
_OUTERMOST = ("person", "softwareSystem")


@dataclass(eq=False, slots=True)
class Item(Described):
    """An element of a workspace; `path` is the identifier by which the text names it, with those of what it stands in
    where identifiers are hierarchical."""

    kind: str
    name: str
    place: Span
    parent: Item | None = None
    key: str = ""
    word: str = ""
    path: str = ""
    groups: tuple[str, ...] = ()
    external: bool = False
    instance_of: Item | None = None

    @property
    def canonical(self) -> str:
        """The name by which the format tells an element from all others, in lower case."""
        names, around = [self.name], self.parent
        while around is not None:
            names.append(around.name)
            around = around.parent
        separator = "/" if self.kind in DEPLOYED else "."
        return f"{_CANONICAL.get(self.kind.lower(), self.kind)}://{separator.join(reversed(names))}".lower()


class End(NamedTuple):
    """The name of one end of a relation, where it stands, and the element from within which it is said."""

    name: str
    place: Span
    around: Item | None = None


@dataclass(eq=False, slots=True)
class Relation(Described):
    """A relation between two elements, as it is written; an end that is named before it is declared is not known
    until the whole text is read."""

    source: Item | End
    target: Item | End
    place: Span


@dataclass(eq=False, slots=True)
class Group:
    """A group with a name of its own in the text, and what stands in it."""

    members: list[Item] = field(default_factory=list)


class Workspace:
    """The elements and relations of a workspace, in the order of its text.

    `whole` says that it is a workspace and no fragment of one, `full` that it has as many relations as it may;
    `unfollowed` are the places from which more of it would come, if anything were fetched or run.
    """

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.relations: list[Relation] = []
        self.identifiers: dict[str, Item | Relation | Group] = {}
        self.whole = False
        self.full = False
        self.hierarchical = False
        self.separator = ""
        self.enterprise = False
        self.internal: set[Item] = set()
        self.faults = Faults()
        self.unfollowed: list[Fault] = []
        self._unknown: list[str] = []

    @property
    def size(self) -> int:
        """How many elements and relations there are."""
        return len(self.items) + len(self.relations)

    def register(self, identifier: str, named: Item | Relation | Group) -> None:
        """Gives something its identifier; the first that takes one keeps it."""
        self.identifiers.setdefault(identifier.lower(), named)

    def enter(self, item: Item, identifier: str, path: str = "") -> None:
        """Takes in an element under its identifier, if it has one; `path` is the whole of it, where that is known."""
        self.items.append(item)
        around = item.parent.path if item.parent is not None else ""
        own = identifier.lower() or f"\0{len(self.items)}"
        item.word = identifier
        item.path = path.lower() or (f"{around}.{own}" if self.hierarchical and around else own)
        other = self.identifiers.get(item.path)
        if other is None:
            self.identifiers[item.path] = item
        elif isinstance(other, Item | Relation):
            message = f"`{brief(identifier, 200)}` names another element already"
            help = "give one of them another identifier: the first one keeps it"
            related = (Label(other.place, "the first one"),)
            self.faults.append(Fault("MOD005", item.place, message, help, related))

    def alias(self, identifier: str, named: Item | Relation) -> None:
        """Gives something one more identifier."""
        if identifier:
            self.register(identifier, named)

    def find(self, name: str, around: Item | None = None) -> Item | Relation | Group | None:
        """What an identifier names, seen from within an element; None where it names nothing."""
        if "://" in name:
            return self._canonical(name.lower())
        name = name.lower()
        while self.hierarchical and around is not None:
            found = self.identifiers.get(f"{around.path}.{name}")
            if found is not None:
                return found
            around = around.parent
        return self.identifiers.get(name)

    def element(self, name: str, around: Item | None = None) -> Item | None:
        """The element that an identifier names."""
        found = self.find(name, around)
        return found if isinstance(found, Item) else None

    def settle(self) -> None:
        """At the end of the text: relations get the ends that were declared after them, and without an end there is
        no relation; beside an enterprise all else is external."""
        for relation in self.relations:
            relation.source = self._settled(relation.source)
            relation.target = self._settled(relation.target)
        for item in self.items:
            item.external |= self.enterprise and item.kind in _OUTERMOST and item not in self.internal
        self.relations = [
            one for one in self.relations if isinstance(one.source, Item) and isinstance(one.target, Item)
        ]  # fmt: skip

    def _settled(self, end: Item | End) -> Item | End:
        if isinstance(end, Item):
            return end
        found = self.element(end.name, end.around)
        if found is None:
            self.unknown(end.name, end.place)
        return found or end

    def _canonical(self, name: str) -> Item | None:
        return next((item for item in self.items if item.canonical == name), None)

    def unknown(self, name: str, place: Span, what: str = "element") -> None:
        """Says that a name leads nowhere; where not all of the workspace can be read, it may lead there."""
        if self.unfollowed:
            self._unknown.append(name)
            return
        near = nearest(name, self._identifiers()) if len(self.faults) < _MOST_ADVISED else []
        message = f"there is no {what} `{brief(name, 200)}`"
        self.faults.append(Fault("MOD003", place, message, did_you_mean(near)))

    def _identifiers(self) -> Iterable[str]:
        return (name for name in self.identifiers if "\0" not in name)

    def unfollow(self, fault: Fault) -> None:
        """Notes that more would come from a place that is not followed."""
        self.unfollowed.append(fault)

    def told(self) -> Iterator[Fault]:
        """All that is wrong; where something is not followed, that stands for every name it may have declared."""
        yield from self.faults.told()
        for fault in self.unfollowed:
            yield fault._replace(message=fault.message + self._missed()) if fault is self.unfollowed[0] else fault

    def _missed(self) -> str:
        if not self._unknown:
            return ""
        names = list(dict.fromkeys(self._unknown))
        shown = ", ".join(f"`{brief(name, 60)}`" for name in names[:3]) + (", …" if len(names) > 3 else "")
        return f"; what nothing here declares is left out: {shown}"
