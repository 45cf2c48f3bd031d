"""PLT101: a platform that nobody can reach by an open interface."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import closed_because
from archlint.graph.snapshot import Snapshot
from archlint.graph.ways import open_interfaces
from archlint.model.elements import Interface, Platform
from archlint.rules.rule import SnapshotRule

__all__ = ["PlatformWithoutOpenInterface"]


class PlatformWithoutOpenInterface(SnapshotRule):
    """A platform states interfaces, those of its parts and stores included, and all of them are closed.

    In the profile `code-of-practice` also a platform that states no interface, or none that is known to be
    open. The finding sits on the platform.

    ## Why
    Open interfaces are what makes a platform one: they let others build on it quickly and without asking.
    Behind closed ones it is only another system.
    Source: Technology architecture, line 64; Government as a platform, line 40.

    ## Breaks it
    ```arch
    platform grants {
      interface connector { proprietary }
      interface nightly-file { bespoke }
    }
    ```

    ## Mended
    ```arch
    import "std"
    platform grants {
      interface connector { proprietary }
      interface api { standard rest, json }
    }
    ```

    ## Exceptions
    An `external` platform: its interfaces are somebody else's choice. In the profile `default` one interface
    that is not known to be closed is enough.
    """

    code = "PLT101"
    severity = Severity.ERROR
    sources = ("000:64", "001:40")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for platform in snapshot.of(Platform):
            if platform.imported or snapshot.external(platform):
                continue
            ways = snapshot.interfaces(platform)
            closed = [(way, why) for way in ways if (why := closed_because(snapshot, way))]
            if (ways and len(closed) == len(ways)) or self._unstated(snapshot, platform):
                yield self._unreachable(platform, ways, closed)

    def _unstated(self, snapshot: Snapshot, platform: Platform) -> bool:
        return self.judges_unstated and not open_interfaces(snapshot, platform)

    def _unreachable(self, platform: Platform, ways: list[Interface], closed: list[tuple[Interface, str]]) -> Finding:
        return self.finding(
            platform,
            f"the platform `{platform.path}` {_lack(ways, closed)}",
            help=_help(platform, ways, closed),
            related=closed,
        )


def _lack(ways: list[Interface], closed: list[tuple[Interface, str]]) -> str:
    if not ways:
        return "states no interface"
    if len(closed) == len(ways):
        return "has closed interfaces only" if len(ways) > 1 else "has one interface, and that is closed"
    return "has no interface that is known to be open"


def _help(platform: Platform, ways: list[Interface], closed: list[tuple[Interface, str]]) -> str:
    if not ways:
        return f"declare the interface by which products use `{platform.path}`, with its open standards"
    unknown = [way for way in ways if way not in dict(closed)]
    if unknown:
        return f"say which open standards `{unknown[0].path}` keeps to"
    return f"offer what `{ways[0].path}` does by an open standard, as an interface beside it or in its place"
