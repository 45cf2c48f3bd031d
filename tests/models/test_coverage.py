"""Whatever the five pages name is in a model, or it is said why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, read_model
from tests.models.configured import MODELS, ROOT

COVERAGE = ROOT / "models" / "COVERAGE.md"
INVENTORY = ROOT.parent / "shared" / "sources" / "inventory.md"
ROW = re.compile(r"^\| ([A-Z]\d{2}) \|(.*)\|$", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")


class Covered(NamedTuple):
    """A row of the first table: what the pages name, and the elements and files that have it."""

    id: str
    elements: tuple[str, ...]
    files: tuple[str, ...]


def rows() -> Iterator[tuple[str, list[str]]]:
    """Every row of both tables: its identifier and its other cells."""
    for found in ROW.finditer(COVERAGE.read_text(encoding="utf-8")):
        yield found[1], [cell.strip() for cell in found[2].split("|")]


def covered() -> list[Covered]:
    """The rows that name elements."""
    named = ((id, cells) for id, cells in rows() if len(cells) == 3)
    return [Covered(id, tuple(CODE.findall(cells[1])), tuple(CODE.findall(cells[2]))) for id, cells in named]


def uncovered() -> dict[str, str]:
    """The rows that name none, and why."""
    return {id: cells[1] for id, cells in rows() if len(cells) == 2}


@cache
def declared(model: Path) -> frozenset[tuple[str, str]]:
    """The path of every element of a model, with the file that declares it, seen from `models`."""
    read = read_model(Subject(model.name, (ROOT / model,)), Settings(ROOT)).model
    home = ROOT / "models"
    places = ((element.path, Path(element.span.source.path).resolve()) for element in read.elements)
    return frozenset((path, place.relative_to(home).as_posix()) for path, place in places if home in place.parents)


def declared_in(file: str) -> frozenset[str]:
    """The paths of the elements that a file of the models declares."""
    model = next((folder for folder in MODELS.values() if (ROOT / "models" / file).is_relative_to(ROOT / folder)), None)
    return frozenset(path for path, place in declared(model) if place == file) if model else frozenset()


@pytest.mark.skipif(not INVENTORY.is_file(), reason="the inventory of the five pages is not beside the repository")
def test_every_row_of_the_inventory_is_accounted_for() -> None:
    """What the inventory lists is covered or said not to be, once, and nothing else is."""
    listed = {found[1] for found in ROW.finditer(INVENTORY.read_text(encoding="utf-8"))}
    assert listed
    accounted = {id for id, _ in rows()}
    assert {"missing": listed - accounted, "unknown": accounted - listed} == {"missing": set(), "unknown": set()}


def test_a_row_is_covered_or_not() -> None:
    """No row stands in both tables, or twice in one."""
    ids = [id for id, _ in rows()]
    assert ids
    assert sorted({id for id in ids if ids.count(id) > 1}) == []


def test_rows_are_complete() -> None:
    """A covered row names an element and a file, and one that is not covered says why."""
    assert [row.id for row in covered() if not row.elements or not row.files] == []
    assert [id for id, why in uncovered().items() if not why] == []
    assert [id for id, cells in rows() if len(cells) not in {2, 3}] == []


@pytest.mark.parametrize("row", covered(), ids=lambda row: row.id)
def test_elements_stand_where_the_row_says(row: Covered) -> None:
    """Each element named is declared in one of the files named beside it, and each file declares one of them."""
    by_file = {file: declared_in(file) for file in row.files}
    assert set(row.elements) - frozenset[str]().union(*by_file.values()) == set()
    assert [file for file, paths in by_file.items() if not paths & set(row.elements)] == []
