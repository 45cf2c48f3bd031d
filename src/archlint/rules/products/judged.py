"""The products of which the rules about what is not stated speak, and what belongs to a product."""

from __future__ import annotations

from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Product, System

__all__ = ["judged", "with_parts"]


def judged(snapshot: Snapshot) -> list[Product]:
    """The model's own products, without those that somebody else runs."""
    return [product for product in snapshot.of(Product) if not product.imported and not snapshot.external(product)]


def with_parts(snapshot: Snapshot, system: System) -> list[System]:
    """A system and those of its parts that exist: what a part states, the system states."""
    return [inner for inner in system.inside() if isinstance(inner, System) and snapshot.has(inner)]
