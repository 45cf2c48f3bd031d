"""Archi's own file, and the files that coArchi makes of it: one for each concept, in folders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from archlint.interchange.archimate import words
from archlint.interchange.archimate.kinds import DRAWINGS, ELEMENTS, RELATIONS, kind_of
from archlint.interchange.archimate.statements import Concept, Contents, Relation
from archlint.interchange.archimate.xml_tree import Node

__all__ = ["FOLDER_FILE", "Folders", "read_file", "read_fragment"]

FOLDER_FILE = "folder.xml"
"""What coArchi calls the file that says what a folder is."""

_ACCESS = {"": "Write", "0": "Write", "1": "Read", "2": "", "3": "ReadWrite"}
"""Archi states no type where it is the first of its list, which is to write."""

_MODEL_PARTS = frozenset(
    ("folder", "purpose", "documentation", "property", "properties", "profile", "profiles", "feature", "features")
)

Folders = Mapping[PurePath, str]
"""The names of coArchi's folders, by where they are."""


def read_file(root: Node) -> Contents:
    """What a whole model of Archi states."""
    contents = Contents()
    profiles = profiles_in(root)
    for node in root.children:
        if node.name not in _MODEL_PARTS:
            contents.faults.append(words.unknown_kind(node.name, node.place))
    waiting: list[tuple[Node, tuple[str, ...]]]
    waiting = [(node, ()) for node in reversed(list(root.all("folder")))]
    while waiting:
        folder, around = waiting.pop()
        groups = (*around, words.name(folder.get("name")))
        for node in folder.all("element"):
            _take(node, node.type, groups, profiles, contents)
        waiting += [(inner, groups) for inner in reversed(list(folder.all("folder")))]
    return contents


def read_fragment(root: Node, path: Path, folders: Folders, profiles: Mapping[str, str], contents: Contents) -> None:
    """Takes in what one of coArchi's files states."""
    if root.name not in ("Folder", "ArchimateModel", "model"):
        groups = tuple(_groups(path.parent, folders))
        _take(root, root.name, groups, profiles, contents)


def profiles_in(root: Node) -> dict[str, str]:
    """The names of the specialisations that a model declares, by their identifiers."""
    return {node.get("id"): words.name(node.get("name")) for node in root.all("profile", "profiles") if node.get("id")}


def _groups(folder: PurePath, folders: Folders) -> Iterator[str]:
    """The names of the folders around a file, the outermost first."""
    around = [folder, *folder.parents]
    yield from (folders[each] for each in reversed(around) if each in folders)


def _take(node: Node, type: str, groups: tuple[str, ...], profiles: Mapping[str, str], contents: Contents) -> None:
    kind, key = kind_of(type), contents.key_of(node.get("id"))
    known = contents.relations.get(key) or contents.concepts.get(key)
    if kind in DRAWINGS:
        return
    if kind not in ELEMENTS and kind not in RELATIONS:
        contents.unknown.add(key)
        contents.faults.append(words.unknown_kind(type, node.place))
    elif known:
        contents.faults.append(words.duplicate(key, node.place, known.place))
    elif kind in RELATIONS:
        contents.relations[key] = _relation(key, node, kind, groups, profiles)
    else:
        contents.concepts[key] = Concept(
            key, kind, words.name(node.get("name")), node.place, _documentation(node), _properties(node),
            _tags(node, profiles), groups,
        )  # fmt: skip


def _relation(key: str, node: Node, kind: str, groups: tuple[str, ...], profiles: Mapping[str, str]) -> Relation:
    access = _ACCESS.get(node.get("accessType"), "") if kind == "Access" else ""
    return Relation(
        key, kind, _end(node, "source"), _end(node, "target"), words.name(node.get("name")), node.place,
        _documentation(node), _properties(node), _tags(node, profiles), groups, access,
    )  # fmt: skip


def _end(node: Node, name: str) -> str:
    """The identifier of an end: an attribute, or what coArchi's part of that name leads to."""
    return node.get(name) or next((part.get("href").rpartition("#")[2] for part in node.all(name)), "")


def _documentation(node: Node) -> str:
    return words.documentation(node.get("documentation") or node.first("documentation"))


def _properties(node: Node) -> dict[str, str]:
    return words.properties((part.get("key"), part.get("value")) for part in node.all("property", "properties"))


def _tags(node: Node, profiles: Mapping[str, str]) -> tuple[str, ...]:
    named = node.get("profiles").split() + [part.get("href").rpartition("#")[2] for part in node.all("profiles")]
    return tuple(profiles[key] for key in named if profiles.get(key))
