"""Statements that relate elements: `a -> b`, and `-> b` within an element."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from archlint.diagnostics import Fault
from archlint.interchange.structurizr.archetypes import ARROW, Archetype, arrow
from archlint.interchange.structurizr.scope import Line, Scope
from archlint.interchange.structurizr.text import Word
from archlint.interchange.structurizr.workspace import End, Item, Relation, Workspace

__all__ = ["arrow_at", "related"]

_MOST = 500_000
_SLOTS = 3
"""How many words may follow the target: description, technology and tags."""


def arrow_at(line: Line) -> int | None:
    """The number of the word that is an arrow: the first or the second; None where neither is."""
    for number, word in enumerate(line.words[:2]):
        if not word.quoted and arrow(word.text) is not None:
            return number
    return None


def related(line: Line, number: int, archetype: Archetype | None, scope: Scope, workspace: Workspace) -> list[Relation]:
    """The relations that a statement makes: one, or one for each element that `this` means."""
    sign = line.words[number]
    if archetype is None:
        workspace.unknown(arrow(sign.text) or "", line.at(sign), "archetype of relations")
    if len(line.words) <= number + 1:
        help = f"the statement reads `from {ARROW} to`, or `{ARROW} to` in the block of an element"
        workspace.faults.append(Fault("SYN001", line.at(sign), "this relation leads nowhere", help))
        return []
    if len(line.words) > number + 2 + _SLOTS:
        message = "after what a relation leads to come a description, a technology and tags, and no more"
        help = "put a text of several words in quotes"
        workspace.faults.append(Fault("SYN001", line.at(line.words[number + 2 + _SLOTS]), message, help))
    if workspace.full:
        return []
    made = list(islice(_made(line, number, archetype or Archetype(ARROW), scope, workspace), _MOST + 1))
    if len(made) + len(workspace.relations) > _MOST:
        message = f"the workspace has more than {_MOST:,} relations"
        help = "this one and all that follow are not read: split the workspace"
        workspace.faults.append(Fault("SYN003", line.place, message, help))
        workspace.full = True
        return []
    workspace.relations += made
    if line.identifier and made:
        workspace.register(line.identifier, made[0])
    return made


def _made(line: Line, number: int, archetype: Archetype, scope: Scope, workspace: Workspace) -> Iterator[Relation]:
    sources = _ends(line, line.words[0], scope, workspace) if number else list(scope.members)
    if not sources:
        help = f"write what it comes from: `from {ARROW} to`"
        workspace.faults.append(Fault("SYN001", line.place, "this relation comes from nowhere", help))
    for source in sources:
        for target in _ends(line, line.words[number + 1], scope, workspace):
            relation = Relation(source, target, line.place)
            relation.begin_as(archetype)
            _fill(relation, line.words[number + 2 :])
            yield relation


def _fill(relation: Relation, words: tuple[Word, ...]) -> None:
    if words:
        relation.description = words[0].text
    if len(words) > 1:
        relation.technology = words[1].text
    if len(words) > 2:
        relation.tag(words[2].text)


def _ends(line: Line, word: Word, scope: Scope, workspace: Workspace) -> list[Item | End]:
    """What a word means; a name that is not declared yet may still be."""
    if word.key == "this" and scope.members:
        return list(scope.members)
    found = workspace.element(word.text, scope.around)
    return [found or End(word.text, line.at(word), scope.around)]
