"""INT110: an interface of which nobody says what it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Interface, Standard
from archlint.rules.rule import CODE_OF_PRACTICE, SnapshotRule

__all__ = ["InterfaceWithoutStandard"]


class InterfaceWithoutStandard(SnapshotRule):
    """An interface names no standard.

    ## Why
    Systems work together by open standards. Of an interface that names none nobody can tell whether it is open, so
    that the rules about closed interfaces are silent on it.
    Source: Technology Code of Practice, line 31.

    ## Breaks it
    ```arch
    platform registers { interface lists }
    ```

    ## Mended
    ```arch
    import "std"
    platform registers { interface lists { standard rest, json } }
    ```

    ## Exceptions
    The interfaces of a system that somebody else runs (`external`) are not judged.
    """

    code = "INT110"
    severity = Severity.WARNING
    profile = CODE_OF_PRACTICE
    sources = ("002:31",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        for interface in snapshot.of(Interface):
            if not (interface.imported or snapshot.now(interface.standard) or snapshot.external(interface)):
                yield self.finding(
                    interface,
                    f"the interface `{interface.path}` names no standard",
                    help=_help(snapshot, interface),
                )


def _help(snapshot: Snapshot, interface: Interface) -> str:
    """The standards by which others reach the interface already, else what to do in general."""
    named = snapshot.projection(_reached_via).get(interface)
    if named:
        return f"it is reached via `{named.name}` already: state `standard {named.name}`"
    return "name the protocols and formats that it speaks, open ones where there is a choice: `standard …`"


def _reached_via(snapshot: Snapshot) -> dict[Element, Standard]:
    found: dict[Element, Standard] = {}
    for relation in snapshot.relations:
        if isinstance(relation.via, Standard) and relation.target is not None:
            found.setdefault(relation.target, relation.via)
    return found
