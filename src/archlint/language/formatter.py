"""Writes a text in the one style: two spaces a level, one space between words, comments and groups kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archlint.language.parser import parse
from archlint.language.tree import STATEMENT_TEXT, Statement, Tree, split
from archlint.source import SourceFile

__all__ = ["WIDTH", "formatted"]

WIDTH = 100
"""How long a line may be before a block or a list that stands on one line is broken up."""

_INDENT = "  "
_ITEM = re.compile(
    rf"(?P<comment>[#][^\n]*)|(?P<gap>[\s;]+)|(?P<brace>[{{}}])|(?P<statement>{STATEMENT_TEXT})", re.VERBOSE
)
_WORD = re.compile(r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""|"(?:[^"\\\n]|\\[^\n])*+"|,|#[^\n]*|[^\s,"#]+')


class _Item(NamedTuple):
    kind: str
    text: str
    lines_before: int
    """How many line ends stand between the item before and this one."""


def formatted(source: SourceFile) -> str | None:
    """The text in the one style, or None where it has syntax errors and is left as it is.

    The statements are the same, in the same order; that is made sure of before anything is given back.
    """
    plain = SourceFile(source.path, source.text.replace("\r\n", "\n"))
    tree, faults = parse(plain)
    if faults:
        return None
    text = _Writer(list(_items(plain.text))).text()
    again, faults = parse(SourceFile(source.path, text))
    if faults or not _same(tree, again):
        raise AssertionError(f"formatting {source.path} would change what it says")
    return text


def _items(text: str) -> Iterator[_Item]:
    lines = 0
    for found in _ITEM.finditer(text):
        if found.lastgroup == "gap":
            lines += found[0].count("\n")
            continue
        yield _Item(found.lastgroup or "", found[0], lines)
        lines = 0


def _same(one: Tree, other: Tree) -> bool:
    return list(_words(one.statements)) == list(_words(other.statements))


def _words(statements: Iterable[Statement]) -> Iterator[object]:
    for statement in statements:
        yield split(statement.text)
        if statement.parts is not None:
            yield from ("{", *_words(statement.block), "}")


class _Writer:
    """Writes items line by line, keeping the depth in mind."""

    def __init__(self, items: list[_Item]) -> None:
        self.items = items
        self.lines: list[str] = []
        self.depth = 0
        self.opened = True

    def text(self) -> str:
        """All the items, each on its line, with a line end at the end."""
        at = 0
        while at < len(self.items):
            at = self._next(at)
        return "".join(f"{line}\n" for line in self.lines)

    def _next(self, at: int) -> int:
        item = self.items[at]
        if item.text == "}":
            self.depth -= 1
            self._line("}", blank=False)
            return at + 1
        if item.kind == "comment":
            self._comment(item, at)
            return at + 1
        following = self.items[at + 1].text if at + 1 < len(self.items) else ""
        blank = item.lines_before > 1 and not self.opened
        if following != "{":
            self._statement(item.text, blank)
            return at + 1
        end = self._end_of_line_block(at)
        if end:
            self._line(self._on_one_line(at, end), blank)
            return end + 1
        self._statement(item.text, blank)
        self.lines[-1] += " {"
        self.depth += 1
        self.opened = True
        return at + 2

    def _line(self, text: str, blank: bool) -> None:
        if blank:
            self.lines.append("")
        self.lines.append(f"{_INDENT * self.depth}{text}")
        self.opened = False

    def _comment(self, item: _Item, at: int) -> None:
        text = item.text.rstrip()
        if item.lines_before == 0 and at > 0:
            self.lines[-1] += f"  {text}"
            return
        self._line(text, item.lines_before > 1 and not self.opened)

    def _statement(self, text: str, blank: bool) -> None:
        words = _WORD.findall(text)
        line = _joined(words)
        too_long = len(line) + len(_INDENT) * self.depth > WIDTH and "," in words
        if too_long or any(word[0] == "#" for word in words):
            self._broken(words, blank)
        else:
            self._line(line, blank)

    def _broken(self, words: list[str], blank: bool) -> None:
        """A list with comments in it, or one too long for a line: an item a line."""
        parts = _by_comma(words)
        self._line(parts[0], blank)
        for part in parts[1:]:
            self.lines.append(f"{_INDENT * (self.depth + 2)}{part}")

    def _end_of_line_block(self, at: int) -> int | None:
        """Where a block that was written on one line ends, if it still fits on one; else None."""
        depth = 0
        for end in range(at + 1, len(self.items)):
            item = self.items[end]
            if item.lines_before or item.kind == "comment" or "\n" in item.text:
                return None
            depth += {"{": 1, "}": -1}.get(item.text, 0)
            if depth == 0:
                return end if self._fits(at, end) else None
        return None

    def _fits(self, at: int, end: int) -> bool:
        written = len(_INDENT) * self.depth + sum(len(item.text) + 2 for item in self.items[at : end + 1])
        return written <= 2 * WIDTH and len(self._on_one_line(at, end)) + len(_INDENT) * self.depth <= WIDTH

    def _on_one_line(self, at: int, end: int) -> str:
        line, before = "", ""
        for item in self.items[at : end + 1]:
            ends = before not in ("", "{", "}") and item.kind == "statement"
            line += ("; " if ends else " " if before else "") + _joined(_WORD.findall(item.text))
            before = item.text
        return line


def _joined(words: list[str]) -> str:
    """The words with one space between them, and none before a comma."""
    return "".join(word if word == "," or not number else f" {word}" for number, word in enumerate(words))


def _by_comma(words: list[str]) -> list[str]:
    """The items of a list, each with its comma and the comments after it."""
    parts = [""]
    fresh = False
    for word in words:
        if fresh and word[0] != "#":
            parts.append("")
            fresh = False
        if word == ",":
            parts[-1] += ","
            fresh = True
        elif word[0] == "#":
            parts[-1] += f"  {word.rstrip()}" if not parts[-1].count("#") else f" {word.rstrip()}"
            fresh = True
        else:
            parts[-1] += f" {word}" if parts[-1] else word
    return parts
