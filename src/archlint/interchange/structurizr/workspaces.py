"""The files given, each as a workspace of its own; what one takes in is not read for itself as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archlint.diagnostics import Fault
from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.structurizr.inclusion import Inclusion
from archlint.interchange.structurizr.interpreter import Interpreter
from archlint.interchange.structurizr.json_workspace import read_json
from archlint.interchange.structurizr.stating import stated
from archlint.interchange.structurizr.text import Text
from archlint.interchange.structurizr.workspace import Workspace
from archlint.language.reader import decode, real, shown
from archlint.source import SourceFile

__all__ = ["read_all"]


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as a workspace, and the files that it took in, of which `sources` are the texts, with its own."""

    place: Path
    workspace: Workspace
    taken: frozenset[Path]
    sources: tuple[SourceFile, ...]


def read_all(inputs: Sequence[tuple[Path, bytes]], project: Project) -> Foreign:
    """The model in files: of those that another one takes in, only as part of that."""
    inclusion, faults = Inclusion(project), []
    texts: list[tuple[Path, Text | SourceFile]] = []
    for path, content in _without_renderings(inputs):
        source = decode(shown(path), content)
        if isinstance(source, Fault):
            faults.append(source)
            continue
        texts.append((path, inclusion.add(path, source)))
    kept = _kept([_read(path, text, inclusion) for path, text in texts])
    foreign = stated(one.workspace for one in kept)
    foreign.files = list(dict.fromkeys(source for one in kept for source in one.sources))
    whole = [one for one in kept if one.workspace.whole]
    foreign.partial = not whole or any(one.workspace.unfollowed for one in kept)
    foreign.faults = list(dict.fromkeys([*faults, *(fault for one in kept for fault in one.workspace.told())]))
    return foreign


def _without_renderings(inputs: Sequence[tuple[Path, bytes]]) -> Iterator[tuple[Path, bytes]]:
    """The files without the JSON that stands beside the DSL from which it was made."""
    written = {path.with_suffix("") for path, _ in inputs if path.suffix == ".dsl"}
    for path, content in inputs:
        if path.suffix != ".json" or path.with_suffix("") not in written:
            yield path, content


def _read(path: Path, text: Text | SourceFile, inclusion: Inclusion) -> _Read:
    workspace = Workspace()
    inclusion.taken = set()
    if isinstance(text, Text):
        Interpreter(inclusion, workspace).read(path, text)
    else:
        read_json(text, workspace)
    workspace.settle()
    return _Read(real(path), workspace, frozenset(inclusion.taken), inclusion.sources(path))


def _kept(read: Sequence[_Read]) -> list[_Read]:
    """Those that no other takes in; of those in a circle, the first."""
    inner = {place for one in read for place in one.taken if place != one.place}
    kept = [one for one in read if one.place not in inner]
    covered = {place for one in kept for place in (one.place, *one.taken)}
    for one in read:
        if one.place not in covered:
            kept.append(one)
            covered |= {one.place, *one.taken}
    return kept
