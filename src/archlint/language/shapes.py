"""Trees made again from their texts and their shapes, which is faster than parsing.

A shape says where the parts of a tree stand, in whole numbers one after the other: of a run its place and length, of
a block how many parts it has (below zero, which no place is), its place, the length of its head, its end and its
parts.
"""

from __future__ import annotations

from archlint.cache_folder import CacheFolder
from archlint.diagnostics import Fault
from archlint.language.files import Files
from archlint.language.parser import parse
from archlint.language.tree import Run, Statement, Tree
from archlint.source import SourceFile

__all__ = ["Trees", "shape_of", "tree_of"]


class Trees:
    """The trees of files: parsed, or of a file that an earlier run has parsed made again."""

    def __init__(self, deepest: int, files: Files, cache: CacheFolder | None) -> None:
        self.deepest = deepest
        self.files = files
        self.cache = cache

    def of(self, source: SourceFile) -> tuple[Tree, list[Fault]]:
        """The tree of a file, and every syntax error in it; only flawless files are kept."""
        known = self.files.digests.get(source)
        if self.cache is None or known is None:
            return parse(source, self.deepest)
        name = f"tree {self.deepest} {known}"
        tree = tree_of(source, self.cache.get(name))
        if tree is not None:
            return tree, []
        tree, faults = parse(source, self.deepest)
        if not faults:
            self.cache.put(name, shape_of(tree))
        return tree, faults


def shape_of(tree: Tree) -> list[int]:
    """The shape of the tree of a well-formed text."""
    shape: list[int] = []
    _describe(tree.root, shape)
    return shape


def _describe(statement: Statement, shape: list[int]) -> None:
    parts = statement.parts or []
    shape += (-1 - len(parts), statement.start, len(statement.text), statement.end)
    for part in parts:
        if isinstance(part, Statement):
            _describe(part, shape)
        else:
            shape += (part.start, len(part.text))


def tree_of(source: SourceFile, shape: object) -> Tree | None:
    """The tree of that shape; None where it is none."""
    if not isinstance(shape, list):
        return None
    try:
        root, end = _built(source.text, shape, 0)
    except (IndexError, TypeError, RecursionError):
        return None
    return Tree(source, root) if end == len(shape) else None


def _built(text: str, shape: list[int], at: int) -> tuple[Statement, int]:
    """The block whose shape begins there, and where that ends."""
    count, start, length, end = shape[at], shape[at + 1], shape[at + 2], shape[at + 3]
    parts: list[Run | Statement] = []
    at += 4
    for _ in range(-1 - count):
        place = shape[at]
        if place < 0:
            block, at = _built(text, shape, at)
            parts.append(block)
        else:
            parts.append(Run(text[place : place + shape[at + 1]], place))
            at += 2
    return Statement(text[start : start + length], start, parts, end), at
