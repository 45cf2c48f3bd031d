"""Who replaces whom, who keeps which data and who provides what: the skeleton that relations follow."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.plan import Plan, central


@dataclass(frozen=True, slots=True)
class Landscape:
    """The skeleton of an estate. Everything is named by its index among the elements of its kind."""

    plan: Plan
    central: int
    successors: dict[int, int]  # platform -> the legacy that it replaces
    heirs: dict[int, int]  # legacy -> the platform that replaces it
    ends: dict[int, str]  # legacy -> the month in which it is switched off
    begins: dict[int, str]  # platform -> the month in which it starts
    holdings: dict[int, tuple[int, ...]]  # platform -> its entities
    capabilities: dict[int, tuple[int, ...]]  # platform -> what it provides

    def count(self, kind: str) -> int:
        """Gives how many elements of a kind stand at the top."""
        return len(self.plan.names[kind])

    def name(self, kind: str, index: int) -> str:
        """Gives the name of an element."""
        return self.plan.names[kind][index]

    def start(self, platform: int) -> str | None:
        """Gives the month from which a platform is the place to go to: when the legacy it replaces ends."""
        legacy = self.successors.get(platform)
        return None if legacy is None else self.ends[legacy]

    def anchors(self, platform: int) -> range:
        """Gives the products that rest on a platform."""
        products, platforms = self.count("product"), self.count("platform")
        return range(-(-platform * products // platforms), -(-(platform + 1) * products // platforms))

    def anchor(self, product: int) -> int:
        """Gives the platform that a product rests on."""
        return product * self.count("platform") // self.count("product")

    def has_second_interface(self, platform: int) -> bool:
        """Tells whether a platform offers events beside its API."""
        return platform < self.plan.second_interfaces


def landscape(plan: Plan) -> Landscape:
    """Lays out the skeleton of an estate of this plan."""
    rng = random.Random(f"landscape {plan.size.seed}")
    platforms, legacy = len(plan.names["platform"]), len(plan.names["legacy"])
    shared = central(platforms)
    pairs = list(zip(spread(plan.replaced, platforms - shared), spread(plan.replaced, legacy), strict=True))
    successors = {shared + platform: index for platform, index in pairs}
    months = {index: rng.randrange(18, 36) for index in sorted(successors.values())}
    return Landscape(
        plan=plan,
        central=shared,
        successors=successors,
        heirs={legacy: platform for platform, legacy in successors.items()},
        ends={index: month(after) for index, after in months.items()},
        begins={platform: month(months[index] - rng.randrange(6, 13)) for platform, index in successors.items()},
        holdings=holdings(plan, successors),
        capabilities=grouped(range(len(plan.names["capability"])), range(platforms)),
    )


def holdings(plan: Plan, successors: dict[int, int]) -> dict[int, tuple[int, ...]]:
    """Gives the entities of each platform; a successor takes over that of the legacy it replaces.

    The legacy system of an index keeps the entity of that index; the entities after these are the platforms'.
    """
    legacy, platforms = len(plan.names["legacy"]), len(plan.names["platform"])
    others = [index for index in range(platforms) if index not in successors]
    keepers = [*others[: plan.platform_stores - len(successors)], *sorted(successors)]
    groups = {platform: [successors[platform]] if platform in successors else [] for platform in keepers}
    for place, entity in enumerate(range(legacy, len(plan.names["data"]))):
        groups[keepers[place % len(keepers)]].append(entity)
    return {platform: tuple(group) for platform, group in groups.items()}


def grouped(items: range, owners: range) -> dict[int, tuple[int, ...]]:
    """Deals items out to owners in order, as evenly as it can be done."""
    groups: dict[int, list[int]] = {}
    for place, item in enumerate(items):
        groups.setdefault(owners[place * len(owners) // len(items)], []).append(item)
    return {owner: tuple(group) for owner, group in groups.items()}


def spread(count: int, places: int) -> list[int]:
    """Gives `count` different indices, evenly spread over `places`."""
    return [index * places // count for index in range(count)]


def month(after: int) -> str:
    """Gives the month so many months after January 2015."""
    return f"{2015 + after // 12}-{after % 12 + 1:02}"
