"""LEG109: a system that lives on when the legacy it rests on is switched off."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.succession import handed_over, successors_in
from archlint.model.elements import Element, Interface, Legacy
from archlint.model.model import Model
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.rules.rule import TransitionRule
from archlint.rules.wording import listed, when

__all__ = ["UsedAfterSwitchOff"]

SAID = {"hosted-on": "is hosted on", "holds": "takes a copy of its data from"}


class UsedAfterSwitchOff(TransitionRule):
    """A system lives on past the `until` of legacy on which it depends, on which it is hosted, or of whose data it
    keeps a copy, and the relation has no `until` at or before that date.

    Judged over all time, not only at the plateaus. A relation that ends sooner because the part or the store that
    states it does is at its end, too.

    ## Why
    A schedule for switching off legacy holds only if everything that rests on it has left by then: an exemplar that
    still needs the old gateway on its last day either stops, or keeps the gateway alive.
    Source: Government as a platform, line 58; Action 11, line 73.

    ## Breaks it
    ```arch
    legacy gateway { until 2016 }
    platform verify { since 2014-10; replaces gateway }
    product farm-payments { uses gateway }
    ```

    ## Mended
    ```arch
    legacy gateway { until 2016 }
    platform verify { since 2014-10; replaces gateway }
    product farm-payments {
      uses gateway until 2016
      uses verify since 2016
    }
    ```

    ## Exceptions
    A relation with an `until` at or before the end of the legacy is a planned departure. One that can never exist
    at all is a time-mismatch.
    """

    code = "LEG109"
    severity = Severity.ERROR
    sources = ("001:58", "004:73")

    def check(self, history: History) -> Iterator[Finding]:
        model = history.model
        heirs = cache(lambda: successors_in(model))
        for element in model.own:
            for relation in element.relations:
                if _outlives(relation):
                    yield self._stranded(model, relation, heirs())

    def _stranded(self, model: Model, relation: Relation, heirs: dict[Element, list[Element]]) -> Finding:
        system, legacy = relation.source.outermost, _target(relation)
        end = legacy.until[0].span.text if legacy.until else "until …"
        others = [heir for heir in heirs.get(legacy, []) if heir is not system]
        return self.finding(
            relation,
            f"`{system.path}` {SAID.get(relation.keyword, 'depends on')} legacy `{legacy.path}`, which ends "
            f"{when(model, legacy.lifetime.until)}, and lives on after that",
            help=f"end this with `{end}` or sooner, and say what takes its place{_next(relation, others)}",
            elements=(system, legacy),
            related=[(legacy.until[0] if legacy.until else legacy, f"`{legacy.path}` ends here")],
            witness=(system, legacy),
            fixes=handed_over(relation, legacy, others),
        )


def _outlives(relation: Relation) -> bool:
    """Whether a relation rests on legacy and goes on after the end of it; one that never exists does not."""
    if relation.keyword not in DEPENDENCY_KEYWORDS and relation.keyword not in SAID:
        return False
    target = relation.target
    if target is None or not isinstance(target.outermost, Legacy) or not relation.lifetime.exists:
        return False
    return min(relation.stated.until, relation.source.lifetime.until) > target.outermost.lifetime.until


def _target(relation: Relation) -> Element:
    return relation.target.outermost if relation.target is not None else relation.source


def _next(relation: Relation, heirs: list[Element]) -> str:
    """What could come after a relation: the interfaces of the successors that expose the same data, or they."""
    if not heirs:
        return ""
    interfaces = (inner for heir in heirs for inner in heir.inside() if isinstance(inner, Interface))
    exposing = [way for way in interfaces if any(fact.value is relation.data for fact in way.exposes)]
    return f": {listed(exposing or heirs)}"
