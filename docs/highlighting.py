"""Colours for `arch` blocks on the site: a lexer for Pygments, which MkDocs loads as a hook.

It knows the shape of the language, and of its words only those that stand between arguments: what begins a statement is
a keyword, so a new one needs nothing here.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pygments import lexers
from pygments.lexer import RegexLexer, bygroups, words
from pygments.token import Comment, Keyword, Name, Number, Punctuation, String, Whitespace

CLAUSES = ("from", "to", "as", "master", "replica", "of", "via", "for", "since", "until", "because", "with")


class ArchLexer(RegexLexer):
    """Models of archlint."""

    name = "arch"
    aliases: ClassVar[list[str]] = ["arch"]
    filenames: ClassVar[list[str]] = ["*.arch"]
    url = "https://archlint.readthedocs.io/"
    tokens: ClassVar[dict[str, Any]] = {
        "root": [
            (r"[\s;{}]+", Punctuation),
            (r"#.*", Comment.Single),
            (r"[^\W\d][\w-]*", Keyword, "arguments"),
            (r".", Name),
        ],
        "arguments": [
            (r"[ \t]+", Whitespace),
            (r"(,)(\s*)", bygroups(Punctuation, Whitespace)),
            (r"(?=#|\n|;|\{|\})", Name, "#pop"),
            (r'"""(.|\n)*?"""|"(\\.|[^"\\\n])*"', String),
            (r"\d[\d_.,-]*(k|m|bn)?\b", Number),
            (words(CLAUSES, suffix=r"(?![\w.-])"), Keyword.Pseudo),
            (r"[^\W\d][\w.-]*", Name),
            (r".", Name),
        ],
    }


def on_startup(**_: object) -> None:
    """Makes the lexer known by its name, before a page asks for it."""
    lexers.LEXERS[ArchLexer.__name__] = (__name__, ArchLexer.name, ("arch",), ("*.arch",), ())
    lexers._lexer_cache[ArchLexer.name] = ArchLexer
