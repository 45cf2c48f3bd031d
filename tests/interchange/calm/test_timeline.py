"""Moments of a timeline are states of the estate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.interchange.calm.writing import architecture, connects, node, timeline
from tests.interchange.written import Folder


@pytest.fixture
def calm(tmp_path: Path) -> Folder:
    """A project with CALM files."""
    return Folder(tmp_path, "calm")


def inside(*parts: dict[str, object]) -> dict[str, object]:
    """An architecture that stands in a moment."""
    found: dict[str, object] = json.loads(architecture(*parts))
    return found


def test_what_comes_and_goes_has_its_times(calm: Folder) -> None:
    """Nodes, interfaces and relationships live from the moment in which they are first to the one without them."""
    calm.write("1.json", architecture(node("a"), node("old"), connects("a", "old")))
    calm.write("2.json", architecture(node("a"), node("old"), node("new"), connects("a", "new")))
    calm.write("3.json", architecture(node("a"), node("new"), connects("a", "new")))
    text = timeline(("one", "2025-01-01", "1.json"), ("two", "2026-01-01", "2.json"), ("three", "2027-01-01", "3.json"))
    lines = calm.one(text, "estate.timeline.json")
    assert lines[:3] == [
        'plateau one "One" { at 2025-01-01 }',
        'plateau two "Two" { at 2026-01-01 }',
        'plateau three "Three" { at 2027-01-01 }',
    ]
    assert lines[3:] == [
        'system a "A" {', "uses old until two", 'system old "Old" {', "until three",
        'system new "New" {', "since two", "extend a {", "uses new since two",
    ]  # fmt: skip


def test_another_protocol_is_another_connection(calm: Folder) -> None:
    """A connection whose protocol changes ends, and another begins."""
    parts = node("a"), node("b")
    text = timeline(
        ("one", "2025-01-01", inside(*parts, connects("a", "b", protocol="HTTP"))),
        ("two", "2026-01-01", inside(*parts, connects("a", "b", protocol="HTTPS"))),
    )
    lines = calm.one(text, "estate.timeline.json")
    assert [line.partition(" {")[0] for line in lines if line.startswith("uses")] == [
        "uses b via http until two", "uses b via https since two",
    ]  # fmt: skip


def test_what_comes_back_is_another(calm: Folder) -> None:
    """A node that was gone for a while is not taken to have lived through it."""
    text = timeline(
        ("one", "2025-01-01", inside(node("a"))), ("two", "2026-01-01", inside(node("a"), node("b"))),
        ("three", "2027-01-01", inside(node("b"))),
        ("four", "2028-01-01", inside(node("a"), node("b"), connects("a", "b"))),
    )  # fmt: skip
    assert calm.one(text)[4:] == [
        'system a "A" {', "until three", 'system b "B" {', "since two", 'system a-2 "A" {', "since four",
        "uses b since four",
    ]  # fmt: skip


def test_what_is_no_date_is_said(calm: Folder) -> None:
    """A date that is none is as if there were none, and is shown."""
    text = timeline(("one", "2025-13-01", inside(node("a"))), ("two", "2026-01-01", inside(node("a"))))
    lines, faults = calm.read(calm.write("t.json", text))
    assert lines[0].startswith("plateau two")
    assert faults == ["MOD002 t.json:9:18 `2025-13-01` is no date, so `one` is left out"]


def test_moments_come_in_the_order_of_their_dates(calm: Folder) -> None:
    """The order in which moments are written means nothing where they have dates; the last may have none."""
    text = timeline(
        ("late", "2027-01-01", inside(node("a"), node("b"))), ("early", "2025-01-01", inside(node("a"))),
        ("target", "", inside(node("b"))),
    )  # fmt: skip
    assert calm.one(text) == [
        'plateau early "Early" { at 2025-01-01 }', 'plateau late "Late" { at 2027-01-01 }', 'plateau target "Target"',
        'system a "A" {', "until target", 'system b "B" {', "since late",
    ]  # fmt: skip


def test_a_moment_of_which_nobody_says_when_it_is_is_no_state(calm: Folder) -> None:
    """A moment without a date before one that has one is left out, and that is said."""
    text = timeline(("one", "", inside(node("a"))), ("two", "2026-01-01", inside(node("b"))))
    lines, faults = calm.read(calm.write("t.json", text))
    assert lines == ['plateau two "Two" { at 2026-01-01 }', 'system b "B"']
    assert faults == ["MOD009 t.json:5:17 nobody says when the moment `one` is, so it is left out"]


def test_without_dates_the_current_moment_is_the_estate(calm: Folder) -> None:
    """Where no moment has a date, the one that is called current is read."""
    text = timeline(("one", "", inside(node("a"))), ("two", "", inside(node("b"))), current_moment="one")
    lines, faults = calm.read(calm.write("t.json", text))
    assert lines == ['plateau one "One"', 'system a "A"']
    assert len(faults) == 1


def test_the_documents_of_moments_are_no_estates_of_their_own(calm: Folder) -> None:
    """A folder with a timeline and its architectures is one model."""
    calm.write("1.json", architecture(node("a")))
    calm.write("2.json", architecture(node("a"), node("b"), connects("a", "b")))
    calm.write("a.timeline.json", timeline(("one", "2025-01-01", "1.json"), ("two", "2026-01-01", "2.json")))
    report = calm.report()
    assert [moment.name for moment in report.moments] == ["one", "two"]
    assert report.elements == 4


def test_a_moment_without_an_architecture_is_said(calm: Folder) -> None:
    """A moment that names no architecture does not end everything."""
    text = timeline(
        ("one", "2025-01-01", inside(node("a"))), ("two", "2026-01-01", {}), ("three", "2027-01-01", "x.json")
    )
    lines, faults = calm.read(calm.write("t.json", text))
    assert lines == ['plateau one "One" { at 2025-01-01 }', 'system a "A"']
    assert [fault.split()[0] for fault in faults] == ["MOD002", "MOD007"]


def test_a_timeline_of_too_many_moments_is_cut(calm: Folder) -> None:
    """Moments that all name one large architecture cost no more than some hundred of them."""
    calm.write("1.json", architecture(*(node(f"n{number}") for number in range(50))))
    moments = [(f"m{number}", f"{1000 + number}-01-01", "1.json") for number in range(1500)]
    lines, faults = calm.read(calm.write("t.json", timeline(*moments)))
    assert len(lines) == 250
    assert [fault.split()[0] for fault in faults] == ["SYN004"]
