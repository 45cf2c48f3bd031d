"""A model of any size takes time in proportion to it."""

from __future__ import annotations

import gc
import random
import time
from pathlib import Path

from archlint.configuration import Settings
from archlint.linter import lint
from archlint.subject import Subject
from tests.interchange.archimate.writing import Element, Model, Relation, folder, native, read


def estate(size: int) -> Model:
    """A model of components that offer services to each other, with functions, data, roles, capabilities and nodes."""
    chance = random.Random(size)
    kinds = (
        ["ApplicationComponent"] * 5
        + ["ApplicationService"] * 3
        + ["ApplicationFunction", "DataObject", "BusinessRole", "Node"]
    )
    elements = [
        Element(f"e{n}", kinds[n % len(kinds)], f"{kinds[n % len(kinds)]} {n % 1000}", "Words") for n in range(size)
    ]
    of = {kind: [element.key for element in elements if element.kind == kind] for kind in kinds}
    ends = [
        ("Realization", "ApplicationComponent", "ApplicationService"),
        ("Serving", "ApplicationService", "ApplicationComponent"),
        ("Serving", "ApplicationService", "ApplicationFunction"),
        ("Assignment", "ApplicationComponent", "ApplicationFunction"),
        ("Access", "ApplicationFunction", "DataObject"), ("Flow", "ApplicationComponent", "ApplicationComponent"),
        ("Serving", "ApplicationService", "BusinessRole"), ("Serving", "Node", "ApplicationComponent"),
    ]  # fmt: skip
    relations = []
    for number in range(2 * size):
        kind, source, target = ends[number % len(ends)]
        access = "Write" if kind == "Access" else ""
        relations.append(Relation(f"r{number}", kind, chance.choice(of[source]), chance.choice(of[target]), "", access))
    return Model(elements, relations)


def seconds(home: Path, size: int) -> float:
    """How long it takes to read and lint a model of so many elements."""
    path = home / f"{size}.archimate"
    path.write_bytes(native(estate(size))[0][1])
    begun = time.process_time()
    report = lint(Subject("model", (path,), ()), Settings(home))
    spent = time.process_time() - begun
    assert report.elements > size / 2
    return spent


def test_four_times_the_elements_take_four_times_as_long(tmp_path: Path) -> None:
    """Nothing is looked for in all of the model for each of its parts."""
    seconds(tmp_path, 200)  # what is imported and compiled once
    assert seconds(tmp_path, 4000) < 8 * seconds(tmp_path, 1000) + 1


def test_nothing_is_left_for_the_collector() -> None:
    """The command line runs with the collector off: what a file was read with is let go of at once."""
    inputs = folder(estate(100))
    read(inputs)
    gc.collect()
    gc.disable()
    try:
        read(inputs)
        assert gc.collect() < len(inputs)
    finally:
        gc.enable()
