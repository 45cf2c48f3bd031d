"""Changes to a text that leave everything else in it as it is, comments above all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archlint.diagnostics import Edit, Fix
from archlint.language.suggestions import slip
from archlint.language.tree import words_with_places
from archlint.model.element import Element
from archlint.source import SourceFile, Span

__all__ = ["end_of_statement", "importing", "line_end_of", "path_from", "removal", "respelt", "word_in"]

_MARK = re.compile(r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""|"(?:[^"\\\n]|\\[^\n])*+"|#[^\n]*|[{}]')
_OPENING = re.compile(r"[ \t\r]*\{")
_TO_IMPORTS = re.compile(r"(?:[ \t\r]*(?:#[^\n]*)?\n)*+(?=import[ \t])")
_HEADING = re.compile(r"(?:#[^\n]*\n)+\r?\n")
_EXTENSION = re.compile(r"(?:\A|[\n;{}])[ \t]*(extend[ \t]+[^\s;{}#]+)\Z")
_AFTER = re.compile(r"[ \t]*(;?)[ \t]*")
_REACH = 2000
"""How far white space is followed, so that no text makes us slow."""


def respelt(span: Span, near: Sequence[str]) -> tuple[Fix, ...]:
    """The fix of a misspelt word: what was meant, where there is exactly one such word; else none."""
    written = span.text
    meant = slip(written, list(near))
    if meant is None:
        return ()
    return (Fix(f"replace `{written}` with `{meant}`", (Edit(span, meant),)),)


def importing(source: SourceFile, name: str) -> Fix:
    """The fix that imports something: before the other imports, else below what stands at the head of the file."""
    text, line_end = source.text, line_end_of(source)
    head = _TO_IMPORTS.match(text)
    found = head or _HEADING.match(text)
    at = found.end() if found else 0
    statement = f'import "{name}"{line_end}' + ("" if head else line_end)
    return Fix(f'write `import "{name}"` at the top of the file', (Edit(Span(source, at, at), statement),))


def word_in(statement: Span, number: int) -> Span:
    """A word of a statement: 0 is the keyword, 1 what follows it."""
    word, place = words_with_places(statement.text)[number]
    return Span(statement.source, statement.start + place, statement.start + place + len(word))


def path_from(scope: Element, target: Element) -> str | None:
    """What to write in the block of an element to mean another one: its path; None where something nearer has the
    name with which that begins."""
    first = target.path.split(".", 1)[0]
    around: Element | None = scope
    while around is not None:
        if any(child.name == first for child in around.children):
            return None
        around = around.parent
    return target.path


def end_of_statement(source: SourceFile, end: int) -> int:
    """Where a statement ends whose text ends at an offset: after its block, where it has one."""
    text = source.text
    opening = _OPENING.match(text, end)
    if opening is None:
        return end
    depth = 1
    for mark in _MARK.finditer(text, opening.end()):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.end()
    return len(text)


def line_end_of(source: SourceFile) -> str:
    """How the lines of a text end: as the first one does."""
    first = source.text.find("\n")
    return "\r\n" if first > 0 and source.text[first - 1] == "\r" else "\n"


def removal(source: SourceFile, start: int, end: int) -> Span:
    """The stretch to take out with a statement, so that neither an empty line, an empty block, an extension by nothing
    nor a stray `;` is left of it: its line where it stands alone there. A comment after it stays, on the line."""
    text = source.text
    block = _only_in_block(text, start, end)
    if block is not None:
        extension = _EXTENSION.search(text, max(0, block[0] - _REACH), block[0])
        return removal(source, extension.start(1), block[1]) if extension else Span(source, *block)
    line = text.rfind("\n", 0, start) + 1
    begin = line + len(text[line:start].rstrip(" \t"))
    after = _AFTER.match(text, end)
    finish = after.end() if after else end
    if begin > line:
        return _within_line(source, begin, end, finish, bool(after and after[1]))
    if not _ends(text, finish):
        return Span(source, start, finish)
    return Span(source, *_lines(text, line, _next_line(text, finish)))


def _only_in_block(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The block in which a statement stands, with the space before it, where there is nothing else in it."""
    before, after = text[max(0, start - _REACH) : start].rstrip(), text[end : end + _REACH].lstrip(" \t\r\n;")
    opening = start - min(start, _REACH) + len(before) - 1
    if before[-1:] != "{" or after[:1] != "}" or "#" in text[text.rfind("\n", 0, opening) + 1 : opening]:
        return None
    return len(text[:opening].rstrip(" \t")), text.index("}", end) + 1


def _within_line(source: SourceFile, begin: int, end: int, finish: int, closed: bool) -> Span:
    """What to take out of a line in which something stands before the statement."""
    text = source.text
    if closed and not _ends(text, finish):
        return Span(source, begin + (text[begin : begin + 1] == " "), finish)
    return Span(source, begin - (text[begin - 1] == ";"), end)


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or text.startswith(("\n", "\r\n"), at)


def _next_line(text: str, at: int) -> int:
    following = text.find("\n", at)
    return following + 1 if following >= 0 else len(text)


def _lines(text: str, line: int, following: int) -> tuple[int, int]:
    """A line, and with it the blank lines on one side of it that nothing would need any more."""
    before = max(0, line - _REACH) + len(text[max(0, line - _REACH) : line].rstrip())
    last = _next_line(text, before) if before else 0
    if last == line and not text[:before].endswith("{"):
        return line, following
    if text[following : following + _REACH].lstrip()[:1] == "}":
        return last, following
    end = _next_line(text, following)
    return line, end if following < len(text) and not text[following:end].strip() else following
