"""Takes the statements of a text one after the other, as the format wants it, and makes a workspace of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from archlint.diagnostics import Fault
from archlint.interchange.structurizr import declarations, directives, facts
from archlint.interchange.structurizr.archetypes import INSTANCES, Archetype, Archetypes, arrow
from archlint.interchange.structurizr.constants import Constants
from archlint.interchange.structurizr.inclusion import Inclusion
from archlint.interchange.structurizr.relations import arrow_at, related
from archlint.interchange.structurizr.scope import Line, Scope
from archlint.interchange.structurizr.text import Block, Statement, Text
from archlint.interchange.structurizr.words import ASIDE, KNOWN, STYLES
from archlint.interchange.structurizr.workspace import Workspace
from archlint.language.phrases import brief
from archlint.language.suggestions import did_you_mean, nearest

__all__ = ["Interpreter"]

_MOST = 500_000
"""How many statements a workspace may come to, whatever is included how often."""
_COST = 50
"""How many other statements one stands for that begins with `!`, and may include a file."""


class Interpreter:
    """Reads texts into a workspace.

    Most statements may stand where they make sense, so that fragments are read as well; only what no text may say
    is a fault.
    """

    def __init__(self, inclusion: Inclusion, workspace: Workspace) -> None:
        self.inclusion = inclusion
        self.workspace = workspace
        self.archetypes = Archetypes()
        self.constants = Constants(workspace.faults)
        self._left = _MOST
        self._heard: set[int] = set()
        self._blocks: dict[str, Callable[[Line, Scope], None]] = {
            "workspace": self._workspace,
            "model": lambda line, scope: self.run(line.statement.block, replace(scope, where="model")),
            "enterprise": self._enterprise,
            "archetypes": self._archetypes,
            "properties": self._properties,
            "perspectives": lambda line, scope: facts.perspectives(self.lines(line.statement.block), scope),
        }

    def read(self, path: Path, text: Text) -> None:
        """Takes in a file."""
        with self.inclusion.within(path):
            self.hear(text)
            self.run(text.block, Scope())

    def hear(self, text: Text) -> None:
        """Takes in what is wrong in the layout of a text, once."""
        if id(text) not in self._heard:
            self._heard.add(id(text))
            for fault in text.faults:
                self.workspace.faults.append(fault)

    def run(self, block: Block | None, scope: Scope) -> None:
        """Takes in what a block says, in its scope."""
        for statement in block or ():
            if not self.affords(statement):
                return
            self._statement(statement, scope)

    def affords(self, statement: Statement, cost: int = 1) -> bool:
        """Whether there may be one more statement, or what stands for several; the first that may not be is a fault."""
        asks = bool(statement.words) and statement.words[0].text.startswith("!")
        before, self._left = self._left, self._left - (_COST if asks else 1) * cost
        if before >= 0 > self._left:
            message = "with all that it includes the workspace has too many statements"
            help = f"what comes after this one is not read: {_MOST:,} are the most, an inclusion counts as {_COST}"
            self.workspace.faults.append(Fault("SYN003", statement.span, message, help))
        return self._left >= 0

    def lines(self, block: Block | None) -> Iterator[Line]:
        """The lines of a block that has no statements of its own, such as that of properties."""
        for statement in block or ():
            line = self.constants.read(statement)
            if line is not None and self.affords(statement):
                yield line

    def _statement(self, statement: Statement, scope: Scope) -> None:
        line = self.constants.read(statement)
        if line is None:
            self.run(statement.block, scope)
            return
        if statement.loose:
            help = "put the `{` at the end of this line"
            message = "the block of this statement begins on another line"
            self.workspace.faults.append(Fault("SYN001", statement.span, message, help))
        self._line(line, scope)

    def _line(self, line: Line, scope: Scope) -> None:
        number = arrow_at(line)
        if number is not None:
            self._relation(line, number, scope)
        elif line.key.startswith("!"):
            directives.follow(self, line, scope)
        elif facts.is_fact(line, scope):
            facts.say(line, scope)
        elif line.key in self._blocks:
            self._blocks[line.key](line, scope)
        elif line.key in INSTANCES:
            self._instance(line, scope)
        elif (archetype := self.archetypes.get(line.key)) is not None:
            self._element(line, archetype, scope)
        elif line.key in ASIDE:
            self.aside(line.statement.block)
        elif line.key != "-/>" and line.get(1) != "-/>":
            self.unknown(line)
        else:
            self.run(line.statement.block, scope)

    def _relation(self, line: Line, number: int, scope: Scope) -> None:
        archetype = self.archetypes.get(arrow(line.words[number].text) or "")
        made = related(line, number, archetype, scope, self.workspace)
        self.run(line.statement.block, Scope("relation", tuple(made), scope.around))

    def _element(self, line: Line, archetype: Archetype, scope: Scope) -> None:
        if archetype.base == "group":
            made = declarations.group(line, scope, self.workspace)
            if made is not None:
                self.run(line.statement.block, replace(scope, groups=(*scope.groups, made)))
        elif line.key == "element" and not scope.where and _is_style(line.statement.block):
            self.aside(line.statement.block)
        else:
            item = declarations.element(line, archetype, scope, self.workspace)
            if scope.where == "enterprise":
                self.workspace.internal.add(item)
            self.run(line.statement.block, Scope.of(item))

    def _instance(self, line: Line, scope: Scope) -> None:
        item = declarations.instance(line, scope, self.workspace)
        if item is not None:
            self.run(line.statement.block, Scope.of(item))

    def _workspace(self, line: Line, scope: Scope) -> None:
        self.workspace.whole = True
        if len(line.words) > 2 and line.words[1].key == "extends" and not line.words[1].quoted:
            directives.extend(self, line)
        self.run(line.statement.block, replace(scope, where="workspace"))

    def _enterprise(self, line: Line, scope: Scope) -> None:
        """What stands in the enterprise is internal, and so all else of the model is external."""
        self.workspace.enterprise = True
        made = declarations.group(line, scope, self.workspace)
        if made is not None:
            self.run(line.statement.block, replace(scope, where="enterprise", groups=(*scope.groups, made)))

    def _archetypes(self, line: Line, scope: Scope) -> None:
        for inner in self.lines(line.statement.block):
            base = arrow(inner.words[0].text) or inner.key
            made = self.archetypes.define((inner.identifier or base).lower(), base)
            if made is None:
                self.unknown(inner)
            else:
                self.run(inner.statement.block, Scope("archetype", (made,)))

    def _properties(self, line: Line, scope: Scope) -> None:
        for inner in self.lines(line.statement.block):
            facts.set_property(inner, scope)
            if scope.where in ("model", "workspace") and inner.get(0) == "structurizr.groupSeparator":
                self.workspace.separator = inner.get(1)

    def aside(self, block: Block | None) -> None:
        """Passes over what says nothing of the model, but for what it includes and what it would run."""
        waiting = [iter(block or ())]
        while waiting:
            statement = next(waiting[-1], None)
            if statement is None or not self.affords(statement):
                waiting.pop()
                continue
            if statement.words and statement.words[0].text.startswith("!"):
                line = self.constants.read(statement)
                if line is not None:
                    directives.follow(self, line, Scope("views"))
            elif statement.block is not None:
                waiting.append(iter(statement.block))

    def unknown(self, line: Line) -> None:
        """Says that a statement begins with no word of the language."""
        word = line.words[0]
        if self.workspace.unfollowed:
            self.workspace.unknown(word.text, line.at(word))
            return
        near = (
            nearest(line.key, [*(name.lower() for name in KNOWN), *self.archetypes.words()])
            if self.workspace.faults.advised
            else []
        )
        spelt = [next((name for name in KNOWN if name.lower() == one), one) for one in near]
        message = f"`{brief(word.text, 200)}` begins no statement of the Structurizr DSL"
        self.workspace.faults.append(Fault("SYN001", line.at(word), message, did_you_mean(spelt)))


def _is_style(block: Block | None) -> bool:
    """Whether a block speaks of how elements look: a style and an element begin with the same word."""
    return any(statement.words and statement.words[0].key in STYLES for statement in block or ())
