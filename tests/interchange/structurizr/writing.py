"""Workspaces of Structurizr in a few words, and what was read of them in as few."""

from __future__ import annotations

from pathlib import Path

from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign, Thing
from archlint.interchange.structurizr import read
from archlint.language.files import Files

__all__ = ["elements", "faults", "folder", "model", "relations", "workspace"]


def workspace(*texts: str) -> Foreign:
    """What DSL says; where there are several texts, they are the files 0.dsl, 1.dsl and so on."""
    inputs = [(Path(f"{number}.dsl"), text.encode()) for number, text in enumerate(texts)]
    return read(inputs, Project(Files()))


def model(text: str) -> Foreign:
    """What the model of a workspace says."""
    return workspace(f"workspace {{\n model {{\n{text}\n }}\n}}\n")


def folder(place: Path, files: dict[str, str], *given: str, roots: tuple[Path, ...] = ()) -> Foreign:
    """What files in a directory say, of which those named are given, else all."""
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    paths = [place / name for name in given or files]
    return read([(path, path.read_bytes()) for path in paths], Project(Files(), roots))


def elements(foreign: Foreign, *, deployed: bool = False) -> list[str]:
    """The elements as `kind: name in name`; those that say what runs where only if they are asked for."""
    known = {thing.key: thing for thing in foreign.things}
    hidden = ("deployment", "infrastructure", "softwareSystemInstance", "containerInstance")
    return [
        f"{thing.kind}: {_path(thing, known)}"
        for thing in foreign.things
        if deployed or not thing.kind.startswith(hidden)
    ]


def _path(thing: Thing, known: dict[str, Thing]) -> str:
    return thing.name + (f" in {_path(known[thing.parent], known)}" if thing.parent else "")


def relations(foreign: Foreign) -> list[str]:
    """The relations between static elements as `name -> name description (technology)`."""
    names = {thing.key: thing.name for thing in foreign.things}
    told = [
        f"{names[link.source]} -> {names[link.target]} {link.description} ({link.technology})"
        for link in foreign.links
        if link.kind == "relationship"
    ]
    return [line.replace(" ()", "").rstrip() for line in told]


def faults(foreign: Foreign) -> list[str]:
    """What is wrong as `line code words`, the words being those that are shown."""
    return [f"{fault.span.begin.line} {fault.code} {fault.span.text}" for fault in foreign.faults]
