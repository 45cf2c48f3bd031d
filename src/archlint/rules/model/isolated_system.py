"""MOD010: a system that stands alone."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.demand import serves_by_itself
from archlint.model.elements import Element, Legacy, Platform, System
from archlint.model.model import Model
from archlint.rules.rule import ModelRule

__all__ = ["IsolatedSystem"]


class IsolatedSystem(ModelRule):
    """An outermost system has no relation to another one at any time: it depends on nothing, nothing depends on it,
    it hosts nothing and is hosted on nothing, keeps no copy and feeds none, takes nobody's place and leaves its own
    to none.

    Relations of its parts and stores count as its own; those that stay inside it do not.

    ## Why
    Hardly a system stands alone. Most often its relations have been forgotten, and every rule that follows
    relations passes it by in silence.

    ## Breaks it
    ```arch
    product renew-licence
    ```

    ## Mended
    ```arch
    product renew-licence { uses payments }
    platform payments
    ```

    ## Exceptions
    A platform without demand and unused legacy are findings of their own; of these this rule says nothing. So it
    speaks of a platform or legacy only where they do not: of an `external` one, and of legacy that provides a
    capability or serves users.
    """

    code = "MOD010"
    severity = Severity.INFO

    def check(self, model: Model) -> Iterator[Finding]:
        related = set(_related(model))
        for element in model.own:
            if not isinstance(element, System) or element.parent is not None or element in related:
                continue
            if not _has_a_rule_of_its_own(model, element):
                yield self.finding(
                    element,
                    f"`{element.path}` has no relation to any other system",
                    help=f"state what `{element.path}` depends on and what depends on it, or remove it",
                )


def _related(model: Model) -> Iterator[Element]:
    """Both outermost ends of every relation between two of them."""
    for element in model.elements:
        for relation in element.relations:
            if relation.target is not None:
                source, target = element.outermost, relation.target.outermost
                if source is not target:
                    yield source
                    yield target


def _has_a_rule_of_its_own(model: Model, system: System) -> bool:
    """Whether PLT103 platform-without-demand or LEG111 unused-legacy speaks of a system that stands alone."""
    lived = [moment.instant for moment in model.moments if system.lifetime.holds(moment.instant)]
    if isinstance(system, Platform):
        lived = lived[-1:]
    elif not isinstance(system, Legacy):
        return False
    return any(not _exempt(system, instant) for instant in lived)


def _exempt(system: System, instant: int) -> bool:
    if isinstance(system, Legacy) and serves_by_itself(system, instant):
        return True
    return any(fact.during.holds(instant) for fact in system.external)
