"""INT102: systems wired to each other, many to many."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from archlint.diagnostics import Finding, Severity
from archlint.graph.groups import connected
from archlint.graph.history import History
from archlint.graph.openness import closed_because, takes_open_interface
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Platform
from archlint.model.relations import Relation
from archlint.rules.integration.wires import connects_peers
from archlint.rules.rule import SnapshotRule
from archlint.rules.wording import listed

__all__ = ["PointToPointMesh"]

Wires = dict[Element, dict[Element, Relation]]
"""With whom each system is wired, and by which relation."""

SHOWN = 10
"""How many of a mesh's systems are named and how many of its wires are shown."""


@dataclass(frozen=True)
class PointToPointMeshOptions:
    """The options of INT102."""

    min_systems: int = field(default=4, metadata={"help": "how many systems at least make a mesh"})


class PointToPointMesh(SnapshotRule):
    """Systems that depend on each other past platforms, adaptors and open interfaces form a mesh: a connected
    group of `min-systems` or more with more pairs than systems.

    A pair counts, in whichever direction, when some dependency between the two goes through no open
    interface: it names the whole system or a store, says `bespoke`, or takes a closed way. An interface that
    is not known to be closed is given the benefit of the doubt. The finding sits on the member with most
    partners and names what would serve as hub with fewest new links: a platform that members use already, or
    one of the members.

    ## Why
    The number of bespoke wires grows with the square of the systems, that of links to a hub with the systems;
    and a change to any one member reaches all of them.
    Source: Technology architecture, line 86.

    ## Breaks it
    ```arch
    system courts { uses police; uses prisons; uses probation }
    system police { uses prisons; uses probation }
    system prisons
    system probation
    ```

    ## Mended
    ```arch
    import "std"
    platform case-exchange { interface events { standard rest, json } }
    system courts { uses case-exchange.events }
    system police { uses case-exchange.events }
    system prisons { uses case-exchange.events }
    system probation { uses case-exchange.events }
    ```

    ## Exceptions
    As many pairs as systems or fewer are a chain, a tree, a star or a ring, not a mesh.
    """

    code = "INT102"
    severity = Severity.WARNING
    sources = ("000:86",)
    Options = PointToPointMeshOptions

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        pairs = _pairs(snapshot)
        if len(pairs) > self.options.min_systems:
            yield from self._meshes(snapshot, pairs)

    def _meshes(self, snapshot: Snapshot, found: dict[tuple[Element, Element], Relation]) -> Iterator[Finding]:
        wires: Wires = {}
        for (one, other), relation in found.items():
            wires.setdefault(one, {})[other] = relation
            wires.setdefault(other, {})[one] = relation
        for group in connected(found):
            pairs = sum(len(wires[member]) for member in group) // 2
            if len(group) >= self.options.min_systems and pairs > len(group):
                members = sorted(group, key=lambda member: member.span.order)
                own = [member for member in members if not member.imported]
                if own:
                    yield self._mesh(snapshot, wires, members, max(own, key=lambda member: len(wires[member])))

    def _mesh(self, snapshot: Snapshot, wires: Wires, members: list[Element], most: Element) -> Finding:
        pairs = sum(len(wires[member]) for member in members) // 2
        partners = list(wires[most])
        return self.finding(
            most,
            f"{len(members)} systems are wired to each other in {pairs} pairs, without a platform or an open interface;"
            f" `{most.path}` has most partners, {len(partners)}: {listed(partners, SHOWN)}",
            help=_help(snapshot, wires, members),
            related=[(wires[most][other], f"wired to `{other.path}`") for other in partners[:SHOWN]],
        )


def _pairs(snapshot: Snapshot) -> dict[tuple[Element, Element], Relation]:
    """The pairs of systems that depend on each other without a hub or an open interface, each with the first
    relation that makes it."""
    pairs: dict[tuple[Element, Element], Relation] = {}
    for source, target, relation in snapshot.dependencies:
        if source is target or not connects_peers(source, target) or takes_open_interface(snapshot, relation):
            continue
        if (target, source) not in pairs:
            pairs.setdefault((source, target), relation)
    return pairs


def _help(snapshot: Snapshot, wires: Wires, members: list[Element]) -> str:
    """What would serve as hub: of platforms and members the one that lacks fewest links, platforms first."""
    lacking = {platform: len(members) - linked for platform, linked in _platforms(snapshot, set(members)).items()}
    for member in members:
        lacking[member] = len(members) - 1 - len(wires[member])
    hub = min(lacking, key=lacking.__getitem__)
    if isinstance(hub, Platform):
        return f"let them meet at the platform `{hub.path}`, to which {lacking[hub]} of them have no link yet"
    return (
        f"let them meet at a platform: `{hub.path}`, given an open interface, would serve as one with"
        f" {lacking[hub]} new links and {len(members) - 1} in all"
    )


def _platforms(snapshot: Snapshot, members: Collection[Element]) -> dict[Element, int]:
    """The platforms that members are linked to already, each with the number of these members."""
    linked: dict[Element, set[Element]] = {}
    for arrow in snapshot.dependencies:
        for platform, other in ((arrow.source, arrow.target), (arrow.target, arrow.source)):
            if other in members and isinstance(platform, Platform):
                linked.setdefault(platform, set()).add(other)
    return {platform: len(others) for platform, others in linked.items() if not _is_closed(snapshot, platform)}


def _is_closed(snapshot: Snapshot, platform: Element) -> bool:
    interfaces = snapshot.interfaces(platform)
    return bool(interfaces) and all(closed_because(snapshot, interface) for interface in interfaces)
