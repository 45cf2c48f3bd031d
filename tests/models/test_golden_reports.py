"""The report expected of each model is kept beside it.

After an intended change run `UPDATE_REPORTS=1 python -m pytest tests/models` and read the difference
line by line: it is what the change does to real models.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.models.configured import MODELS, ROOT

HOW_TO_UPDATE = "differs from report.txt: if it should, run UPDATE_REPORTS=1 python -m pytest tests/models"


def report_of(folder: Path) -> bytes:
    """What `archlint check` prints for a model, whether or not it passes."""
    command = [sys.executable, "-m", "archlint", "check", folder.as_posix()]
    ran = subprocess.run(
        [*command, "--output-format", "full", "--color", "never"], cwd=ROOT, capture_output=True, check=False
    )
    assert ran.returncode in {0, 1}, ran.stderr.decode()
    return ran.stdout


@pytest.mark.parametrize("name", MODELS)
def test_report_is_the_one_kept_beside_the_model(name: str) -> None:
    """Checking a model that the configuration names prints, byte for byte, the report that is kept beside it."""
    kept = ROOT / MODELS[name] / "report.txt"
    printed = report_of(MODELS[name])
    if os.environ.get("UPDATE_REPORTS"):
        kept.write_bytes(printed)
    assert kept.is_file(), f"{kept.relative_to(ROOT)} is missing: run UPDATE_REPORTS=1 python -m pytest tests/models"
    assert printed == kept.read_bytes(), f"{name} {HOW_TO_UPDATE}"


def test_every_folder_of_models_is_named() -> None:
    """No folder under `models` is without a name in the configuration, and no name without its folder."""
    folders = {path.relative_to(ROOT) for path in (ROOT / "models").iterdir() if any(path.rglob("*.arch"))}
    assert folders == set(MODELS.values())
