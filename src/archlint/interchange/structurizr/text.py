"""A text of the Structurizr DSL: its statements, each with its words and its block, and what is wrong in its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from archlint.diagnostics import Fault
from archlint.interchange.structurizr.layout import Layout
from archlint.source import SourceFile, Span

if TYPE_CHECKING:
    from lark import Lark, Token

__all__ = ["Statement", "Text", "Word", "parsed"]

_LONE_RETURN = re.compile(r"\r(?!\n)")
_PIECE = re.compile(
    r'''(?P<text>"""[\s\S]*?""") | (?P<open>"""[\s\S]*+)
      | (?P<string>"(?:[^"\\\n]|\\(?:\r\n|[\s\S]))*+") | (?P<broken>"(?:[^\n{]|\{(?![^\S\n]*+\n))*+)
      | (?P<remark>(?m:^)[^\S\n]*+\#[^\n]*+ | \#(?=\s)[^\n]*+ | //[^\n]*+ | (?m:^)[^\S\n]*+/\*[\s\S]*?\*/)
      | (?P<word>(?!\\\r?\n)[^\s"{}](?:(?!\\\r?\n)[^\s"{}]|\{[^\s{}"]++\})*+)
      | (?P<end>\n) | (?:[^\S\n]|\\\r?\n)++''',
    re.VERBOSE,
)
_MOST_WORDS = 1000
"""How many words a statement may have; what comes after them is read as another."""
_CONTINUED = re.compile(r"\\\r?\n[^\S\n]*")


class Word(NamedTuple):
    """A word of a statement without its quotes, and where it stands."""

    text: str
    start: int
    end: int
    quoted: bool = False

    @property
    def key(self) -> str:
        """The word as a keyword or an identifier: case does not matter."""
        return self.text.lower()


@dataclass(eq=False, slots=True)
class Statement:
    """A line of words, and the block that it opens; `loose` says that the block stands on a line of its own."""

    text: Text
    words: tuple[Word, ...]
    start: int
    end: int
    block: Block | None = None
    loose: bool = False

    @property
    def span(self) -> Span:
        """The words of the statement, without its block."""
        return Span(self.text.source, self.start, self.end)

    def at(self, word: Word) -> Span:
        """The place of one of its words."""
        return Span(self.text.source, word.start, word.end)


class Block:
    """What stands between two braces: runs of lines, split when they are read, and statements with blocks."""

    __slots__ = ("parts", "text")

    def __init__(self, text: Text, parts: list[tuple[int, int] | Head]) -> None:
        self.text = text
        self.parts = parts

    def __iter__(self) -> Iterator[Statement]:
        last: Statement | None = None
        for part in self.parts:
            found = [part.statement(self.text)] if isinstance(part, Head) else self.text.split(*part)
            for statement in found:
                if not statement.words and last is not None and last.block is None:
                    last.block, last.loose = statement.block, True
                    continue
                if last is not None:
                    yield last
                last = statement
        if last is not None:
            yield last


class Head(NamedTuple):
    """The line that opens a block, from where to where it reaches, and the block."""

    start: int
    end: int
    parts: list[tuple[int, int] | Head]

    def statement(self, text: Text) -> Statement:
        """The statement that the line is."""
        found = next(iter(text.split(self.start, self.end)), None) or Statement(text, (), self.start, self.end)
        found.block = Block(text, self.parts)
        return found


@dataclass(eq=False)
class Text:
    """A file of the DSL, with the directory to which its paths are relative."""

    source: SourceFile
    folder: Path
    faults: list[Fault] = field(default_factory=list)
    block: Block = field(init=False)
    plain: str = ""

    def split(self, start: int, end: int) -> Iterator[Statement]:
        """The statements of a run of lines."""
        words: list[Word] = []
        for found in _PIECE.finditer(self.plain, start, end):
            if words and (found.lastgroup == "end" or len(words) == _MOST_WORDS):
                yield self._statement(words)
                words = []
            if found.lastgroup not in (None, "remark", "end"):
                words.append(self._word(found))
        if words:
            yield self._statement(words)

    def _statement(self, words: list[Word]) -> Statement:
        return Statement(self, tuple(words), words[0].start, words[-1].end)

    @staticmethod
    def _word(found: re.Match[str]) -> Word:
        text, group = found[0], found.lastgroup
        if group == "word":
            return Word(text, found.start(), found.end())
        if group in ("text", "open"):
            text = dedent(text[3:-3] if group == "text" else text[3:]).strip("\n")
        else:
            text = _CONTINUED.sub("", text[1:-1] if group == "string" else text[1:])
            text = text.replace('\\"', '"').replace("\\n", "\n").strip()
        return Word(text, found.start(), found.end(), quoted=True)


class _TreeBuilder:
    """Makes blocks of tokens while lark parses."""

    def file(self, children: list[Token | Head]) -> list[tuple[int, int] | Head]:
        return _parts(children)

    def block(self, children: list[Token | Head]) -> Head:
        head = children[0]
        return Head(head.start_pos, head.end_pos - 1, _parts(children[1:-1]))  # type: ignore[union-attr, operator, arg-type]  # a token of a text


def _parts(children: list[Token | Head]) -> list[tuple[int, int] | Head]:
    return [_part(child) for child in children]


def _part(child: Token | Head) -> tuple[int, int] | Head:
    if isinstance(child, Head):
        return child
    start, end = child.start_pos or 0, child.end_pos or 0
    # a script is never run: only its first line is a statement
    return (start, start + child.index("{")) if child.type == "SCRIPT" else (start, end)


@cache
def _lark() -> tuple[Lark, Layout]:
    from lark import Lark

    layout = Layout()
    grammar = files("archlint.grammar").joinpath("structurizr.lark").read_text(encoding="utf-8")
    parser = Lark(
        grammar, parser="lalr", lexer="contextual", postlex=layout, transformer=_TreeBuilder(), start="file",
        maybe_placeholders=False,
    )  # fmt: skip
    return parser, layout


def parsed(source: SourceFile, folder: Path) -> Text:
    """A file of the DSL; whatever is wrong in its layout is among its faults."""
    parser, layout = _lark()
    text = Text(source, folder)
    text.plain = _LONE_RETURN.sub("\n", source.text)
    layout.begin(source, text.plain)
    parts = parser.parse(text.plain)
    text.block = Block(text, parts)  # type: ignore[arg-type]  # the transformer's result
    text.faults = [*layout.faults.told(), *_unclosed(text, layout.broken)]
    return text


def _unclosed(text: Text, broken: list[tuple[int, int]]) -> Iterator[Fault]:
    """The strings without their end, one for each line."""
    for start, end in broken:
        for found in _PIECE.finditer(text.plain, start, end):
            if found.lastgroup in ("open", "broken"):
                span = Span(text.source, found.start(), found.start() + len(found[0].rstrip()))
                yield Fault("SYN002", span, "this string has no end", 'close it with `"`')
                break
