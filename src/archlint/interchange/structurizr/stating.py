"""What workspaces state, as a foreign model: elements become things, relations become links."""

from __future__ import annotations

from collections.abc import Iterable

from archlint.interchange.foreign import Foreign, Link, Thing
from archlint.interchange.structurizr.workspace import DEPLOYED, Item, Relation, Workspace

__all__ = ["stated"]


def stated(workspaces: Iterable[Workspace]) -> Foreign:
    """The model in some workspaces; what two of them take from one place is one element, and one relation."""
    foreign = Foreign("structurizr")
    seen: set[object] = set()
    for workspace in workspaces:
        _name(workspace.items)
        for item in workspace.items:
            if item.key not in seen:
                seen.add(item.key)
                foreign.things.append(_thing(item, workspace.separator))
                foreign.links += _runs_on(item)
        for relation in workspace.relations:
            link = _link(relation)
            identity = (link.place.order, link.source, link.target)
            if identity not in seen:
                seen.add(identity)
                foreign.links.append(link)
    return foreign


def _name(items: Iterable[Item]) -> None:
    """Gives keys: where an element stands and what it is called, for one place may be included several times."""
    taken: dict[str, int] = {}
    for item in items:
        key = f"{item.place.source.path}:{item.place.start}:{item.name}"
        taken[key] = taken.get(key, 0) + 1
        item.key = f"{key}:{taken[key]}"


def _thing(item: Item, separator: str) -> Thing:
    groups = tuple(separator.join(item.groups).split(separator)) if separator and item.groups else item.groups
    kept = _environment(item) | ({"group": " / ".join(groups)} if groups else {})
    return Thing(
        item.key, item.kind, item.name, item.place, item.word,
        parent=item.parent.key if item.parent else None,
        description=item.description, technology=item.technology, link=item.url, tags=tuple(dict.fromkeys(item.tags)),
        groups=groups, properties=kept | item.properties, external=item.external,
    )  # fmt: skip


def _link(relation: Relation) -> Link:
    source, target = relation.source, relation.target
    assert isinstance(source, Item)
    assert isinstance(target, Item)
    runs = source.kind in DEPLOYED or target.kind in DEPLOYED
    kind = "deployedRelationship" if runs else "relationship"
    return Link(
        source.key, target.key, kind, relation.place, description=relation.description,
        technology=relation.technology, tags=tuple(dict.fromkeys(relation.tags)), properties=relation.properties,
    )  # fmt: skip


def _runs_on(item: Item) -> list[Link]:
    """That what an instance is of runs on the node in which the instance stands."""
    if item.instance_of is None or item.parent is None or item.parent.kind not in DEPLOYED:
        return []
    properties = _environment(item) | item.properties
    return [Link(item.instance_of.key, item.parent.key, item.kind, item.place, properties=properties)]


def _environment(item: Item) -> dict[str, str]:
    """The environment in which something runs, as a property by which a table can choose."""
    around = item.parent
    while around is not None and around.kind != "deploymentEnvironment":
        around = around.parent
    return {"environment": around.name} if around is not None else {}
