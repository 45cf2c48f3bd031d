"""The elements of an estate, kind by kind, with the facts that a careful author would state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.estate import Element, Relation
from benchmarks.healthy import caching
from benchmarks.landscape import Landscape
from benchmarks.links import Links

Facts = tuple[tuple[str, str], ...]

CLASSIFICATIONS = ("personal", "official", "official", "sensitive", "public")
CRITICALITIES = ("low", "medium", "high")
PHASES = ("live", "live", "beta")
STAYING = ("wrap", "contain", "modernise")


@dataclass(frozen=True, slots=True)
class Kit:
    """What the elements are made from: the skeleton and the relations."""

    land: Landscape
    links: Links
    caching: frozenset[int]

    def element(self, kind: str, index: int, facts: Facts, children: tuple[Element, ...] = ()) -> Element:
        """Gives the element of this kind and index, with its relations."""
        name = self.land.name(kind, index)
        return Element(kind, name, self.land.plan.titles[name], facts, self.relations(name), children)

    def relations(self, path: str) -> tuple[Relation, ...]:
        """Gives the relations that stand in an element."""
        return tuple(self.links.get(path, ()))

    def store(self, owner: str, name: str, facts: Facts = ()) -> Element:
        """Gives a store of a system."""
        return Element("store", name, "", facts, self.relations(f"{owner}.{name}"))

    def names(self, kind: str, indices: tuple[int, ...]) -> str:
        """Gives the names of several elements as a list."""
        return ", ".join(self.land.name(kind, index) for index in indices)

    def one_of(self, kind: str, index: int) -> str:
        """Gives the name of some element of a kind, each in its turn."""
        return self.land.name(kind, index % self.land.count(kind))

    def owner(self, kind: str, index: int) -> tuple[str, str]:
        """Gives the fact that says who owns an element."""
        return ("owner", self.land.plan.owner(kind, index))


def kit_for(land: Landscape, links: Links) -> Kit:
    """Gives what the elements of an estate are made from."""
    return Kit(land, links, frozenset(caching(land)))


def organisation(kit: Kit, index: int) -> Element:
    """Gives a department, or an agency of one."""
    families = kit.land.plan.families
    parent = kit.land.name("organisation", index % families)
    return kit.element("organisation", index, (("part-of", parent),) if index >= families else ())


def supplier(kit: Kit, index: int) -> Element:
    """Gives a company."""
    return kit.element("supplier", index, ())


def user(kit: Kit, index: int) -> Element:
    """Gives a group of citizens, or every other time of officials."""
    return kit.element("user", index, (kit.owner("user", index),) if index % 2 else ())


def capability(kit: Kit, index: int) -> Element:
    """Gives a business capability."""
    title = kit.land.plan.titles[kit.land.name("capability", index)].lower()
    return kit.element("capability", index, (kit.owner("capability", index), quoted("description", f"Doing {title}")))


def data(kit: Kit, index: int) -> Element:
    """Gives an entity of the information model."""
    classification = CLASSIFICATIONS[index % len(CLASSIFICATIONS)]
    facts = (
        kit.owner("data", index),
        ("classification", classification),
        quoted("identifier", "reference number"),
    )
    return kit.element("data", index, facts)


def platform(kit: Kit, index: int) -> Element:
    """Gives a platform with its interfaces, and a store if it keeps data."""
    land, name = kit.land, kit.land.name("platform", index)
    entities = land.holdings.get(index, ())
    facts = (
        kit.owner("platform", index),
        ("area", "infrastructure" if index == 0 else "digital-public-service"),
        ("phase", "live"),
        *((("since", land.begins[index]),) if index in land.begins else ()),
        ("criticality", CRITICALITIES[index % 3]),
        ("cost", f"{1 + index % 9}.{index % 7}m GBP"),
        ("hosting", "public-cloud"),
        ("source-code", "open"),
        *listed("provides", kit.names("capability", land.capabilities.get(index, ()))),
    )
    children = [interface("api", "rest, json", kit.names("data", entities))]
    if land.has_second_interface(index):
        children.append(interface("events", "json", kit.names("data", entities)))
    if entities:
        children.append(kit.store(name, "records", (quoted("technology", "PostgreSQL"),)))
    return kit.element("platform", index, facts, tuple(children))


def legacy(kit: Kit, index: int) -> Element:
    """Gives a legacy system, with a day to end on if a platform replaces it."""
    land, name = kit.land, kit.land.name("legacy", index)
    end = land.ends.get(index)
    lent = land.capabilities.get(land.heirs.get(index, -1), ())  # what its heir will provide
    facts = (
        kit.owner("legacy", index),
        ("area", "mission-it"),
        ("triage", "old-and-broke" if index % 4 == 3 else "old-and-works"),
        ("plan", "replace" if end else STAYING[index % 3]),
        *((("until", end),) if end else ()),
        ("criticality", "high"),
        ("cost", f"{3 + index % 20}.{index % 9}m GBP"),
        ("supplied-by", kit.one_of("supplier", index)),
        *listed("provides", kit.names("capability", lent)),
    )
    return kit.element("legacy", index, facts, (kit.store(name, "records", (quoted("technology", "IDMS"),)),))


def adaptor(kit: Kit, index: int) -> Element:
    """Gives the adaptor that lets others into the legacy system of the same index."""
    end = kit.land.ends.get(index)
    facts = (
        kit.owner("legacy", index),
        *((("until", end),) if end else ()),
        ("criticality", "high"),
    )
    return kit.element("adaptor", index, facts, (interface("lookup", "soap", kit.land.name("data", index)),))


def product(kit: Kit, index: int) -> Element:
    """Gives a product that rests on a platform, for citizens or for officials."""
    land, name = kit.land, kit.land.name("product", index)
    subject = name.replace("-", " ")
    facts = (
        kit.owner("product", index),
        ("area", "mission-it" if index % 3 == 2 else "digital-public-service"),
        ("phase", PHASES[index % 3]),
        ("criticality", CRITICALITIES[index % 3]),
        ("cost", f"{1 + index % 900}k GBP"),
        ("serves", audience(kit, index)),
        quoted("need", f"See {subject} through without help"),
        *listed("needs", kit.names("capability", land.capabilities.get(land.anchor(index), ()))),
        quoted("manager", f"Manager of {subject}"),
    )
    children = (kit.store(name, "cache"),) if index in kit.caching else ()
    return kit.element("product", index, facts, children)


def contract(kit: Kit, index: int) -> Element:
    """Gives a contract over a legacy system, within the limits of the code of practice."""
    owner = kit.land.plan.owner("contract", index)
    facts = (
        ("supplier", kit.one_of("supplier", index)),
        ("covers", kit.one_of("legacy", index)),
        ("role", "component"),
        ("value", f"{5 + index % 90}m GBP"),
        ("break-clause", "12 months"),
        ("data-owner", owner),
        ("ip-owner", owner),
    )
    return kit.element("contract", index, facts)


MAKERS: dict[str, Callable[[Kit, int], Element]] = {
    "organisation": organisation,
    "supplier": supplier,
    "user": user,
    "capability": capability,
    "data": data,
    "platform": platform,
    "legacy": legacy,
    "adaptor": adaptor,
    "product": product,
    "contract": contract,
}


def audience(kit: Kit, index: int) -> str:
    """Gives the users of a product: citizens at the even places, officials at the odd ones."""
    pairs = kit.land.count("user") // 2
    return kit.land.name("user", 2 * (index // 3 % pairs) + (index % 3 == 2))


def interface(name: str, standards: str, exposed: str) -> Element:
    """Gives an interface that only those who are let in may use."""
    facts = (("standard", standards), *listed("exposes", exposed), ("transport", "encrypted"))
    return Element("interface", name, "", facts)


def listed(keyword: str, names: str) -> Facts:
    """Gives a fact that lists names, and none if there are none."""
    return ((keyword, names),) if names else ()


def quoted(keyword: str, text: str) -> tuple[str, str]:
    """Gives a fact whose argument is text."""
    return (keyword, f'"{text}"')
