"""SEC103: personal data that can be read on the way."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagnostics import Finding, Severity
from archlint.graph.history import History
from archlint.graph.replication import exposing
from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Element, Interface, Standard
from archlint.model.relations import Relation
from archlint.model.statements import Stated
from archlint.rules.rule import Place, SnapshotRule
from archlint.rules.security.personal import personal_data

__all__ = ["UnencryptedPersonalData"]

Personal = dict[Element, Stated[str]]


class UnencryptedPersonalData(SnapshotRule):
    """Personal or sensitive data crosses an interface with `transport plain`, or goes by a `plain-text` standard
    without `transport encrypted`.

    Data crosses what it is read from or written to; and what something `uses`, if all that this exposes is personal
    or sensitive. The standard is the one after `via`, else any that the interface names; a copy of another system's
    store that is made `via` such a standard counts as well. One finding for each relation, on the relation.

    ## Why
    Whoever can listen on the way reads it all, and nobody notices.
    Source: Technology Code of Practice, line 45 has systems built by the security principles for networks and
    digital services.

    ## Breaks it
    ```arch
    data citizen { classification personal }
    platform accounts { interface nightly { transport plain; exposes citizen } }
    product letters { reads citizen from accounts.nightly }
    ```

    ## Mended
    ```arch
    data citizen { classification personal }
    platform accounts { interface nightly { transport encrypted; exposes citizen } }
    product letters { reads citizen from accounts.nightly }
    ```

    ## Exceptions
    An interface that says nothing of its transport and names no `plain-text` standard is not judged, nor is what
    goes on inside one system.
    """

    code = "SEC103"
    severity = Severity.ERROR
    sources = ("002:45",)

    def check(self, snapshot: Snapshot, history: History) -> Iterator[Finding]:
        personal = snapshot.projection(personal_data)
        for relation in snapshot.relations if personal else ():
            if relation.imported or relation.target is None or _inside_one(relation):
                continue
            readable = _readable(snapshot, relation)
            data = _crossing(snapshot, relation, personal) if readable else None
            if readable and data is not None:
                yield self._in_the_clear(snapshot, relation, data, personal[data], readable)

    def _in_the_clear(
        self, snapshot: Snapshot, relation: Relation, data: Element, stated: Stated[str], readable: tuple[Place, str]
    ) -> Finding:
        place, why = readable
        return self.finding(
            relation,
            f"{stated.value} data `{data.path}` passes between `{relation.source.path}` and "
            f"`{relation.target.path if relation.target else ''}` in the clear: {why}",
            help=_help(snapshot, relation, data),
            related=[(place, why), (stated, f"`{data.path}` is {stated.value}")],
        )


def _inside_one(relation: Relation) -> bool:
    return relation.target is not None and relation.target.outermost is relation.source.outermost


def _readable(snapshot: Snapshot, relation: Relation) -> tuple[Place, str] | None:
    """Why anybody on the wire can read what a relation moves, with the place that says so; None if it is not known
    to be so."""
    way = relation.target if isinstance(relation.target, Interface) else None
    transport = snapshot.one(way.transport) if way is not None else None
    if transport is not None:
        return (transport, "the transport is plain") if transport.value == "plain" else None
    named: list[Element] = [relation.via] if relation.via is not None else []
    if way is not None and not named:
        named += snapshot.values(way.standard)
    plain = next((standard for standard in named if _is_plain_text(snapshot, standard)), None)
    where: Place = relation if relation.via is not None else way or relation
    return (where, f"`{plain.path}` is plain text") if plain is not None else None


def _is_plain_text(snapshot: Snapshot, standard: Element) -> bool:
    return isinstance(standard, Standard) and snapshot.one(standard.plain_text) is not None


def _crossing(snapshot: Snapshot, relation: Relation, personal: Personal) -> Element | None:
    """The personal or sensitive entity that a relation moves, if it is known to move one."""
    if relation.data is not None:
        return relation.data if relation.data in personal else None
    if not isinstance(relation.target, Interface):
        return None
    exposed = snapshot.exposed(relation.target)
    if not all(data in personal for data in exposed):
        return None
    return min(exposed, key=lambda data: data.path, default=None)


def _help(snapshot: Snapshot, relation: Relation, data: Element) -> str:
    """What to do: the encrypted way that there is, else how to make this one so."""
    way = next(_encrypted_ways(snapshot, relation, data), None)
    if way is not None:
        return f"go through `{way.path}` instead, which is encrypted"
    if isinstance(relation.target, Interface):
        return f"let `{relation.target.path}` be encrypted, and say so: `transport encrypted`"
    return "take an encrypted way: an interface with `transport encrypted`"


def _encrypted_ways(snapshot: Snapshot, relation: Relation, data: Element) -> Iterator[Interface]:
    """The encrypted interfaces for an entity: those of the same system; for what is only read, those of others."""
    if relation.target is not None:
        for way in snapshot.interfaces(relation.target.outermost):
            if snapshot.value(way.transport) == "encrypted" and data in snapshot.exposed(way):
                yield way
    for way in snapshot.projection(_encrypted).get(data, ()) if relation.keyword == "reads" else ():
        if way.outermost is not relation.source.outermost:
            yield way


def _encrypted(snapshot: Snapshot) -> dict[Element, list[Interface]]:
    """The interfaces that say that they are encrypted, by what they expose."""
    return {
        data: [way for way in ways if snapshot.value(way.transport) == "encrypted"]
        for data, ways in snapshot.projection(exposing).items()
    }
