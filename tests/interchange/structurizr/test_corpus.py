"""Workspaces of others: each is read, or refused with a reason that has a place, and none takes long."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from archlint.configuration import Settings
from archlint.interchange.drafting import drafted
from archlint.interchange.files import Project
from archlint.interchange.formats import detected
from archlint.interchange.structurizr import DEFAULTS, read
from archlint.language.files import Files
from archlint.linter import lint
from archlint.subject import Subject
from tests.interchange.structurizr.writing import elements, relations

CORPUS = Path(os.environ.get("ARCHLINT_SHARED", "../shared")) / "corpora" / "structurizr"
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file()) if CORPUS.is_dir() else []

pytestmark = pytest.mark.skipif(not FILES, reason="the corpora are not here")

REFUSED = {
    "iso-8859.dsl": ["SYN003"],
    "group-without-brace.dsl": ["SYN001"],
    "people-and-software-systems.dsl": ["MOD007"],  # a fragment that includes by a constant of its whole
    "poas/workspace.dsl": ["MOD007"],  # includes an address
    "spring-petclinic/workspace.dsl": ["MOD007"],  # would look for components in code
}
"""What is not as the format wants it, or leads where archlint does not follow."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: "-".join(path.parts[-2:]))
def test_each_file_is_read_or_refused(path: Path) -> None:
    """It is known by its content, has no faults but those that it must have, and comes at once."""
    assert detected(path.name, path.read_bytes()) == "structurizr"
    begun = time.process_time()
    report = lint(Subject("model", (path,), ()), Settings(CORPUS))
    assert time.process_time() - begun < 10
    found = [finding.code for finding in report.findings if finding.code[:3] in ("SYN", "MOD")]
    found = [code for code in found if code not in ("MOD008", "MOD010")]
    assert found == next((codes for name, codes in REFUSED.items() if path.as_posix().endswith(f"/{name}")), [])
    assert report.files or found == ["SYN003"]


DSL = CORPUS / "structurizr+structurizr" / "structurizr-dsl" / "src" / "test" / "resources" / "dsl"
EXPORTED = CORPUS / "structurizr+structurizr" / "structurizr-export" / "src" / "test" / "resources"
EOSC = CORPUS / "EOSC-Data-Commons+architecture" / "c4"
BANK = CORPUS / "structurizr+examples" / "dsl" / "big-bank-plc"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (EOSC / "workspace.dsl", EOSC / "workspace.json"),
        (DSL / "extend" / "workspace.dsl", DSL / "extend" / "workspace.json"),
        (BANK / "internet-banking-system" / "workspace.dsl", EXPORTED / "big-bank-plc.json"),
    ],
    ids=["eosc", "extend", "bank"],
)
def test_pairs_give_the_same_model(one: Path, other: Path) -> None:
    """A workspace in the DSL and in JSON has the same elements, relations and text in archlint's language."""
    told = [read([(path, path.read_bytes())], Project(Files())) for path in (one, other)]
    assert sorted(elements(told[0])) == sorted(elements(told[1]))
    assert sorted(relations(told[0])) == sorted(relations(told[1]))
    drafts = [drafted(foreign, DEFAULTS).sources for foreign in told]
    lines = [{line.strip().lower() for source in draft for line in source.text.splitlines()} for draft in drafts]
    assert {line for line in lines[0] if not line.startswith("extend ")} == lines[1]


FOUND = {
    "DCMSstats+stl-architecture/workspace.dsl": [],
    "EOSC-Data-Commons+architecture/c4/workspace.dsl": ["INT105 ext_vre eodcservice"],
    "finos+traderX/docs/c4/workspace.dsl": [],
    "ministryofjustice+opg-technical-guidance/dsl/poas/workspace.dsl": ["MOD007 "],
    "structurizr+examples/dsl/big-bank-plc/workspace.dsl": [],
    "structurizr+examples/dsl/financial-risk-system/workspace.dsl": [],
    "structurizr+examples/dsl/microservices/workspace.dsl": [],
}
"""What is to be said of models in use: the two systems that call each other, and the address that is not fetched."""


@pytest.mark.parametrize("name", FOUND)
@pytest.mark.parametrize("profile", ["default", "all"])
def test_the_report_on_a_model_in_use_is_defensible(name: str, profile: str) -> None:
    """Nothing is reported that its author could not see to be so."""
    report = lint(Subject("model", (CORPUS / name,), ()), Settings(CORPUS, profile=profile))
    assert [f"{finding.code} {' '.join(finding.elements)}" for finding in report.findings] == FOUND[name]
