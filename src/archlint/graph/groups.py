"""Groups of things that hang together, whichever way the pairs point that tie them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

__all__ = ["connected"]

N = TypeVar("N")


def connected(pairs: Iterable[tuple[N, N]]) -> Iterator[list[N]]:
    """The groups into which pairs tie their ends; groups, and what is in each, in the order in which it is first
    named."""
    beside: dict[N, list[N]] = {}
    for one, other in pairs:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    rank = {node: number for number, node in enumerate(beside)}
    seen: set[N] = set()
    for first in beside:
        if first not in seen:
            seen.add(first)
            group = [first]
            for member in group:
                found = [node for node in dict.fromkeys(beside[member]) if node not in seen]
                seen.update(found)
                group += found
            yield sorted(group, key=rank.__getitem__)
