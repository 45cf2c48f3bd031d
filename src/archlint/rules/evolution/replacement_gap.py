"""EVO105: an end before the beginning of what takes its place."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.model.elements import Element
from archlint.model.model import Model
from archlint.model.relations import Relation
from archlint.rules.evolution.replacements import leaves_a_gap, replacements
from archlint.rules.rule import Place, TransitionRule
from archlint.rules.wording import when

__all__ = ["ReplacementGap"]


class ReplacementGap(TransitionRule):
    """A system ends before what replaces it begins; both are stated. The finding sits on the `replaces`.

    ## Why
    Switching off what is old on schedule needs what is new to be there by then. In between nobody is served, or the
    old system is kept alive after its date. Source: Government as a platform, line 58.

    ## Breaks it
    ```arch
    legacy gateway { until 2016 }
    platform verify { since 2017; replaces gateway }
    ```

    ## Mended
    ```arch
    legacy gateway { until 2017 }
    platform verify { since 2017; replaces gateway }
    ```

    ## Exceptions
    Where another successor is there when the old system ends, there is no gap. One that does not say when it begins
    may be there.
    """

    code = "EVO105"
    severity = Severity.ERROR
    sources = ("001:58",)

    def check(self, history: History) -> Iterator[Finding]:
        for old, replacing in replacements(history.model).items():
            for relation in leaves_a_gap(old, replacing):
                if not relation.imported:
                    yield self._gap(history.model, relation, old)

    def _gap(self, model: Model, relation: Relation, old: Element) -> Finding:
        new = relation.source
        end, begin = when(model, old.lifetime.until), when(model, new.lifetime.since)
        ends: list[Place] = [*old.until, old]
        begins: list[Place] = [*new.since, new]
        return self.finding(
            relation,
            f"`{old.path}` ends {end}, before `{new.path}`, which replaces it, begins {begin}",
            help=f"let `{old.path}` live until `{new.path}` is there, or begin `{new.path}` by {end}",
            related=[(ends[0], f"`{old.path}` ends here"), (begins[0], f"`{new.path}` begins here")],
        )
