"""JSON is read with the place of each value, and around its mistakes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange import json_places
from archlint.interchange.json_places import JsonError, Node, json_read, json_tree
from archlint.source import SourceFile

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def plain(node: Node, like: Any) -> Any:
    """A value without its places; what an empty one was is seen in the value like which it should be."""
    if isinstance(like, dict):
        return {name: plain(node.fields[name], value) for name, value in like.items()}
    if isinstance(like, list):
        return [plain(item, value) for item, value in zip(node.items, like, strict=True)]
    return node.value


def told(text: str) -> list[str]:
    """The faults of a text: code, line, column and the first words."""
    _, faults = json_read(SourceFile("a.json", text))
    return [f"{fault.code} {fault.span.begin.line}:{fault.span.begin.column} {fault.message}" for fault in faults]


@given(VALUES, st.sampled_from([None, 2]))
def test_what_is_json_is_read_as_json_reads_it(value: Any, indent: int | None) -> None:
    """Any JSON gives the values that every other reader finds in it, and no fault."""
    node, faults = json_read(SourceFile("a.json", json.dumps(value, indent=indent)))
    assert faults == []
    assert plain(node, value) == value


@given(st.text(st.sampled_from('{}[]":,ab1 \n\\'), max_size=40))
def test_any_text_is_read_or_has_a_fault(text: str) -> None:
    """No text raises; what another reader refuses has a fault, and what it reads has none."""
    _, faults = json_read(SourceFile("a.json", text))
    try:
        json.loads(text)
    except ValueError:
        assert faults
    else:
        assert not faults


def test_a_value_knows_its_place() -> None:
    """A place is that of the value with its quotes or braces."""
    node = json_tree(SourceFile("a.json", '{"a": [1, "two"]}'))
    assert [item.span.text for item in node.get("a")] == ["1", '"two"']
    assert node.get("a").span.text == '[1, "two"]'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": [{"b": 1}', ["SYN002 1:7 this `[` is never closed"]),
        ('[{"a": 1, {"b": 2}]', ["SYN002 1:2 this `{` is never closed"]),
        ('[{"a": 1 ]', ["SYN002 1:2 this `{` is never closed"]),
        ('{"a":', ["SYN002 1:1 this `{` is never closed"]),
        ('{"a"', ["SYN002 1:1 this `{` is never closed"]),
        ('{"a": 1 "b": 2}', ["SYN001 1:9 `,` or `}` is expected here"]),
        ('{"a": 1,}', ["SYN001 1:9 a value is expected between `,` and `}`"]),
        ('{"a": one, "b": 2}', ["SYN001 1:7 a JSON value is expected here"]),
        ("{} x", ["SYN001 1:4 something stands after the end of the JSON"]),
        ("", ["SYN001 1:1 a JSON value is expected here"]),
        ("[" * 5000, ["SYN004 1:201 the JSON is nested too deep"]),
    ],
)  # fmt: skip
def test_each_mistake_is_said_once_at_its_place(text: str, said: list[str]) -> None:
    """A mistake is one fault, where it is; what is not closed is shown where it was opened."""
    assert told(text) == said


def test_there_is_an_end_to_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of nothing but tiny values is not read to its end."""
    monkeypatch.setattr(json_places, "_MOST_VALUES", 3)
    assert told("[1, 2, 3, 4]") == ["SYN004 1:8 the JSON has more than 3 values"]


def test_what_stands_around_a_mistake_is_read() -> None:
    """A member that is not closed hides none of the others."""
    node, _ = json_read(SourceFile("a.json", '{"nodes": [{"id": "a", {"id": "b"}, {"id": }], "end": true}'))
    assert [item.get("id").text for item in node.get("nodes")] == ["a", "b", ""]
    assert node.get("end").value is True


def test_the_strict_reader_stops_at_the_first_mistake() -> None:
    """Who wants JSON or nothing gets an error with the place."""
    with pytest.raises(JsonError) as raised:
        json_tree(SourceFile("a.json", '{"a": 1,}'))
    assert raised.value.span.start == 8
