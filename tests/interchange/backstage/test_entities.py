"""What the entities of a catalogue say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from archlint.interchange.roles import Selector
from tests.interchange.backstage.writing import catalogue, entity
from tests.interchange.written import Folder


@pytest.fixture
def backstage(tmp_path: Path) -> Folder:
    """A project with a catalogue."""
    return Folder(tmp_path, "backstage")


@pytest.mark.parametrize(
    ("kind", "type", "lines"),
    [
        ("Component", "service", ['system a "a" {', 'meta type "service"']),
        ("component", "website", ['system a "a" {', 'meta type "website"']),
        ("System", "", ['system a "a"']),
        ("Resource", "database", ['store a "a" {', 'meta type "database"']),
        ("Resource", "s3-bucket", ['system a "a" {', 'meta type "s3-bucket"']),
        ("Group", "team", ['organisation a "a" {', 'meta type "team"']),
        ("Domain", "", []),
        ("User", "", []),
        ("Template", "service", []),
        ("Unheard", "service", []),
    ],
)
def test_an_entity_is_what_its_kind_says_for_certain(backstage: Folder, kind: str, type: str, lines: list[str]) -> None:
    """Components are systems of which nobody says more; people, domains and kinds of one's own are no part."""
    assert backstage.one(entity(kind, "a", f"type: {type}" if type else "")) == lines


def test_what_an_entity_says_of_itself_is_kept(backstage: Folder) -> None:
    """Title, description, tags, the first link, labels, type and lifecycle are stated; annotations are not."""
    more = """title: The shop
description: Sells
tags: [java, web]
labels: {tier: '1'}
annotations: {x/y: z}
links:
- url: https://a.example"""
    assert backstage.one(entity("Component", "shop", "type: service\nlifecycle: production", more)) == [
        'system shop "The shop" {', 'description "Sells"', "phase live", "tags java, web", 'link "https://a.example"',
        'meta type "service"', 'meta lifecycle "production"', 'meta tier "1"',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lifecycle", "phase"), [("production", "live"), ("Deprecated", "retiring"), ("experimental", None), ("mine", None)]
)
def test_what_is_deprecated_retires_and_is_not_legacy(backstage: Folder, lifecycle: str, phase: str | None) -> None:
    """A lifecycle that says for certain in which phase a system is becomes that phase."""
    lines = backstage.one(entity("Component", "a", f"lifecycle: {lifecycle}"))
    assert lines[0] == 'system a "a" {'
    assert [line for line in lines if line.startswith("phase")] == ([f"phase {phase}"] if phase else [])


def test_the_configuration_may_say_more(backstage: Folder) -> None:
    """Types, labels and domains can be selected."""
    text = catalogue(
        entity("Domain", "trade"), entity("System", "shop", "domain: trade"),
        entity("Component", "site", "type: website\nsystem: shop"),
        entity("Component", "old", "", "labels: {age: old}"),
    )  # fmt: skip
    roles = (
        Selector("product", kind="component", group="trade"),
        Selector("legacy", property={"age": "old"}),
        Selector("capability", kind="domain"),
    )
    assert [line for line in backstage.one(text, roles=roles) if line[-1] in '"{'][:4] == [
        'capability trade "trade"', 'system shop "shop"', 'product site "site" {', 'meta type "website"',
    ]  # fmt: skip


def test_a_name_counts_in_its_kind_and_namespace(backstage: Folder) -> None:
    """One name may be that of several entities; the same entity is declared once."""
    text = catalogue(
        entity("Component", "a"), entity("System", "a"), entity("Component", "a", "", "namespace: other"),
        entity("Component", "A"),
    )  # fmt: skip
    lines, faults = backstage.read(backstage.write("c.yaml", text))
    assert lines == ['system a "a"', 'system a-2 "a"', 'system a-3 "a"']
    assert faults == ["MOD005 c.yaml:20:9 Component `default/A` is declared already"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("apiVersion: backstage.io/v1\nmetadata: {name: a}\n", ["MOD002 model.json:2:18 this entity has no `kind`"]),
        ("apiVersion: backstage.io/v1alpha1\nkind: API\n", ["MOD002 model.json:1:1 this entity has no `name`"]),
        ("just a text\n", ["MOD002 model.json:1:1 this is no entity"]),
        ("apiVersion: apps/v1\nkind: Deployment\n", []),
        ("apiVersion: v1\nitems: [1]\n", []),
        ("# nothing\n---\n---\n", []),
    ],
)  # fmt: skip
def test_what_is_no_entity_is_said_where_it_should_be_one(backstage: Folder, text: str, said: list[str]) -> None:
    """What an entity lacks is said; what is not Backstage's is nobody's business."""
    lines, faults = backstage.read(backstage.write("model.json", text + "---\n" + entity("System", "s")))
    assert (lines, faults) == (['system s "s"'], said)


def test_a_mistake_in_one_document_hides_none_of_the_others(backstage: Folder) -> None:
    """What is not YAML is left out to the end of its document."""
    text = catalogue(entity("System", "a"), "kind: [\n", entity("System", "b"))
    lines, faults = backstage.read(backstage.write("c.yaml", text))
    assert lines == ['system a "a"', 'system b "b"']
    assert [fault.split()[:2] for fault in faults] == [["SYN001", "c.yaml:7:1"]]


def test_placeholders_and_tags_are_taken_as_they_are(backstage: Folder) -> None:
    """Files that are still to be filled in, and values with tags of other tools, are read as far as they go."""
    text = catalogue(
        entity("Component", "${{ values.name }}", "owner: ${{ values.owner }}\nsystem: '{{ cookiecutter.system }}'"),
        entity("Component", "{{ cookiecutter.name }}", "type: !Sub '${Type}'\ndefinition: {$text: ./secret}"),
    )
    assert backstage.one(text) == [
        'system values-name "${{ values.name }}"',
        'system cookiecutter-name "{{ cookiecutter.name }}" {',
        'meta type "${Type}"',
    ]


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("any.yaml", entity("Component", "a"), "backstage"),
        ("any.yaml", "\ufeff---\napiVersion: 'scaffolder.backstage.io/v1beta3'\nkind: Template\n", "backstage"),
        ("any.json", '{"apiVersion": "backstage.io/v1alpha1", "kind": "API"}', "backstage"),
        ("any.json", '[\n  {\n    "apiVersion": "backstage.io/v1alpha1"}]', "backstage"),
        ("any.json", '[{"kind":"API","apiVersion":"backstage.io/v1alpha1"}]', "backstage"),
        ("any.yaml", "--- {kind: API, apiVersion: backstage.io/v1alpha1}\n", "backstage"),
        ("any.yaml", "- apiVersion: backstage.io/v1alpha1\n  kind: API\n", "backstage"),
        ("any.yaml", "kind: ConfigMap\ndata:\n  x: |\n    apiVersion: backstage.io/v1alpha1\n", None),
        ("catalog-info.yaml", "kind: Component\nmetadata: {name: a}\n", "backstage"),
        ("any.yaml", "kind: Component\nmetadata: {name: a}\n", None),
        ("any.yaml", "apiVersion: apps/v1\nkind: Deployment\n", None),
        ("any.yaml", "# see backstage.io/docs\nname: x\n", None),
        ("any.yaml", "", None),
    ],
)
def test_the_content_decides_what_is_a_catalogue(backstage: Folder, name: str, text: str, form: str | None) -> None:
    """A catalogue is known by the version of its entities, whatever the file is called."""
    assert backstage.detected(text, name) == form


def test_a_file_without_entities_has_been_read(backstage: Folder) -> None:
    """What states nothing is a file of the model all the same, and what is wrong in it is said."""
    report = backstage.report(backstage.write("catalog-info.yaml", "kind: Component\n"), backstage.write("m.arch", ""))
    assert (len(report.files), report.elements) == (2, 0)
    assert [finding.code for finding in report.findings] == ["MOD002"]
