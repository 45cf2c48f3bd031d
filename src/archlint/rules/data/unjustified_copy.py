"""DAT107: a copy that nobody has given a reason for."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.rules.rule import SnapshotRule

__all__ = ["UnjustifiedCopy"]


class UnjustifiedCopy(SnapshotRule):
    """A store holds an entity as a replica without `for "…"`.

    One finding for each holding; a reason without a word in it is none.

    ## Why
    Data should not be duplicated unless the user gains by it. Whoever copies should be able to say what for.
    Source: Technology architecture, line 48; Technology Code of Practice, line 33.

    ## Breaks it
    ```arch
    data licence
    platform licensing { store register { holds licence as master } }
    product renewals { store cache { holds licence as replica of licensing.register } }
    ```

    ## Mended
    ```arch
    data licence
    platform licensing { store register { holds licence as master } }
    product renewals { store cache { holds licence as replica of licensing.register for "peaks at the year's end" } }
    ```
    """

    code = "DAT107"
    severity = Severity.WARNING
    sources = ("000:48", "002:33")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for holding in snapshot.holdings:
            said = holding.imported or (holding.purpose or "").strip()
            if holding.data is not None and holding.target is not None and not said:
                yield self.finding(
                    holding,
                    f"`{holding.source.path}` copies `{holding.data.path}` from `{holding.target.path}`"
                    " and does not say what for",
                    help=f'add `for "…"`, or drop the copy and read `{holding.data.path}` from the master',
                )
