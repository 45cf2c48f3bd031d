"""MOD006: a property that is in force twice at one instant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from archlint.diagnostics import Edit, Finding, Fix, Severity
from archlint.language.edits import removal
from archlint.language.schema import statements_in
from archlint.language.tree import split
from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.statements import Stated, Statement
from archlint.rules.rule import ModelRule
from archlint.source import Span

__all__ = ["DuplicateStatement"]


class DuplicateStatement(ModelRule):
    """A property that stands once is in force twice at one instant.

    The finding sits on the later statement and shows the earlier one. Statements whose times do not meet may
    stand beside each other: `cost 12m GBP until 2016` and `cost 9m GBP since 2016`.

    ## Why
    Only one of the two can be true, and nothing says which of them counts.

    ## Breaks it
    ```arch
    product licensing {
      cost 12m GBP
      cost 9m GBP since 2016
    }
    ```

    ## Mended
    ```arch
    product licensing {
      cost 12m GBP until 2016
      cost 9m GBP since 2016
    }
    ```

    ## Exceptions
    A property that may be repeated, such as `need` or `source`, and one that takes a list, such as `tags` or
    `serves`, may stand as often as there is something to say.
    """

    code = "MOD006"
    severity = Severity.ERROR

    def check(self, model: Model) -> Iterator[Finding]:
        own = frozenset(model.files)
        for element in model.own:
            yield from self._in(element, element.keyword, element.facts, own)
            seen: set[int] = set()  # the relations that one statement makes share its block
            for relation in element.relations:
                if relation.facts and id(relation.facts) not in seen:
                    seen.add(id(relation.facts))
                    yield from self._in(element, relation.keyword, relation.facts, own)

    def _in(
        self, element: Element, place: str, stated: Mapping[str, tuple[Stated[Any], ...]], own: frozenset[str]
    ) -> Iterator[Finding]:
        for keyword, facts in stated.items():
            if len(facts) > 1:
                shape = statements_in(place)[keyword]
                if not shape.repeatable and not shape.lists:
                    for later, earlier in _in_force_at_once(facts, own).items():
                        yield self._twice(element, shape, later, earlier)

    def _twice(self, element: Element, shape: Statement, later: Span, earlier: Span) -> Finding:
        ending = ", or let the one end with `until` when the other begins with `since`" if shape.dated else ""
        return self.finding(
            later,
            f"`{shape.keyword}` is already stated for `{element.path}`, and both hold at one time",
            help=f"keep one of them{ending}",
            elements=(element,),
            related=[(earlier, "stated here first")],
            fixes=_fixes(shape, later, earlier),
        )


def _fixes(shape: Statement, later: Span, earlier: Span) -> list[Fix]:
    """Removing the later statement, where it says just what the earlier one does."""
    if split(later.text) != split(earlier.text):
        return []
    return [Fix(f"remove the second `{shape.keyword}`, which says the same", (Edit(removal(*later), ""),))]


def _in_force_at_once(facts: tuple[Stated[Any], ...], own: frozenset[str]) -> dict[Span, Span]:
    """Each statement that shares an instant with an earlier one, with that one; one of imported files is the
    later one only beside another of those."""
    met: dict[Span, Span] = {}
    by_time = sorted((fact for fact in facts if fact.during.exists), key=lambda fact: (fact.during, fact.span.order))
    lasting: Stated[Any] | None = None
    for fact in by_time:
        if lasting is not None and fact.during.since < lasting.during.until:
            pair = sorted((lasting.span, fact.span), key=lambda span: (span.source.path in own, span.order))
            met.setdefault(pair[1], pair[0])
        if lasting is None or fact.during.until > lasting.during.until:
            lasting = fact
    return met
