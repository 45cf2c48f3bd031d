"""All relations of an estate: healthy ones, free ones up to the number asked for, a few that break a rule."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from benchmarks.estate import Relation
from benchmarks.healthy import healthy_links
from benchmarks.landscape import Landscape, month, spread

FOREIGN = 8  # platforms of other families that the products of a family may use
SAID = 0.15  # of free relations that say what they are for
VIA = 0.1  # of free relations that say by which standard

Links = dict[str, list[Relation]]


class Offer(NamedTuple):
    """A relation that a product may have, the month from which it is right, and whether it may begin or end freely."""

    relation: Relation
    start: str | None
    free: bool


def links(land: Landscape) -> Links:
    """Gives the relations of every system and store by its path.

    Raises ValueError if fewer relations were asked for than the estate needs, or more than it can take.
    """
    found = healthy_links(land)
    size = land.plan.size
    flaws = round(size.relations * size.flaws)
    free = size.relations - flaws - sum(map(len, found.values()))
    if free < 0:
        raise ValueError(f"an estate of {size.elements} elements has at least {size.relations - free} relations")
    for place, product in enumerate(spread(flaws, land.count("product"))):
        found[land.name("product", product)].append(flaw(land, place, product))
    left = add_free(land, found, free)
    if left:
        raise ValueError(f"an estate of {size.elements} elements has at most {size.relations - left} relations")
    return found


def flaw(land: Landscape, place: int, product: int) -> Relation:
    """Gives a relation that breaks a rule: vague, to another's store, to legacy, or made to measure."""
    keeper = max(land.holdings.keys() - land.successors.keys())
    staying = min(set(range(land.count("legacy"))) - land.ends.keys())
    entity = partial(land.name, "data")
    if place % 4 == 1:
        return Relation("reads", f"{land.name('platform', keeper)}.records", entity(land.holdings[keeper][0]))
    if place % 4 == 2:
        return Relation("reads", f"{land.name('legacy', staying)}.records", entity(staying))
    if place % 4 == 3:
        return Relation("uses", land.name("product", product - 1), clauses=("bespoke",))
    return Relation("uses", land.name("platform", land.anchor(product)))


def add_free(land: Landscape, found: Links, free: int) -> int:
    """Adds so many relations between products and platforms, and gives how many found no place."""
    rng = random.Random(f"links {land.plan.size.seed}")
    products, left = land.plan.names["product"], free
    pools = [pool(land, family, rng) for family in range(land.plan.families)]
    for index, product in enumerate(products):
        taken = {(relation.verb, relation.target, relation.data) for relation in found[product]}
        family = pools[land.plan.family("product", index)]
        open_ones = [
            offer for offer in family if (offer.relation.verb, offer.relation.target, offer.relation.data) not in taken
        ]
        share = min(-(-left // (len(products) - index)), len(open_ones))
        picks = rng.sample(open_ones, share)
        found[product] += [said(land, offer, rng) for offer in picks]
        left -= share
    return left


def pool(land: Landscape, family: int, rng: random.Random) -> list[Offer]:
    """Gives the relations that products of a family may have, and the month from which each is right."""
    platforms = range(land.count("platform"))
    near = {index for index in platforms if land.plan.family("platform", index) == family}
    far = rng.sample(platforms, min(FOREIGN, len(platforms)))
    chosen = sorted(near.union(range(land.central), far))
    return [offer for platform in chosen for offer in offers(land, platform)]


def offers(land: Landscape, platform: int) -> Iterator[Offer]:
    """Gives the relations that a product may have with a platform; a replica is not to be written to."""
    name, free = land.name("platform", platform), platform not in land.successors
    yield Offer(Relation("uses", f"{name}.api"), None, free)
    for index in land.holdings.get(platform, ()):
        entity = land.name("data", index)
        yield Offer(Relation("reads", f"{name}.api", entity), None, free)
        yield Offer(Relation("writes", f"{name}.api", entity), land.ends.get(index), free)
        if land.has_second_interface(platform):
            yield Offer(Relation("reads", f"{name}.events", entity), None, free)


def said(land: Landscape, offer: Offer, rng: random.Random) -> Relation:
    """Gives the relation with some of the clauses that a careful author adds."""
    relation, start = offer.relation, offer.start
    clauses = ["via rest"] if rng.random() < VIA and relation.target.endswith(".api") else []
    if rng.random() < SAID:
        clauses.append(f'for "{rng.choice(("daily checks", "case work", "weekly returns", "new claims"))}"')
    if start:
        clauses.append(f"since {start}")
    elif offer.free and rng.random() < land.plan.size.dated:
        clauses.append(f"{rng.choice(('since', 'until'))} {month(rng.randrange(6, 36))}")
    return Relation(relation.verb, relation.target, relation.data, tuple(clauses))
