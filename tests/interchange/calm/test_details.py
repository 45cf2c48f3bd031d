"""What stands in the details of a node, in the same document or in another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.interchange.calm.writing import architecture, connects, node
from tests.interchange.written import Folder


@pytest.fixture
def calm(tmp_path: Path) -> Folder:
    """A project with CALM files."""
    return Folder(tmp_path, "calm")


def detailed(id: str, name: str) -> dict[str, object]:
    """A node whose details stand in a document."""
    return node(id, details={"detailed-architecture": name})


def test_details_in_the_document_are_parts(calm: Folder) -> None:
    """Nodes in the details of a node stand in it, and everybody may name them."""
    inner = {"nodes": [node("b"), node("c")], "relationships": [connects("b", "c", id="in")]}
    text = architecture(node("a", details=inner), node("d"), connects("d", "b"))
    assert calm.one(text) == [
        'system a "A" {', 'system b "B" {', "uses a.c", 'system c "C"', 'system d "D" {', "uses a.b",
    ]  # fmt: skip


def test_details_in_another_document_are_followed(calm: Folder) -> None:
    """Nodes of the other document stand in the node, and those that the document around has are the same ones."""
    calm.write("in/b.json", architecture(node("api"), node("db", "database"), connects("api", "db")))
    one = calm.write("a.json", architecture(detailed("a", "in/b.json"), node("db", "database")))
    assert calm.read(one) == (
        ['system a "A"', 'store db "Db"', "extend a {", 'system api "Api" {', "uses db"],
        [],
    )


def test_a_document_that_another_names_is_read_once(calm: Folder) -> None:
    """Given together, the document of the details is no architecture of its own, whatever the order."""
    calm.write("b.json", architecture(detailed("a", "c.json")))
    calm.write("c.json", architecture(node("part")))
    one, two = calm.path / "b.json", calm.path / "c.json"
    told: tuple[list[str], list[str]] = (['system a "A"', "extend a {", 'system part "Part"'], [])
    assert calm.read(one, two) == told
    assert calm.read(two, one) == told


def test_documents_in_a_circle_end(calm: Folder) -> None:
    """A document that stands in itself is left where it is first read."""
    one = calm.write("a.json", architecture(detailed("a", "b.json")))
    two = calm.write("b.json", architecture(detailed("b", "a.json")))
    assert calm.read(one, two) == (['system a "A"', "extend a {", 'system b "B"'], [])


def test_many_documents_within_each_other_are_too_deep(calm: Folder) -> None:
    """Details in details in details end with a fault."""
    for number in range(40):
        calm.write(f"{number}.json", architecture(detailed(f"n{number}", f"{number + 1}.json")))
    lines, faults = calm.read(calm.path / "0.json")
    assert sum(line.startswith("system") for line in lines) == 25
    assert faults == ["SYN004 24.json:9:30 details are nested too deep here"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("https://example.org/a.json", "`https://example.org/a.json` is an address, and addresses are never fetched"),
        ("nowhere.json", "nowhere.json` cannot be read: there is no such file or directory"),
        ("../out.json", "out.json` leads out of the project"),
        ("a\0b", "cannot be read"),
    ],
)
def test_what_cannot_be_followed_is_said_where_it_is_named(calm: Folder, name: str, said: str) -> None:
    """Addresses are never fetched, and no path leads out of the project."""
    (calm.path.parent / "out.json").write_text(architecture(node("secret")))
    (fault,) = calm.wrong(architecture(detailed("a", name)))
    assert fault.startswith("MOD007 model.json:9:30 ")
    assert said in fault


def test_what_is_wrong_in_a_followed_document_is_said_there(calm: Folder) -> None:
    """A fault has the place of its own document, and a document that is no architecture is refused."""
    calm.write("b.json", json.dumps({"properties": {"nodes": {}}}))
    calm.write("c.json", '{"nodes": [{"unique-id": "c"}')
    calm.write("d.json", b"\xff")
    _, faults = calm.read(
        calm.write("a.json", architecture(*(detailed(name, f"{name}.json") for name in ("b", "c", "d"))))
    )
    assert [fault.split()[:2] for fault in faults] == [
        ["SYN003", "b.json:1:16"], ["SYN002", "c.json:1:11"], ["SYN003", "d.json:1:1"],
    ]  # fmt: skip
