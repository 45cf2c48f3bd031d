"""Constants and variables of a text, and what becomes of the words that name them."""

from __future__ import annotations

import re

from archlint.diagnostics import Fault
from archlint.interchange.structurizr.scope import Line
from archlint.interchange.structurizr.text import Statement, Word
from archlint.language.faults import Faults

__all__ = ["Constants"]

_NAMED = re.compile(r"\$\{([\w.-]+)\}")
_LONGEST = 50_000
"""How long a word may grow: a constant may stand in the next, twice."""


class Constants:
    """The values given by `!const` and `!var`; what has none stays as it is written."""

    def __init__(self, faults: Faults) -> None:
        self._values: dict[str, str] = {}
        self._faults = faults

    def define(self, line: Line) -> None:
        """Gives a name its value."""
        if len(line.words) != 3:
            help = f'the statement reads `{line.words[0].text} NAME "value"`'
            self._faults.append(Fault("SYN001", line.place, "a constant has a name and a value", help))
            return
        self._values[line.get(1)] = line.get(2)

    def read(self, statement: Statement) -> Line | None:
        """A statement with its constants put in; None where it has no words."""
        words = tuple(self._filled(word, statement) for word in statement.words)
        if not words:
            return None
        if len(words) > 2 and words[1].text == "=" and not words[1].quoted:
            return Line(statement, words[0].text, words[2:])
        return Line(statement, "", words)

    def _filled(self, word: Word, statement: Statement) -> Word:
        if "${" not in word.text or not self._values:
            return word
        pieces, length, at = [], len(word.text), 0
        for found in _NAMED.finditer(word.text):
            value = self._values.get(found[1], found[0])
            length += len(value) - len(found[0])
            if length > _LONGEST:
                help = "shorten the constants that it is made of"
                message = f"with its constants this word is longer than {_LONGEST:,} letters"
                self._faults.append(Fault("SYN001", statement.at(word), message, help))
                return word
            pieces += [word.text[at : found.start()], value]
            at = found.end()
        return word._replace(text="".join([*pieces, word.text[at:]]))
