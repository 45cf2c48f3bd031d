"""No catalogue makes anything but elements and faults, in a time that its size explains."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange.backstage import DEFAULTS, read
from archlint.interchange.backstage.catalogue import Catalogue
from archlint.interchange.backstage.relations import foreign_of
from archlint.interchange.drafting import drafted
from archlint.interchange.files import Project
from archlint.language.binder import bind
from archlint.language.declarations import Unit
from archlint.language.files import Files
from archlint.language.library import std
from archlint.language.parser import parse
from tests.interchange.backstage.writing import catalogue, entity
from tests.interchange.written import LARGEST, Folder

CORPUS = Path(__file__).parents[4] / "shared" / "corpora" / "backstage"


@pytest.fixture
def backstage(tmp_path: Path) -> Folder:
    """A project with a catalogue."""
    return Folder(tmp_path, "backstage")


FIELDS = st.sampled_from(
    ["owner", "dependsOn", "system", "parent", "children", "subcomponentOf", "providesApis", "consumesApis", "type",
     "lifecycle", "target", "targets", "domain"]
)  # fmt: skip
VALUES = st.sampled_from(
    [
        "a",
        "component:b",
        "[a, b]",
        "{kind: api, name: c}",
        "{$text: ./x}",
        "!x y",
        "[[a]]",
        ":",
        "/",
        "a:b:c/d",
        "*x",
        "'",
    ]
)
ENTITIES = st.builds(
    entity,
    st.sampled_from(["Component", "API", "System", "Group", "Resource", "User", "Location", "Domain", "X", "[x]"]),
    st.sampled_from(["a", "b", "c", "[]", "{a: b}", "''"]),
    st.dictionaries(FIELDS, VALUES, max_size=4).map(lambda spec: "\n".join(f"{key}: {spec[key]}" for key in spec)),
    st.sampled_from(
        ["", "tags: x", "tags: [[x], {y: z}]", "links: [x]", "labels: [x]", "namespace: [n]", "title: {x: y}"]
    ),
)


@given(st.lists(ENTITIES, max_size=6))
def test_whatever_stands_where_it_should_not_makes_nothing_but_faults(entities: list[str]) -> None:
    """Values of any shape are passed over or said, and what is made of them has no mistake of its own."""
    foreign = read([(Path("c.yaml"), catalogue(*entities).encode())], Project(Files(LARGEST), (Path("/nowhere"),)))
    units = [Unit(parse(source)[0]) for source in (std(), *drafted(foreign, DEFAULTS).sources)]
    _, faults = bind(units)
    assert {fault.code for fault in faults} <= {"MOD006"}


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00apiVersion: backstage.io/v1\n", b"apiVersion: backstage.io/v1\nx: \xe9\n"]
)
def test_another_encoding_is_one_error(backstage: Folder, content: bytes) -> None:
    """What is not UTF-8 is refused at the byte that is not."""
    assert [fault.split()[0] for fault in backstage.wrong(content)] == ["SYN003"]


def test_aliases_of_aliases_cost_little(backstage: Folder) -> None:
    """A list of lists of lists of one entity's dependencies is passed over, however much it stands for."""
    bomb = "x0: &x0 [component:a]\n" + "".join(
        f"x{number}: &x{number} [{', '.join([f'*x{number - 1}'] * 9)}]\n" for number in range(1, 60)
    )
    began = time.process_time()
    backstage.one(entity("Component", "a", bomb + "dependsOn: *x59\nowner: *x59"))
    assert time.process_time() - began < 5


def test_hundreds_of_dangling_references_are_each_said(backstage: Folder) -> None:
    """A catalogue without its other half is read in the time that its size explains."""
    text = catalogue(
        *(entity("Component", f"c{number}", f"dependsOn: [component:lost-{number}]") for number in range(800))
    )
    began = time.process_time()
    lines, faults = backstage.read(backstage.write("c.yaml", text))
    assert time.process_time() - began < 20
    assert (len(lines), len(faults)) == (800, 800)


def test_time_grows_with_size(backstage: Folder) -> None:
    """Eight times as many entities take no more than some eight times as long."""
    took = []
    for count in (500, 4000):
        specs = [f"owner: t{number % 7}\ndependsOn: [component:c{number // 2}]" for number in range(count)]
        text = catalogue(*(entity("Component", f"c{number}", spec) for number, spec in enumerate(specs)))
        file = backstage.write("c.yaml", text)
        began = time.process_time()
        backstage.read(file)
        took.append(time.process_time() - began)
    assert took[1] < 30 * took[0]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpora lie beside the repository")
@pytest.mark.parametrize("file", sorted(CORPUS.rglob("*.yaml")), ids=lambda file: str(file.relative_to(CORPUS)))
def test_every_file_of_the_corpus_is_read(backstage: Folder, file: Path) -> None:
    """Each catalogue of others has all its entities, and no fault but what it leaves out or says twice."""
    content = file.read_bytes()
    assert backstage.detected(content, file.name) == "backstage"
    catalogue = Catalogue(Project(Files(LARGEST), (CORPUS,)))
    catalogue.read([(file, content)])
    foreign = foreign_of(catalogue)
    declared = content.count(b"\napiVersion: backstage.io") + content.startswith(b"apiVersion: backstage.io")
    twice = sum(fault.code == "MOD005" for fault in foreign.faults)
    own = [one for one in catalogue.entities.values() if one.place.source.path.endswith(file.name)]
    assert {fault.code for fault in foreign.faults} <= {"MOD003", "MOD005"}
    assert len(own) == declared - twice
