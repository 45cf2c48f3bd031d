"""A model that goes into another format comes back as it went, as far as the format can hold it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree  # type: ignore[import-untyped]  # it says nothing of its types
from referencing import Registry, Resource

from archlint.configuration import Settings
from archlint.graph.difference import Difference, State, difference
from archlint.interchange.estate import Estate
from archlint.interchange.exports.formats import exported
from archlint.interchange.files import Project
from archlint.interchange.formats import detected, read_foreign
from archlint.language.files import Files
from archlint.linter import read_model
from archlint.model.model import Model
from archlint.model.statements import SYSTEM_KINDS
from archlint.source import SourceFile
from archlint.subject import Subject
from tests.cli.running import archlint
from tests.properties.models import models

ROOT = Path(__file__).resolve().parents[3]
SCHEMAS = ROOT.parent / "shared" / "schemas"
WHOLE = (ROOT / "tests" / "language" / "whole.arch").read_text(encoding="utf-8")
HOLDING_ALL = ("structurizr", "structurizr-dsl", "archimate", "calm")
"""The formats that have a place for whatever archlint says."""

needs_schemas = pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schemas of others are not beside the repository")


def model_of(*sources: SourceFile) -> Model:
    """The model that texts make."""
    return read_model(Subject("estate", (), sources), Settings(Path())).model


def there_and_back(text: str, form: str) -> tuple[Difference, list[str]]:
    """What differs after a model has been written and read again, and what is wrong with what was read."""
    model = model_of(SourceFile("estate.arch", text))
    written = exported(form, Estate(model)).files[""].encode()
    foreign, draft = read_foreign(form.removesuffix("-dsl"), [(Path("estate"), written)], Project(Files()))
    back = read_model(Subject("estate", (), tuple(draft.sources)), Settings(Path()))
    wrong = [f"{fault.code} {fault.message}" for fault in (*foreign.faults, *back.faults)]
    return difference(State(model), State(back.model)), wrong


@pytest.mark.parametrize("form", HOLDING_ALL)
def test_all_that_archlint_can_say_comes_back(form: str) -> None:
    """Kinds, times, costs, holdings, standards, plateaus: nothing is lost and nothing is added."""
    assert there_and_back(WHOLE, form) == (Difference((), (), (), ()), [])


@pytest.mark.parametrize("form", HOLDING_ALL)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=10, deadline=None)
@given(text=models())
def test_any_model_comes_back(form: str, text: str) -> None:
    """Whatever the model, no element and no statement is lost, and none is added."""
    found, wrong = there_and_back(text, form)
    assert not found
    assert wrong == []


def test_a_catalogue_keeps_systems_and_what_ties_them() -> None:
    """Backstage has no users, data or capabilities; what stays binds without a mistake, and what goes is counted."""
    found, wrong = there_and_back(WHOLE, "backstage")
    assert wrong == []
    gone = Counter(name.split()[0] for name in found.removed)
    assert (found.added, found.renamed) == ((), ())
    assert not gone.keys() & {*SYSTEM_KINDS, "interface", "store", "organisation"}
    left = exported("backstage", Estate(model_of(SourceFile("estate.arch", WHOLE)))).left_out
    assert gone <= left
    assert left.keys() - gone.keys() <= {"holds", "relation to what is left out"}


@pytest.mark.parametrize("form", [*HOLDING_ALL, "backstage"])
def test_what_is_written_is_recognised(form: str) -> None:
    """A file that archlint has written is taken for what it is by its content alone."""
    written = exported(form, Estate(model_of(SourceFile("estate.arch", WHOLE)))).files[""].encode()
    assert detected("estate", written) == form.removesuffix("-dsl")


def test_a_property_cannot_smuggle_anything_in() -> None:
    """A foreign file that pretends to be archlint's own can state what an element of its kind may, and no more."""
    properties = {
        "archlint.kind": "product", "archlint.id": "a }", "archlint.owner": "b } product c {", "archlint.allow": "ALL",
        "archlint.nonsense": "1", "archlint.need": '"x"\n}', "archlint.statement": "uses a; uses b",
        "archlint.area": "mission-it",
    }  # fmt: skip
    system = {"id": "1", "name": "A", "properties": properties}
    document = {"name": "x", "model": {"softwareSystems": [system]}, "views": {}, "configuration": {}}
    _, draft = read_foreign("structurizr", [(Path("a.json"), json.dumps(document).encode())], Project(Files()))
    model = model_of(*draft.sources)
    assert [(one.keyword, one.path, sorted(one.facts)) for one in model.own] == [("product", "a", ["area"])]


@needs_schemas
def test_the_exchange_file_is_valid() -> None:
    """What is written for ArchiMate keeps to the schema of The Open Group."""
    folder = SCHEMAS / "archimate"
    text = (folder / "archimate3_Model.xsd").read_text("utf-8").replace("http://www.w3.org/2001/xml.xsd", "xml.xsd")
    schema = etree.XMLSchema(etree.fromstring(text.encode(), base_url=str(folder / "archimate3_Model.xsd")))
    for model in (WHOLE, "product a"):
        written = exported("archimate", Estate(model_of(SourceFile("estate.arch", model)))).files[""]
        schema.assertValid(etree.fromstring(written.encode()))


@needs_schemas
def test_the_architecture_is_valid() -> None:
    """What is written for CALM keeps to the schema of FINOS."""
    folder = SCHEMAS / "calm" / "1.1"
    files = [json.loads(file.read_text("utf-8")) for file in sorted(folder.rglob("*.json"))]
    registry = Registry().with_resources((one["$id"], Resource.from_contents(one)) for one in files if "$id" in one)
    written = json.loads(exported("calm", Estate(model_of(SourceFile("estate.arch", WHOLE)))).files[""])
    core = next(one for one in files if one.get("$id") == written["$schema"])
    jsonschema.Draft202012Validator(core, registry=registry).validate(written)


def test_import_reads_what_export_has_written(tmp_path: Path) -> None:
    """From the command line, the difference is nothing."""
    (tmp_path / "estate.arch").write_text(WHOLE)
    archlint("export", "structurizr", "estate.arch", "--output", "workspace.json", folder=tmp_path)
    archlint("import", "structurizr", "workspace.json", "--output", "back.arch", folder=tmp_path)
    run = archlint("diff", "estate.arch", "back.arch", "--exit-code", folder=tmp_path)
    assert (run.returncode, run.stdout) == (0, "estate.arch and back.arch say the same\n")
