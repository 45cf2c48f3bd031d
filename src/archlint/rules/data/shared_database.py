"""DAT112: systems that meet in a database."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Arrow, Snapshot
from archlint.graph.ways import open_way_for
from archlint.model.elements import Element, Store
from archlint.rules.rule import SnapshotRule

__all__ = ["SharedDatabase"]

SHOWN = 3


class SharedDatabase(SnapshotRule):
    """A system uses, reads from or writes to a store of another system directly, not by an interface; or two
    systems do so with a store that belongs to no system.

    One finding for each such relation, on the relation.

    ## Why
    Whoever shares a database shares its every table: neither system can change how it keeps its data without the
    other. The way in should be an open interface.
    Source: Technology architecture, line 41; Action 11, line 197 wants modules that are loosely coupled.

    ## Breaks it
    ```arch
    data offender
    product probation { reads offender from prisons.records }
    platform prisons { store records { holds offender as master } }
    ```

    ## Mended
    ```arch
    import "std"
    data offender
    product probation { reads offender from prisons.api }
    platform prisons {
      store records { holds offender as master }
      interface api { standard rest, json; exposes offender }
    }
    ```

    ## Exceptions
    A system and its parts may use its own stores. A store that stands at the top may be used directly by a single
    system: then it is that system's.
    """

    code = "DAT112"
    severity = Severity.ERROR
    sources = ("000:41", "004:197")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        direct = [arrow for arrow in snapshot.dependencies if isinstance(arrow.relation.target, Store)]
        sharers: dict[Element, dict[Element, Arrow]] = {}
        for arrow in direct:
            if isinstance(arrow.target, Store):
                sharers.setdefault(arrow.target, {}).setdefault(arrow.source, arrow)
        for arrow in direct:
            if arrow.relation.imported or arrow.source is arrow.target:
                continue
            sharing = sharers.get(arrow.target, {})
            if not isinstance(arrow.target, Store):
                yield self._reaches_into(snapshot, arrow)
            elif len(sharing) > 1:
                yield self._shares(snapshot, arrow, list(sharing.values())[: SHOWN + 1])

    def _reaches_into(self, snapshot: Snapshot, arrow: Arrow) -> Finding:
        store = arrow.relation.target or arrow.target
        return self.finding(
            arrow.relation,
            f"`{arrow.source.path}` reaches into `{store.path}`, a store of `{arrow.target.path}`",
            help=_instead(snapshot, arrow),
            related=[(store, f"the store of `{arrow.target.path}`")],
        )

    def _shares(self, snapshot: Snapshot, arrow: Arrow, sharing: list[Arrow]) -> Finding:
        others = [other for other in sharing if other.source is not arrow.source]
        return self.finding(
            arrow.relation,
            f"`{arrow.source.path}` shares the store `{arrow.target.path}` with `{others[0].source.path}`",
            help=_instead(snapshot, arrow),
            related=[(other.relation, f"`{other.source.path}` uses it too") for other in others[:SHOWN]],
        )


def _instead(snapshot: Snapshot, arrow: Arrow) -> str:
    way = open_way_for(snapshot, arrow.relation)
    if way is not None:
        return f"go through `{way.path}` instead"
    return f"give `{arrow.target.path}` an interface with an open standard, and go through that"
