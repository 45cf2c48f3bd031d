"""What holds of every architecture in CALM."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from archlint.interchange.calm import DEFAULTS, read
from archlint.interchange.drafting import drafted
from archlint.interchange.files import Project
from archlint.language.files import Files
from tests.interchange.calm.writing import architecture, connects, node, relationship, timeline
from tests.interchange.written import LARGEST

IDS = ["a", "b", "c", "d"]
TYPES = st.sampled_from(["actor", "service", "system", "database", "data-asset", "ecosystem"])
NODES = st.lists(st.tuples(st.sampled_from(IDS), TYPES), unique_by=lambda pair: pair[0], min_size=1)
KINDS = st.sampled_from(["connects", "interacts", "deployed-in", "composed-of"])
PAIRS = st.lists(st.tuples(KINDS, st.sampled_from(IDS), st.sampled_from(IDS)), max_size=6)


@st.composite
def architectures(draw: st.DrawFn) -> list[dict[str, Any]]:
    """The nodes and relationships of an architecture in which nothing dangles."""
    nodes = draw(NODES)
    known = {id for id, _ in nodes}
    made = [node(id, type) for id, type in nodes]
    for number, (kind, one, other) in enumerate(draw(PAIRS)):
        if {one, other} <= known:
            made.append(_related(kind, one, other, f"r{number}"))
    return made


def _related(kind: str, one: str, other: str, id: str) -> dict[str, Any]:
    if kind == "connects":
        return connects(one, other, id=id)
    first = "actor" if kind == "interacts" else "container"
    return relationship(kind, {first: one, "nodes": [other]}, id)


def lines(text: str) -> list[str]:
    """What a document says in archlint's language, sorted, without states."""
    foreign = read([(Path("a.json"), text.encode())], Project(Files(LARGEST)))
    assert foreign.faults == []
    said = [line.strip() for source in drafted(foreign, DEFAULTS).sources for line in source.text.splitlines()]
    return sorted(line for line in said if line.strip("} ") and not line.startswith("plateau"))


def inside(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """An architecture that stands in a moment."""
    found: dict[str, Any] = json.loads(architecture(*parts))
    return found


@given(architectures())
def test_what_never_changes_has_no_times(parts: list[dict[str, Any]]) -> None:
    """A timeline of moments that are all the same says what one of them says."""
    moments = [(f"m{year}", f"{year}-01-01", inside(parts)) for year in (2024, 2025, 2026)]
    assert set(lines(timeline(*moments))) == set(lines(architecture(*parts)))


@given(architectures())
def test_the_order_of_the_document_means_nothing(parts: list[dict[str, Any]]) -> None:
    """Nodes in any order are the same nodes; what the first relationship decides stays where it is."""
    nodes = [part for part in parts if "relationship-type" not in part]
    rest = [part for part in parts if "relationship-type" in part]
    assert lines(architecture(*nodes[::-1], *rest)) == lines(architecture(*nodes, *rest))


@given(architectures(), architectures())
def test_before_the_first_and_after_the_last_nothing_is_said(
    first: list[dict[str, Any]], last: list[dict[str, Any]]
) -> None:
    """What is in both moments has no times, what is in the last begins with it, what is in the first ends there."""
    text = timeline(("one", "2024-01-01", inside(first)), ("two", "2025-01-01", inside(last)))
    foreign = read([(Path("a.json"), text.encode())], Project(Files(LARGEST)))
    names = [{part["unique-id"] for part in parts if "node-type" in part} for parts in (first, last)]
    for thing in foreign.things:
        id = thing.word
        assert (thing.since, thing.until) == ("" if id in names[0] else "two", "" if id in names[1] else "two")
