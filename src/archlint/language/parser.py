"""From text to tree. Parsing never fails: what cannot be read becomes a fault, and the rest a tree."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from archlint.diagnostics import Fault
from archlint.language.layout import Layout, Untidy
from archlint.language.tree import Statement, Tree
from archlint.source import SourceFile

if TYPE_CHECKING:
    from lark import Lark, Token

__all__ = ["DEEPEST", "parse"]

DEEPEST = 32
"""How deep blocks may stand in each other, unless the configuration says otherwise."""


class _TreeBuilder:
    """Makes statements of tokens while lark parses."""

    def file(self, children: list[Token | Statement]) -> list[Statement]:
        return [_statement(child) for child in children]

    def block(self, children: list[Token | Statement]) -> Statement:
        head, *content, close = children
        block = [_statement(child) for child in content]
        return Statement(head.value[:-1].rstrip(), head.start_pos, block, close.end_pos)  # type: ignore[union-attr]  # tokens


def _statement(child: Token | Statement) -> Statement:
    return child if child.__class__ is Statement else Statement(child.value, child.start_pos)  # type: ignore[union-attr,return-value]  # the fast way to ask


@cache
def _lark() -> tuple[Lark, Layout]:
    from lark import Lark

    layout = Layout()
    grammar = files("archlint.grammar").joinpath("arch.lark").read_text(encoding="utf-8")
    parser = Lark(
        grammar,
        parser="lalr",
        lexer="contextual",
        postlex=layout,
        transformer=_TreeBuilder(),
        start="file",
        maybe_placeholders=False,
    )
    return parser, layout


def parse(source: SourceFile, deepest: int = DEEPEST) -> tuple[Tree, list[Fault]]:
    """The tree of a file, and every syntax error in it.

    The first attempt takes the text to be well formed; only if it is not is it read once more, with
    an eye on its indentation.
    """
    parser, layout = _lark()
    layout.begin(source, deepest)
    try:
        statements = parser.parse(source.text)
    except Untidy:
        layout.mend()
        statements = parser.parse(source.text)
    return Tree(source, statements), layout.faults  # type: ignore[arg-type]  # the transformer's result
