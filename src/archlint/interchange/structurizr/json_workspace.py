"""A workspace in JSON: the same elements and relations as in the DSL that it was made from."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from itertools import chain

from archlint.diagnostics import Fault, Label
from archlint.interchange.json_places import JsonError, Node, json_tree
from archlint.interchange.structurizr.facts import perspective
from archlint.interchange.structurizr.workspace import Item, Relation, Workspace
from archlint.language.phrases import brief
from archlint.source import SourceFile, Span

__all__ = ["read_json"]

_IDENTIFIER = "structurizr.dsl.identifier"
_MADE_UP = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ASSIGNED = re.compile(r"^[^\S\n]*([\w.-]+)[^\S\n]+=[^\S\n]", re.MULTILINE)
_OWN_TAGS = frozenset((
    "Element", "Person", "Software System", "Container", "Component", "Deployment Node", "Infrastructure Node",
    "Software System Instance", "Container Instance", "Relationship",
))  # fmt: skip
"""The tags that the format gives to everything of a kind."""

_PARTS = (
    ("people", "person"), ("softwareSystems", "softwareSystem"), ("customElements", "customElement"),
    ("containers", "container"), ("components", "component"), ("deploymentNodes", "deploymentNode"),
    ("children", "deploymentNode"), ("infrastructureNodes", "infrastructureNode"),
    ("softwareSystemInstances", "softwareSystemInstance"), ("containerInstances", "containerInstance"),
)  # fmt: skip
"""The lists of elements, and the kind of those in each."""

_INSTANCE_OF = {"softwareSystemInstance": "softwareSystemId", "containerInstance": "containerId"}


def read_json(source: SourceFile, workspace: Workspace) -> None:
    """Takes a workspace in JSON into a workspace; mistakes are faults."""
    workspace.whole = True
    try:
        root = json_tree(source)
    except JsonError as error:
        help = "the rest of this file cannot be read"
        workspace.faults.append(Fault("SYN001", error.span, str(error), help))
        return
    if root.get("ciphertext") and not root.get("model"):
        help = "give the workspace as it was before it was encrypted"
        workspace.faults.append(Fault("SYN003", _first(root), f"`{source.path}` is encrypted", help))
        return
    _Json(workspace, _spelt(root)).read(root.get("model"))


def _first(node: Node) -> Span:
    return Span(node.span.source, node.span.start, node.span.start + 1)


def _spelt(root: Node) -> Mapping[str, str]:
    """The identifiers as the DSL that stands in the JSON writes them: elsewhere they are in lower case."""
    try:
        written = base64.b64decode(root.get("properties").get("structurizr.dsl").text, validate=True)
        text = written.decode()
    except (binascii.Error, ValueError):
        return {}
    return {name.lower(): name for name in _ASSIGNED.findall(text)}


class _Json:
    def __init__(self, workspace: Workspace, spelt: Mapping[str, str]) -> None:
        self.workspace = workspace
        self.spelt = spelt
        self.known: dict[str, Item] = {}
        self.separator = ""
        self._relations: list[tuple[Item, Node]] = []
        self._instances: list[tuple[Item, Node]] = []
        self._environments: dict[str, Item] = {}

    def read(self, model: Node) -> None:
        """Takes in all that the model holds."""
        self.separator = model.get("properties").get("structurizr.groupSeparator").text
        self.workspace.separator = self.separator or self.workspace.separator
        self.workspace.hierarchical |= self._hierarchical(model)
        self._parts(model, None)
        for item, node in self._instances:
            item.instance_of = self._of(node, _INSTANCE_OF[item.kind])
            item.name = item.instance_of.name if item.instance_of else item.name
        written = {node.get("id").text for _, node in self._relations}
        for item, node in self._relations:
            if node.get("linkedRelationshipId").text not in written:
                self._relation(item, node)

    def _hierarchical(self, model: Node) -> bool:
        """Whether the identifiers are paths."""
        return any(
            "." in part.get("properties").get(_IDENTIFIER).text
            for system in model.get("softwareSystems")
            for part in system.get("containers")
        )

    def _parts(self, node: Node, parent: Item | None) -> None:
        for name, kind in _PARTS:
            for inner in node.get(name):
                if not inner.fields:
                    help = "an element is an object with an id and a name"
                    self.workspace.faults.append(Fault("SYN001", inner.span, f"this is no element of `{name}`", help))
                    continue
                around = self._environment(inner) if kind == "deploymentNode" and parent is None else parent
                item = self._item(inner, kind, around)
                self._parts(inner, item)

    def _environment(self, node: Node) -> Item:
        """The environment of an outermost node, which JSON states at each of them."""
        name = node.get("environment").text or "Default"
        if name not in self._environments:
            item = Item("deploymentEnvironment", name, _place(node, "environment"))
            self._environments[name] = item
            self.workspace.enter(item, "")
        return self._environments[name]

    def _item(self, node: Node, kind: str, parent: Item | None) -> Item:
        item = Item(kind, node.get("name").text or "unnamed", _place(node, "name"), parent)
        item.description, item.technology = node.get("description").text, node.get("technology").text
        item.url = node.get("url").text
        item.tags = _tags(node)
        item.properties = _properties(node)
        item.external = node.get("location").text == "External"
        item.groups = tuple(node.get("group").text.split(self.separator or "\0")) if node.get("group").text else ()
        for name in ("metadata", "instances"):
            if node.get(name).text not in ("", "1"):
                item.properties[name] = node.get(name).text
        self._enter(item, node)
        return item

    def _enter(self, item: Item, node: Node) -> None:
        """Takes in an element under its identifier and its number."""
        identifier = node.get("properties").get(_IDENTIFIER).text
        word = identifier.rpartition(".")[2]
        word = "" if _MADE_UP.fullmatch(word) else self.spelt.get(word, word)
        self.workspace.enter(item, word, identifier)
        number = node.get("id").text
        if number and number in self.known:
            message, help = f"two elements have the id `{brief(number, 200)}`", "relations lead to the first one"
            related = (Label(self.known[number].place, "the first one"),)
            self.workspace.faults.append(Fault("MOD005", item.place, message, help, related))
        else:
            self.known[number] = item
        self._relations += [(item, relation) for relation in node.get("relationships")]
        if item.kind in _INSTANCE_OF:
            self._instances.append((item, node))

    def _of(self, node: Node, field: str) -> Item | None:
        """The element that a field names by its number."""
        number = node.get(field)
        found = self.known.get(number.text)
        if found is None:
            message = f"there is no element with the id `{brief(number.text, 200)}`"
            help = "what leads to it is ignored"
            self.workspace.faults.append(Fault("MOD003", _place(node, field), message, help))
        return found

    def _relation(self, source: Item, node: Node) -> None:
        target = self._of(node, "destinationId")
        if target is None:
            return
        place = _place(node, "description") if node.get("description").text else _place(node, "destinationId")
        made = Relation(source, target, place)
        made.description, made.technology = node.get("description").text, node.get("technology").text
        made.tags, made.properties = _tags(node), _properties(node)
        if node.get("interactionStyle").text == "Synchronous":  # its tag is the format's own, not the author's
            made.tags = [tag for tag in made.tags if tag != "Synchronous"]
        made.url = node.get("url").text
        self.workspace.relations.append(made)
        identifier = node.get("properties").get(_IDENTIFIER).text
        if identifier and not _MADE_UP.fullmatch(identifier):
            self.workspace.register(identifier, made)


def _place(node: Node, field: str) -> Span:
    """The place of a field; where there is none, that of the brace that opens the object."""
    found = node.fields.get(field)
    return found.span if found is not None and found.text else _first(node)


def _tags(node: Node) -> list[str]:
    tags = (tag.strip() for tag in node.get("tags").text.split(","))
    return [tag for tag in tags if tag and tag not in _OWN_TAGS]


def _properties(node: Node) -> dict[str, str]:
    fields = node.get("properties").fields.items()
    stated = ((name, value.text) for name, value in fields if name != _IDENTIFIER)
    told = (
        (f"perspective {one.get('name').text}", perspective(one.get("description").text, one.get("value").text))
        for one in node.get("perspectives")
    )
    return dict(chain(stated, told))
