"""What archlint keeps in the properties of another format, so that a model comes back as it went.

A property `archlint.kind` says what an element is, `archlint.id` what it is called, `archlint.KEYWORD` (with a number
for each more) what a statement says after its keyword, and `archlint.statement` of a relation all of it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from archlint.interchange.estate import Estate
from archlint.interchange.words import string
from archlint.language.library import std
from archlint.language.schema import statements_in
from archlint.language.tree import STATEMENT_TEXT
from archlint.language.values import unquoted
from archlint.model.elements import KINDS, Element
from archlint.model.relations import BLOCK_STATEMENTS, RELATIONS, Relation
from archlint.model.statements import Stated
from archlint.model.time import Interval

__all__ = [
    "DERIVED",
    "IDENTIFIER",
    "KIND",
    "STATEMENT",
    "is_keepsake",
    "kept_kind",
    "kept_statement",
    "notes_kept",
    "relation_kept",
    "statement_kept",
    "statements_kept",
    "written_relation",
]  # fmt: skip

KIND = "archlint.kind"
IDENTIFIER = "archlint.id"
DERIVED = "archlint.derived"
"""Marks a relation that says again what a property of an element says."""
STATEMENT = "archlint.statement"
FLAG = "yes"
"""What stands for the rest of a statement that is one word."""

_PREFIX = "archlint."
_STATEMENT = re.compile(STATEMENT_TEXT, re.VERBOSE)
_TIMES = re.compile(r"(?:\s+(?:since|until)\s+[^\s\"]+)+\Z")
_TIMED = re.compile(r"\s(?:since|until)\s")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"')
_LONG = re.compile(r'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+"""')
_NAME = re.compile(r"archlint\.([a-z-]+)(?:\.\d+)?\Z")


def kept_kind(properties: Mapping[str, str]) -> str | None:
    """The kind that a property says an element is of, if there is such a kind."""
    kind = properties.get(KIND, "")
    return kind if kind in KINDS else None


def kept_statement(kind: str, name: str, properties: Mapping[str, str]) -> str | None:
    """The statement that a property keeps, if it is one that an element of that kind may make; nothing else can be
    smuggled in by it. None where the property is not archlint's, or keeps what is none."""
    found, value = _NAME.match(name), properties[name]
    word = found[1] if found else ""
    if word == "statement":
        word, _, value = value.partition(" ")
    if word not in statements_in(kind):
        return None
    flag = value == FLAG or value.startswith((f"{FLAG} since ", f"{FLAG} until "))
    text = f"{word}{value.removeprefix(FLAG)}" if flag else f"{word} {value}"
    if not _whole(text):
        return None
    return text + (notes_kept(properties, f"{name}/") if word in RELATIONS else "")


def is_keepsake(name: str) -> bool:
    """Whether a property is one of archlint's own."""
    return name.startswith(_PREFIX)


def statement_kept(properties: Mapping[str, str]) -> str | None:
    """The relation that a property keeps in full."""
    text = properties.get(STATEMENT, "")
    return text if text.partition(" ")[0] in RELATIONS and _whole(text) else None


def notes_kept(properties: Mapping[str, str], prefix: str = _PREFIX) -> str:
    """The block of a relation that the properties with a prefix keep; nothing where there is none."""
    said = []
    for name, value in properties.items():
        word = name.removeprefix(prefix).partition(".")[0] if name.startswith(prefix) else ""
        if word in BLOCK_STATEMENTS and word != "allow" and _whole(f"{word} {value}"):
            said.append(f"{word} {value}")
    return f" {{ {'; '.join(said)} }}" if said else ""


def _whole(text: str) -> bool:
    """Whether a text is one statement and no more, on one line."""
    return "\n" not in text and "#" not in _STRING.sub("", text) and _STATEMENT.fullmatch(text) is not None


def statements_kept(estate: Estate, element: Element, known: Container[Element] | None = None) -> dict[str, str]:
    """The properties that keep what an element is and states, but for what names an element that is not `known`."""
    kept = {KIND: element.keyword, IDENTIFIER: element.name}
    for keyword, fact in estate.facts(element):
        missing = isinstance(fact.value, Element) and not _has(known, fact.value)
        value = None if missing else _written(estate, keyword, fact, known)
        if value is not None:
            kept[_free(f"{_PREFIX}{keyword}", kept)] = value
    for name, date in _dates(estate, element.stated, known).items():
        kept[f"{_PREFIX}{name}"] = date
    for relation in estate.relations(element):
        if relation.target is None and _has(known, relation.data):
            written = written_relation(estate, relation, known)
            name = _free(f"{_PREFIX}{relation.keyword}", kept)
            kept |= {name: written.partition(" ")[2], **_notes(estate, relation, known, f"{name}/")}
    return kept


def _free(name: str, taken: Mapping[str, str]) -> str:
    count, free = 1, name
    while free in taken:
        count += 1
        free = f"{name}.{count}"
    return free


def _written(estate: Estate, keyword: str, fact: Stated[object], known: Container[Element] | None) -> str | None:
    """What stands after the keyword of a statement, on one line; of a list, the value alone. None where that cannot
    be: a text over several lines is written on one."""
    text = _LONG.sub(lambda found: string(unquoted(found[0])), _TIMES.sub("", fact.span.text))
    value = FLAG if text == keyword else text[len(keyword) + 1 :] if text.startswith(f"{keyword} ") else text
    value = "".join(char if char.isprintable() else f"\\u{{{ord(char):X}}}" for char in value)
    if not _TIMED.search(_STRING.sub("", value)):
        value = f"{value}{_times(estate, fact.during, known)}"
    return value if _whole(f"{keyword} {value}") else None


def _times(estate: Estate, during: Interval, known: Container[Element] | None) -> str:
    return "".join(f" {name} {date}" for name, date in _dates(estate, during, known).items())


def _dates(estate: Estate, during: Interval, known: Container[Element] | None) -> dict[str, str]:
    """The times of something; a plateau without a date only where it is known."""
    dates = estate.dates(during)
    return dates if known is None else {name: date for name, date in dates.items() if date[0].isdigit()}


def relation_kept(estate: Estate, relation: Relation, known: Container[Element] | None = None) -> dict[str, str]:
    """The properties that keep a relation with its block."""
    return {STATEMENT: written_relation(estate, relation, known), **_notes(estate, relation, known, _PREFIX)}


def _notes(estate: Estate, relation: Relation, known: Container[Element] | None, prefix: str) -> dict[str, str]:
    kept: dict[str, str] = {}
    for keyword, facts in relation.facts.items():
        for fact in facts if keyword != "allow" else ():
            value = _written(estate, keyword, fact, known)
            if value is not None:
                kept[_free(f"{prefix}{keyword}", kept)] = value
    return kept


def _has(known: Container[Element] | None, element: Element | None) -> bool:
    """Whether an element is known; the library is, wherever archlint is."""
    return known is None or element in known or (element is not None and element.span.source is std())


def written_relation(estate: Estate, relation: Relation, known: Container[Element] | None = None) -> str:
    """A relation as a statement on one line, with all its clauses; without data that is not `known`, it is a use."""
    times = _times(estate, relation.stated, known)
    target = relation.target.path if relation.target else ""
    if relation.data is not None and not _has(known, relation.data):
        return f"uses {target}{times}"
    data = relation.data.path if relation.data else ""
    words = {
        "reads": f"{data} from {target}",
        "writes": f"{data} to {target}",
        "holds": data + (f" as {relation.role}" if relation.role else "") + (f" of {target}" if target else ""),
    }.get(relation.keyword, target)
    via = f" via {relation.via.path}" if relation.via and _has(known, relation.via) else ""
    purpose = f" for {string(relation.purpose)}" if relation.purpose is not None else ""
    bespoke = " bespoke" if relation.bespoke else ""
    return f"{relation.keyword} {words}{via}{purpose}{bespoke}{times}"
