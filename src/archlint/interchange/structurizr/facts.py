"""Statements that say something of an element, a relation or an archetype: a description, tags, properties."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from archlint.interchange.structurizr.described import Described
from archlint.interchange.structurizr.scope import Line, Scope

__all__ = ["is_fact", "perspectives", "say", "set_property"]


def _described(target: Described, line: Line) -> None:
    target.description = line.get(1)


def _made_with(target: Described, line: Line) -> None:
    target.technology = line.get(1)


def _linked(target: Described, line: Line) -> None:
    target.url = line.get(1)


def _tagged(target: Described, line: Line) -> None:
    for word in line.words[1:]:
        target.tag(word.text)


def _kept(target: Described, line: Line) -> None:
    if line.get(1):
        target.properties[line.key] = line.get(1)


_FACTS: dict[str, Callable[[Described, Line], None]] = {
    "description": _described,
    "technology": _made_with,
    "url": _linked,
    "tag": _tagged,
    "tags": _tagged,
    "metadata": _kept,
    "instances": _kept,
}


def is_fact(line: Line, scope: Scope) -> bool:
    """Whether a statement says something of what it stands in."""
    return line.key in _FACTS and line.statement.block is None


def say(line: Line, scope: Scope) -> None:
    """Takes in a fact."""
    for target in scope.targets:
        _FACTS[line.key](target, line)


def set_property(line: Line, scope: Scope) -> None:
    """Takes in a line of properties: a name and a value."""
    for target in scope.targets:
        target.properties[line.get(0)] = line.get(1)


def perspectives(lines: Iterable[Line], scope: Scope) -> None:
    """Keeps perspectives as properties: `"Security" "what is said of it"`, or a block that says it."""
    for line in lines:
        block = line.key == "perspective" and line.statement.block is not None
        said = {inner.words[0].key: inner.words[-1].text for inner in line.statement.block or () if inner.words}
        name, description, value = line.get(1) if block else line.get(0), line.get(1), line.get(2)
        if block:
            description, value = said.get("description", ""), said.get("value", "")
        for target in scope.targets:
            target.properties[f"perspective {name}"] = perspective(description, value)


def perspective(description: str, value: str) -> str:
    """A perspective as one text."""
    return f"{description} ({value})" if description and value else description or value
