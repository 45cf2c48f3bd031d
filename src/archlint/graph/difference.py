"""What became of a model: elements added, removed, renamed, and those that state something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.statements import Amount, Duration, Stated
from archlint.model.time import ALWAYS, Interval, name_of

__all__ = ["Change", "Difference", "State", "difference"]

_ALIKE = 0.5
"""What share of their statements two elements must have in common for one to be the other renamed."""

_BEFORE_TARGET = {"reads": ("from",), "writes": ("to",)}
_NOT_COMPARED = frozenset({"since", "until", "allow"})


class State(NamedTuple):
    """A model as a whole, or as it stands at an instant."""

    model: Model
    instant: int | None = None

    def has(self, thing: Element | Relation) -> bool:
        """Whether an element or relation is part of it."""
        return self.instant is None or thing.lifetime.holds(self.instant)


@dataclass(frozen=True)
class Change:
    """An element that states something else than before: statements gone, and statements new, in words."""

    path: str
    gone: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """All that differs between two states. Elements are `kind path`; a rename is a guess, from likeness."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.renamed or self.changed)


def difference(old: State, new: State) -> Difference:
    """What the second state has that the first has not, and the other way round."""
    before, after = _elements(old), _elements(new)
    called = dict(_renames(old, new, before, after))
    renames = {
        inner.path: other + inner.path[len(path) :] for path, other in called.items() for inner in before[path].inside()
    }
    kept = {path: renames.get(path, path) for path in before if renames.get(path, path) in after}
    added = [after[path] for path in after if path not in kept.values()]
    removed = [before[path] for path in before if path not in kept]
    changes = (_change(old, new, before[path], after[other], renames) for path, other in kept.items())
    return Difference(
        tuple(map(_named, added)),
        tuple(map(_named, removed)),
        tuple((_named(before[path]), other) for path, other in called.items()),
        tuple(change for change in changes if change.gone or change.new),
    )


def _named(element: Element) -> str:
    return f"{element.keyword} {element.path}"


def _elements(state: State) -> dict[str, Element]:
    """The state's own elements; the kind is part of the key where several share a path."""
    found: dict[str, Element] = {}
    for element in state.model.own:
        if state.has(element):
            found[element.path if element.path not in found else f"{element.keyword} {element.path}"] = element
    return found


def _change(old: State, new: State, one: Element, other: Element, renames: Mapping[str, str]) -> Change:
    before, after = set(_statements(old, one, renames)), set(_statements(new, other, {}))
    return Change(_named(other), tuple(sorted(before - after)), tuple(sorted(after - before)))


def _statements(state: State, element: Element, renames: Mapping[str, str]) -> Iterator[str]:
    """What an element states, as text in which every name is the new one."""
    if element.title:
        yield f'title "{element.title}"'
    if state.instant is None and element.stated != ALWAYS:
        yield f"exists{_during(element.stated)}"
    for word, facts in element.facts.items():
        if word not in _NOT_COMPARED:
            yield from (_fact(state, word, fact, renames) for fact in facts if _holds(state, fact.during))
    yield from (_relation(state, relation, renames) for relation in element.relations if state.has(relation))


def _holds(state: State, during: Interval) -> bool:
    return state.instant is None or during.holds(state.instant)


def _fact(state: State, word: str, fact: Stated[Any], renames: Mapping[str, str]) -> str:
    clauses = "".join(f" {clause} {_shown(value, renames)}" for clause, value in fact.clauses.items())
    value = "" if fact.value is True else f" {_shown(fact.value, renames)}"
    return f"{word}{value}{clauses}{_during(fact.during) if state.instant is None else ''}"


def _relation(state: State, relation: Relation, renames: Mapping[str, str]) -> str:
    words = [relation.keyword]
    words += [_shown(relation.data, renames)] if relation.data else []
    if relation.target and relation.keyword != "holds":
        words += [*_BEFORE_TARGET.get(relation.keyword, ()), _shown(relation.target, renames)]
    if relation.role:
        of = f" of {_shown(relation.target, renames)}" if relation.target else ""
        words.append(f"as {relation.role}{of}")
    words += [f"via {relation.via.path}"] if relation.via else []
    words += [f'for "{relation.purpose}"'] if relation.purpose else []
    words += ["bespoke"] if relation.bespoke else []
    return " ".join(words) + (_during(relation.stated) if state.instant is None else "")


def _during(interval: Interval) -> str:
    since, until = name_of(interval.since), name_of(interval.until)
    return (f" since {since}" if since else "") + (f" until {until}" if until else "")


def _shown(value: object, renames: Mapping[str, str]) -> str:
    if isinstance(value, Element):
        return renames.get(value.path, value.path)
    if isinstance(value, Duration):
        return f"{value.length:g} {value.unit}"
    if isinstance(value, tuple) and not isinstance(value, Amount):
        return " ".join(_shown(part, renames) for part in value)
    return str(value)


def _renames(
    old: State, new: State, before: Mapping[str, Element], after: Mapping[str, Element]
) -> Iterator[tuple[str, str]]:
    """Elements gone and the new ones of their kind, at the same place, that state most of the same."""
    taken: set[str] = set()
    fresh = [element for path, element in after.items() if path not in before]
    for path, element in before.items():
        if path in after:
            continue
        likeness = [(_likeness(old, new, element, other), other.path) for other in _rivals(element, fresh, taken)]
        best = max(likeness, default=(0.0, ""))
        if best[0] >= _ALIKE and [share for share, _ in likeness].count(best[0]) == 1:
            taken.add(best[1])
            yield path, best[1]


def _rivals(element: Element, fresh: Iterable[Element], taken: set[str]) -> Iterator[Element]:
    parent = element.parent.path if element.parent else None
    for other in fresh:
        same_place = (other.parent.path if other.parent else None) == parent
        if other.keyword == element.keyword and same_place and other.path not in taken:
            yield other


def _likeness(old: State, new: State, one: Element, other: Element) -> float:
    """The share of what either states that both state; nested names count as statements."""
    ours = {*_statements(old, one, {one.path: other.path}), *(f"in it {child.name}" for child in one.children)}
    theirs = {*_statements(new, other, {}), *(f"in it {child.name}" for child in other.children)}
    return len(ours & theirs) / max(len(ours | theirs), 1)
