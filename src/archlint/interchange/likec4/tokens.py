"""The words of a LikeC4 text."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import NamedTuple

from archlint.diagnostics import Fault
from archlint.source import SourceFile, Span

__all__ = ["Token", "tokens_of"]

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<string>'''(?:\\.|(?!''').)*'''|\"\"\"(?:\\.|(?!\"\"\").)*\"\"\"|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    |(?P<arrow>-\[[ \t]*[\w-]*[ \t]*\]->|<->|->|<-)
    |(?P<uri>[A-Za-z][\w+.-]*://[^\s'"{}]+|\.{0,2}/[^\s'"{};,]*|@/?[\w-][^\s'"{};,]*)
    |(?P<tag>\#[\w-]+)
    |(?P<kind>\.[A-Za-z_][\w-]*)
    |(?P<word>[A-Za-z_](?:[\w-]|\.(?=[\w*_])|\*)*)
    |(?P<sign>[{}=,;:\[\]()])
    |(?P<other>[^\s{}'"]+)
    |(?P<open>/\*|'''|\"\"\"|['"])""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Token(NamedTuple):
    """A word, what sort it is, and where it stands."""

    sort: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.start + len(self.text)

    @property
    def value(self) -> str:
        """The text of a string without quotes, escapes and common indent; any other word as it is."""
        if self.sort != "string":
            return self.text
        quotes = 3 if self.text[:3] in ("'''", '"""') else 1
        plain = _ESCAPE.sub(r"\1", self.text[quotes:-quotes])
        first, _, rest = plain.partition("\n")
        return f"{first}\n{dedent(rest)}".strip() if rest else plain.strip()

    @property
    def relation(self) -> str | None:
        """The kind of relation that an arrow stands for; empty for a plain one, None for what is no arrow."""
        if self.sort == "kind":
            return self.text[1:]
        if self.text.startswith("-["):
            return self.text[2:-3].strip()
        return "" if self.text == "->" else None


def tokens_of(source: SourceFile) -> tuple[list[Token], list[Fault]]:
    """The words of a text; what is opened and not closed ends them, and is a fault."""
    found: list[Token] = []
    at = 0
    while at < len(source.text):
        match = _TOKEN.match(source.text, at)
        assert match is not None  # the last two of the alternatives take any character
        sort, at = match.lastgroup or "other", match.end()
        if sort == "open":
            what = "comment" if match[0] == "/*" else "string"
            span = Span(source, match.start(), match.end())
            return found, [Fault("SYN002", span, f"this {what} has no end", f"close it with `{_close(match[0])}`")]
        if sort != "space":
            found.append(Token(sort, match[0], match.start()))
    return found, []


def _close(opened: str) -> str:
    return "*/" if opened == "/*" else opened
