"""How the entities of a catalogue refer to each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange.backstage import DEFAULTS, read
from archlint.interchange.drafting import drafted
from archlint.interchange.files import Project
from archlint.language.files import Files
from tests.interchange.backstage.writing import catalogue, entity
from tests.interchange.written import LARGEST, Folder


@pytest.fixture
def backstage(tmp_path: Path) -> Folder:
    """A project with a catalogue."""
    return Folder(tmp_path, "backstage")


@pytest.mark.parametrize(
    "written",
    ["component:b", "Component:default/B", "component:default/b", "b", "default/b", "{kind: component, name: b}"],
)
def test_a_reference_may_leave_out_what_goes_without_saying(backstage: Folder, written: str) -> None:
    """Kind and namespace may be left out, and letters count as the same in both cases."""
    text = catalogue(entity("Component", "a", f"dependsOn: [{written}]"), entity("Component", "b"))
    assert backstage.one(text) == ['system a "a" {', "uses b", 'system b "b"']


def test_the_namespace_left_out_is_that_of_the_entity(backstage: Folder) -> None:
    """A reference without a namespace stays in the namespace of the one who refers."""
    text = catalogue(
        entity("Component", "a", "dependsOn: [component:b]", "namespace: n"), entity("Component", "b"),
        entity("Component", "b", "", "namespace: n"),
    )  # fmt: skip
    assert backstage.one(text)[:2] == ['system a "a" {', "uses b-2"]


def test_both_sides_state_one_relation(backstage: Folder) -> None:
    """A relation counts once, from whichever side it is stated, and however often."""
    text = catalogue(
        entity("Component", "a", "dependsOn: [component:b, component:default/b]"),
        entity("Component", "b", "dependencyOf: [component:a, resource:r]"),
        entity("Resource", "r", "dependsOn: component:b"),
    )
    assert backstage.one(text) == ['system a "a" {', "uses b", 'system b "b"', 'system r "r" {', "uses b"]


def test_an_api_of_one_component_is_a_way_into_it(backstage: Folder) -> None:
    """The type of an API is what is spoken at the interface."""
    text = catalogue(
        entity("API", "pay", "type: grpc\nowner: x\nsystem: s"),
        entity("Component", "a", "providesApis: [pay]\nsystem: s"),
        entity("Component", "b", "consumesApis: [pay]"), entity("System", "s"), entity("Group", "x"),
    )  # fmt: skip
    assert backstage.one(text) == [
        'system b "b" {', "uses s.a.pay", 'system s "s" {', 'system a "a" {', 'interface pay "pay" {', "standard grpc",
        'meta type "grpc"', 'organisation x "x"',
    ]  # fmt: skip


def test_an_api_of_several_components_stands_for_itself(backstage: Folder) -> None:
    """Nobody knows whom a consumer reaches by an API that several provide, or none: that is its system, if any."""
    text = catalogue(
        entity("API", "pay"), entity("Component", "a", "providesApis: [pay]"),
        entity("Component", "b", "providesApis: [pay]"), entity("Component", "c", "consumesApis: [pay, ship]"),
        entity("API", "ship", "system: s"), entity("System", "s"),
    )  # fmt: skip
    assert backstage.one(text) == [
        'system pay "pay"', 'system a "a"', 'system b "b"', 'system c "c" {', "uses pay", "uses s.ship",
        'system s "s" {', 'interface ship "ship"',
    ]  # fmt: skip


def test_parts_stand_in_their_component_and_system(backstage: Folder) -> None:
    """A component that is part of another stands in that; what belongs to a system stands in the system."""
    text = catalogue(
        entity("Component", "sub", "subcomponentOf: main\nsystem: s"), entity("Component", "main", "system: s"),
        entity("System", "s"), entity("Resource", "db", "type: database\nsystem: s"),
    )  # fmt: skip
    assert backstage.one(text) == [
        'system s "s" {', 'system main "main" {', 'system sub "sub"', 'store db "db" {', 'meta type "database"',
    ]  # fmt: skip


def test_owners_are_organisations_with_their_parents(backstage: Folder) -> None:
    """Groups stand in groups, from whichever side that is stated; a person who owns something is one too."""
    text = catalogue(
        entity("Group", "all", "children: [one]"), entity("Group", "one", "parent: all"),
        entity("Group", "two", "parent: all"), entity("User", "me", "memberOf: [one]", "title: Me"),
        entity("User", "you"), entity("Component", "a", "owner: one"), entity("Component", "b", "owner: user:me"),
    )  # fmt: skip
    assert backstage.one(text) == [
        'organisation all "all"', 'organisation one "one" {', "part-of all", 'organisation two "two" {', "part-of all",
        'organisation me "Me" {', 'meta role "owner"', 'system a "a" {', "owner one", 'system b "b" {', "owner me",
    ]  # fmt: skip


def test_what_is_missing_is_said_once_with_its_places(backstage: Folder) -> None:
    """However often an entity is named that no file declares, one finding says so, and suggests what is near."""
    text = catalogue(
        *(entity("Component", f"c{number}", "dependsOn: [component:orders-servce]") for number in range(6)),
        entity("Component", "orders-service"),
    )
    report = backstage.report(backstage.write("c.yaml", text))
    (finding,) = report.findings
    assert (finding.code, finding.span.begin) == ("MOD003", (6, 15))
    assert finding.message == "`component:default/orders-servce` is in none of the files; 2 more places name it"
    assert finding.help == "did you mean `component:default/orders-service`?"
    assert len(finding.related) == 3


@pytest.mark.parametrize(
    ("reference", "help"),
    [
        ("component:ledger", "did you mean `resource:default/ledger`?"),
        ("resource:x/ledger", "did you mean `resource:default/ledger`?"),
        ("resource:leger", "did you mean `resource:default/ledger`?"),
        ("component:leger", "give the file that declares it as well, or correct the reference"),
    ],
)
def test_what_may_have_been_meant_is_suggested(backstage: Folder, reference: str, help: str) -> None:
    """The same name of another kind or namespace is suggested, else a name like it of the same kind."""
    text = catalogue(entity("Component", "a", f"dependsOn: ['{reference}']"), entity("Resource", "ledger"))
    (finding,) = backstage.report(backstage.write("c.yaml", text)).findings
    assert finding.help == help


def test_an_owner_from_elsewhere_is_known_by_name(backstage: Folder) -> None:
    """Groups most often come from elsewhere: that a file lacks one is said, and who owns something stays known."""
    text = catalogue(
        entity("Component", "a", "owner: team"), entity("Component", "b", "owner: user:x/me\nsystem: lost")
    )
    lines, faults = backstage.read(backstage.write("c.yaml", text))
    assert lines == [
        'system a "a" {', "owner team", 'system b "b" {', "owner me", 'organisation team "team"',
        'organisation me "me" {', 'meta role "owner"',
    ]  # fmt: skip
    assert [fault.split()[2] for fault in faults] == [
        "`group:default/team`", "`user:x/me`", "`system:default/lost`",
    ]  # fmt: skip


def test_what_a_catalogue_exports_is_read_too(backstage: Folder) -> None:
    """A list of entities with the relations that Backstage has worked out states nothing twice."""
    text = """[{"apiVersion": "backstage.io/v1alpha1", "kind": "Component", "metadata": {"name": "a"}, "spec": {"owner": "t"},
      "relations": [{"type": "ownedBy", "targetRef": "group:default/t"}, {"type": "dependsOn", "targetRef": "component:default/b"}]},
     {"apiVersion": "backstage.io/v1alpha1", "kind": "Component", "metadata": {"name": "b"},
      "relations": [{"type": "dependencyOf", "targetRef": "component:default/a"}, {"type": "partOf", "target": {"kind": "system", "name": "s"}}]},
     {"apiVersion": "backstage.io/v1alpha1", "kind": "Group", "metadata": {"name": "t"}, "relations": [{"type": "ownerOf", "targetRef": "component:default/a"}]},
     {"apiVersion": "backstage.io/v1alpha1", "kind": "System", "metadata": {"name": "s"}}]"""  # noqa: E501  # as exports are
    assert backstage.one(text) == [
        'system a "a" {', "owner t", "uses s.b", 'organisation t "t"', 'system s "s" {', 'system b "b"',
    ]  # fmt: skip


def test_circles_of_parts_and_groups_end(backstage: Folder) -> None:
    """What stands in itself is read all the same."""
    text = catalogue(
        entity("Component", "a", "subcomponentOf: b"), entity("Component", "b", "subcomponentOf: a"),
        entity("Component", "c", "subcomponentOf: c"), entity("Group", "g", "parent: h"),
        entity("Group", "h", "parent: g"),
    )  # fmt: skip
    assert backstage.report(backstage.write("c.yaml", text)).elements == 5


NAMES = st.sampled_from(["a", "b", "c", "d"])
PAIRS = st.lists(st.tuples(NAMES, NAMES), max_size=6)


@given(PAIRS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_it_does_not_matter_from_which_side_a_relation_is_stated(
    pairs: list[tuple[str, str]], sides: list[bool]
) -> None:
    """The same relations, each stated from either side or both, give the same model."""

    def stated(other: bool) -> set[tuple[str, str]]:
        said: dict[str, list[str]] = {name: [] for name in "abcd"}
        for (one, two), side in zip(pairs, sides, strict=False):
            if side and other:
                said[two].append(f"dependencyOf: [component:{one}]")
            else:
                said[one].append(f"dependsOn: [component:{two}]")
        specs = {name: _together(lines) for name, lines in said.items()}
        text = catalogue(*(entity("Component", name, spec) for name, spec in specs.items()))
        foreign = read([(Path("c.yaml"), text.encode())], Project(Files(LARGEST)))
        assert foreign.faults == []
        assert drafted(foreign, DEFAULTS).sources
        return {(link.source, link.target) for link in foreign.links}

    assert stated(other=True) == stated(other=False)
    assert len(stated(other=False)) == len({pair for pair in pairs if pair[0] != pair[1]})


def _together(lines: list[str]) -> str:
    """One field of each name, with all that the lines say."""
    fields: dict[str, list[str]] = {}
    for line in lines:
        field, _, value = line.partition(": ")
        fields.setdefault(field, []).append(value.strip("[]"))
    return "\n".join(f"{field}: [{', '.join(values)}]" for field, values in fields.items())


def test_rules_ask_for_nothing_that_a_catalogue_cannot_say(backstage: Folder) -> None:
    """A catalogue with all that Backstage has is free of findings in every profile."""
    text = catalogue(
        entity("Domain", "d", "owner: t"), entity("System", "s", "owner: t\ndomain: d"), entity("Group", "t"),
        entity("Group", "idle"), entity("User", "u", "memberOf: [t]"),
        entity(
            "Component", "a",
            "type: service\nlifecycle: production\nowner: t\nsystem: s\nprovidesApis: [p]\ndependsOn: [resource:r]",
        ),
        entity("API", "p", "type: openapi\nlifecycle: production\nowner: t\nsystem: s"),
        entity("Resource", "r", "type: database\nowner: t\nsystem: s"),
        entity("Component", "b", "type: website\nowner: t\nconsumesApis: [p]\ndependsOn: [component:alone]"),
        entity("Component", "alone", "type: library\nlifecycle: production\nowner: t"),
    )  # fmt: skip
    assert backstage.found(backstage.write("c.yaml", text), profile="code-of-practice") == []


@given(st.permutations(["a", "b", "c", "d", "s", "g", "p"]), st.integers(1, 6))
def test_the_order_of_entities_and_files_means_nothing(order: list[str], cut: int) -> None:
    """The same entities in any order, in one file or in two, are the same model."""
    texts = {
        "a": entity("Component", "a", "system: s\nowner: g\nprovidesApis: [p]"),
        "b": entity("Component", "b", "subcomponentOf: a\nconsumesApis: [p]"),
        "c": entity("Component", "c", "dependsOn: [resource:d, component:b]\nowner: g"),
        "d": entity("Resource", "d", "type: database\ndependencyOf: [component:a]"),
        "s": entity("System", "s", "owner: g"), "g": entity("Group", "g"), "p": entity("API", "p", "type: grpc"),
    }  # fmt: skip

    def model(*files: list[str]) -> tuple[object, object]:
        inputs = [
            (Path(f"{number}.yaml"), catalogue(*(texts[name] for name in names)).encode())
            for number, names in enumerate(files)
        ]
        foreign = read(inputs, Project(Files(LARGEST)))
        assert foreign.faults == []
        things = {(thing.key, thing.parent, thing.owner, thing.groups) for thing in foreign.things}
        return things, {(link.source, link.target, link.kind) for link in foreign.links}

    assert model(order[:cut], order[cut:]) == model(sorted(texts))
