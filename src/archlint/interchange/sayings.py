"""What things and links say, as statements of the language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from archlint.interchange.foreign import Link
from archlint.interchange.keepsakes import DERIVED, IDENTIFIER, is_keepsake, kept_statement, notes_kept, statement_kept
from archlint.interchange.placing import Placed
from archlint.interchange.words import standard_in, string, word
from archlint.model.statements import SYSTEM_KINDS
from archlint.source import Span

__all__ = ["Saying", "of_link", "of_thing", "opening"]

_DATA = ("reads", "writes")
_PROPERTIES = {
    "serves": (SYSTEM_KINDS, ("user",)),
    "provides": (SYSTEM_KINDS, ("capability",)),
    "needs": (SYSTEM_KINDS, ("capability",)),
    "supplied-by": (SYSTEM_KINDS, ("supplier",)),
    "wraps": (("adaptor",), SYSTEM_KINDS),
    "replaces": (SYSTEM_KINDS, SYSTEM_KINDS),
    "hosted-on": (SYSTEM_KINDS, SYSTEM_KINDS),
    "reuses": (SYSTEM_KINDS, SYSTEM_KINDS),
    "exposes": (("interface",), ("data",)),
    "holds": (("store",), ("data",)),
    "owner": ((*SYSTEM_KINDS, "store", "user"), ("organisation",)),
}
"""The kinds at both ends of a link that become a statement of that name."""


class Saying(NamedTuple):
    """A statement, the key of the thing that makes it, and what it was made from."""

    key: str
    text: str
    place: Span


def opening(element: Placed) -> str:
    """The head of the declaration of an element."""
    title = "" if element.thing.name == element.thing.properties.get(IDENTIFIER) else f" {string(element.thing.name)}"
    return f"{element.kind} {element.path.rpartition('.')[2]}{title}"


def of_thing(element: Placed, elements: Mapping[str, Placed], states: Mapping[str, str]) -> list[Saying]:
    """What a thing states of itself."""
    thing = element.thing
    return [Saying(thing.key, text, thing.place) for text in _facts(element, elements, states)]


def _facts(element: Placed, elements: Mapping[str, Placed], states: Mapping[str, str]) -> Iterator[str]:
    thing = element.thing
    if element.own:
        kept = (kept_statement(element.kind, name, thing.properties) for name in thing.properties)
        yield from (statement for statement in kept if statement)
        return
    if thing.description:
        yield f"description {string(thing.description)}"
    yield from _role(element, elements)
    if thing.tags:
        yield f"tags {', '.join(dict.fromkeys(word(tag) for tag in thing.tags))}"
    if thing.link.startswith(("http://", "https://", "mailto:")):
        yield f"link {string(thing.link)}"
    for name, value in thing.properties.items():
        if not is_keepsake(name):
            yield f"meta {word(name)} {string(value)}"
    yield from _times(thing.since, thing.until, states)


def _role(element: Placed, elements: Mapping[str, Placed]) -> Iterator[str]:
    """What only some kinds of element state."""
    thing, kind = element.thing, element.kind
    owner = elements.get(thing.owner or "")
    if owner and owner.kind == "organisation" and kind in _PROPERTIES["owner"][0]:
        yield f"owner {owner.path}"
    around = elements.get(thing.parent or "")
    if around and around.kind == kind and kind in ("organisation", "capability", "data"):
        yield f"part-of {around.path}"
    if thing.external and kind in SYSTEM_KINDS and element.parent is None:
        yield "external"
    if thing.phase and kind in SYSTEM_KINDS:
        yield f"phase {thing.phase}"
    if thing.technology and kind in (*SYSTEM_KINDS, "store"):
        yield f"technology {string(thing.technology)}"
    if kind == "interface" and (standard := standard_in(thing.technology)):
        yield f"standard {standard}"


def _times(since: str, until: str, states: Mapping[str, str]) -> Iterator[str]:
    if since in states:
        yield f"since {states[since]}"
    if until in states:
        yield f"until {states[until]}"


def of_link(link: Link, role: str, elements: Mapping[str, Placed], states: Mapping[str, str]) -> Saying | None:
    """What a link says, and of which element; None where the language has no words for it."""
    one, other = elements.get(link.source), elements.get(link.target)
    if role == "ignore" or one is None or other is None or DERIVED in link.properties:
        return None
    if one.own and (statement := statement_kept(link.properties)):
        return Saying(link.source, f"{statement}{notes_kept(link.properties)}", link.place)
    if one is other:
        return None
    times = "".join(f" {part}" for part in _times(link.since, link.until, states))
    if role in _PROPERTIES:
        sources, targets = _PROPERTIES[role]
        fits = one.kind in sources and other.kind in targets
        return Saying(link.source, f"{role} {other.path}{times}", link.place) if fits else None
    if role == "part-of":
        fits = one.kind == other.kind and one.kind in ("organisation", "capability", "data")
        return Saying(link.source, f"part-of {other.path}{times}", link.place) if fits else None
    return _dependency(link, role, one, other, elements, times)


def _dependency(
    link: Link, role: str, one: Placed, other: Placed, elements: Mapping[str, Placed], times: str
) -> Saying | None:
    """`uses`, `reads` or `writes`; whom a user uses serves the user, and a system needs the capability it uses."""
    if one.kind == "user" or other.kind == "user":
        system, user = (other, one) if one.kind == "user" else (one, other)
        fits = system.kind in SYSTEM_KINDS and user.kind == "user"
        return Saying(system.thing.key, f"serves {user.path}{times}", link.place) if fits else None
    source = _system_of(one)
    if source is None:
        return None
    if other.kind == "capability":
        return Saying(source.thing.key, f"needs {other.path}{times}", link.place)
    if other.kind not in (*SYSTEM_KINDS, "store", "interface") or source is other:
        return None
    data = elements.get(link.data or "")
    subject = f"uses {other.path}"
    if role in _DATA and data is not None and data.kind == "data":
        subject = f"{role} {data.path} {'from' if role == 'reads' else 'to'} {other.path}"
    return Saying(source.thing.key, f"{subject}{_clauses(link, role)}{times}{_block(link)}", link.place)


def _clauses(link: Link, role: str) -> str:
    via = standard_in(link.technology)
    return (f" via {via}" if via else "") + (" bespoke" if role == "bespoke" else "")


def _block(link: Link) -> str:
    said = [f"description {string(link.description)}"] if link.description else []
    said += [f"tags {', '.join(dict.fromkeys(word(tag) for tag in link.tags))}"] if link.tags else []
    said += [f"meta technology {string(link.technology)}"] if link.technology else []
    said += [f"meta {word(name)} {string(value)}" for name, value in link.properties.items() if not is_keepsake(name)]
    return f" {{ {'; '.join(said)} }}" if said else ""


def _system_of(element: Placed) -> Placed | None:
    """The system that an interface or a store stands in; a system itself."""
    found: Placed | None = element
    while found is not None and found.kind not in SYSTEM_KINDS:
        found = found.parent
    return found
