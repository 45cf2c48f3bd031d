"""LEG102: a way into legacy that is not an open interface."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import islice

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import takes_closed_way, takes_open_interface
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.model.elements import Adaptor, Element, Interface, Legacy, Product
from archlint.model.relations import Relation
from archlint.rules.legacy.ways_out import instead
from archlint.rules.rule import SnapshotRule

__all__ = ["LegacyDependency"]

SHOWN = 20
"""How many of the products behind a dependency are shown, the nearest first."""


class LegacyDependency(SnapshotRule):
    """A product, a platform or a system without a role depends on legacy, and not through an open interface.

    One finding for each relation that enters legacy. The products that depend on its source, directly or not,
    are shown with it, the nearest twenty of them: they carry the dependency too.

    Not through an open interface is what names the legacy system, one of its parts or one of its stores and no
    interface, what says `bespoke`, what goes `via` a proprietary standard, and what goes through a closed
    interface. An interface of which nobody says whether it is open gets the benefit of the doubt.

    ## Why
    Legacy is what was built for historic requirements and has become hard and expensive to change. The guidance
    wants dependence on it reduced as platforms replace it; whatever is wired to its insides stands in the way.
    Source: Technology architecture, line 76.

    ## Breaks it
    ```arch
    legacy mainframe { store records }
    product renew-licence { uses mainframe.records }
    ```

    ## Mended
    ```arch
    import "std"
    legacy mainframe { store records }
    adaptor gateway {
      wraps mainframe
      interface lookup { standard rest, json }
    }
    product renew-licence { uses gateway.lookup }
    ```

    ## Exceptions
    Legacy may depend on legacy, and an adaptor is there to. What is `hosted-on` legacy, or keeps a copy of its
    data, does not depend on it in the sense of this rule.
    """

    code = "LEG102"
    severity = Severity.WARNING
    sources = ("000:76",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for arrow in snapshot.dependencies:
            if not isinstance(arrow.target, Legacy) or isinstance(arrow.source, Legacy | Adaptor):
                continue
            if not arrow.relation.imported and not takes_open_interface(snapshot, arrow.relation):
                yield self._entry(snapshot, arrow)

    def _entry(self, snapshot: Snapshot, arrow: Arrow) -> Finding:
        source, legacy, relation = arrow
        behind = islice(_products_behind(snapshot, source), SHOWN)
        return self.finding(
            relation,
            f"`{source.path}` depends on legacy `{legacy.path}`, not through an open interface: "
            f"{_why(snapshot, relation)}",
            help=instead(snapshot, relation, legacy),
            elements=(source, legacy),
            related=[(product, f"`{product.path}` depends on `{source.path}`, and so on this") for product in behind],
            witness=(source, legacy),
        )


def _why(snapshot: Snapshot, relation: Relation) -> str:
    if relation.bespoke:
        return "it says `bespoke`"
    closed = takes_closed_way(snapshot, relation)
    if closed or relation.target is None or isinstance(relation.target, Interface):
        return closed or ""
    return f"it names `{relation.target.path}` and no interface"


def _products_behind(snapshot: Snapshot, system: Element) -> Iterator[Element]:
    """The products that depend on a system, directly or not, the nearest first."""
    seen, queue = {system}, deque([system])
    while queue:
        for arrow in snapshot.dependants.get(queue.popleft(), ()):
            if arrow.source not in seen:
                seen.add(arrow.source)
                queue.append(arrow.source)
                if isinstance(arrow.source, Product):
                    yield arrow.source
