"""SEC101: data of which nobody knows how to handle it."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Data, Element, Interface
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["UnclassifiedData"]


class UnclassifiedData(SnapshotRule):
    """A data entity states no `classification`.

    Each entity is asked for its own, also where it is a part of another.

    ## Why
    Whoever keeps or passes on data must know whether it is public, or about people. Without a classification the
    other rules of this family cannot see it. Source: Technology Code of Practice, line 43 has everybody follow the
    security classification policy.

    ## Breaks it
    ```arch
    data farm
    ```

    ## Mended
    ```arch
    data farm { classification official }
    ```

    ## Exceptions
    The data of systems that somebody else runs: it is held, exposed or read nowhere but in `external` ones.
    """

    code = "SEC101"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE
    sources = ("002:43",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        elsewhere = _elsewhere(snapshot)
        for data in snapshot.of(Data):
            if not data.imported and data not in elsewhere and snapshot.one(data.classification) is None:
                yield self.finding(
                    data,
                    f"`{data.path}` is not classified",
                    help="state how it must be handled: `classification public`, `official`, `personal` or `sensitive`",
                )


def _elsewhere(snapshot: Snapshot) -> set[Element]:
    """The entities whose every place is in systems that somebody else runs."""
    outside: set[Element] = set()
    inside: set[Element] = set()
    for data, place in _places(snapshot):
        (outside if snapshot.external(place) else inside).add(data)
    return outside - inside


def _places(snapshot: Snapshot) -> Iterator[tuple[Element, Element]]:
    """Each entity with the stores that hold it, the interfaces that expose it, and what it is read from."""
    for relation in snapshot.relations:
        place = relation.source if relation.keyword == "holds" else relation.target
        if relation.data is not None and place is not None and relation.keyword in ("holds", "reads"):
            yield relation.data, place
    for interface in snapshot.of(Interface):
        for data in snapshot.exposed(interface):
            yield data, interface
