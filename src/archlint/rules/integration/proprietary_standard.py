"""INT104: an interface that only one supplier's customers can use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.openness import is_proprietary
from archlint.graph.snapshot import Snapshot
from archlint.graph.ways import open_interfaces
from archlint.model.elements import Interface
from archlint.model.statements import Stated
from archlint.rules.rule import SnapshotRule

__all__ = ["ProprietaryStandard"]


class ProprietaryStandard(SnapshotRule):
    """An interface is `proprietary`, or names a proprietary standard, and nothing stands before it.

    One finding for each interface, on the statement that says so. The interface of a store at the top is
    judged like that of a system.

    ## Why
    Interoperability comes from open standards; a proprietary one makes its supplier the gatekeeper of who
    may connect, and at what price.
    Source: Technology Code of Practice, line 31; Technology architecture, line 41.

    ## Breaks it
    ```arch
    import "std"
    legacy mainframe { interface screens { standard ibm-3270 } }
    ```

    ## Mended
    ```arch
    import "std"
    legacy mainframe { interface screens { standard ibm-3270 } }
    adaptor mainframe-gateway {
      wraps mainframe
      interface records { standard rest, json }
    }
    ```

    ## Exceptions
    A system that is `external`: its interfaces are somebody else's choice. A system that an adaptor wraps.
    An interface that is `bespoke` and no more is not proprietary.
    """

    code = "INT104"
    severity = Severity.WARNING
    sources = ("002:31", "000:41")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for interface in snapshot.of(Interface):
            said = None if interface.imported else _proprietary(snapshot, interface)
            system = interface.outermost
            if said and not snapshot.wrappers.get(system) and not snapshot.external(interface):
                yield self.finding(
                    said,
                    f"`{interface.path}` {_what(said)}, and no adaptor wraps `{system.path}`",
                    help=_help(snapshot, interface),
                    elements=(interface,),
                    related=[(interface, "the interface")],
                )


def _proprietary(snapshot: Snapshot, interface: Interface) -> Stated[Any] | None:
    """The first statement by which an interface is proprietary."""
    standards = [stated for stated in snapshot.now(interface.standard) if is_proprietary(snapshot, stated.value)]
    return min([*snapshot.now(interface.proprietary), *standards], key=lambda stated: stated.span.order, default=None)


def _what(said: Stated[Any]) -> str:
    return "is proprietary" if said.value is True else f"speaks `{said.value.name}`, a proprietary standard"


def _help(snapshot: Snapshot, interface: Interface) -> str:
    system = interface.outermost
    others = [other.path for other in open_interfaces(snapshot, system)]
    if others:
        return f"let everybody use `{others[0]}`, which is open, and drop this one"
    return f"offer the same by an open standard, or let an adaptor with an open interface wrap `{system.path}`"
