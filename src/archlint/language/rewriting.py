"""Relations written anew: what a rule offers as the fix of a finding, where it is certain what to write."""

from __future__ import annotations

from archlint.diagnostics import Edit, Fix
from archlint.language.edits import end_of_statement, line_end_of, path_from, word_in
from archlint.language.tree import words_with_places
from archlint.model.elements import Element, Interface
from archlint.model.relations import Relation
from archlint.source import Span

__all__ = ["narrowed", "outlasts", "stated_as", "succeeded", "turned_to"]

_END_OF_WAY = {"uses": 1, "reads": 3, "writes": 3}
"""Which word of a dependency is its way in."""


def outlasts(element: Element, relation: Relation) -> bool:
    """Whether an element is there as long as a relation."""
    return element.lifetime.since <= relation.lifetime.since and relation.lifetime.until <= element.lifetime.until


def narrowed(relation: Relation, way: Interface) -> Fix | None:
    """The fix by which a dependency on a system names an interface in it."""
    target = relation.target
    if target is None or relation.keyword not in _END_OF_WAY or _stated(relation, way):
        return None
    word = word_in(relation.span, _END_OF_WAY[relation.keyword])
    path = word.text + way.path[len(target.path) :]
    return Fix(f"replace `{word.text}` with `{path}`", (Edit(word, path),))


def turned_to(relation: Relation, way: Interface) -> Fix | None:
    """The fix by which a dependency takes another way in; none where it says how it goes the way that it takes now."""
    path = path_from(relation.source, way)
    if path is None or relation.via is not None or relation.bespoke or _stated(relation, way):
        return None
    word = word_in(relation.span, _END_OF_WAY[relation.keyword])
    data = word_in(relation.span, 1)
    return Fix(f"read `{data.text}` from `{path}` instead of `{word.text}`", (Edit(word, path),), safe=False)


def _stated(relation: Relation, way: Element) -> list[Relation]:
    """What the source says already of how it depends on an interface in this way."""
    said = (relation.keyword, relation.data, way)
    return [one for one in relation.source.relations if (one.keyword, one.data, one.target) == said]


def stated_as(holding: Relation, role: str) -> Fix:
    """The fix by which a store says as what it holds an entity."""
    data = word_in(holding.span, 1)
    at = Span(holding.file, data.end, data.end)
    said = f"`holds {data.text} as {role}` in `{holding.source.path}`"
    return Fix(f"write {said}", (Edit(at, f" as {role}"),), safe=False)


def succeeded(relation: Relation, way: Interface, end: str) -> Fix | None:
    """The fix by which a read ends when its target does, and goes on from an interface of the successor.

    `end` is the date or the plateau as it is written. Where the source reads the entity from there already, the
    one read only ends.
    """
    path, stated = path_from(relation.source, way), _stated(relation, way)
    if path is None or not all(_takes_over(one, relation) for one in stated):
        return None
    ending = _ending(relation, end)
    following = [] if stated else [_following(relation, path, end)]
    data, old = word_in(relation.span, 1).text, word_in(relation.span, 3).text
    message = f"read `{data}` from `{old}` until {end}, and from `{path}` since then"
    return Fix(message, tuple(_joined([ending, *following])), safe=False)


def _takes_over(other: Relation, relation: Relation) -> bool:
    """Whether another relation is there at the end of what this one depends on."""
    return relation.target is not None and other.lifetime.holds(relation.target.lifetime.until)


def _joined(edits: list[Edit]) -> list[Edit]:
    """The edits; two at one place are one."""
    if len(edits) == 2 and edits[0].span == edits[1].span:
        return [Edit(edits[0].span, edits[0].text + edits[1].text)]
    return edits


def _ending(relation: Relation, end: str) -> Edit:
    """Lets a relation end sooner than it says, if it says so at all."""
    words = words_with_places(relation.text)
    for number, (word, _) in enumerate(words[:-1]):
        if word == "until" and number > _END_OF_WAY[relation.keyword]:
            return Edit(word_in(relation.span, number + 1), end)
    return Edit(Span(relation.file, relation.end, relation.end), f" until {end}")


def _following(relation: Relation, path: str, end: str) -> Edit:
    """The statement that comes after a relation, on a line of its own where that has one."""
    source, text = relation.file, relation.file.text
    line = text.rfind("\n", 0, relation.start) + 1
    indent = text[line : relation.start]
    finish = end_of_statement(source, relation.end)
    line_end = text.find("\n", finish)
    rest = text[finish : line_end if line_end >= 0 else len(text)].strip()
    statement = _statement(relation, path, end)
    if indent.strip() or (rest and not rest.startswith("#")):
        return Edit(Span(source, finish, finish), f"; {statement}")
    at = line_end if line_end >= 0 else len(text)
    at -= text[at - 1] == "\r"
    return Edit(Span(source, at, at), f"{line_end_of(source)}{indent}{statement}")


def _statement(relation: Relation, path: str, end: str) -> str:
    words = [word for word, _ in words_with_places(relation.text)]
    kept = [words[0], words[1], "from", path]
    for clause in ("for", "until"):
        if clause in words[4:]:
            place = words.index(clause, 4)
            kept += [clause, words[place + 1]] if clause == "for" else ["since", end, clause, words[place + 1]]
    return " ".join(kept if "since" in kept[4:] else [*kept, "since", end])
