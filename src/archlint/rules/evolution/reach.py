"""How many products reach each legacy system, at one instant after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from archlint.graph.marks import Marks
from archlint.graph.snapshot import Arrow
from archlint.model.elements import Element, Legacy, Product
from archlint.model.model import Model, Moment
from archlint.model.relations import DEPENDENCY_KEYWORDS
from archlint.rules.evolution.burn_down import in_force

__all__ = ["numbers_of_products", "ways_to"]

TOGETHER = 2048
"""How many products are followed at one time: enough to save work, few enough to save memory."""


def ways_to(model: Model, targets: Iterable[Element]) -> list[Arrow]:
    """The dependencies, of whatever time, that are part of a way to one of some elements."""
    into: dict[Element, list[Arrow]] = {}
    for relation in model.relations:
        if relation.keyword in DEPENDENCY_KEYWORDS and relation.target is not None and relation.lifetime.exists:
            arrow = Arrow(relation.source.outermost, relation.target.outermost, relation)
            into.setdefault(arrow.target, []).append(arrow)
    found: list[Arrow] = []
    queue = list(dict.fromkeys(targets))
    seen = set(queue)
    for element in queue:
        arrows = into.get(element, [])
        found += arrows
        before = dict.fromkeys(arrow.source for arrow in arrows if arrow.source not in seen)
        seen.update(before)
        queue += before
    return found


def numbers_of_products(
    ways: Sequence[Arrow], targets: Sequence[Legacy], moments: Sequence[Moment]
) -> dict[Legacy, list[Decimal]]:
    """For each target how many products depend on it in each state, directly or not, by their `count`."""
    numbers: dict[Legacy, list[Decimal]] = {target: [] for target in targets}
    known, reached = None, dict[Element, Decimal]()
    for moment in moments:
        living = [arrow for arrow in ways if arrow.relation.lifetime.holds(moment.instant)]
        counts = {arrow.source: _count(arrow.source, moment.instant) for arrow in living}
        if known != (living, counts):
            known = (living, counts)
            reached = _reached(living, {one: count for one, count in counts.items() if count})
        for target, levels in numbers.items():
            levels.append(reached.get(target, Decimal(0)))
    return numbers


def _count(element: Element, instant: int) -> Decimal:
    """For how many products an element stands: none if it is not one."""
    if not isinstance(element, Product):
        return Decimal(0)
    count = in_force(element.count, instant)
    return Decimal(1 if count is None else str(count))


def _reached(living: Sequence[Arrow], counts: dict[Element, Decimal]) -> dict[Element, Decimal]:
    """How many products reach each legacy system; the products are marks, handed down the ways."""
    marks = Marks((arrow.target, arrow.source) for arrow in living if arrow.source is not arrow.target)
    sums: dict[Element, Decimal] = {}
    products = [product for product in counts if product in marks.after]
    for begin in range(0, len(products), TOGETHER):
        some = products[begin : begin + TOGETHER]
        alike = _by_count(some, counts)
        reached = marks.reached({product: 1 << number for number, product in enumerate(some)})
        for legacy, bits in reached.items():
            if bits and isinstance(legacy, Legacy):
                number = sum((count * (bits & mask).bit_count() for count, mask in alike.items()), Decimal(0))
                sums[legacy] = sums.get(legacy, Decimal(0)) + number
    return sums


def _by_count(products: Sequence[Element], counts: dict[Element, Decimal]) -> dict[Decimal, int]:
    """The products of each count, as bits."""
    bits: dict[Decimal, int] = {}
    for number, product in enumerate(products):
        bits[counts[product]] = bits.get(counts[product], 0) | 1 << number
    return bits
