"""From text to tree. Parsing never fails: what cannot be read becomes a fault, and the rest a tree."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from archlint.diagnostics import Fault
from archlint.language.layout import Layout, Untidy
from archlint.language.limits import DEEPEST
from archlint.language.tree import Run, Statement, Tree
from archlint.source import SourceFile, Span

if TYPE_CHECKING:
    from lark import Lark, Token

__all__ = ["DEEPEST", "parse"]

_LONE_RETURN = re.compile(r"\r(?!\n)")


class _TreeBuilder:
    """Makes statements of tokens while lark parses."""

    def file(self, children: list[Token | Statement]) -> Statement:
        return Statement("", 0, _parts(children))

    def block(self, children: list[Token | Statement]) -> Statement:
        head, close = children[0], children[-1]
        return Statement(head.value[:-1].rstrip(), head.start_pos, _parts(children[1:-1]), close.end_pos)  # type: ignore[union-attr, arg-type]  # tokens of a text, which have places


def _parts(children: list[Token | Statement]) -> list[Run | Statement]:
    return [child if isinstance(child, Statement) else Run(child.value, child.start_pos or 0) for child in children]


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
        root = parser.parse(source.text)
    except Untidy:
        layout.mend()
        root = parser.parse(source.text)
    return Tree(source, root), [*_lone_returns(source), *layout.faults]  # type: ignore[arg-type]  # the transformer's result


def _lone_returns(source: SourceFile) -> list[Fault]:
    """The first carriage return that ends no line; elsewhere it stands before a line feed."""
    if "\r" not in source.text or not (found := _LONE_RETURN.search(source.text)):
        return []
    help = "save the file with LF or CRLF at the end of its lines"
    span = Span(source, found.start(), found.end())
    return [Fault("SYN001", span, "U+000D (carriage return) stands here without a line feed", help)]
