"""What an architecture in CALM says."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.interchange.roles import Selector
from tests.interchange.calm.writing import architecture, connects, node, relationship
from tests.interchange.written import Folder


@pytest.fixture
def calm(tmp_path: Path) -> Folder:
    """A project with CALM files."""
    return Folder(tmp_path, "calm")


@pytest.mark.parametrize(
    ("type", "line"),
    [
        ("actor", 'user a "A"'),
        ("database", 'store a "A"'),
        ("data-asset", 'data a "A"'),
        ("legacy-system", 'system a "A"'),
        ("network", 'system a "A"'),
        ("ldap", 'system a "A"'),
        ("Service", 'system a "A"'),
        ("", 'system a "A"'),
    ],
)
def test_a_node_is_what_its_type_says_for_certain(calm: Folder, type: str, line: str) -> None:
    """Users, stores and data are told from others by their types; no type makes a product, a platform or legacy."""
    assert calm.one(architecture(node("a", type))) == [line]


def test_an_ecosystem_is_only_a_frame(calm: Folder) -> None:
    """What stands in an ecosystem stands at the top, unless the configuration says otherwise."""
    text = architecture(
        node("e", "ecosystem"), node("a"), relationship("composed-of", {"container": "e", "nodes": ["a"]})
    )
    assert calm.one(text) == ['system a "A"']
    assert calm.one(text, roles=(Selector("system", kind="ecosystem"),)) == ['system e "E" {', 'system a "A"']


def test_a_connection_says_by_which_protocol_and_interface(calm: Folder) -> None:
    """The protocol of a connection is its technology, the interface at its destination what is used."""
    api = {"unique-id": "api", "name": "The API", "port": 443, "protocol": "HTTPS"}
    text = architecture(
        node("a"), node("b", interfaces=[api]), connects("a", "b", "api", protocol="HTTPS", description="asks"),
        connects("b", "a", id="back", protocol="IBM-Quux"),
    )  # fmt: skip
    assert calm.one(text) == [
        'system a "A" {',
        'uses b.api via https { description "asks"; meta technology "HTTPS" }',
        'system b "B" {',
        'uses a { meta technology "IBM-Quux" }',
        'interface api "The API" {',
        "standard https",
        'meta port "443"',
    ]


def test_the_address_of_an_interface_says_its_protocol(calm: Folder) -> None:
    """An interface with an address is reached as that says; one with a definition as its configuration says."""
    address = {"unique-id": "web", "type": "url", "value": "https://a.example"}
    defined = {"unique-id": "queue", "definition-url": "https://b.example", "config": {"protocol": "AMQP"}}
    lines = calm.one(architecture(node("a", interfaces=[address, defined])))
    assert [line for line in lines if line.startswith("standard")] == ["standard https", "standard amqp"]


def test_actors_are_served_and_nodes_deployed(calm: Folder) -> None:
    """Whoever interacts with a node is served by it; what is deployed in another is hosted on it."""
    text = architecture(
        node("me", "actor"), node("a"), node("b"), node("cluster", "network"),
        relationship("interacts", {"actor": "me", "nodes": ["a", "b"]}, "r1"),
        relationship("deployed-in", {"container": "cluster", "nodes": ["a"]}, "r2"),
    )  # fmt: skip
    assert calm.one(text) == [
        'user me "Me"', 'system a "A" {', "serves me", "hosted-on cluster", 'system b "B" {', "serves me",
        'system cluster "Cluster"',
    ]  # fmt: skip


def test_the_first_that_is_composed_of_a_node_has_it(calm: Folder) -> None:
    """A node stands in the first node that is composed of it, and data is held by it."""
    text = architecture(
        node("one", "system"), node("two", "system"), node("db", "database"), node("d", "data-asset"),
        relationship("composed-of", {"container": "one", "nodes": ["db"]}, "r1"),
        relationship("composed-of", {"container": "two", "nodes": ["db"]}, "r2"),
        relationship("composed-of", {"container": "db", "nodes": ["d"]}, "r3"),
    )  # fmt: skip
    assert calm.one(text) == ['system one "One" {', 'store db "Db" {', "holds d", 'system two "Two"', 'data d "D"']


def test_options_are_no_connections(calm: Folder) -> None:
    """What may be chosen is no relation; names in it are checked all the same."""
    text = architecture(
        node("a"),
        node("b"),
        relationship("options", [{"description": "?", "nodes": ["a", "c"], "relationships": ["x"]}]),
    )
    lines, faults = calm.read(calm.write("a.json", text))
    assert lines == ['system a "A"', 'system b "B"']
    assert [fault[:6] for fault in faults] == ["MOD003", "MOD003"]


def test_what_else_a_node_says_is_kept(calm: Folder) -> None:
    """Controls by their names, metadata whether object or list, and fields of the author's own are properties."""
    text = architecture(
        node(
            "a", data_classification="PII", metadata=[{"owner": "team"}, {"run": {"region": "eu"}}],
            tiers=["one", "two"], controls={"security": {"description": "x"}, "audit": {}},
        ),
        connects("a", "b", metadata={"sla": 1}, id="r1"), node("b"),
        flows=[{"unique-id": "f", "name": "Flow", "transitions": [{"relationship-unique-id": "r1"}]}],
    )  # fmt: skip
    assert calm.one(text) == [
        'system a "A" {',
        'meta data-classification "PII"',
        'meta owner "team"',
        'meta run-region "eu"',
        'meta tiers "one, two"',
        'meta controls "security, audit"',
        'uses b { meta sla "1"; meta flow "Flow" }',
        'system b "B"',
    ]


def test_a_relationship_as_drafts_wrote_it(calm: Folder) -> None:
    """The kind of a relationship may be a text, with what belongs to it beside."""
    ends = {"source": {"node": "a"}, "destination": {"node": "b"}}
    drafts = [
        {"unique-id": "r", "relationship-type": "connects", "connects": ends},
        {"unique-id": "s", "relationship-type": "connects", "parties": {"source": "b", "destination": "a"}},
    ]  # fmt: skip
    assert calm.one(architecture(node("a"), node("b"), *drafts)) == [
        'system a "A" {',
        "uses b",
        'system b "B" {',
        "uses a",
    ]


def test_what_dangles_is_said_at_its_place_and_passed_over(calm: Folder) -> None:
    """Nodes, interfaces and relationships that are not there are named with those that were meant."""
    text = architecture(
        node("orders", interfaces=[{"unique-id": "api"}]), node("web"), connects("web", "ordres", id="r1"),
        connects("web", "orders", "apo", id="r2"),
        flows=[{"name": "f", "transitions": [{"relationship-unique-id": "r3"}]}],
    )  # fmt: skip
    lines, faults = calm.read(calm.write("a.json", text))
    assert "uses orders" in lines
    assert [fault.partition(" ")[2].partition(" ")[2] for fault in faults] == [
        "there is no relationship with the `unique-id` `r3`",
        "there is no node with the `unique-id` `ordres`",
        "there is no interface of that node with the `unique-id` `apo`",
    ]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([{"name": "n"}, node("a")], "MOD002 model.json:4:3 a node needs a `unique-id`"),
        ([node("a"), node("a")], "MOD005 model.json:10:17 a node `a` is declared already"),
        (
            [node("a"), {"unique-id": "r", "relationship-type": {}}],
            "MOD002 model.json:12:17 a relationship needs a `relationship-type`",
        ),
        ([node("a"), relationship("conects", {})], "MOD001 model.json:13:25 CALM has no relationship `conects`"),
        (
            [node("a"), relationship("connects", {"source": {}, "destination": {"node": "a"}})],
            "MOD002 model.json:14:17 the `unique-id` of a node is needed here",
        ),
    ],
)
def test_what_is_no_node_and_no_relationship_is_said(calm: Folder, parts: list[dict[str, object]], said: str) -> None:
    """A mistake is said where it is, and hides nothing else."""
    lines, faults = calm.read(calm.write("model.json", architecture(*parts)))
    assert faults == [said]
    assert 'system a "A"' in lines


def test_a_pattern_is_refused_where_it_says_that_it_is_one(calm: Folder) -> None:
    """A pattern is a schema of architectures, and the run does not say that all is well."""
    text = '{\n "$schema": "https://calm.finos.org/release/1.2/meta/calm.json",\n "properties": {"nodes": {"x": 1}}\n}'
    (said,) = calm.wrong(text)
    assert said.startswith("SYN003 model.json:3:16 this is a CALM pattern")
    assert calm.report(calm.write("p.json", text)).unread


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (architecture(), "calm"),
        ('{"nodes": [{"unique-id": "a", "node-type": "service"}]}', "calm"),
        ('\ufeff\n{"moments": [{"unique-id": "m", "details": {"detailed-architecture": "a"}}]}', "calm"),
        ('{"$schema": "https://json-schema.org/x", "properties": {"nodes": {}, "relationships": {}}}', "calm"),
        ('{"nodes": [{"id": 1}], "edges": []}', None),
        ('{"$schema": "https://calm.finos.org/release/1.2/meta/control.json", "controls": {}}', None),
        ('["nodes"]', None),
        ("", None),
    ],
)
def test_the_content_decides_what_is_calm(calm: Folder, text: str, form: str | None) -> None:
    """A document is known by its schema, or by nodes as CALM writes them, whatever it is called."""
    assert calm.detected(text) == form


def test_files_given_together_share_no_names(calm: Folder) -> None:
    """A `unique-id` means something in its own document."""
    one, two = calm.write("1.json", architecture(node("a"))), calm.write("2.json", architecture(node("a")))
    assert calm.read(one, two) == (['system a "A"', 'system a-2 "A"'], [])


def test_rules_ask_for_nothing_that_calm_cannot_say(calm: Folder) -> None:
    """An architecture with all that CALM has is free of findings in every profile but for what is stated wrong."""
    text = architecture(
        node("me", "actor"), node("shop", "system"), node("web", "webclient"), node("db", "database"), node("pay"),
        relationship("interacts", {"actor": "me", "nodes": ["web"]}, "r1"),
        relationship("composed-of", {"container": "shop", "nodes": ["web", "db"]}, "r2"),
        connects("web", "db", id="r3", protocol="JDBC"), connects("web", "pay", id="r4", protocol="mTLS"),
    )  # fmt: skip
    assert calm.found(calm.write("a.json", text), profile="code-of-practice") == []
