"""From entities to things and links: every relation once, from whichever side it is stated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from archlint.interchange.backstage.catalogue import Catalogue
from archlint.interchange.backstage.directory import ANNOTATION, Directory, keepsakes, stated
from archlint.interchange.backstage.entity import Entity, text_of
from archlint.interchange.foreign import Foreign, Link, Thing
from archlint.interchange.json_places import Node
from archlint.interchange.keepsakes import DERIVED

__all__ = ["foreign_of"]

_FIELDS = {
    "dependsOn": ("", "dependsOn", False),
    "dependencyOf": ("", "dependsOn", True),
    "providesApis": ("API", "providesApis", False),
    "consumesApis": ("API", "consumesApis", False),
    "owner": ("Group", "owner", False),
    "subcomponentOf": ("Component", "part-of", False),
    "system": ("System", "part-of", False),
    "domain": ("Domain", "part-of", False),
    "subdomainOf": ("Domain", "part-of", False),
    "parent": ("Group", "part-of", False),
    "children": ("Group", "part-of", True),
}
"""The fields of a `spec` that refer to others: the kind that they may leave out, the relation, and whether the one
referred to is the one who has it."""
_EXPORTED = {
    "dependsOn": ("dependsOn", False), "dependencyOf": ("dependsOn", True), "providesApi": ("providesApis", False),
    "apiProvidedBy": ("providesApis", True), "consumesApi": ("consumesApis", False),
    "apiConsumedBy": ("consumesApis", True), "ownedBy": ("owner", False), "ownerOf": ("owner", True),
    "partOf": ("part-of", False), "hasPart": ("part-of", True), "childOf": ("part-of", False),
    "parentOf": ("part-of", True),
}  # fmt: skip
"""The relations that an exported catalogue adds."""
_NEARNESS = ("component", "resource", "api", "system", "domain", "group")
"""Of several things that something is part of, the one in which it stands has the kind that comes first."""
_PHASES = {"production": "live", "deprecated": "retiring"}
"""The lifecycles that say which phase a system is in; an experiment may be in any before."""
_MOST_AROUND = 20


def foreign_of(catalogue: Catalogue) -> Foreign:
    """The model that the entities of a catalogue make."""
    directory = Directory(catalogue.entities)
    relations = _Relations(catalogue.entities, directory)
    foreign = Foreign("backstage", relations.things(), relations.links(), files=catalogue.files)
    foreign.things += directory.known_by_name()
    for fault in directory.faults():
        catalogue.faults.append(fault)
    foreign.faults = catalogue.faults.told()
    return foreign


class _Relations:
    """What the entities say of each other: `found` by kind of relation, from one key to others with their places."""

    def __init__(self, entities: dict[str, Entity], directory: Directory) -> None:
        self._entities = entities
        self._directory = directory
        self._found: dict[str, dict[str, dict[str, Node]]] = defaultdict(lambda: defaultdict(dict))
        for entity in entities.values():
            self._read(entity)
        self._settle_apis()
        self._parents = {key: self._nearest(around) for key, around in self._found["part-of"].items()}
        self._owning = {other for others in self._found["owner"].values() for other in others}

    def _read(self, entity: Entity) -> None:
        for field, (kind, relation, reverse) in _FIELDS.items():
            if field in entity.spec.fields:
                for node in entity.all(field):
                    self._add(entity, relation, node, kind, reverse=reverse)
        around = entity.metadata.get("annotations").fields.get(f"{ANNOTATION}parent")
        if around is not None:
            self._add(entity, "part-of", around, "", reverse=False)
        for type, node in entity.relations():
            if type in _EXPORTED:
                relation, reverse = _EXPORTED[type]
                self._add(entity, relation, node, "", reverse=reverse)

    def _add(self, entity: Entity, relation: str, node: Node, kind: str, *, reverse: bool) -> None:
        needed = relation in ("owner", "part-of") and not reverse
        other = self._directory.find(entity, node, kind, needed=needed)
        if other is not None and other != entity.key:
            one, other = (other, entity.key) if reverse else (entity.key, other)
            self._found[relation][one].setdefault(other, node)

    def _settle_apis(self) -> None:
        """An API that exactly one component provides is a way into that component."""
        providers: dict[str, list[str]] = defaultdict(list)
        for one, apis in self._found["providesApis"].items():
            for api in apis:
                providers[api].append(one)
        for api, found in providers.items():
            if len(found) == 1:
                self._found["part-of"][api][found[0]] = self._found["providesApis"][found[0]].pop(api)

    def _nearest(self, around: dict[str, Node]) -> str:
        return min(around, key=lambda key: _rank(key.partition(":")[0]))

    def things(self) -> list[Thing]:
        """The entities."""
        return [self._thing(entity) for entity in self._entities.values()]

    def _thing(self, entity: Entity) -> Thing:
        key, spec = entity.key, entity.spec
        lifecycle, links = text_of(spec.get("lifecycle")).casefold(), entity.metadata.get("links").items
        return Thing(
            key, entity.kind, _title(entity), entity.place, entity.name, self._parents.get(key),
            next(iter(self._found["owner"][key]), None) if key in self._found["owner"] else None,
            description=text_of(entity.metadata.get("description")),
            technology=text_of(spec.get("type")) if entity.kind.casefold() == "api" else "",
            link=text_of(links[0].get("url")) if links else "",
            tags=tuple(tag for node in entity.metadata.get("tags") if (tag := text_of(node))),
            groups=self._around(key), properties=stated(entity, owns=key in self._owning),
            phase=_PHASES.get(lifecycle, ""),
        )  # fmt: skip

    def _around(self, key: str) -> tuple[str, ...]:
        """The systems and domains in which an entity stands, the outermost first."""
        names: list[str] = []
        around = self._parents.get(key)
        for _ in range(_MOST_AROUND):
            entity = self._entities.get(around or "")
            if entity is None:
                break
            if entity.kind.casefold() in ("system", "domain"):
                names.insert(0, entity.name)
            around = self._parents.get(entity.key)
        return tuple(names)

    def links(self) -> list[Link]:
        """The relations that are more than where something stands and whose it is."""
        return list(self._links())

    def _links(self) -> Iterator[Link]:
        for kind in ("dependsOn", "consumesApis", "providesApis"):
            for one, others in self._found[kind].items():
                for other, node in others.items():
                    kept = keepsakes(self._entities[one].metadata.get("annotations")) if one in self._entities else {}
                    yield Link(one, other, kind, node.span, properties={DERIVED: "yes"} if kept else {})


def _rank(kind: str) -> int:
    return _NEARNESS.index(kind) if kind in _NEARNESS else len(_NEARNESS)


def _title(entity: Entity) -> str:
    shown = text_of(entity.spec.get("profile").get("displayName"))
    return shown or text_of(entity.metadata.get("title")) or entity.name
