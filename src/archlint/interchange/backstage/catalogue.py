"""The entities of a catalogue: from files, and from files that locations name."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from archlint.diagnostics import Fault, Label
from archlint.interchange.backstage.entity import Entity, text_of
from archlint.interchange.files import Project
from archlint.interchange.json_places import Node
from archlint.interchange.yaml_places import yaml_documents
from archlint.language.faults import Faults
from archlint.language.phrases import brief
from archlint.language.reader import decode, real, shown
from archlint.source import SourceFile

__all__ = ["Catalogue"]

_ADDRESS = re.compile(r"[A-Za-z][\w+.-]+:")
_OWN_KINDS = frozenset(
    ("component", "api", "resource", "system", "domain", "group", "user", "location", "template")
)  # fmt: skip
_HELP = "an entity has `apiVersion`, `kind` and `metadata` with a `name`"


class Catalogue:
    """Entities by their keys, in the order in which they were read; mistakes are faults."""

    def __init__(self, project: Project) -> None:
        self.entities: dict[str, Entity] = {}
        self.faults = Faults()
        self.files: list[SourceFile] = []
        self._project = project
        self._seen: set[Path] = set()
        self._waiting: deque[tuple[Entity, Path]] = deque()

    def read(self, inputs: Sequence[tuple[Path, bytes]]) -> None:
        """Takes in files, and then the files that locations name, each once."""
        self._seen |= {real(path) for path, _ in inputs}
        for path, content in inputs:
            self._take(path, decode(shown(path), content))
        while self._waiting:
            self._follow(*self._waiting.popleft())

    def _take(self, path: Path, source: SourceFile | Fault) -> None:
        if isinstance(source, Fault):
            self.faults.append(source)
            return
        self.files.append(source)
        for document in yaml_documents(source, self.faults):
            for root in document.items or [document]:
                entity = self._entity(root)
                if entity is not None and entity.kind.casefold() == "location":
                    self._waiting.append((entity, path))

    def _entity(self, root: Node) -> Entity | None:
        """The entity of a document; None, and that is said, where it is none."""
        if root.value is None and not root.fields and not root.items:
            return None
        entity = Entity.of(root)
        if not entity.kind or not entity.name:
            self._incomplete(entity)
            return None
        known = self.entities.get(entity.key)
        if known is not None:
            label = Label(known.place, "declared here first")
            message = f"{entity.kind} `{brief(entity.namespace)}/{brief(entity.name, 200)}` is declared already"
            help = "give it another name or namespace, or remove it: the first counts"
            self.faults.append(Fault("MOD005", entity.place, message, help, (label,)))
            return None
        self.entities[entity.key] = entity
        return entity

    def _incomplete(self, entity: Entity) -> None:
        """Says what an entity lacks; what is not Backstage's may lack whatever it likes."""
        version = text_of(entity.root.get("apiVersion"))
        if version and "backstage.io/" not in version and entity.kind.casefold() not in _OWN_KINDS:
            return
        lacks = "kind" if not entity.kind else "name"
        message = f"this entity has no `{lacks}`" if entity.root.fields else "this is no entity"
        self.faults.append(Fault("MOD002", entity.place, message, _HELP))

    def _follow(self, location: Entity, path: Path) -> None:
        optional = text_of(location.spec.get("presence")) == "optional"
        for target in [*location.all("target"), *location.all("targets")]:
            name = text_of(target)
            if "{{" in name or not name:
                continue
            if _ADDRESS.match(name):
                message = f"`{brief(name, 200)}` is an address, and addresses are never fetched"
                self.faults.append(Fault("MOD007", target.span, message, "give a copy of what is there too"))
                continue
            for file in self._meant(path.parent, name, target):
                self._open(file, target, optional=optional)

    def _open(self, path: Path, target: Node, *, optional: bool) -> None:
        if real(path) in self._seen:
            return
        self._seen.add(real(path))
        found = self._project.text(path, target.span)
        if isinstance(found, Fault) and optional and self._project.outside(path, target.span) is None:
            return
        self._take(path, found)

    def _meant(self, folder: Path, name: str, target: Node) -> Iterator[Path]:
        """The files that a target means: one, or those that fit a pattern."""
        if not any(char in name for char in "*?["):
            yield folder / name
            return
        pattern = PurePosixPath(name)
        if pattern.is_absolute() or ".." in pattern.parts:
            message = f"`{brief(name, 200)}` leads out of the folder in which it stands"
            self.faults.append(Fault("MOD007", target.span, message, "a pattern is looked for below its own file"))
            return
        fixed = next(number for number, part in enumerate(pattern.parts) if any(char in part for char in "*?["))
        start = folder.joinpath(*pattern.parts[:fixed])
        for path in self._project.below(start):
            if _fits(path.relative_to(start).parts, pattern.parts[fixed:]):
                yield path


def _fits(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether the names of a path fit a pattern, in which `**` stands for any number of them."""
    reached = {0}
    for part in parts:
        reached = _beyond(reached, pattern)
        ahead = {at for at in reached if at < len(pattern)}
        reached = {at if pattern[at] == "**" else at + 1 for at in ahead if _fits_one(part, pattern[at])}
    return len(pattern) in _beyond(reached, pattern)


def _fits_one(part: str, pattern: str) -> bool:
    return pattern == "**" or fnmatchcase(part, pattern)


def _beyond(reached: set[int], pattern: Sequence[str]) -> set[int]:
    """The places in a pattern from which `**` may stand for nothing."""
    found = set(reached)
    for at, part in enumerate(pattern):
        if at in found and part == "**":
            found.add(at + 1)
    return found
