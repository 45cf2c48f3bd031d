"""The relations that make an estate hang together, and break no rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from benchmarks.estate import Relation
from benchmarks.landscape import Landscape, month, spread

Placed = tuple[str, Relation]  # the path of the element that the relation stands in, and the relation


def healthy_links(land: Landscape) -> dict[str, list[Relation]]:
    """Gives the least relations that an estate of this skeleton needs, by the path of where they stand."""
    found: dict[str, list[Relation]] = defaultdict(list)
    for part in (of_platforms, of_legacy, of_products, of_readers_of_legacy, of_caches):
        for path, relation in part(land):
            found[path].append(relation)
    return found


def of_platforms(land: Landscape) -> Iterator[Placed]:
    """Gives what platforms rest on, replace and keep."""
    for index, name in enumerate(land.plan.names["platform"]):
        if index % 2:
            yield name, Relation("hosted-on", land.name("platform", 0))
        if index >= land.central:
            yield name, Relation("uses", f"{land.name('platform', index % land.central)}.api")
        if index in land.successors:
            yield from of_successor(land, index)
        for entity in land.holdings.get(index, ()):
            if entity != land.successors.get(index):
                yield f"{name}.records", Relation("holds", land.name("data", entity), clauses=("as master",))


def of_successor(land: Landscape, index: int) -> Iterator[Placed]:
    """Gives what a platform replaces, and how it takes the data over."""
    legacy = land.successors[index]
    name, old, entity = land.name("platform", index), land.name("legacy", legacy), land.name("data", legacy)
    copy = (f"as replica of {old}.records", 'for "parallel running"', f"until {land.ends[legacy]}")
    yield name, Relation("replaces", old)
    yield f"{name}.records", Relation("holds", entity, clauses=copy)
    yield f"{name}.records", Relation("holds", entity, clauses=("as master", f"since {land.ends[legacy]}"))


def of_legacy(land: Landscape) -> Iterator[Placed]:
    """Gives the data that legacy systems keep, and the adaptors round them."""
    for index, name in enumerate(land.plan.names["legacy"]):
        yield land.name("adaptor", index), Relation("wraps", name)
        yield f"{name}.records", Relation("holds", land.name("data", index), clauses=("as master",))


def of_products(land: Landscape) -> Iterator[Placed]:
    """Gives the platforms that products rest on."""
    for index, name in enumerate(land.plan.names["product"]):
        platform = land.anchor(index)
        if index % 3 == 0:
            yield name, Relation("hosted-on", land.name("platform", 0))
        if platform in land.successors:
            yield from moved(land, name, platform)
        else:
            yield name, Relation("uses", f"{land.name('platform', platform)}.api")
        if land.has_second_interface(platform) and index in (
            land.anchors(platform)[0],
            land.anchors(platform)[-1],
        ):
            start = land.start(platform)
            since = (f"since {start}",) if start else ()
            yield name, Relation("uses", f"{land.name('platform', platform)}.events", clauses=since)


def moved(land: Landscape, product: str, platform: int) -> Iterator[Placed]:
    """Gives the two halves of a move from legacy to the platform that replaces it."""
    legacy = land.successors[platform]
    entity, day = land.name("data", legacy), land.ends[legacy]
    yield product, Relation("reads", f"{land.name('adaptor', legacy)}.lookup", entity, (f"until {day}",))
    yield product, Relation("reads", f"{land.name('platform', platform)}.api", entity, (f"since {day}",))


def of_readers_of_legacy(land: Landscape) -> Iterator[Placed]:
    """Gives two readers of each legacy system that stays; one of them leaves it, so that its weight falls."""
    products = land.count("product")
    for legacy in range(land.count("legacy")):
        if legacy not in land.ends:
            first = legacy * products // land.count("legacy")
            for reader, clauses in (
                (first, ()),
                ((first + 1) % products, (f"until {month(12 + legacy % 24)}",)),
            ):
                lookup = f"{land.name('adaptor', legacy)}.lookup"
                yield (
                    land.name("product", reader),
                    Relation("reads", lookup, land.name("data", legacy), clauses),
                )


def of_caches(land: Landscape) -> Iterator[Placed]:
    """Gives the copies that products keep."""
    keepers = sorted(land.holdings)
    for product in caching(land):
        keeper = keepers[product % len(keepers)]
        entity = land.name("data", land.holdings[keeper][0])
        start = land.start(keeper)
        clauses = (f"as replica of {land.name('platform', keeper)}.records", 'for "working offline"')
        since = (f"since {start}",) if start else ()
        yield f"{land.name('product', product)}.cache", Relation("holds", entity, clauses=clauses + since)


def caching(land: Landscape) -> list[int]:
    """Gives the products that keep a copy."""
    return spread(land.plan.caches, land.count("product"))
