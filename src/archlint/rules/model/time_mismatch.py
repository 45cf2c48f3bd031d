"""MOD009: times that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archlint.diagnostics import Finding, Severity
from archlint.model.elements import Element, Plateau
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.model.statements import Stated
from archlint.model.time import ALWAYS, Interval, name_of
from archlint.rules.rule import ModelRule, later_first

__all__ = ["TimeMismatch"]


class TimeMismatch(ModelRule):
    """Times contradict each other, in one of these ways.

    - The `until` of an element, a relation or a property is not after its `since`.
    - A nested element can never exist, because its own time and that of what it stands in do not meet.
    - A relation can never exist, because its own time and those of its two ends do not meet.
    - Two plateaus have one date, or two have none.

    ## Why
    What never exists is in no snapshot, so that every other rule passes it by in silence; and two states of one
    date cannot be told apart.

    ## Breaks it
    ```arch
    platform payments { since 2018 }
    product renew-licence { until 2016; uses payments }
    ```

    ## Mended
    ```arch
    platform payments { since 2015 }
    product renew-licence { until 2016; uses payments }
    ```

    ## Exceptions
    `replaces`, `reuses` and `holds` need no living target: where the new begins on the day that the old ends, the
    cut-over is clean. An interval ends before its `until`, so two that only touch do not meet.
    """

    code = "MOD009"
    severity = Severity.ERROR

    def check(self, model: Model) -> Iterator[Finding]:
        plateaus: dict[int | None, Plateau] = {}
        for element in model.elements:
            if isinstance(element, Plateau):
                yield from self._plateau(element, plateaus)
            if element.imported:
                continue
            yield from self._element(element)
            yield from self._properties(element)
            yield from self._relations(element)

    def _plateau(self, plateau: Plateau, plateaus: dict[int | None, Plateau]) -> Iterator[Finding]:
        date = plateau.at[0].value if plateau.at else None
        other = plateaus.setdefault(date, plateau)
        if other is plateau or (other.imported and plateau.imported):
            return
        later, earlier = later_first(plateau, other)
        said = f"both stand for {name_of(date)}" if date else "neither has a date"
        yield self.finding(
            later.at[0] if later.at else later,
            f"plateaus `{earlier.path}` and `{later.path}` cannot be told apart: {said}",
            help="give one of them another date, or remove it",
            elements=(later, earlier),
            related=[(earlier.at[0] if earlier.at else earlier, "the other plateau")],
        )

    def _element(self, element: Element) -> Iterator[Finding]:
        if not element.stated.exists:
            yield self.finding(
                element.until[0],
                f"`{element.path}` ends {_when(element.stated.until)}, which is not after it begins, "
                f"{_when(element.stated.since)}",
                help="let it end later, or begin sooner",
                elements=(element,),
                related=[(element.since[0], "it begins here")],
            )
        elif element.parent and element.parent.lifetime.exists and not element.lifetime.exists:
            yield self.finding(
                element,
                f"`{element.path}` exists {_during(element.stated)}, and `{element.parent.path}`, in which it stands, "
                f"{_during(element.parent.lifetime)}: it can never exist",
                help=f"let the times meet, or declare it outside `{element.parent.path}`",
                related=[(element.parent, "what it stands in")],
            )

    def _properties(self, element: Element) -> Iterator[Finding]:
        for keyword, facts in element.facts.items():
            judged: Interval | None = None
            for fact in facts:
                if fact.during is not ALWAYS and fact.during is not judged and not fact.during.exists:
                    yield self._property(element, keyword, fact)
                judged = fact.during

    def _property(self, element: Element, keyword: str, fact: Stated[Any]) -> Finding:
        return self.finding(
            fact,
            f"this `{keyword}` of `{element.path}` holds until {_when(fact.during.until)}, which is not after "
            f"{_when(fact.during.since)}, since when it holds",
            help="let it hold longer, or begin sooner",
            elements=(element,),
        )

    def _relations(self, element: Element) -> Iterator[Finding]:
        dated = [relation for relation in element.relations if relation.lifetime is not ALWAYS]
        impossible = [relation for relation in dated if not relation.lifetime.exists]
        if not impossible:
            return
        backwards = {relation.span: relation for relation in reversed(impossible) if not relation.stated.exists}
        for relation in backwards.values():
            yield self.finding(
                relation,
                f"this ends {_when(relation.stated.until)}, which is not after it begins, "
                f"{_when(relation.stated.since)}",
                help="let it end later, or begin sooner",
            )
        for relation in impossible:
            ends = [end for end in (relation.source, relation.target) if end is not None]
            if relation.stated.exists and all(end.lifetime.exists for end in ends):
                yield self._never(relation, ends)

    def _never(self, relation: Relation, ends: list[Element]) -> Finding:
        times = [f"`{end.path}` exists {_during(end.lifetime)}" for end in ends if end.lifetime is not ALWAYS]
        if relation.stated is not ALWAYS:
            times.insert(0, f"it is stated {_during(relation.stated)}")
        return self.finding(
            relation,
            f"this can never exist: {', and '.join(times)}",
            help="let the times meet, or remove it",
            related=[(end, f"exists {_during(end.lifetime)}") for end in ends],
        )


def _when(instant: int) -> str:
    return name_of(instant) or "with the plateau that has no date"


def _during(interval: Interval) -> str:
    """An interval in words."""
    since = f"since {name_of(interval.since)}" if name_of(interval.since) else ""
    until = f"until {name_of(interval.until)}" if name_of(interval.until) else ""
    return " ".join(filter(None, (since, until))) or "without dates"
