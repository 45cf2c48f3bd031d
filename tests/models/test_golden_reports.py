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

ROOT = Path(__file__).resolve().parents[2]
HOW_TO_UPDATE = "differs from report.txt: if it should, run UPDATE_REPORTS=1 python -m pytest tests/models"


def report_of(model: str) -> bytes:
    """What `archlint check` prints for a model, whether or not it passes."""
    command = [sys.executable, "-m", "archlint", "check", f"models/{model}"]
    ran = subprocess.run(
        [*command, "--output-format", "full", "--color", "never"], cwd=ROOT, capture_output=True, check=False
    )
    assert ran.returncode in {0, 1}, ran.stderr.decode()
    return ran.stdout


@pytest.mark.parametrize("model", ["reference", "transport"])
def test_report_is_the_one_kept_beside_the_model(model: str) -> None:
    """Checking a model prints, byte for byte, the report that is kept beside it."""
    kept = ROOT / "models" / model / "report.txt"
    printed = report_of(model)
    if os.environ.get("UPDATE_REPORTS"):
        kept.write_bytes(printed)
    assert printed == kept.read_bytes(), f"{model} {HOW_TO_UPDATE}"
