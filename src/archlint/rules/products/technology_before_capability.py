"""PRD108: a system that says what it is made with before what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import System
from archlint.model.statements import Stated
from archlint.rules.products.judged import with_parts
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["TechnologyBeforeCapability"]


class TechnologyBeforeCapability(SnapshotRule):
    """A system states `technology`, and neither provides nor needs a capability.

    A system of any kind, with its parts: what they state is its own. One finding for each outermost system, on the
    first statement of its technology.

    ## Why
    The logical architecture comes before the physical one: which capabilities are wanted has to be understood
    before products are chosen for them.
    Source: Technology architecture, line 30.

    ## Breaks it
    ```arch
    system case-files { technology "Oracle 9i" }
    ```

    ## Mended
    ```arch
    capability case-management
    system case-files {
      provides case-management
      technology "Oracle 9i"
    }
    ```

    ## Exceptions
    A system that somebody else runs (`external`) is not judged; nor is a store, which has no capabilities to state.
    """

    code = "PRD108"
    severity = Severity.INFO
    profile = CODE_OF_PRACTICE
    sources = ("000:30",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for system in snapshot.systems:
            if system.imported or snapshot.external(system):
                continue
            technology = _technology_only(snapshot, system)
            if technology is not None:
                yield self.finding(
                    technology,
                    f"`{system.path}` states what it is made with, and neither provides nor needs a capability",
                    help=f"say what `{system.path}` is for: `provides …` the capability it offers, or `needs …`",
                    elements=(system,),
                    related=[(system, "the system")],
                )


def _technology_only(snapshot: Snapshot, system: System) -> Stated[str] | None:
    """The first statement of the technology of a system whose parts and itself state no capability."""
    parts = with_parts(snapshot, system)
    if any(snapshot.now(part.provides) or snapshot.now(part.needs) for part in parts):
        return None
    return next((stated for part in parts for stated in snapshot.now(part.technology)), None)
