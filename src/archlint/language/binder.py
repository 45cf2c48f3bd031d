"""The second pass: facts and relations, with every name resolved and every interval known."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from archlint.diagnostics import Fault, Label
from archlint.language.arguments import Arguments, Reading, Wrong, stretch
from archlint.language.declarations import MOST, Declarations, Pending, Unit, unknown_keyword
from archlint.language.echoes import without_echoes
from archlint.language.edits import importing, respelt
from archlint.language.phrases import brief, described
from archlint.language.schema import kinds_in, statements_in
from archlint.language.suggestions import did_you_mean, nearest
from archlint.language.tree import Statement as Written
from archlint.language.tree import split
from archlint.model.elements import AREA, KINDS, Element, Plateau, View
from archlint.model.relations import RELATIONS, Relation
from archlint.model.statements import Reference, Stated, Statement, grouped
from archlint.model.time import AFTER_EVERY_DATE, BEFORE_EVERY_DATE, NEVER, Interval
from archlint.model.waivers import Waiver
from archlint.source import SourceFile, Span

__all__ = ["bind"]

_AREAS = AREA.words
"""What a view may show and hide as it does a tag."""

_LASTING_TARGETS = frozenset({"replaces", "reuses", "holds"})
"""Relations that outlive what they point at: a successor may begin on the day the old one ends."""


def bind(units: list[Unit], most: int = MOST) -> tuple[tuple[Element, ...], list[Fault]]:
    """The elements that a set of files declares, each with its facts and relations, and what is wrong in them.

    Of files that come only by import no fault is kept.
    """
    imported = {unit.tree.source.path for unit in units if unit.imported or unit.library}
    binder = _Binder(Declarations(units, most))
    units.clear()
    binder.run()
    own = [fault for fault in binder.faults.told() if fault.span.source.path not in imported]
    return tuple(binder.declared.elements), without_echoes(own)


class _Binder:
    """Reads every pending block; the context in which arguments are read."""

    def __init__(self, declared: Declarations) -> None:
        self.declared = declared
        self.names = declared.names
        self.faults = declared.faults
        self._scope: Element | None = None
        self._tags: set[str] | None = None
        self._extended = {pending.element for pending in declared.pending if pending.extension}
        self._extents: dict[Element, list[Span]] = {}
        self._known: dict[str, dict[str, tuple[Statement, Reading]]] = {}
        self._repeated: dict[tuple[int, str], tuple[dict[str, tuple[Stated[Any], ...]], list[Stated[Any]]]] = {}

    def run(self) -> None:
        """The dates of plateaus first, for every other time may name them; views last, for they may name any tag."""
        waiting = deque(sorted(self.declared.pending, key=lambda pending: isinstance(pending.element, View)))
        self.declared.pending.clear()
        for pending in waiting:
            if isinstance(pending.element, Plateau):
                self._date(pending)
        while waiting:
            self._block(waiting.popleft())
        for (_, keyword), (facts, stated) in self._repeated.items():
            facts[keyword] = tuple(stated)
        for element in self.declared.elements:
            _live(element)
        for element in self.declared.elements:
            for relation in element.relations:
                _meet(relation)
        self._waive()

    def report(self, fault: Fault) -> None:
        """Takes in a fault; one that names no element is about that in whose block it stands."""
        here = (self._scope.path,) if self._scope is not None else ()
        self.faults.append(fault if fault.elements else fault._replace(elements=here))

    def _date(self, pending: Pending) -> None:
        """Reads only the date of a plateau."""
        self._scope = pending.element
        for statement in pending.written.nested((_DATE.keyword,)):
            self._statement(pending.element, pending.source, statement, split(statement.text), _DATE)
        self._known.clear()  # or the date would be taken for known where it is passed over

    def _block(self, pending: Pending) -> None:
        element, source, written, _ = pending
        kind = element.keyword
        statements, nested = statements_in(kind), kinds_in(kind)
        if isinstance(element, Plateau):
            statements = {word: shape for word, shape in statements.items() if shape is not _DATE}
            nested = (_DATE.keyword,)  # which has been read
        self._scope = element
        known = self._known.setdefault(kind, {})
        for statement in written.block:
            before = known.get(statement.text)
            if before is not None and statement.parts is None:
                self._keep(element, *before, source, statement)
                continue
            words = split(statement.text)
            keyword = words[0] if words else ""
            shape = statements.get(keyword)
            if shape is not None:
                self._statement(element, source, statement, words, shape)
            elif keyword and keyword not in nested:
                self.report(unknown_keyword(source, statement, kind, self.faults.advised))
        if element in self._extended or "allow" in element.facts:
            self._extents.setdefault(element, []).append(written.extent(source))

    def _statement(
        self, element: Element, source: SourceFile, written: Written, words: list[str], shape: Statement
    ) -> None:
        arguments = Arguments(source, written, words, shape, self)
        try:
            reading = arguments.read()
        except Wrong as wrong:
            self.report(wrong.fault)
            return
        if shape.keyword in RELATIONS:
            self._relations(element, source, written, reading)
            return
        if written.parts is not None:
            help = f"the statement reads `{shape.signature}`"
            self.report(Fault("MOD002", arguments.span(0, 1), f"`{shape.keyword}` takes no block", help))
        if reading.complete and shape.same_everywhere:
            self._known.setdefault(element.keyword, {})[written.text] = (shape, reading)
        self._keep(element, shape, reading, source, written)

    def _keep(self, element: Element, shape: Statement, reading: Reading, source: SourceFile, written: Written) -> None:
        if not reading.complete and not shape.lists:
            return
        during, clauses = reading.during, reading.clauses
        if len(reading.values) == 1:
            start = written.start
            end = start + len(written.text)
            facts: tuple[Stated[Any], ...] = (Stated(reading.values[0], source, start, end, during, clauses),)
        else:
            facts = tuple(
                Stated(value, *stretch(source, written, *place), during, clauses)
                for value, place in zip(reading.values, reading.places, strict=True)
            )
        earlier = element.facts.get(shape.keyword)
        if earlier is None:
            element.facts[shape.keyword] = facts
            return
        self._repeated.setdefault((id(element.facts), shape.keyword), (element.facts, [*earlier]))[1].extend(facts)

    def _relations(self, element: Element, source: SourceFile, written: Written, reading: Reading) -> None:
        keyword = written.keyword
        values = reading.values if RELATIONS[keyword].lists else reading.values if reading.complete else []
        facts = self._relation_block(source, written, keyword)
        span = written.span(source)
        for value in values:
            relation = _relation(keyword, element, value, reading, span)
            if facts:
                relation.facts = facts
            element.relations.append(relation)

    def _relation_block(self, source: SourceFile, written: Written, keyword: str) -> dict[str, tuple[Stated[Any], ...]]:
        """What the block of a relation states."""
        if not written.parts:
            return {}
        note = Element("", None, written.span(source), None, False)
        statements = statements_in(keyword)
        for statement in written.block:
            shape = statements.get(statement.keyword)
            if shape is not None:
                self._statement(note, source, statement, split(statement.text), shape)
            elif statement.keyword:
                self.report(unknown_keyword(source, statement, keyword, self.faults.advised))
        return note.facts

    def resolve(self, path: str, reference: Reference, span: Callable[[], Span]) -> Element | str | None:
        """The element that a path means in the block being read; reports where it means none."""
        found = self.names.find(path, reference.kinds, self._scope)
        if found is not None:
            return found
        if reference.loose and (path in KINDS or path in self._all_tags()):
            return path
        self.report(self._unresolved(path, reference, span()))
        return None

    def _unresolved(self, path: str, reference: Reference, span: Span) -> Fault:
        kinds = reference.kinds
        other = self.names.find(path, (), self._scope) if kinds else None
        if other is not None:
            message = f"`{path}` is {described((other.keyword,))}; {described(kinds)} is needed here"
            help = did_you_mean(self._like(path, kinds))
            return Fault("MOD004", span, message, help, (Label(other.span, "declared here"),))
        near = self._like(path, kinds)
        if reference.loose:
            near = near or nearest(path, {*KINDS, *self._all_tags()})
        what = " or ".join(grouped(kinds)) or "element"
        message = f"there is no {what} named `{brief(path, 200)}`"
        if near:
            return Fault("MOD003", span, message, did_you_mean(near), fixes=respelt(span, near))
        return Fault("MOD003", span, message, **_from_library(path, span.source))

    def _like(self, path: str, kinds: tuple[str, ...]) -> list[str]:
        """The names that a path may have meant, while there are not too many faults already."""
        return self.names.suggestions(path, kinds, self._scope) if self.faults.advised else []

    def plateau(self, path: str, span: Callable[[], Span]) -> int | None:
        """The instant of a plateau; reports where there is no such plateau."""
        found = self.resolve(path, _PLATEAU, span)
        if not isinstance(found, Plateau):
            return None
        return found.at[0].value if found.at else AFTER_EVERY_DATE

    def _all_tags(self) -> set[str]:
        if self._tags is None:
            self._tags = {*_AREAS, *(tag.value for element in self.declared.elements for tag in element.tags)}
            again = (stated for (_, keyword), (_, stated) in self._repeated.items() if keyword == "tags")
            self._tags.update(tag.value for stated in again for tag in stated)
        return self._tags

    def _waive(self) -> None:
        """Gives every `allow` the stretches of text in which it holds."""
        for element in self.declared.elements:
            if "allow" in element.facts:
                scope = [extent for inner in element.inside() for extent in self._extents.get(inner, ())]
                element.waivers = _waivers(element.facts["allow"], (element.span, *scope), element.imported)
            for relation in element.relations:
                if "allow" in relation.facts:
                    relation.waivers = _waivers(relation.facts["allow"], (relation.span,), element.imported)


_DATE = statements_in(Plateau.keyword)["at"]
_PLATEAU = Reference.to("plateau")


def _from_library(path: str, source: SourceFile) -> dict[str, Any]:
    """The help and the fix for a name that the library declares, which nobody imports."""
    from archlint.language.library import LIBRARY, standards

    if path not in standards():
        return {}
    help = 'write `import "std"` to use the standards that come with archlint'
    return {"help": help, "fixes": (importing(source, LIBRARY),)}


def _relation(keyword: str, source: Element, value: Any, reading: Reading, span: Span) -> Relation:
    data, target = value if isinstance(value, tuple) else (None, value)
    relation = Relation(keyword, source, target, span.source, span.start, span.end)
    relation.data = data
    if keyword == "holds":
        relation.data, relation.target = value, None
        if "as" in reading.clauses:
            relation.role, relation.target = reading.clauses["as"]
    if reading.clauses:
        relation.via = reading.clauses.get("via")
        relation.purpose = reading.clauses.get("for")
        relation.bespoke = "bespoke" in reading.clauses
    relation.stated = reading.during
    return relation


def _live(element: Element) -> None:
    """An element exists while it says so, and its parent does."""
    if element.since or element.until:
        since = element.since[0].value if element.since else BEFORE_EVERY_DATE
        element.stated = Interval(since, element.until[0].value if element.until else NEVER)
    element.lifetime = element.stated.meet(element.parent.lifetime) if element.parent else element.stated


def _meet(relation: Relation) -> None:
    """A relation exists while it says so, and both its ends do."""
    lifetime = relation.stated.meet(relation.source.lifetime)
    if relation.target is not None and relation.keyword not in _LASTING_TARGETS:
        lifetime = lifetime.meet(relation.target.lifetime)
    relation.lifetime = lifetime


def _waivers(facts: Iterable[Stated[str]], scope: tuple[Span, ...], imported: bool) -> tuple[Waiver, ...]:
    return tuple(
        Waiver(fact.value, fact.clauses["because"], fact.span, scope, fact.clauses.get("until", NEVER), imported)
        for fact in facts
    )
