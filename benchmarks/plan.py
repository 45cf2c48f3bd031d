"""How many of each kind an estate of a given size has, and what they are called."""

from __future__ import annotations

import random
from dataclasses import dataclass

from benchmarks.estate import Size

SUBJECTS = (
    "Licence", "Passport", "Pension", "Vehicle", "Court", "Benefit", "Visa", "Harvest", "Property", "Company",
    "Tribunal", "Permit", "Customs", "Grant", "Prison", "School", "Clinic", "Border", "Fishery", "Census",
)  # fmt: skip
TASKS = {
    "product": ("applications", "renewals", "enquiries", "bookings", "appeals", "returns"),
    "platform": ("payments", "notices", "identity checks", "case handling", "publishing", "scheduling"),
    "legacy": ("mainframe", "ledger", "index", "batch system", "card file", "terminal system"),
    "adaptor": ("gateway", "bridge", "front door"),
    "data": ("record", "account", "decision", "address", "assessment", "certificate"),
    "capability": (
        "taking payments",
        "notifying",
        "proving identity",
        "keeping cases",
        "publication",
        "planning",
    ),
    "organisation": ("agency", "office", "authority", "inspectorate"),
    "supplier": ("Systems", "Services", "Computing"),
    "user": ("applicants", "holders", "inspectors", "advisers"),
    "contract": ("support agreement", "running agreement"),
}
SHARES = {
    "organisation": 0.025,
    "user": 0.01,
    "supplier": 0.005,
    "contract": 0.006,
    "capability": 0.05,
    "data": 0.08,
}
SYSTEMS = 0.46  # of all elements; the rest is interfaces, stores and what SHARES names
PLATEAUS = 2
LEAST = {"user": 2}  # citizens and officials
PLATFORMS = 0.155  # of the systems
REPLACED = 0.6  # of legacy systems


@dataclass(frozen=True, slots=True)
class Plan:
    """The names of everything at the top, by kind, and the size they were made for."""

    size: Size
    names: dict[str, tuple[str, ...]]
    titles: dict[str, str]
    families: int
    replaced: int
    platform_stores: int
    second_interfaces: int
    caches: int

    def family(self, kind: str, index: int) -> int:
        """Gives the family of organisations that the element of this kind and index belongs to."""
        return index * self.families // len(self.names[kind])

    def owner(self, kind: str, index: int) -> str:
        """Gives the organisation that owns the element of this kind and index."""
        organisations = self.names["organisation"]
        members = organisations[self.family(kind, index) :: self.families]
        return members[index % len(members)]

    def file(self, family: int) -> int:
        """Gives the index of the file that a family is written to."""
        return family * self.size.files // self.families


def plan(size: Size) -> Plan:
    """Divides the elements of an estate among the kinds and names them.

    Raises ValueError if the estate is too small to hold one of everything.
    """
    counts = top_level_counts(size)
    stores = min(counts["platform"], counts["data"] - staying(counts))
    nested = counts["platform"] + counts["adaptor"] + counts["legacy"] + stores
    spare = size.elements - sum(counts.values()) - nested - PLATEAUS
    families = max(size.files, counts["organisation"] // 5, 1)
    if spare < 0 or families > counts["organisation"]:
        raise ValueError(f"{size.elements} elements are too few for an estate in {size.files} files")
    second = min(counts["platform"] // 3, spare)
    caches = min(counts["product"] // 8, spare - second)
    counts["data"] += spare - second - caches
    rng = random.Random(f"names {size.seed}")
    names = {kind: tuple(named(kind, count, rng)) for kind, count in counts.items()}
    titles = {name: name.replace("-", " ").capitalize() for group in names.values() for name in group}
    return Plan(size, names, titles, families, replaced(counts), stores, second, caches)


def top_level_counts(size: Size) -> dict[str, int]:
    """Gives how many of each kind stand at the top."""
    counts = {kind: max(LEAST.get(kind, 1), round(size.elements * share)) for kind, share in SHARES.items()}
    systems = round(size.elements * SYSTEMS)
    legacy = max(2, round(systems * size.legacy))
    platforms = max(3, round(systems * PLATFORMS))
    counts |= {"platform": platforms, "legacy": legacy, "adaptor": legacy}
    counts["product"] = systems - platforms - 2 * legacy
    counts["data"] = max(counts["data"], legacy + 3)
    return counts


def replaced(counts: dict[str, int]) -> int:
    """Gives how many legacy systems are replaced: by a platform each that is not a central one."""
    return min(round(counts["legacy"] * REPLACED), counts["platform"] - central(counts["platform"]))


def staying(counts: dict[str, int]) -> int:
    """Gives how many legacy systems outlive the last plateau."""
    return counts["legacy"] - replaced(counts)


def central(platforms: int) -> int:
    """Gives how many platforms serve everybody."""
    return max(1, min(20, platforms // 20))


def named(kind: str, count: int, rng: random.Random) -> list[str]:
    """Gives `count` different names for elements of a kind."""
    picks = ((rng.choice(SUBJECTS), rng.choice(TASKS[kind])) for _ in range(count))
    return [f"{subject} {task} {number}".lower().replace(" ", "-") for number, (subject, task) in enumerate(picks, 1)]
