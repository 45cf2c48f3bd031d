"""Workspaces in JSON, which say the same as the DSL that they were made from."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange.drafting import drafted
from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.structurizr import DEFAULTS, read
from archlint.language.files import Files
from tests.interchange.structurizr.writing import elements, faults, folder, relations, workspace

SHOP: dict[str, Any] = {
    "model": {
        "people": [{"id": "1", "name": "User", "tags": "Element,Person,VIP", "location": "External",
                    "relationships": [{"id": "8", "sourceId": "1", "destinationId": "3", "description": "Uses",
                                       "technology": "HTTPS", "tags": "Relationship,Async"},
                                      {"id": "9", "sourceId": "1", "destinationId": "2", "description": "Uses",
                                       "linkedRelationshipId": "8"}]}],
        "softwareSystems": [
            {"id": "2", "name": "Shop", "group": "Sales", "documentation": {}, "url": "https://shop.example",
             "properties": {"structurizr.dsl.identifier": "webshop", "team": "Blue"},
             "perspectives": [{"name": "Security", "description": "Audited"}],
             "containers": [{"id": "3", "name": "Web", "technology": "Go",
                             "components": [{"id": "4", "name": "Cart"}]}]},
            {"id": "5", "name": "Mail", "location": "External"},
        ],
        "customElements": [{"id": "6", "name": "Box", "metadata": "Hardware"}],
        "deploymentNodes": [{"id": "10", "name": "Server", "environment": "Live", "instances": "2",
                             "children": [{"id": "11", "name": "VM", "environment": "Live", "containerInstances": [
                                 {"id": "12", "containerId": "3", "environment": "Live"}]}]}],
    },
    "views": {},
}  # fmt: skip


def from_json(content: Any) -> Foreign:
    """What a workspace in JSON says."""
    text = content if isinstance(content, str) else json.dumps(content, indent=1)
    return read([(Path("w.json"), text.encode())], Project(Files()))


def test_elements_relations_and_facts() -> None:
    """All that the model states is there; what is implied is not, and the format's own tags are not either."""
    foreign = from_json(SHOP)
    assert elements(foreign, deployed=True) == [
        "person: User", "softwareSystem: Shop", "container: Web in Shop", "component: Cart in Web in Shop",
        "softwareSystem: Mail", "customElement: Box", "deploymentEnvironment: Live", "deploymentNode: Server in Live",
        "deploymentNode: VM in Server in Live", "containerInstance: Web in VM in Server in Live",
    ]  # fmt: skip
    user, shop, web, _, mail, box = foreign.things[:6]
    assert (user.tags, mail.external, shop.external) == (("VIP",), True, False)
    assert (shop.word, shop.link, shop.groups) == ("webshop", "https://shop.example", ("Sales",))
    assert shop.properties == {"group": "Sales", "team": "Blue", "perspective Security": "Audited"}
    assert (web.technology, box.properties) == ("Go", {"metadata": "Hardware"})
    assert relations(foreign) == ["User -> Web Uses (HTTPS)"]
    assert foreign.links[-1].tags == ("Async",)


def test_a_finding_points_at_the_name_or_the_relation() -> None:
    """The place of an element is its name, that of a relation what it is described by."""
    foreign = from_json(SHOP)
    assert foreign.things[1].place.text == '"Shop"'
    assert next(link for link in foreign.links if link.kind == "relationship").place.text == '"Uses"'


def test_relations_that_lead_nowhere_and_numbers_used_twice() -> None:
    """Each is reported at its place, and the rest is read."""
    foreign = from_json({"model": {"softwareSystems": [
        {"id": "1", "name": "A", "relationships": [
            {"id": "3", "destinationId": "77"}, {"id": "4", "destinationId": "2"},
        ]},
        {"id": "2", "name": "B"}, {"id": "2", "name": "C"}, {"name": "D"}, "odd", {"id": "5", "relationships": 3},
    ]}})  # fmt: skip
    assert [(fault.code, fault.span.text) for fault in foreign.faults] == [
        ("MOD005", '"C"'), ("SYN001", '"odd"'), ("MOD003", '"77"'),
    ]  # fmt: skip
    assert relations(foreign) == ["A -> B"]


def test_identifiers_are_written_as_in_the_text_that_comes_with_them() -> None:
    """JSON has them in lower case; where the DSL stands in it, as people wrote them."""
    text = 'workspace {\n model {\n  webShop = softwareSystem "Shop"\n }\n}\n'
    properties = {"structurizr.dsl": base64.b64encode(text.encode()).decode()}
    assert from_json(SHOP | {"properties": properties}).things[1].word == "webShop"


def test_one_identifier_in_two_environments_names_two_nodes() -> None:
    """The path that JSON keeps tells them from each other."""
    nodes = [
        {"id": name, "name": "DN", "environment": name, "properties": {"structurizr.dsl.identifier": f"{name}.dn"}}
        for name in ("live", "test")
    ]
    assert from_json({"model": {"deploymentNodes": nodes}}).faults == []


def test_broken_json_and_encrypted_workspaces() -> None:
    """They are refused, with the place and the reason."""
    assert faults(from_json('{"model": {"people": [}}'))[0].startswith("1 SYN001")
    (fault,) = from_json({"id": 1, "ciphertext": "x", "encryptionStrategy": {"type": "aes"}}).faults
    assert (fault.code, "is encrypted" in fault.message) == ("SYN003", True)
    assert [fault.code for fault in from_json('{"model": ' + "[" * 5000).faults] == ["SYN001"]


def test_the_json_beside_the_text_that_it_was_made_from_is_not_read(tmp_path: Path) -> None:
    """Both are the same workspace."""
    text = 'workspace {\n model {\n  person "P"\n }\n}\n'
    foreign = folder(tmp_path, {"w.dsl": text, "w.json": json.dumps(SHOP), "x.json": json.dumps(SHOP)})
    assert elements(foreign).count("person: P") == 1
    assert elements(foreign).count("person: User") == 1


def test_a_text_may_extend_json(tmp_path: Path) -> None:
    """By the identifiers that JSON keeps, and by canonical names."""
    foreign = folder(tmp_path, {
        "w.dsl": 'workspace extends base.json {\n model {\n !element webshop {\n container "New"\n }\n'
                 ' !element "Container://Shop.Web" {\n tag Old\n }\n'
                 ' webShop -> mail\n mail = softwareSystem "M"\n }\n}\n',
        "base.json": json.dumps(SHOP),
    })  # fmt: skip
    assert "container: New in Shop" in elements(foreign)
    assert [thing.tags for thing in foreign.things if thing.name == "Web" and thing.kind == "container"] == [("Old",)]
    assert relations(foreign) == ["User -> Web Uses (HTTPS)", "Shop -> M"]
    assert foreign.faults == []


NAMES = st.text("abcXYZ é", min_size=1, max_size=8).map(str.strip).filter(bool)
TEXTS = st.sampled_from(["", "Does it", "JSON/HTTPS", "a 'b' c"])
TAGS = st.lists(st.sampled_from(["Old", "New", "Web Browser"]), max_size=2, unique=True)
ELEMENTS = st.lists(st.tuples(NAMES, TEXTS, TAGS, st.integers(0, 9), st.sampled_from("psc")), min_size=1, max_size=8)
RELATIONS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), TEXTS, TEXTS, TAGS), max_size=8)


@given(ELEMENTS, RELATIONS, st.booleans())
def test_the_same_workspace_is_the_same_either_way(elements: Any, relations: Any, nested: bool) -> None:
    """Whatever stands in it, the DSL and the JSON that is made from it give the same model."""
    dsl, made = _written(elements, relations, nested)
    assert _drafted(workspace(dsl)) == _drafted(from_json(made))


def _written(elements: Any, relations: Any, nested: bool) -> tuple[str, dict[str, Any]]:
    """A workspace in both forms: each container stands in the last system before it."""
    lines, model = ["workspace {", "model {"], dict[str, Any](people=[], softwareSystems=[])
    nodes: list[dict[str, Any]] = []
    opened = False
    for number, (name, text, tags, _, kind) in enumerate(elements):
        node = {"id": str(number), "name": f"{name}{number}", "description": text, "relationships": [],
                "tags": ",".join(["Element", *tags]),
                "properties": {"structurizr.dsl.identifier": f"e{number}"}}  # fmt: skip
        nodes.append(node)
        if kind == "c" and opened and nested:
            model["softwareSystems"][-1].setdefault("containers", []).append(node)
            lines.append(f'e{number} = container "{name}{number}" "{text}" "" "{",".join(tags)}"')
            continue
        lines += ["}"] * opened
        opened = kind != "p"
        word, home = ("softwareSystem", "softwareSystems") if opened else ("person", "people")
        model[home].append(node)
        lines.append(f'e{number} = {word} "{name}{number}" "{text}" "{",".join(tags)}"' + " {" * opened)
    lines += ["}"] * opened
    for number, (source, target, text, technology, tags) in enumerate(relations):
        one, other = source % len(nodes), target % len(nodes)
        lines.append(f'e{one} -> e{other} "{text}" "{technology}" "{",".join(tags)}"')
        nodes[one]["relationships"].append({
            "id": f"r{number}", "sourceId": str(one), "destinationId": str(other), "description": text,
            "technology": technology, "tags": ",".join(["Relationship", *tags]),
        })  # fmt: skip
    return "\n".join([*lines, "}", "}", ""]), {"model": model, "views": {}}


def _drafted(foreign: Foreign) -> list[str]:
    """The lines of the draft, whatever their order."""
    return sorted(line.strip() for source in drafted(foreign, DEFAULTS).sources for line in source.text.splitlines())
