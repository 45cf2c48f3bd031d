"""Puts the tokens of a malformed text right, one fault for each mistake."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from archlint.diagnostics import Fault, Label
from archlint.language.schema import TOP, place_of, words_in
from archlint.model.elements import KINDS
from archlint.source import SourceFile, Span

if TYPE_CHECKING:
    from lark import Token

__all__ = ["Recovery"]

_READABLE = re.compile(
    r"""[^\W\d][\w-]*+(?=[\s,;{}#]|\Z)
    (?:[ \t\r]*+(?:,(?:[ \t\r\n]|\#[^\n]*)*+
      |(?:[^\W\d][\w-]*+(?:\.[^\W\d][\w-]*+)*+|\d[\d_]*+(?:\.\d++)?+(?:k|m|bn)?+(?:-\d\d){0,2}+
         |\"\"\"(?:[^"\\]|\\[\s\S]|"(?!""))*+\"\"\"|"(?:[^"\\\n]|\\[^\n])*+")(?=[\s,;{}\#]|\Z)))*+""",
    re.VERBOSE,
)
_WORD_RUN = re.compile(r"[^\W\d][\w-]*+(?:\.[^\W\d][\w-]*+)*+|\d[\d_.]*+|\.")
_DECLARATION = re.compile(r"([^\W\d][\w-]*)[ \t]+[^\W\d][\w-]*")


class _Opener(NamedTuple):
    token: Token
    keyword: str
    indent: int
    flush: bool
    """Whether its content is written no deeper than itself, so that indentation says nothing."""


class Recovery:
    """Walks over the tokens once, keeping the open blocks in mind."""

    def __init__(self, source: SourceFile, deepest: int) -> None:
        self.source = source
        self.deepest = deepest
        self.faults: list[Fault] = []
        self._open: list[_Opener] = []
        self._out: list[Token] = []
        self._tokens: list[Token] = []
        self._at = 0

    def mend(self, tokens: list[Token]) -> list[Token]:
        """The tokens of a text whose blocks all open and close; `faults` tells what was wrong."""
        self._tokens = tokens
        while self._at < len(tokens):
            token = tokens[self._at]
            self._at += 1
            if token.type == "CLOSE":
                self._close(token)
            elif token.type == "BROKEN":
                self._broken(token)
            else:
                self._statement(token)
        while self._open:
            self._unclosed(self._open[-1])
        self.faults.sort(key=lambda fault: fault.span.start)
        return self._out

    def _statement(self, token: Token) -> None:
        self._close_by_indentation(token)
        if token.value.endswith("{"):
            self._push(token)
        elif self._lacks_brace(token):
            end = _start(token) + len(token.value)
            self._fault("SYN001", end - 1, end, "a `{` is missing after this: the lines below stand in its block")
            self._push(_like(token, "HEAD", f"{token.value} {{"))
        else:
            self._out.append(token)

    def _push(self, token: Token) -> None:
        if len(self._open) >= self.deepest:
            self._skip_block(token)
            return
        token.type = "HEAD"
        self._out.append(token)
        following = self._tokens[self._at] if self._at < len(self._tokens) else None
        indent = self._indent(token)
        keyword = _keyword(token)
        flush = (
            following is not None
            and self._begins_line(following)
            and self._column(following) <= indent
            and _keyword(following) in words_in(place_of(keyword) or TOP) - self._around(len(self._open))
        )
        self._open.append(_Opener(token, keyword, indent, flush))

    def _skip_block(self, token: Token) -> None:
        start = _start(token) + len(token.value) - 1
        self._fault("SYN004", start, start + 1, f"blocks stand deeper in each other here than {self.deepest}")
        depth = 1
        while depth and self._at < len(self._tokens):
            passed = self._tokens[self._at]
            self._at += 1
            depth += passed.value.endswith("{") - (passed.type == "CLOSE")
        if depth:
            self._out.extend(_like(token, "CLOSE", "}") for _ in self._open)
            self._open.clear()

    def _close(self, token: Token) -> None:
        if self._begins_line(token):
            self._close_deeper_than(self._column(token))
        if self._open:
            self._open.pop()
            self._out.append(token)
            return
        self._drop_what_belonged_inside()
        start = _start(token)
        self._fault("SYN001", start, start + 1, "this `}` closes nothing", "remove it, or open its block with `{`")

    def _close_deeper_than(self, column: int) -> None:
        """A `}` that stands under an outer opener closes that one, not those between."""
        if any(opener.indent == column for opener in self._open):
            while self._open[-1].indent > column and not self._open[-1].flush:
                self._unclosed(self._open[-1])

    def _close_by_indentation(self, token: Token) -> None:
        """A line no deeper than an opener's that begins with what may stand outside closes the block."""
        if not self._open or not self._begins_line(token):
            return
        column, keyword = self._column(token), _keyword(token)
        for depth in reversed(range(len(self._open))):
            opener = self._open[depth]
            sure = keyword not in self._around(depth + 1)
            if column <= opener.indent and keyword in self._around(depth) and (sure or not opener.flush):
                while len(self._open) > depth:
                    self._unclosed(self._open[-1])
                return

    def _around(self, depth: int) -> frozenset[str]:
        """The keywords that may stand in the block that so many openers lead to."""
        return words_in(place_of(self._open[depth - 1].keyword) or "extend") if depth else words_in(TOP)

    def _unclosed(self, opener: _Opener) -> None:
        self._open.pop()
        start = _start(opener.token) + len(opener.token.value) - 1
        at = min(start, len(self.source.text) - 1)
        self._fault("SYN002", at, at + 1, "this `{` is never closed", "close the block with `}`")
        self._out.append(_like(opener.token, "CLOSE", "}"))

    def _drop_what_belonged_inside(self) -> None:
        """Statements after a `}` too early are neither lost names nor mistakes of their own."""
        while self._out and self._out[-1].type == "STATEMENT" and _keyword(self._out[-1]) not in words_in(TOP):
            self._out.pop()

    def _lacks_brace(self, token: Token) -> bool:
        keyword = _keyword(token)
        if self._at >= len(self._tokens) or (keyword not in KINDS and keyword != "extend"):
            return False
        following = self._tokens[self._at]
        if not self._begins_line(following) or self._column(following) <= self._indent(token):
            return False
        word = _keyword(following)
        return word in words_in(keyword) and word not in self._around(len(self._open))

    def _broken(self, token: Token) -> None:
        text = token.value
        if text == "{":
            self._stray_brace(token)
            return
        read = _READABLE.match(text)
        wrong = _first_wrong(text, read.end() if read else 0)
        kept = text[: read.end()] if read and _declares(text[: read.end()]) else ""
        opens = text.rstrip().endswith("{")
        self._close_by_indentation(_like(token, "STATEMENT", kept or text))
        self._report_broken(token, wrong, opens)
        if text.startswith('"""', wrong):
            self._skip_long_string(self._indent(token))
        elif opens:
            self._push(_like(token, "HEAD", f"{kept} {{" if kept else "{"))
            return
        if kept:
            self._out.append(_like(token, "STATEMENT", kept))
        if text.startswith('"', wrong) and text.rstrip().endswith("}"):
            self._close_on_same_line(token)

    def _close_on_same_line(self, token: Token) -> None:
        """An endless string has swallowed the `}` of a block that was opened on its line."""
        if self._open and self._open[-1].token.line == token.line:
            self._open.pop()
            self._out.append(_like(token, "CLOSE", "}"))

    def _report_broken(self, token: Token, wrong: int, opens: bool) -> None:
        text, start = token.value, _start(token)
        if text.startswith('"', wrong):
            end = len(text.rstrip().removesuffix("{").rstrip()) if opens else len(text.rstrip())
            quote = '"""' if text.startswith('"""', wrong) else '"'
            message = f"this string has no end: `{quote}` is missing"
            self._fault("SYN002", start + wrong, start + max(end, wrong + 1), message)
            return
        character = text[wrong : wrong + 1]
        expected = _expected(wrong, text)
        self._fault("SYN001", start + wrong, start + wrong + 1, f"{_named(character)} cannot stand here", expected)

    def _stray_brace(self, token: Token) -> None:
        start, last = _start(token), self._out[-1] if self._out else None
        if last is not None and last.type == "STATEMENT" and self._only_gap(last, token):
            related = (Label(_span(self.source, last), "the statement that it opens the block of"),)
            message = "`{` stands on the line of its keyword"
            self._fault("SYN001", start, start + 1, message, "move it up to the end of that line", related)
            self._out.pop()
            self._push(_like(last, "HEAD", f"{last.value} {{"))
            return
        inside_another = bool(self._open) and not self._open[-1].keyword
        if not inside_another:
            self._fault("SYN001", start, start + 1, "a block must have a keyword before its `{`")
        self._push(_like(token, "HEAD", "{"))

    def _only_gap(self, before: Token, after: Token) -> bool:
        between = self.source.text[_start(before) + len(before.value) : _start(after)]
        return ";" not in between and not re.sub(r"#[^\n]*", "", between).strip()

    def _skip_long_string(self, indent: int) -> None:
        """What follows an endless long string is its text, up to a line that starts a statement again."""
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            words = self._around(len(self._open)) | words_in(TOP)
            begins = self._begins_line(token) and self._column(token) <= indent
            if begins and (token.type == "CLOSE" or _keyword(token) in words):
                return
            self._at += 1

    def _fault(
        self, code: str, start: int, end: int, message: str, help: str = "", related: tuple[Label, ...] = ()
    ) -> None:
        self.faults.append(Fault(code, Span(self.source, start, end), message, help, related))

    def _line_before(self, token: Token) -> str:
        start = _start(token)
        return self.source.text[self.source.text.rfind("\n", 0, start) + 1 : start]

    def _begins_line(self, token: Token) -> bool:
        return not self._line_before(token).strip()

    def _column(self, token: Token) -> int:
        return len(self._line_before(token))

    def _indent(self, token: Token) -> int:
        line = self._line_before(token)
        return len(line) - len(line.lstrip())


def _start(token: Token) -> int:
    return token.start_pos or 0


def _keyword(token: Token) -> str:
    words = token.value.split(None, 1)
    return words[0] if words and words[0] not in "{}" else ""


def _like(token: Token, kind: str, value: str) -> Token:
    return token.__class__.new_borrow_pos(kind, value, token)


def _span(source: SourceFile, token: Token) -> Span:
    return Span(source, _start(token), _start(token) + len(token.value.rstrip(" \t\r{")))


def _declares(text: str) -> bool:
    found = _DECLARATION.match(text)
    return bool(found and found[1] in KINDS)


def _first_wrong(text: str, read: int) -> int:
    """Where a text stops being a statement: after what was read, and the word that runs on into it."""
    rest = text[read:]
    read += len(rest) - len(rest.lstrip())
    found = _WORD_RUN.match(text, read)
    return found.end() if found and found.end() < len(text) and text[found.end()] not in '" \t' else read


def _named(character: str) -> str:
    if not character:
        return "the end of the line"
    if character.isprintable() and not character.isspace():
        return f"`{character}`"
    name = unicodedata.name(character, "a control character").lower()
    return f"U+{ord(character):04X} ({name})"


def _expected(wrong: int, text: str) -> str:
    if wrong == 0:
        return "a statement begins with a keyword: a letter or `_`, then letters, digits, `_` or `-`"
    if text[wrong - 1 : wrong].isalnum():
        return "expected a space, `,`, `;`, `{`, `}` or the end of the line after the word before it"
    return 'expected a name, a `"string"`, a number, a date, `,`, `{` or the end of the statement'
