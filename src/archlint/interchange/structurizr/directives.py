"""Statements that begin with `!`: what is taken in from elsewhere, what is looked up, and what is never run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from archlint.diagnostics import Fault
from archlint.interchange.structurizr.constants import Constants
from archlint.interchange.structurizr.expressions import Unclear, chosen_elements, chosen_relations
from archlint.interchange.structurizr.inclusion import Inclusion, remote
from archlint.interchange.structurizr.json_workspace import read_json
from archlint.interchange.structurizr.scope import Line, Scope
from archlint.interchange.structurizr.text import Block, Statement, Text
from archlint.interchange.structurizr.workspace import Group, Item, Relation, Workspace
from archlint.language.phrases import brief
from archlint.source import SourceFile

__all__ = ["Reader", "extend", "follow"]


class Reader(Protocol):
    """Who reads the statements, as the directives know it."""

    inclusion: Inclusion
    workspace: Workspace
    constants: Constants

    def read(self, path: Path, text: Text) -> None:
        """Takes in a file."""

    def hear(self, text: Text) -> None:
        """Takes in what is wrong in the layout of a text."""

    def run(self, block: Block | None, scope: Scope) -> None:
        """Takes in a block."""

    def aside(self, block: Block | None) -> None:
        """Passes over a block."""

    def affords(self, statement: Statement, cost: int = 1) -> bool:
        """Whether there may be one more statement, or what stands for several."""

    def unknown(self, line: Line) -> None:
        """Says that a statement begins with no word of the language."""


_LOOKED_AT = 1000
"""How many elements and relations an expression looks at for what one statement costs that begins with `!`."""
_NEVER_RUN = {
    "!script": "a script is never run: what it would change is not seen",
    "!plugin": "a plugin is never run: what it would change is not seen",
    "!components": "components are not looked for in code: those that this would find are not seen",
}


def follow(reader: Reader, line: Line, scope: Scope) -> None:
    """Does what a directive says."""
    if line.key in _NEVER_RUN:
        help = "write what it adds as statements, or ignore MOD007 at this file"
        reader.workspace.unfollow(Fault("MOD007", line.place, _NEVER_RUN[line.key], help))
    elif line.key in _DIRECTIVES:
        _DIRECTIVES[line.key](reader, line, scope)
    elif line.key not in _PASSED:
        reader.unknown(line)


def _include(reader: Reader, line: Line, scope: Scope) -> None:
    for path, found in _files(reader, line, 1):
        if isinstance(found, Text):
            with reader.inclusion.within(path):
                reader.hear(found)
                if scope.where == "views":
                    reader.aside(found.block)
                else:
                    reader.run(found.block, scope)
        else:
            help = "a workspace in JSON is taken in by `workspace extends`"
            reader.workspace.faults.append(Fault("MOD007", line.place, "JSON cannot be included", help))


def extend(reader: Reader, line: Line) -> None:
    """Takes in the workspace that another extends."""
    for path, found in _files(reader, line, 2):
        if isinstance(found, Text):
            reader.read(path, found)
        else:
            read_json(found, reader.workspace)


def _files(reader: Reader, line: Line, number: int) -> Iterator[tuple[Path, Text | SourceFile]]:
    """The files that a word of a directive means; why there are none is a fault."""
    name = line.get(number)
    place = line.at(line.words[min(number, len(line.words) - 1)])
    if not name:
        help = "write the path of a file or a directory after it"
        reader.workspace.faults.append(Fault("SYN001", place, f"`{line.key}` names no file", help))
    elif remote(name):
        help = "keep a copy of it in the project, and include that"
        reader.workspace.unfollow(Fault("MOD007", place, f"`{brief(name, 200)}` is never fetched", help))
    else:
        for found in reader.inclusion.files(line.statement.text, name, place):
            if isinstance(found, Fault):
                _missing(reader, found)
            else:
                yield found


def _missing(reader: Reader, fault: Fault) -> None:
    if fault.code == "SYN003":
        reader.workspace.faults.append(fault)
    else:
        reader.workspace.unfollow(fault)


def _element(reader: Reader, line: Line, scope: Scope) -> None:
    """`!element`, `!relationship` and what they were called before: what stands in the block is said of another."""
    looks = reader.workspace.size // _LOOKED_AT if "://" in line.get(1) else 0
    if looks and not reader.affords(line.statement, looks):
        return
    found = reader.workspace.find(line.get(1), scope.around) if len(line.words) > 1 else None
    if isinstance(found, Item):
        reader.workspace.alias(line.identifier, found)
        found.groups = tuple(name for name, _ in scope.groups) or found.groups
        reader.run(line.statement.block, Scope.of(found))
    elif isinstance(found, Relation):
        reader.workspace.alias(line.identifier, found)
        reader.run(line.statement.block, Scope("relation", (found,), scope.around))
    else:
        what = "relation" if line.key == "!relationship" else "element"
        reader.workspace.unknown(line.get(1), line.at(line.words[-1]), what)


def _elements(reader: Reader, line: Line, scope: Scope) -> None:
    found = reader.workspace.find(line.get(1), scope.around)
    if not reader.affords(line.statement, reader.workspace.size // _LOOKED_AT):
        return
    try:
        chosen = found.members if isinstance(found, Group) else chosen_elements(
            line.get(1), reader.workspace, scope.around
        )  # fmt: skip
    except Unclear as unclear:
        _unclear(reader, line, str(unclear))
        return
    members = tuple(chosen)
    reader.run(line.statement.block, Scope("elements", members, scope.around, members))


def _relationships(reader: Reader, line: Line, scope: Scope) -> None:
    if not reader.affords(line.statement, reader.workspace.size // _LOOKED_AT):
        return
    try:
        chosen = chosen_relations(line.get(1), reader.workspace, scope.around)
    except Unclear as unclear:
        _unclear(reader, line, str(unclear))
        return
    reader.run(line.statement.block, Scope("relation", tuple(chosen), scope.around))


def _unclear(reader: Reader, line: Line, part: str) -> None:
    if reader.workspace.unfollowed:
        reader.workspace.unknown(part, line.place)
        return
    message = f"`{brief(part, 200)}` chooses nothing that archlint knows"
    help = "what stands in the block of this expression is left out: state it at the elements themselves"
    reader.workspace.faults.append(Fault("SYN001", line.at(line.words[-1]), message, help))


def _identifiers(reader: Reader, line: Line, scope: Scope) -> None:
    reader.workspace.hierarchical = line.get(1).lower() == "hierarchical"


def _constant(reader: Reader, line: Line, scope: Scope) -> None:
    reader.constants.define(line)


_DIRECTIVES: dict[str, Callable[[Reader, Line, Scope], None]] = {
    "!include": _include,
    "!element": _element,
    "!ref": _element,
    "!extend": _element,
    "!relationship": _element,
    "!elements": _elements,
    "!relationships": _relationships,
    "!identifiers": _identifiers,
    "!const": _constant,
    "!constant": _constant,
    "!var": _constant,
}
_PASSED = ("!docs", "!adrs", "!decisions", "!impliedrelationships")
"""What says nothing of the model: what is written counts, and what it implies is worked out where that matters."""
