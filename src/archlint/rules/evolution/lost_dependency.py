"""EVO108: a system that lives on when what it rests on ends."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.succession import handed_over, successors_in
from archlint.model.elements import Element, Legacy
from archlint.model.model import Model
from archlint.model.relations import DEPENDENCY_KEYWORDS, Relation
from archlint.rules.rule import TransitionRule
from archlint.rules.wording import listed, when

__all__ = ["LostDependency", "outlives"]

SAID = {"hosted-on": "is hosted on", "holds": "takes a copy of its data from"}


class LostDependency(TransitionRule):
    """A system lives on past the end of something, other than legacy, on which it depends, on which it is hosted, or of
    whose data it keeps a copy, and the relation has no `until` at or before that end.

    Judged over all time, by the dates that are stated, not only at the plateaus. What ends may be a system, or the
    part, store or interface of it that the relation names. A relation that ends sooner because the part or the store
    that states it does is at its end, too.

    ## Why
    A schedule is well defined when everything that rests on what ends has somewhere to go by then.
    Source: Government as a platform, line 58.

    ## Breaks it
    ```arch
    platform hosting-1 { until 2017 }
    platform hosting-2 { since 2016; replaces hosting-1 }
    product book-test { hosted-on hosting-1 }
    ```

    ## Mended
    ```arch
    platform hosting-1 { until 2017 }
    platform hosting-2 { since 2016; replaces hosting-1 }
    product book-test {
      hosted-on hosting-1 until 2017
      hosted-on hosting-2 since 2017
    }
    ```

    ## Exceptions
    A relation with an `until` at or before the end is a planned departure. Of legacy LEG109 used-after-switch-off
    speaks. One that can never exist at all is a time-mismatch. What lies within one system is left to it.
    """

    code = "EVO108"
    severity = Severity.ERROR
    sources = ("001:58",)

    def check(self, history: History) -> Iterator[Finding]:
        model = history.model
        heirs = cache(lambda: successors_in(model))
        for element in model.own:
            for relation in element.relations:
                target = relation.target
                if target is not None and outlives(relation, target) and not isinstance(target.outermost, Legacy):
                    yield self._lost(model, relation, _ending(target), heirs())

    def _lost(self, model: Model, relation: Relation, ending: Element, heirs: dict[Element, list[Element]]) -> Finding:
        system, end = relation.source.outermost, when(model, ending.lifetime.until)
        until = ending.until[0].span.text if ending.until else f"until {end}"
        following = [heir for heir in heirs.get(ending, ()) if heir is not system]
        return self.finding(
            relation,
            f"`{system.path}` {SAID.get(relation.keyword, 'depends on')} `{ending.path}`, which ends {end}, and lives "
            "on after that",
            help=f"end this with `{until}` or sooner, and say what takes its place"
            f"{f': {listed(following)}' if following else ''}",
            elements=(system, ending),
            related=[(ending.until[0] if ending.until else ending, f"`{ending.path}` ends here")],
            witness=(system, ending),
            fixes=handed_over(relation, ending, following),
        )


def outlives(relation: Relation, target: Element) -> bool:
    """Whether a dependency, hosting or feed goes on after the end of its target, in another system; one that never
    exists does not."""
    if relation.keyword not in DEPENDENCY_KEYWORDS and relation.keyword not in SAID:
        return False
    if target.outermost is relation.source.outermost or not relation.lifetime.exists:
        return False
    return min(relation.stated.until, relation.source.lifetime.until) > target.lifetime.until


def _ending(target: Element) -> Element:
    """What ends: the outermost element around the target that ends when it does."""
    end, ending = target.lifetime.until, target
    while ending.parent is not None and ending.parent.lifetime.until == end:
        ending = ending.parent
    return ending
