"""YAML is read with the place of each value, one document after the other."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from archlint.diagnostics import Fault
from archlint.interchange import yaml_places
from archlint.interchange.json_places import Node
from archlint.interchange.yaml_places import yaml_documents
from archlint.source import SourceFile

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BOMB = "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 90))
MERGES = "a0: &a0 {x0: y}\n" + "".join(f"a{n}: &a{n} {{<<: *a{n - 1}, x{n}: y}}\n" for n in range(1, 600))


def read(text: str) -> tuple[list[Node], list[str]]:
    """The documents of a text, and what was wrong with it."""
    faults: list[Fault] = []
    documents = list(yaml_documents(SourceFile("a.yaml", text), faults))
    places = [(fault, *fault.span.begin) for fault in faults]
    return documents, [f"{fault.code} {line}:{column} {fault.message}" for fault, line, column in places]


def test_a_value_knows_its_place() -> None:
    """Places are counted in code points of the whole text, whatever stands before."""
    documents, faults = read("# 😀\nname: é😀\n---\nlist:\r\n  - one\r\n  - 'two'\r\n")
    assert faults == []
    assert documents[0].get("name").span.text == "é😀"
    assert [item.span.text for item in documents[1].get("list")] == ["one", "'two'"]
    assert documents[1].get("list").items[1].span.begin == (6, 5)


def test_tags_that_nobody_knows_mean_nothing() -> None:
    """A value with a tag of its own is read as if the tag were not there."""
    documents, faults = read("a: !Sub '${x}'\nb: !GetAtt [c, d]\ne: !!python/object/apply:os.system ['true']\n")
    assert faults == []
    assert documents[0].get("a").text == "${x}"
    assert [item.text for item in documents[0].get("b")] == ["c", "d"]
    assert documents[0].get("e").items[0].text == "true"


def test_what_is_nothing_is_empty() -> None:
    """A value that is not written, and null, are no text; in quotes they are."""
    documents, _ = read("a:\nb: ~\nc: null\nd: 'null'\n")
    assert [documents[0].get(name).text for name in "abcd"] == ["", "", "", "null"]


def test_merged_fields_are_those_of_the_value_unless_it_has_them() -> None:
    """`<<` takes over what another value has."""
    documents, _ = read("base: &b {x: 1, y: 2}\nown: {<<: *b, y: 3}\n")
    assert {name: node.text for name, node in documents[0].get("own").fields.items()} == {"y": "3", "x": "1"}


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        ("a: b\n---\na: [\n---\nc: d\n", ["SYN001 4:1 this is not YAML: did not find expected node content"], 2),
        ("a: *b\n", ["SYN001 1:4 nothing has the anchor that `*b` stands for"], 1),
        ("a: \x01\n---\nb: c\n", ["SYN001 1:4 this is not YAML: a character that cannot stand in it"], 1),
        ("a: '\ud800'\n", ["SYN001 1:5 this is not YAML: a character that cannot stand in it"], 0),
        ("[" * 500, ["SYN004 1:101 the YAML is nested too deep"], 0),
        ("%YAML 1.1\n---\na: b\n...\n---\nc: d\n", [], 2),
        ("--- {a: b}\n--- # nothing\n", [], 1),
        ("&a [*a]\n", [], 1),
        ("", [], 0),
    ],
)  # fmt: skip
def test_a_mistake_hides_its_own_document_at_most(text: str, said: list[str], left: int) -> None:
    """What is wrong is said at its place, and the documents around it are read."""
    documents, faults = read(text)
    assert (faults, len([node for node in documents if node])) == (said, left)


@pytest.mark.parametrize("text", [BOMB, MERGES, "- " * 50_000, "{" * 50_000, "a: &a\n" * 2, "? " * 5000])
def test_bombs_cost_little(text: str) -> None:
    """Aliases of aliases, merges of merges and nesting cost no more than the text that makes them."""
    began = time.monotonic()
    read(text)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("limit", "text", "said"),
    [
        ("_MOST_VALUES", "[a, b, c, d]", "SYN004 1:8 the YAML has more than 3 values"),
        ("_MOST_DOCUMENTS", "a\n--- b\n--- c\n--- d", "SYN004 4:1 the YAML has more values or documents than are read"),
        ("_MOST_MERGED", "a: &a {b: c, d: e}\nf: {<<: [*a, *a]}", "SYN004 2:5 too much is taken over by `<<`"),
    ],
)
def test_there_is_an_end_to_values_and_documents(
    monkeypatch: pytest.MonkeyPatch, limit: str, text: str, said: str
) -> None:
    """A text of nothing but tiny values is not read to its end."""
    monkeypatch.setattr(yaml_places, limit, 3)
    assert read(text)[1] == [said]


@given(st.text(st.sampled_from("-:{}[],&*!%|>'\"# ab\n\t.?"), max_size=60))
def test_any_text_is_read_or_has_a_fault(text: str) -> None:
    """No text raises; what another reader takes has no fault, and what it refuses has one."""
    documents, faults = read(text)
    assert all(0 <= node.span.start <= node.span.end <= len(text) for node in documents)
    try:
        found = list(yaml.compose_all(text, Loader=LOADER))
    except yaml.YAMLError:
        assert faults
        return
    assert faults == []
    assert len(documents) == len(found)
