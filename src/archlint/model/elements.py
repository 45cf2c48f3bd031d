"""The kinds of element. A class is its own schema: one class a kind, one `Property` a statement."""

from __future__ import annotations

from archlint.model.element import TOP, Element, Organisation
from archlint.model.statements import (
    AMOUNT,
    DATE,
    DURATION,
    NUMBER,
    STRING,
    SYSTEM_KINDS,
    TIME,
    Amount,
    Choice,
    Duration,
    ListOf,
    Literal,
    Property,
    Reference,
)

__all__ = [
    "AREA",
    "KINDS",
    "TOP",
    "Adaptor",
    "Capability",
    "Commitment",
    "Contract",
    "Data",
    "Element",
    "Interface",
    "Legacy",
    "Organisation",
    "Plateau",
    "Platform",
    "Product",
    "RolelessSystem",
    "Standard",
    "Store",
    "Supplier",
    "System",
    "User",
    "View",
]


class Supplier(Element):
    """A company that supplies systems."""

    __slots__ = ()
    keyword = "supplier"


class User(Element):
    """A group of people with needs."""

    __slots__ = ()
    keyword = "user"


class Capability(Element):
    """A business capability, named before any technology."""

    __slots__ = ()
    keyword = "capability"
    group = "capabilities"
    part_of: Property[Capability] = Property(Reference.to("capability"), help="The capability it is a part of.")


class Data(Element):
    """An entity of the information model."""

    __slots__ = ()
    keyword = "data"
    group = "data"
    part_of: Property[Data] = Property(Reference.to("data"), help="The entity it is a part of.")
    classification: Property[str] = Property(
        Choice.of("public", "official", "personal", "sensitive"), help="How it must be handled."
    )
    identifier: Property[str] = Property(STRING, help="What tells one record from another.")
    open_data: Property[str] = Property(STRING, help="The licence or the address under which it is published.")


class Standard(Element):
    """A protocol, format or identity standard."""

    __slots__ = ()
    keyword = "standard"
    open: Property[bool] = Property(help="Anyone may read and implement it.")
    proprietary: Property[bool] = Property(help="A single supplier controls it.")
    plain_text: Property[bool] = Property(help="Anyone on the wire can read what passes.")


AREA = Choice.of("digital-public-service", "mission-it", "infrastructure", "back-office")
"""The functional areas."""


class System(Element):
    """What products, platforms, legacy, adaptors and systems without a role have in common."""

    __slots__ = ()
    group = "systems"
    external: Property[bool] = Property(help="Run by somebody else.")
    area: Property[str] = Property(
        AREA,
        help="The functional area it belongs to.",
    )
    phase: Property[str] = Property(
        Choice.of("discovery", "alpha", "beta", "live", "retiring"), help="How far its delivery is."
    )
    criticality: Property[str] = Property(
        Choice.of("low", "medium", "high", "critical"), help="How much the business depends on it."
    )
    cost: Property[Amount] = Property(AMOUNT, help="What it costs in a year.")
    count: Property[float] = Property(NUMBER, help="How many alike it stands for.")
    hosting: Property[str] = Property(
        Choice.of("public-cloud", "private-cloud", "crown-hosting", "on-premises"),
        help="Where it runs.",
        clauses={"because": STRING},
    )
    technology: Property[str] = Property(STRING, help="What it is made with.")
    source_code: Property[str] = Property(
        Choice.of("open", "closed"), help="Whether its source code is open.", clauses={"because": STRING}
    )
    supplied_by: Property[Supplier] = Property(Reference.to("supplier"), help="The company that supplies it.")
    serves: Property[User] = Property(ListOf.of(Reference.to("user")), help="The users it is for.")
    provides: Property[Capability] = Property(ListOf.of(Reference.to("capability")), help="The capabilities it offers.")
    needs: Property[Capability] = Property(
        ListOf.of(Reference.to("capability")), help="The capabilities it cannot do without."
    )


class Product(System):
    """What users engage with to find information or complete a transaction."""

    __slots__ = ()
    keyword = "product"
    need: Property[str] = Property(STRING, help="A user need that it meets.", repeatable=True)
    measure: Property[str] = Property(STRING, help="How success is measured.", repeatable=True)
    manager: Property[str] = Property(STRING, help="The service manager.")
    roadmap: Property[str] = Property(STRING, help="Its roadmap, or where to find it.")
    accessibility: Property[str] = Property(STRING, help="The accessibility standard that it meets.")
    assisted_digital: Property[str] = Property(
        STRING, help="The support for those who cannot use it alone.", optional=True
    )


class Platform(System):
    """Open interfaces and capabilities shared by many products."""

    __slots__ = ()
    keyword = "platform"


class Legacy(System):
    """A system built for historic requirements."""

    __slots__ = ()
    keyword = "legacy"
    triage: Property[str] = Property(
        Choice.of("old-and-broke", "old-and-works", "defunct"), help="The state it is found in."
    )
    plan: Property[str] = Property(
        Choice.of("contain", "wrap", "modernise", "replace", "retire"), help="What is to become of it."
    )


class Adaptor(System):
    """Gives another system an open interface."""

    __slots__ = ()
    keyword = "adaptor"


class RolelessSystem(System):
    """A system whose role is not stated; nested, a part of the system it stands in."""

    __slots__ = ()
    keyword = "system"
    stands = (TOP, *SYSTEM_KINDS)


class Store(Element):
    """Where data is kept."""

    __slots__ = ()
    keyword = "store"
    group = "systems"
    stands = (TOP, *SYSTEM_KINDS)
    register: Property[bool] = Property(help="A canonical open list.")
    technology: Property[str] = Property(STRING, help="What it is made with.")


class Interface(Element):
    """A way in: an API, a topic, a queue, a file drop."""

    __slots__ = ()
    keyword = "interface"
    group = "systems"
    stands = (*SYSTEM_KINDS, "store")
    standard: Property[Standard] = Property(
        ListOf.of(Reference.to("standard")), help="The protocols, formats and identity standards it keeps to."
    )
    proprietary: Property[bool] = Property(help="Its supplier keeps how it works to itself.")
    bespoke: Property[bool] = Property(help="Made for one consumer.", clauses={"for": Reference.to(*SYSTEM_KINDS)})
    exposes: Property[Data] = Property(ListOf.of(Reference.to("data")), help="The data that passes through it.")
    docs: Property[str] = Property(STRING, help="Where it is documented.")
    transport: Property[str] = Property(Choice.of("plain", "encrypted"), help="Whether the wire can be read.")
    access: Property[str] = Property(Choice.of("public", "authenticated"), help="Who may call it.")


class Contract(Element):
    """What is bought, from whom."""

    __slots__ = ()
    keyword = "contract"
    supplier: Property[Supplier] = Property(Reference.to("supplier"), help="The company it is with.")
    covers: Property[System] = Property(ListOf.of(Reference.to(*SYSTEM_KINDS)), help="The systems it is for.")
    role: Property[str] = Property(
        Choice.of("component", "system-integration", "service-integration", "service-management"),
        help="What the supplier does.",
    )
    value: Property[Amount] = Property(AMOUNT, help="What it is worth in all.", clauses={"because": STRING})
    break_clause: Property[Duration] = Property(DURATION, help="When it can first be left.")
    extension: Property[str] = Property(
        Choice.of("automatic", "optional", "none"), help="How it is prolonged.", clauses={"because": STRING}
    )
    data_owner: Property[Element] = Property(Reference.to("organisation", "supplier"), help="Whose the data is.")
    ip_owner: Property[Element] = Property(
        Reference.to("organisation", "supplier"), help="Whose the code and the rules are."
    )


class Commitment(Element):
    """What an organisation said it would do."""

    __slots__ = ()
    keyword = "commitment"
    by: Property[Organisation] = Property(Reference.to("organisation"), help="Who said so.")
    due: Property[int] = Property(TIME, help="When it is to be done.")
    delivers: Property[Element] = Property(ListOf.of(Reference.to()), help="What is to exist by then.")
    adopts: Property[Platform] = Property(ListOf.of(Reference.to("platform")), help="What is to be used by then.")


class Plateau(Element):
    """A named state of the estate; one of them may leave its date out and comes after every date."""

    __slots__ = ()
    keyword = "plateau"
    at: Property[int] = Property(DATE, help="The date it stands for.", dated=False)


class View(Element):
    """A diagram."""

    __slots__ = ()
    keyword = "view"
    show: Property[Element | str] = Property(
        ListOf.of(Reference("REF or kind or tag", loose=True)), help="What it shows; a name wins.", dated=False
    )
    hide: Property[Element | str] = Property(
        ListOf.of(Reference("REF or kind or tag", loose=True)), help="What it leaves out.", dated=False
    )
    group_by: Property[str] = Property(
        Choice.of("owner", "area", "kind", "tag"), help="What its boxes stand for.", dated=False
    )
    at: Property[int] = Property(TIME, help="The instant it shows.", dated=False)
    compare: Property[tuple[int, int]] = Property(
        TIME, Literal.of("with"), TIME, help="The two instants it compares.", dated=False
    )
    direction: Property[str] = Property(Choice.of("right", "down"), help="Which way it runs.", dated=False)


KINDS: dict[str, type[Element]] = {
    kind.keyword: kind
    for kind in (
        Organisation, Supplier, User, Capability, Data, Standard, Product, Platform, Legacy, Adaptor,
        RolelessSystem, Store, Interface, Contract, Commitment, Plateau, View,
    )
}  # fmt: skip
"""Every kind by its keyword, in the order of the language reference."""
