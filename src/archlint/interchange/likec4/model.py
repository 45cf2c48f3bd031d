"""What the blocks of a LikeC4 text declare, before names are looked up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Fault
from archlint.interchange.likec4.tokens import Token, tokens_of
from archlint.source import SourceFile, Span

__all__ = ["Arrow", "Declared", "Facts", "Reader"]

_PASSED_OVER = ("specification", "views", "deployment", "global", "likec4lib")
_PROPERTIES = (
    "title", "description", "summary", "technology", "notation", "notes", "shape", "color", "icon", "opacity", "border",
    "size", "padding", "textSize", "multiple", "iconColor", "iconSize", "iconPosition",
)  # fmt: skip
_DEEPEST = 60
_HERE = ("this", "it")


@dataclass
class Facts:
    """What a declaration or its extensions state."""

    title: str = ""
    description: str = ""
    technology: str = ""
    link: str = ""
    tags: list[str] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass
class Declared:
    """An element: its full path, its kind, where its head stands, and what is stated of it."""

    path: str
    kind: str
    place: Span
    facts: Facts = field(default_factory=Facts)


@dataclass
class Arrow:
    """A relation as written: names as they stand, and the path of the element in whose block it stands."""

    source: str
    target: str
    kind: str
    scope: str
    place: Span
    extends: bool = False
    facts: Facts = field(default_factory=Facts)


class Reader:
    """Reads one file; mistakes are faults, and what follows them is read."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.tokens, self.faults = tokens_of(source)
        self.at = 0
        self.declared: list[Declared] = []
        self.extended: list[tuple[str, Span, Facts]] = []
        self.arrows: list[Arrow] = []
        self.imported: set[str] = set()

    def run(self) -> None:
        """The blocks at the top of the file."""
        while token := self._take():
            if token.text == "model" and self._is("{", self._sort() == "string"):
                self.at += self._sort() == "string"
                self._block("", Facts())
            elif token.text in _PASSED_OVER and self._is("{", self._sort() == "string"):
                self.at += self._sort() == "string"
                self._pass_block()
            elif token.text == "import":
                self._import()
            else:
                self._unexpected(token, "`specification`, `model`, `views` or `deployment` is expected here")

    def _peek(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def _take(self) -> Token | None:
        token = self._peek()
        self.at += token is not None
        return token

    def _is(self, text: str, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token is not None and token.text == text

    def _sort(self, ahead: int = 0) -> str:
        token = self._peek(ahead)
        return token.sort if token else ""

    def _span(self, first: Token, last: Token) -> Span:
        return Span(self.source, first.start, last.end)

    def _unexpected(self, token: Token, message: str) -> None:
        """Says what is wrong, and goes on with the next line or after the block that follows."""
        self.faults.append(Fault("SYN001", self._span(token, token), message))
        if self._pass_line(token) == "{":
            self._pass_block()

    def _pass_line(self, token: Token) -> str:
        """Goes on after what else stands in the line of a word, up to a brace; that brace, or nothing."""
        line = self.source.position(token.start).line
        while (following := self._peek()) and self.source.position(following.start).line == line:
            if following.text in ("{", "}"):
                return following.text
            self.at += 1
        return ""

    def _pass_block(self) -> None:
        opened = self._take()
        depth = 1
        while depth and (token := self._take()):
            depth += (token.text == "{") - (token.text == "}")
        if depth and opened:
            self._unclosed(opened)

    def _unclosed(self, opened: Token) -> None:
        self.faults.append(Fault("SYN002", self._span(opened, opened), "this block has no end", "close it with `}`"))

    def _import(self) -> None:
        """`import { a, b } from 'project'`: names of another project, which need not be declared here."""
        while (token := self._peek()) and token.sort != "string":
            if token.sort == "word" and token.text not in ("from", "as"):
                self.imported.add(token.text)
            if token.text in ("model", *_PASSED_OVER) and self._is("{", 1):
                return
            self.at += 1
        self.at += 1

    def _block(self, path: str, facts: Facts) -> None:
        """What stands in the block of the model or of an element."""
        opened = self._peek()
        if opened and path.count(".") > _DEEPEST:
            self.faults.append(Fault("SYN004", self._span(opened, opened), "this is nested too deep to be read"))
            self._pass_block()
            return
        self.at += 1
        while token := self._peek():
            if token.text == "}":
                self.at += 1
                return
            if not self._member(token, path, facts):
                self.at += 1
                self._unexpected(token, "an element, a relation or a property is expected here")
        if opened:
            self._unclosed(opened)

    def _member(self, token: Token, path: str, facts: Facts) -> bool:
        if token.relation is not None:
            return self._arrow(token, path, path)
        if token.text in (",", ";"):
            self.at += 1
            return True
        if self._fact(token, facts):
            return True
        if token.text == "extend":
            return self._extend()
        return token.sort == "word" and self._named(token, path)

    def _named(self, token: Token, path: str) -> bool:
        """`id = kind …`, `kind id …` or `source -> target …`."""
        following = self._peek(1)
        if following and following.relation is not None:
            self.at += 1
            return self._arrow(token, path if token.text in _HERE else token.text, path)
        if self._is("=", 1) and self._sort(2) == "word":
            return self._element(token, self.tokens[self.at + 2], path, 3)
        if following and following.sort == "word" and not self._is("=", 2):
            return self._element(following, token, path, 2)
        return False

    def _element(self, name: Token, kind: Token, path: str, words: int) -> bool:
        first = self.tokens[self.at]
        self.at += words
        facts = Facts()
        last = self._strings(facts, self.tokens[self.at - 1])
        full = f"{path}.{name.text}" if path else name.text
        self.declared.append(Declared(full, kind.text, self._span(first, last), facts))
        if self._is("{"):
            self._block(full, facts)
        return True

    def _strings(self, facts: Facts, last: Token) -> Token:
        """The title, the summary and the technology after a head, and tags; the last word of these."""
        given = 0
        while token := self._peek():
            if token.sort == "string":
                setattr(facts, ("title", "description", "technology")[min(given, 2)], token.value)
                given += 1
            elif token.sort == "tag":
                facts.tags.append(token.text[1:])
            else:
                break
            last = token
            self.at += 1
        return last

    def _arrow(self, first: Token, source: str, scope: str, extends: bool = False) -> bool:
        arrow = self._take()
        target = self._peek()
        if arrow is None or target is None or target.sort != "word":
            if arrow:
                self._unexpected(arrow, "the name of an element is expected after the arrow")
            return True
        self.at += 1
        facts = Facts()
        last = self._strings(facts, target)
        found = Arrow(source, target.text, arrow.relation or "", scope, self._span(first, last), extends, facts)
        self.arrows.append(found)
        if self._is("{"):
            self._block(scope, facts)
        return True

    def _extend(self) -> bool:
        first, name = self.tokens[self.at], self._peek(1)
        following = self._peek(2)
        if name is None or name.sort != "word":
            return False
        if following and following.relation is not None:
            self.at += 2
            return self._arrow(first, name.text, "", extends=True)
        self.at += 2
        facts = Facts()
        self.extended.append((name.text, self._span(name, name), facts))
        if self._is("{"):
            self._block(name.text, facts)
        return True

    def _fact(self, token: Token, facts: Facts) -> bool:
        """A tag or a property of what the block is about."""
        if token.sort == "tag":
            facts.tags.append(token.text[1:])
            self.at += 1
            return True
        if token.text == "icon" and not self._is("=", 1) and not self._is("{", 2):
            self._pass_line(token)
            return True
        if token.text in ("style", "navigateTo") or (token.text == "metadata" and self._is("{", 1)):
            return self._inner(token, facts)
        ahead = 2 if self._is(":", 1) else 1
        value = self._peek(ahead)
        if token.text == "link" and value is not None and value.sort in ("uri", "word", "other"):
            facts.link = facts.link or value.text
            self.at += ahead + 1 + (self._sort(ahead + 1) == "string")
            return True
        if token.text not in _PROPERTIES or value is None or value.sort == "sign" or value.relation is not None:
            return False
        if value.sort == "string":
            self._state(facts, token.text, value.value)
        elif self._is("=", ahead) or (value.sort == "word" and self._sort(ahead + 1) in ("string", "word")):
            return False
        self.at += ahead + 1
        return True

    def _inner(self, token: Token, facts: Facts) -> bool:
        self.at += 1
        if token.text == "metadata":
            facts.metadata.update(self._metadata())
        elif token.text == "navigateTo":
            self.at += 1
        elif self._is("{"):
            self._pass_block()
        return True

    @staticmethod
    def _state(facts: Facts, name: str, value: str) -> None:
        if name in ("title", "technology", "description"):
            setattr(facts, name, value)
        elif name == "summary" and not facts.description:
            facts.description = value

    def _metadata(self) -> Iterator[tuple[str, str]]:
        opened = self._take()
        while (token := self._take()) and token.text != "}":
            if token.sort not in ("word", "string"):
                continue
            name, values = token.value, []
            while (value := self._peek()) and (value.sort in ("string", "other") or value.text in "[]:,;"):
                values += [value.value] if value.sort != "sign" else []
                self.at += 1
            if not values and (value := self._peek()) and value.sort == "word":
                values = [value.text]
                self.at += 1
            yield name, ", ".join(values)
        if opened and self.tokens[self.at - 1].text != "}":
            self._unclosed(opened)
