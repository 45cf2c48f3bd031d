"""DAT110: common data that is read past its register."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from archlint.diagnostics import Finding, Fix, Severity
from archlint.graph.history import History
from archlint.graph.openness import Openness, openness
from archlint.graph.replication import Replication, accesses, exposing, replication_of
from archlint.graph.snapshot import Snapshot
from archlint.language.rewriting import outlasts, turned_to
from archlint.model.elements import Element, Interface, Store
from archlint.model.relations import Relation
from archlint.model.time import NEVER
from archlint.rules.rule import SnapshotRule

__all__ = ["RegisterBypassed"]


class Registered(NamedTuple):
    """The registers that expose an entity, the interfaces by which they do, and the stores in which it is the same:
    the registers, their declared replicas, and what a register is itself a replica of."""

    registers: list[Element]
    interfaces: list[Interface]
    good: frozenset[Element]


class RegisterBypassed(SnapshotRule):
    """A register has an interface that exposes an entity, and a system reads the entity from a store or an interface of
    another system that is neither the register nor a declared replica of it.

    An interface is the register's when it stands in it, or when the register stands behind it. What another system
    offers is judged by the stores behind it; an interface behind which no store is stated is not declared a replica.
    Naming a whole system counts when it has stores that hold the entity, and none of them will do. One finding for
    each relation.

    ## Why
    A register is there so that everybody uses current and accurate data. Whoever reads another list, reads what may
    have gone its own way. Common data is not to be kept by one project after another.
    Source: Technology Code of Practice, line 67; Technology architecture, line 46.

    ## Breaks it
    ```arch
    import "std"
    data country
    platform registers {
      store countries { register; holds country as master; interface api { standard rest, json; exposes country } }
    }
    legacy passports { store tables { holds country as master } }
    product visas { reads country from passports.tables }
    ```

    ## Mended
    ```arch
    import "std"
    data country
    platform registers {
      store countries { register; holds country as master; interface api { standard rest, json; exposes country } }
    }
    legacy passports { store tables { holds country as master } }
    product visas { reads country from registers.countries.api }
    ```

    ## Exceptions
    What a system reads from its own stores. A replica of a replica of the register is a replica of it. A store of which
    the register is itself a replica, for the register says nothing else; and an interface behind which no store holds
    the entity and whose system reads it from the register, for it passes on what it reads.
    """

    code = "DAT110"
    severity = Severity.WARNING
    sources = ("000:46", "002:67")

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        known = snapshot.projection(_registered)
        for data, relations in snapshot.projection(accesses).items() if known else ():
            if data in known:
                for relation in relations:
                    if _bypasses(snapshot, relation, known[data]):
                        yield self._bypassed(snapshot, relation, data, known[data])

    def _bypassed(self, snapshot: Snapshot, relation: Relation, data: Element, registered: Registered) -> Finding:
        way = min(registered.interfaces, key=lambda way: (openness(snapshot, way) is not Openness.OPEN, way.path))
        target = relation.target.path if relation.target else ""
        return self.finding(
            relation,
            f"`{relation.source.path}` reads `{data.path}` from `{target}`, past the register"
            f" `{registered.registers[0].path}`",
            help=f"read `{data.path}` from `{way.path}` instead, or declare what `{target}` has a replica of the"
            " register",
            related=[(way, "the register's interface"), (registered.registers[0], "the register")],
            fixes=_fixes(snapshot, relation, registered),
        )


def _fixes(snapshot: Snapshot, relation: Relation, registered: Registered) -> list[Fix]:
    """Reading from the register, where it has one interface that is as good as the read needs it; a read that is to
    end is as it is said to be."""
    if relation.stated.until != NEVER:
        return []
    known = {way: openness(snapshot, way) for way in registered.interfaces}
    ways = [way for way in known if known[way] is Openness.OPEN]
    ways = ways or [way for way in known if known[way] is Openness.UNKNOWN]
    if len(ways) != 1 or not outlasts(ways[0], relation):
        return []
    fix = turned_to(relation, ways[0])
    return [fix] if fix else []


def _registered(snapshot: Snapshot) -> dict[Element, Registered]:
    """The entities that a register's interface exposes."""
    if not any(snapshot.one(store.register) for store in snapshot.of(Store)):
        return {}
    found: dict[Element, Registered] = {}
    for data, interfaces in snapshot.projection(exposing).items():
        behind = {interface: _registers_behind(snapshot, interface, data) for interface in interfaces}
        registers = sorted(set(chain.from_iterable(behind.values())), key=lambda register: register.path)
        if registers:
            ways = [interface for interface in interfaces if behind[interface]]
            found[data] = Registered(registers, ways, _same(replication_of(snapshot, data), registers))
    return found


def _registers_behind(snapshot: Snapshot, interface: Interface, data: Element) -> list[Element]:
    return [store for store in snapshot.stores_behind(interface, data) if snapshot.one(store.register)]


def _same(replication: Replication, registers: list[Element]) -> frozenset[Element]:
    """The registers, the stores that are replicas of them, and those of which they are replicas."""
    copies: dict[Element, list[Element]] = {}
    originals: dict[Element, list[Element]] = {}
    for replica in replication.replicas:
        if replica.target is not None:
            copies.setdefault(replica.target, []).append(replica.source)
            originals.setdefault(replica.source, []).append(replica.target)
    return frozenset(_reached(registers, copies) | _reached(registers, originals))


def _reached(starts: list[Element], steps: dict[Element, list[Element]]) -> set[Element]:
    reached, pending = set(starts), list(starts)
    while pending:
        following = [store for store in steps.get(pending.pop(), ()) if store not in reached]
        reached.update(following)
        pending += following
    return reached


def _bypasses(snapshot: Snapshot, relation: Relation, registered: Registered) -> bool:
    target, data = relation.target, relation.data
    if relation.keyword != "reads" or relation.imported or target is None or data is None:
        return False
    if target.outermost is relation.source.outermost:
        return False
    behind = snapshot.stores_behind(target, data)
    if behind:
        return registered.good.isdisjoint(behind)
    return isinstance(target, Interface) and not _passes_on(snapshot, target.outermost, data, registered)


def _passes_on(snapshot: Snapshot, system: Element, data: Element, registered: Registered) -> bool:
    """Whether a system reads an entity from where it is right, to offer what it reads."""
    takes = snapshot.projection(_taken_from).get((system, data), [])
    return any(not registered.good.isdisjoint(snapshot.stores_behind(target, data)) for target in takes)


def _taken_from(snapshot: Snapshot) -> dict[tuple[Element, Element], list[Element]]:
    """From where each outermost system reads each entity."""
    found: dict[tuple[Element, Element], list[Element]] = {}
    for data, relations in snapshot.projection(accesses).items():
        for relation in relations:
            if relation.keyword == "reads" and relation.target is not None:
                found.setdefault((relation.source.outermost, data), []).append(relation.target)
    return found
