"""What the relations of ArchiMate come to: who needs whom, who stands in what, and what is left open."""

from __future__ import annotations

import pytest

from archlint.interchange.archimate.kinds import ELEMENTS, RELATIONS
from archlint.interchange.roles import Selector
from tests.interchange.archimate.writing import Element, Model, Relation, drafted, exchange, native, read, text

SHOP = Element("a", "ApplicationComponent", "Shop")
BILLING = Element("b", "ApplicationComponent", "Billing")
ORDER = Element("d", "DataObject", "Order")


def test_serving_points_from_the_provider() -> None:
    """Whoever is served uses whoever serves."""
    assert drafted([SHOP, BILLING], [Relation("r", "Serving", "b", "a")]) == [
        'system shop "Shop" {', "  uses billing", "}", 'system billing "Billing"',
    ]  # fmt: skip


def test_a_realised_service_is_an_interface_of_its_component() -> None:
    """What a component realises is a way into it, and whoever is served by the service uses that way."""
    service = Element("s", "ApplicationService", "Invoices")
    lines = drafted(
        [SHOP, BILLING, service], [Relation("1", "Realization", "b", "s"), Relation("2", "Serving", "s", "a")]
    )
    assert lines == [
        'system shop "Shop" {', "  uses billing.invoices", "}",
        'system billing "Billing" {', '  interface invoices "Invoices"', "}",
    ]  # fmt: skip


def test_a_service_of_nobody_or_of_several_is_left_open() -> None:
    """Nobody can tell who provides a service that no one component offers, and so there is no dependency."""
    elements = [
        SHOP,
        BILLING,
        Element("s", "ApplicationService", "Invoices"),
        Element("t", "ApplicationInterface", "API"),
    ]
    relations = [
        Relation("1", "Realization", "b", "s"), Relation("2", "Realization", "a", "s"),
        Relation("3", "Serving", "s", "a"), Relation("4", "Serving", "t", "b"),
    ]  # fmt: skip
    _, draft = read(native(Model(elements, relations)))
    roles = {decision.about.kind: decision.role for decision in draft.decisions}
    assert roles["ApplicationService of several"] == "ignore"
    assert roles["ApplicationInterface of nobody"] == "ignore"
    assert drafted(elements, relations) == ['system shop "Shop"', 'system billing "Billing"']


def test_functions_need_and_give_what_their_component_does() -> None:
    """A component stands for the functions that it is assigned to, and for their parts."""
    elements = [
        SHOP, BILLING, Element("f", "ApplicationFunction", "Sell"), Element("g", "ApplicationFunction", "Charge"),
        Element("s", "ApplicationService", "Charging"),
    ]  # fmt: skip
    relations = [
        Relation("1", "Assignment", "a", "f"), Relation("2", "Assignment", "b", "g"),
        Relation("3", "Realization", "g", "s"), Relation("4", "Serving", "s", "f"),
    ]  # fmt: skip
    assert "  uses billing.charging" in drafted(elements, relations)
    part = [*elements, Element("h", "ApplicationFunction", "Sell more")]
    relations = [*relations[:3], Relation("4", "Composition", "f", "h"), Relation("5", "Serving", "s", "h")]
    assert "  uses billing.charging" in drafted(part, relations)


def test_parts_stand_in_their_component() -> None:
    """Composition and aggregation nest components; a part of two wholes stands on its own."""
    part = Element("c", "ApplicationComponent", "Basket")
    assert drafted([SHOP, part], [Relation("1", "Composition", "a", "c")]) == [
        'system shop "Shop" {', '  system basket "Basket"', "}",
    ]  # fmt: skip
    both = [Relation("1", "Aggregation", "a", "c"), Relation("2", "Aggregation", "b", "c")]
    assert drafted([SHOP, BILLING, part], both)[-1] == 'system basket "Basket"'


def test_parts_in_a_circle_all_stand_somewhere() -> None:
    """No element is lost because the model says that it is a part of itself."""
    circle = [Relation("1", "Composition", "a", "b"), Relation("2", "Composition", "b", "a")]
    assert sorted(line.split()[0] for line in drafted([SHOP, BILLING], circle)) == ["system", "system", "}"]


def test_groups_are_left_out_and_their_parts_kept() -> None:
    """What a grouping or a location holds stands where it would stand without it, and can be selected by its name."""
    elements = [SHOP, Element("g", "Grouping", "Old"), Element("l", "Location", "London")]
    relations = [Relation("1", "Aggregation", "g", "a"), Relation("2", "Composition", "l", "a")]
    assert drafted(elements, relations) == ['system shop "Shop"']
    assert drafted(elements, relations, Selector("legacy", kind="ApplicationComponent", group="old"))[0].startswith(
        "legacy"
    )


def test_the_folder_of_an_element_can_be_selected() -> None:
    """The folders of Archi are groups, too."""
    assert drafted([SHOP], [], Selector("platform", group="Elements")) == ['platform shop "Shop"']


def test_an_access_without_a_type_is_a_write_in_the_native_file_only() -> None:
    """Archi leaves out what is its default, to write; the exchange format leaves open what is not stated."""
    relation = Relation("r", "Access", "a", "d", access="Write")
    assert '  meta writes "Order"' in drafted([SHOP, ORDER], [relation])
    stated = text(exchange(Model([SHOP, ORDER], [Relation("r", "Access", "a", "d")])))
    assert '  meta accesses "Order"' in stated
    assert text(exchange(Model([SHOP, ORDER], [relation]))) == drafted([SHOP, ORDER], [relation])


@pytest.mark.parametrize(
    ("access", "said"), [("Read", ["reads"]), ("ReadWrite", ["reads", "writes"]), ("", ["accesses"])]
)
def test_the_type_of_an_access_is_kept(access: str, said: list[str]) -> None:
    """Of data of which nobody says where it is kept, the component says what it does with it."""
    lines = drafted([SHOP, ORDER], [Relation("r", "Access", "a", "d", access=access)])
    assert [line.split()[1] for line in lines if line.startswith("  meta")] == said


def test_data_on_a_deployed_artifact_is_read_from_there() -> None:
    """Where one artifact realises the data, it is read from and written to what the artifact is deployed on."""
    elements = [SHOP, ORDER, Element("n", "SystemSoftware", "Database"), Element("t", "Artifact", "orders.db")]
    relations = [
        Relation("1", "Assignment", "n", "t"), Relation("2", "Realization", "t", "d"),
        Relation("3", "Access", "a", "d", access="ReadWrite"),
    ]  # fmt: skip
    lines = drafted(elements, relations)
    assert "  reads order from database" in lines
    assert "  writes order to database" in lines


def test_an_interface_exposes_what_its_service_accesses() -> None:
    """Data that a service accesses is what one gets or changes through it."""
    service = Element("s", "ApplicationService", "Orders")
    relations = [Relation("1", "Realization", "a", "s"), Relation("2", "Access", "s", "d")]
    assert "    exposes order" in drafted([SHOP, service, ORDER], relations)


def test_whoever_receives_a_flow_needs_it() -> None:
    """Of a flow the receiver depends on the sender; what is associated with the flow is what flows."""
    flow = Relation("f", "Flow", "b", "a", "invoices")
    assert '  uses billing { description "invoices" }' in drafted([SHOP, BILLING], [flow])
    about = Relation("g", "Association", "f", "d")
    assert '  reads order from billing { description "invoices" }' in drafted([SHOP, BILLING, ORDER], [flow, about])


def test_flows_both_ways_say_nothing_of_who_needs_whom() -> None:
    """Request and answer are two flows: no dependency is read from them, and no circle."""
    both = [Relation("f", "Flow", "a", "b"), Relation("g", "Flow", "b", "a")]
    assert drafted([SHOP, BILLING], both) == ['system shop "Shop"', 'system billing "Billing"']
    lines = drafted([SHOP, BILLING], both, Selector("uses", kind="Flow"))
    assert len([line for line in lines if "uses" in line]) == 2


@pytest.mark.parametrize("kind", ["Association", "Triggering", "Influence", "Specialization"])
def test_relations_without_a_direction_of_need_are_ignored(kind: str) -> None:
    """What does not say who needs whom makes no dependency, unless the configuration says that it does."""
    relations = [Relation("r", kind, "a", "b", "calls")]
    assert drafted([SHOP, BILLING], relations) == ['system shop "Shop"', 'system billing "Billing"']
    assert '  uses billing { description "calls" }' in drafted(
        [SHOP, BILLING], relations, Selector("uses", kind=kind, name="calls*")
    )


def test_what_realises_or_runs_a_component_hosts_it() -> None:
    """A component is hosted on the technology that realises it, directly or by an artifact that is deployed on it."""
    elements = [
        SHOP,
        Element("n", "Node", "Server"),
        Element("o", "SystemSoftware", "Linux"),
        Element("t", "Artifact", "shop.jar"),
    ]
    relations = [
        Relation("1", "Assignment", "n", "o"), Relation("2", "Assignment", "o", "t"),
        Relation("3", "Realization", "t", "a"),
    ]  # fmt: skip
    lines = drafted(elements, relations)
    assert "  hosted-on linux" in lines
    assert "  hosted-on server" in lines


def test_capabilities_are_provided_and_needed() -> None:
    """Who realises a capability provides it, and whom it serves needs it; a part belongs to its whole."""
    elements = [SHOP, BILLING, Element("c", "Capability", "Invoicing"), Element("e", "Capability", "Selling")]
    relations = [
        Relation("1", "Realization", "b", "c"), Relation("2", "Serving", "c", "a"),
        Relation("3", "Composition", "e", "c"),
    ]  # fmt: skip
    lines = drafted(elements, relations)
    assert [line for line in lines if line.startswith("  ")] == [
        "  needs invoicing",
        "  provides invoicing",
        "  part-of selling",
    ]


def test_what_is_realised_is_not_who_performs_it() -> None:
    """A component that realises a service of the business realises the service, not the role that offers it."""
    elements = [SHOP, Element("s", "BusinessService", "Sale"), Element("r", "BusinessRole", "Clerk")]
    relations = [Relation("1", "Assignment", "r", "s"), Relation("2", "Realization", "a", "s")]
    table = (Selector("capability", kind="BusinessService"), Selector("provides", kind="Realization"))
    assert drafted(elements, relations, *table)[:2] == ['system shop "Shop" {', "  provides sale"]


def test_roles_are_served_and_serve_nobody() -> None:
    """Whom a system serves is its user, by itself or by what it does; that a role helps a system makes it no user."""
    elements = [SHOP, Element("r", "BusinessRole", "Customer"), Element("p", "BusinessProcess", "Buy")]
    assert "  serves customer" in drafted(elements, [Relation("1", "Serving", "a", "r")])
    performed = [Relation("1", "Serving", "a", "p"), Relation("2", "Assignment", "r", "p")]
    assert "  serves customer" in drafted(elements, performed)
    assert drafted(elements[:2], [Relation("1", "Serving", "r", "a")]) == [
        'system shop "Shop"',
        'user customer "Customer"',
    ]


def test_an_actor_whom_a_system_serves_is_a_user() -> None:
    """Any other actor is an organisation; whom a process of the business serves is not served by a system."""
    elements = [SHOP, Element("x", "BusinessActor", "Customer"), Element("y", "BusinessActor", "Sales")]
    assert drafted(elements, [Relation("1", "Serving", "a", "x"), Relation("2", "Serving", "y", "x")]) == [
        'system shop "Shop" {', "  serves customer", "}", 'user customer "Customer"', 'organisation sales "Sales"',
    ]  # fmt: skip


def test_what_serves_as_technology_hosts() -> None:
    """A node that serves a component runs it; a service of that node is used like any other."""
    elements = [SHOP, Element("n", "Node", "Server"), Element("t", "TechnologyService", "Files")]
    relations = [
        Relation("1", "Serving", "n", "a"), Relation("2", "Realization", "n", "t"), Relation("3", "Serving", "t", "a"),
    ]  # fmt: skip
    assert drafted(elements, relations)[1:3] == ["  hosted-on server", "  uses server.files"]


def test_junctions_join_what_leads_in_to_what_leads_out() -> None:
    """What serves a junction serves everything behind it, through other junctions, too."""
    elements = [
        SHOP,
        BILLING,
        Element("c", "ApplicationComponent", "Stock"),
        Element("j", "Junction"),
        Element("k", "Junction"),
    ]
    relations = [
        Relation("1", "Serving", "a", "j"), Relation("2", "Serving", "j", "b"), Relation("3", "Serving", "j", "k"),
        Relation("4", "Serving", "k", "c"), Relation("5", "Serving", "k", "j"),
    ]  # fmt: skip
    assert drafted(elements, relations) == [
        'system shop "Shop"', 'system billing "Billing" {', "  uses shop", "}",
        'system stock "Stock" {', "  uses shop", "}",
    ]  # fmt: skip


def test_relations_to_relations_are_kept_as_properties() -> None:
    """What is said about a relation stays with it."""
    elements = [SHOP, BILLING, Element("q", "Requirement", "Encrypted")]
    relations = [Relation("s", "Serving", "b", "a"), Relation("t", "Association", "q", "s")]
    assert '  uses billing { meta association "Encrypted" }' in drafted(elements, relations)


def test_what_is_stated_twice_counts_once() -> None:
    """A relation that a model holds twice between the same ends is one, whatever it is called in its file."""
    twice = [Relation("1", "Serving", "b", "a"), Relation("2", "Serving", "b", "a")]
    assert drafted([SHOP, BILLING], twice) == drafted([SHOP, BILLING], twice[:1])


def test_a_stated_technology_is_what_a_relation_speaks() -> None:
    """The property `technology` or `protocol` names the standard; without it the protocol is not known."""
    relation = Relation("1", "Serving", "b", "a", properties={"Protocol": "REST"})
    assert any(line.startswith("  uses billing via rest") for line in drafted([SHOP, BILLING], [relation]))


def test_properties_and_documentation_are_kept() -> None:
    """What an element says of itself in words is its description, and its properties are `meta`."""
    element = Element("a", "ApplicationComponent", "Shop", "Sells\nthings", {"Cost centre": "42"})
    assert drafted([element]) == [
        'system shop "Shop" {', '  description "Sells\\nthings"', '  meta cost-centre "42"', "}",
    ]  # fmt: skip


def test_every_kind_has_a_role() -> None:
    """Each concept of ArchiMate is either something or ignored by a line of the table that names it or all the rest."""
    elements = [Element(kind, kind, kind) for kind in sorted(ELEMENTS)]
    relations = [Relation(f"r{kind}", kind, "Node", "Device") for kind in sorted(RELATIONS)]
    foreign, draft = read(native(Model(elements, relations)))
    assert foreign.faults == []
    assert len(foreign.things) == len(ELEMENTS)
    assert all(decision.because is not None for decision in draft.decisions)
