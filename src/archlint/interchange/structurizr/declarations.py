"""Statements that declare elements, instances and groups."""

from __future__ import annotations

from collections.abc import Sequence

from archlint.diagnostics import Fault
from archlint.interchange.structurizr.archetypes import ELEMENTS, INSTANCES, Archetype
from archlint.interchange.structurizr.scope import Line, Scope
from archlint.interchange.structurizr.text import Word
from archlint.interchange.structurizr.workspace import DEPLOYED, Group, Item, Relation, Workspace

__all__ = ["deployed", "element", "group", "instance"]

_NESTED = ("container", "component", *DEPLOYED)


def element(line: Line, archetype: Archetype, scope: Scope, workspace: Workspace) -> Item:
    """The element that a statement declares; it begins with what its archetype states."""
    shape = ELEMENTS[archetype.base]
    name = line.get(1)
    if not name:
        help = f'the statement reads `{shape.kind} "name"`'
        workspace.faults.append(Fault("SYN001", line.place, f"this `{line.words[0].text}` has no name", help))
    parent = scope.around if shape.kind in _NESTED else None
    item = Item(shape.kind, name or "unnamed", line.place, parent)
    item.begin_as(archetype)
    for slot, word in zip(shape.slots, line.words[2:], strict=False):
        _fill(item, slot, word)
    _surplus(line, line.words[2 + len(shape.slots) :], workspace)
    _enter(item, line, scope, workspace)
    return item


def _fill(item: Item, slot: str, word: Word) -> None:
    if slot == "tags":
        item.tag(word.text)
    elif slot in ("description", "technology"):
        setattr(item, slot, word.text)
    elif word.text:
        item.properties[slot] = word.text


def _surplus(line: Line, words: Sequence[Word], workspace: Workspace) -> None:
    if words:
        message = f"`{line.words[0].text}` takes no more words than those before this one"
        help = "put a text of several words in quotes, and a block on lines of its own"
        workspace.faults.append(Fault("SYN001", line.at(words[0]), message, help))


def _enter(item: Item, line: Line, scope: Scope, workspace: Workspace) -> None:
    item.groups = tuple(name for name, _ in scope.groups)
    for _, around in scope.groups:
        around.members.append(item)
    workspace.enter(item, line.identifier)


def instance(line: Line, scope: Scope, workspace: Workspace) -> Item | None:
    """The instance of a software system or a container that a statement puts where it stands."""
    name = line.get(1)
    known = workspace.element(name, scope.around) if name else None
    if known is None:
        workspace.unknown(name, line.at(line.words[-1]))
        return None
    kind = INSTANCES[line.key] or ("containerInstance" if known.kind == "container" else "softwareSystemInstance")
    item = Item(kind, known.name, line.place, scope.around, instance_of=known)
    item.tag(line.get(3))
    _enter(item, line, scope, workspace)
    return item


def group(line: Line, scope: Scope, workspace: Workspace) -> tuple[str, Group] | None:
    """The group that a statement opens, with its name; in an element it may be a fact, and then there is none."""
    name, made = line.get(1), Group()
    if line.identifier:
        workspace.register(line.identifier, made)
    if line.statement.block is not None:
        return name, made
    for target in scope.targets:
        if isinstance(target, Item):
            target.groups = (*target.groups, name)
    if not scope.targets:
        help = 'the statement reads `group "name" {`, with what stands in the group in its block'
        workspace.faults.append(Fault("SYN001", line.place, "this group has no block", help))
    return None


def deployed(item: Item | Relation | None) -> bool:
    """Whether an element says what runs where."""
    return isinstance(item, Item) and item.kind in DEPLOYED
