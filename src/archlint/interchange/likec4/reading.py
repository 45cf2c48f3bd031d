"""From LikeC4 files to things and links: names looked up, extensions put where they belong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from archlint.diagnostics import Fault
from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign, Link, Thing
from archlint.interchange.likec4.model import Arrow, Declared, Facts, Reader
from archlint.language.reader import decode, shown
from archlint.language.suggestions import did_you_mean, nearest
from archlint.source import Span

__all__ = ["read_projects"]

_CONFIGURATIONS = (
    ".likec4rc", ".likec4.config.json", "likec4.config.json", "likec4.config.json5", "likec4.config.js",
    "likec4.config.mjs", "likec4.config.cjs", "likec4.config.ts", "likec4.config.mts",
)  # fmt: skip


def read_projects(inputs: Sequence[tuple[Path, bytes]], project: Project) -> Foreign:
    """The things and links of each project, one after the other."""
    foreign = Foreign("likec4")
    readers: dict[Path, list[Reader]] = defaultdict(list)
    for path, content in inputs:
        source = decode(shown(path), content)
        if isinstance(source, Fault):
            foreign.faults.append(source)
            continue
        reader = Reader(source)
        reader.run()
        foreign.faults += reader.faults
        readers[_home(path)].append(reader)
    for home, files in readers.items():
        _Project(str(home), files, foreign).add()
    return foreign


def _home(path: Path) -> Path:
    """The directory of the configuration that a file belongs to; one for all files that have none."""
    for folder in path.absolute().parents:
        if any((folder / name).is_file() for name in _CONFIGURATIONS):
            return folder
    return Path()


class _Project:
    """The files of a project, whose names are known to each other."""

    def __init__(self, home: str, readers: Sequence[Reader], foreign: Foreign) -> None:
        self.home = home
        self.readers = readers
        self.foreign = foreign
        self.elements: dict[str, Declared] = {}
        self.ends: dict[str, list[str]] = defaultdict(list)
        self.imported = {name for reader in readers for name in reader.imported}

    def add(self) -> None:
        """Adds what the project states to the model."""
        self._declare([element for reader in self.readers for element in reader.declared])
        for reader in self.readers:
            for name, place, facts in reader.extended:
                found = self._find(name, "", place)
                if found:
                    _merge(self.elements[found].facts, facts)
        for element in self.elements.values():
            self.foreign.things.append(self._thing(element))
        self._link([arrow for reader in self.readers for arrow in reader.arrows])

    def _declare(self, declared: list[Declared]) -> None:
        """Declares elements; one in an extension waits for what is extended, which another file may declare."""
        while declared:
            waiting = []
            for element in declared:
                around, _, name = element.path.rpartition(".")
                found = self._look(around, "") if around else ""
                if found is None:
                    waiting.append(element)
                else:
                    self._keep(element, f"{found}.{name}" if found else name)
            if len(waiting) == len(declared):
                for element in waiting:
                    self._keep(element, element.path)
                return
            declared = waiting

    def _keep(self, element: Declared, path: str) -> None:
        if path in self.elements:
            message = f"`{path}` is declared already"
            self.foreign.faults.append(Fault("MOD005", element.place, message, "give one of them another name"))
            return
        element.path = path
        self.elements[path] = element
        self.ends[path.rpartition(".")[2]].append(path)

    def _look(self, name: str, scope: str) -> str | None:
        """The element that a name means: its first word in the block or further out, each of its other words within
        what the words before it mean; directly, or as the only one of that name anywhere in it."""
        first, *others = name.split(".")
        around = scope
        while True:
            found = self._within(around, first)
            for word in others:
                found = found and self._within(found, word)
            if found or not around:
                return found
            around = around.rpartition(".")[0]

    def _within(self, around: str, word: str) -> str | None:
        direct = f"{around}.{word}" if around else word
        if direct in self.elements:
            return direct
        inner = [path for path in self.ends[word] if not around or path.startswith(f"{around}.")]
        return inner[0] if len(inner) == 1 else None

    def _find(self, name: str, scope: str, place: Span) -> str | None:
        found = self._look(name, scope)
        if found is None and name.partition(".")[0] not in self.imported:
            help = did_you_mean(nearest(name, [*self.elements, *self.ends]))
            self.foreign.faults.append(Fault("MOD003", place, f"there is no element named `{name}`", help))
        return found

    def _key(self, path: str) -> str:
        return f"{self.home}\0{path}"

    def _thing(self, element: Declared) -> Thing:
        facts = element.facts
        parent, _, name = element.path.rpartition(".")
        return Thing(
            self._key(element.path), element.kind, facts.title or name, element.place, word=name,
            parent=self._key(parent) if parent else None, description=facts.description, technology=facts.technology,
            link=facts.link, tags=tuple(facts.tags), properties=facts.metadata,
        )  # fmt: skip

    def _link(self, arrows: Sequence[Arrow]) -> None:
        """The relations; what extends one adds to it, and the same relation written twice counts once."""
        found: dict[tuple[str, str, str, str], Arrow] = {}
        for arrow in sorted(arrows, key=lambda arrow: arrow.extends):
            scope = self._look(arrow.scope, "") or arrow.scope
            source = self._find(arrow.source, scope, arrow.place) if arrow.source else None
            target = self._find(arrow.target, scope, arrow.place)
            if source is None or target is None:
                if not arrow.source:
                    message = "this relation has no element that it starts from"
                    self.foreign.faults.append(Fault("SYN001", arrow.place, message, "name one before the arrow"))
                continue
            key = (source, target, arrow.kind, arrow.facts.title)
            if key in found:
                _merge(found[key].facts, arrow.facts)
            elif not arrow.extends:
                found[key] = arrow
        for (source, target, kind, _), arrow in found.items():
            facts = arrow.facts
            self.foreign.links.append(
                Link(
                    self._key(source), self._key(target), kind or "relationship", arrow.place,
                    description=facts.title or facts.description, technology=facts.technology, tags=tuple(facts.tags),
                    properties=facts.metadata,
                )
            )  # fmt: skip


def _merge(one: Facts, other: Facts) -> None:
    """Adds what an extension states."""
    one.tags += [tag for tag in other.tags if tag not in one.tags]
    one.metadata |= other.metadata
    one.title = one.title or other.title
    one.description = one.description or other.description
    one.technology = one.technology or other.technology
    one.link = one.link or other.link
