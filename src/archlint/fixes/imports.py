"""Imports in order, and each once: a fix that no rule asks for, since nothing is wrong with a model without it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archlint.diagnostics import Edit, Fix
from archlint.language.edits import removal
from archlint.language.library import LIBRARY
from archlint.language.parser import parse
from archlint.language.tree import Statement, split
from archlint.language.values import BadEscape, unquoted
from archlint.source import SourceFile, Span

__all__ = ["tidied"]


class _Import(NamedTuple):
    """An import, what it takes in, and the line that it has to itself, if it has one."""

    statement: Statement
    target: str
    line: Span | None

    @property
    def order(self) -> tuple[bool, str]:
        """The library first, then the paths."""
        return self.target != LIBRARY, self.target


def tidied(source: SourceFile) -> Iterator[Fix]:
    """The fix that takes out every import that stands already, and puts those on neighbouring lines in order."""
    if source.text.count("import") < 2:
        return
    imports = list(_imports(source))
    first = {found.target: found for found in reversed(imports)}
    surplus = [found for found in imports if first[found.target] is not found]
    edits: list[Edit] = []
    for run in _runs(imports):
        kept = [found for found in run if first[found.target] is found]
        if len(kept) > 1 and kept != sorted(kept, key=lambda found: found.order) and _plain(run, surplus):
            edits.append(_sorted(run, kept))
            surplus = [found for found in surplus if found not in run]
    edits += [Edit(_gone(source, found.statement), "") for found in surplus]
    if edits:
        yield Fix("put the imports in order, each once", tuple(sorted(edits)))


def _gone(source: SourceFile, statement: Statement) -> Span:
    return removal(source, statement.start, statement.end)


def _plain(run: Sequence[_Import], surplus: Sequence[_Import]) -> bool:
    """Whether nothing that is to go has a comment, which would be left alone among the others."""
    return not any(
        "#" in found.line.text.partition(found.statement.text)[2] for found in run if found in surplus and found.line
    )


def _imports(source: SourceFile) -> Iterator[_Import]:
    tree, _ = parse(source)
    for statement in tree.root.nested(("import",)):
        words = split(statement.text)
        if len(words) == 2 and words[1][0] == '"' and statement.parts is None:
            try:
                target = posixpath.normpath(unquoted(words[1]))
            except BadEscape:
                continue
            yield _Import(statement, target, _own_line(source, statement))


def _own_line(source: SourceFile, statement: Statement) -> Span | None:
    """The line of a statement without its end, where nothing but a comment stands beside it."""
    text = source.text
    begin = text.rfind("\n", 0, statement.start) + 1
    end = text.find("\n", statement.end)
    end = end if end >= 0 else len(text)
    end -= text[end - 1 : end] == "\r"
    beside = text[statement.end : end].strip(" \t\r;")
    alone = not text[begin : statement.start].strip() and (not beside or beside[0] == "#")
    return Span(source, begin, end) if alone else None


def _runs(imports: Sequence[_Import]) -> Iterator[list[_Import]]:
    """The imports that stand on neighbouring lines."""
    run: list[_Import] = []
    for found in imports:
        if run and (found.line is None or not _follows(run[-1], found.line)):
            yield run
            run = []
        if found.line is not None:
            run.append(found)
    if run:
        yield run


def _follows(earlier: _Import, line: Span) -> bool:
    return earlier.line is not None and line.source.text[earlier.line.end : line.start] in ("\n", "\r\n")


def _sorted(run: Sequence[_Import], kept: Sequence[_Import]) -> Edit:
    lines = [found.line for found in run if found.line is not None]
    source, text = lines[0].source, lines[0].source.text
    line_end = text[lines[0].end : lines[1].start]
    ordered = [found.line.text for found in sorted(kept, key=lambda found: found.order) if found.line is not None]
    return Edit(Span(source, lines[0].start, lines[-1].end), line_end.join(ordered))
