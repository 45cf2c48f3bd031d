"""OPN101: public data that the public cannot get."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import closed_because
from archlint.graph.replication import exposing, wholes
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Data, Interface
from archlint.rules.rule import Place, SnapshotRule

__all__ = ["PublicDataNotOpen"]

SHOWN = 5


class PublicDataNotOpen(SnapshotRule):
    """Data classified `public` states no `open-data`, and every interface that exposes it is closed.

    In the profile `code-of-practice` also where no interface exposes it at all. What exposes, or publishes, something
    of which the entity is a part exposes or publishes the entity. The finding sits on the entity.

    ## Why
    Data is open by default, and public data is published by the principles of Open Data. Behind closed interfaces
    it is public in name only.
    Source: Technology Code of Practice, line 37.

    ## Breaks it
    ```arch
    data bus-stops { classification public }
    platform transport { interface nightly-file { proprietary; exposes bus-stops } }
    ```

    ## Mended
    ```arch
    import "std"
    data bus-stops { classification public; open-data "Open Government Licence" }
    platform transport {
      interface nightly-file { proprietary; exposes bus-stops }
      interface stops { standard rest, json; exposes bus-stops }
    }
    ```

    ## Exceptions
    An interface that is not known to be closed is given the benefit of the doubt. Data that only systems run by
    somebody else (`external`) expose or hold is theirs to open.
    """

    code = "OPN101"
    severity = Severity.WARNING
    sources = ("002:37",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for data in snapshot.of(Data):
            if data.imported or snapshot.value(data.classification) != "public" or _published(snapshot, data):
                continue
            ways = [way for whole in wholes(snapshot, data) for way in snapshot.projection(exposing).get(whole, ())]
            if _shut(snapshot, ways) or (not ways and self._unexposed(snapshot, data)):
                yield self._not_open(snapshot, data, ways)

    def _unexposed(self, snapshot: Snapshot, data: Data) -> bool:
        """Whether to speak of data that no interface exposes."""
        holders = [holding for whole in wholes(snapshot, data) for holding in snapshot.holders.get(whole, ())]
        theirs = bool(holders) and all(snapshot.external(holding.source) for holding in holders)
        return self.judges_unstated and not theirs

    def _not_open(self, snapshot: Snapshot, data: Data, ways: list[Interface]) -> Finding:
        closed: list[tuple[Place, str]] = [(way, closed_because(snapshot, way) or "") for way in ways[:SHOWN]]
        held: list[tuple[Place, str]] = [
            (holding, f"held in `{holding.source.path}`") for holding in snapshot.holders.get(data, ())[:SHOWN]
        ]
        lack = "every interface that exposes it is closed" if ways else "no interface exposes it"
        return self.finding(
            data,
            f"`{data.path}` is public, but {lack}, and it is not published as open data",
            help=_help(snapshot, data, ways),
            related=closed or held,
        )


def _published(snapshot: Snapshot, data: Data) -> bool:
    return any(isinstance(whole, Data) and snapshot.now(whole.open_data) for whole in wholes(snapshot, data))


def _shut(snapshot: Snapshot, ways: list[Interface]) -> bool:
    """Whether there are interfaces, all of them closed, and one at least is not somebody else's."""
    closed = all(closed_because(snapshot, way) for way in ways)
    return closed and any(not snapshot.external(way) for way in ways)


def _help(snapshot: Snapshot, data: Data, ways: list[Interface]) -> str:
    own = [way.outermost for way in ways if not snapshot.external(way)]
    system = own[0] if own else next((holding.source.outermost for holding in snapshot.holders.get(data, ())), None)
    where = f"in `{system.path}`" if system else "in the system that keeps it"
    return f'expose it by an interface {where} that speaks open standards, or state `open-data "…"`: licence or address'
