"""What rules about dependencies on legacy advise, by the names in the model."""

from __future__ import annotations

from collections.abc import Sequence

from archlint.graph.snapshot import Arrow, Snapshot
from archlint.graph.succession import all_wrappers, successors
from archlint.graph.ways import open_ways, restated
from archlint.model.elements import Element
from archlint.model.relations import Relation
from archlint.model.time import name_of
from archlint.rules.wording import listed

__all__ = ["behind_an_adaptor", "consumers", "instead"]


def instead(snapshot: Snapshot, relation: Relation, legacy: Element, past_it: bool = False) -> str:
    """What to do about a dependency on legacy: the open way there is, else the successor, else an adaptor.

    With `past_it` no way into the legacy itself will do, be it open or not.
    """
    for way in open_ways(snapshot, relation):
        if way is relation.target and not past_it:
            return f"`{way.path}` is open: use it without `bespoke` or a proprietary `via`"
        if way.outermost is not legacy or not past_it:
            return f"`{restated(relation, way)}` instead"
    for adaptor in snapshot.projection(all_wrappers).get(legacy, ()):
        if adaptor is not relation.source.outermost:
            return _through(snapshot, adaptor, legacy)
    for heir in snapshot.projection(successors).get(legacy, ()):
        if heir is not relation.source.outermost:
            return f"depend on `{heir.path}` instead, which replaces `{legacy.path}`"
    return f"put an adaptor with an open interface round `{legacy.path}` and go through it, or use a platform"


def _through(snapshot: Snapshot, adaptor: Element, legacy: Element) -> str:
    lack = ", and give it an open interface for this" if snapshot.has(adaptor) else ""
    return f"go through {_wrapping(snapshot, adaptor, legacy)}{lack}"


def _wrapping(snapshot: Snapshot, adaptor: Element, legacy: Element) -> str:
    since = None if snapshot.has(adaptor) else name_of(adaptor.lifetime.since)
    return f"`{adaptor.path}`, which wraps `{legacy.path}`{f' from {since} on' if since else ''}"


def behind_an_adaptor(snapshot: Snapshot, legacy: Element, users: Sequence[Element]) -> str:
    """What to do so that a legacy system has one door: the adaptor there is or will be, else a new one."""
    for adaptor in snapshot.projection(all_wrappers).get(legacy, ()):
        others = [user for user in users if user is not adaptor]
        if not others:
            return f"let `{adaptor.path}` say that it `wraps {legacy.path}` from the first"
        return f"let {listed(others)} go through {_wrapping(snapshot, adaptor, legacy)}, and nobody past it"
    return f"declare one adaptor that `wraps {legacy.path}`, and let {listed(users)} go through it"


def consumers(snapshot: Snapshot, legacy: Element) -> dict[Element, Arrow]:
    """The other outermost systems that depend on a legacy system, each with the first dependency that says so."""
    found: dict[Element, Arrow] = {}
    for arrow in snapshot.dependants.get(legacy, ()):
        found.setdefault(arrow.source, arrow)
    return found
