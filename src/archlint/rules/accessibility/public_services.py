"""The services that everybody has to be able to use."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.graph.snapshot import Snapshot
from archlint.model.elements import Product

__all__ = ["public_services"]


def public_services(snapshot: Snapshot) -> Iterator[Product]:
    """The model's own digital public services, without those that somebody else runs."""
    for product in snapshot.of(Product):
        if snapshot.value(product.area) != "digital-public-service" or product.imported:
            continue
        if not snapshot.external(product):
            yield product
