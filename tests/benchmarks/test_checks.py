"""The checker and the generator agree on what an estate is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.arch_text import write_arch
from benchmarks.estate import Size
from benchmarks.generate import generate

SIZE = Size(elements=1000, relations=4000, files=4)


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What archlint says of a generated estate."""
    return check(SIZE, tmp_path_factory.mktemp("estate"))


def test_reads_every_word(checked: dict[str, Any]) -> None:
    """A generated estate has no error of syntax or of names."""
    wrong = [
        finding["message"]
        for finding in checked["findings"]
        if finding["code"].startswith(("SYN", "MOD")) and finding["severity"] != "info"
    ]
    assert wrong == []


def test_counts_the_same(checked: dict[str, Any]) -> None:
    """archlint counts as many elements and relations as were generated."""
    assert (checked["elements"], checked["relations"]) == (SIZE.elements, SIZE.relations)


def test_finds_little(checked: dict[str, Any]) -> None:
    """An estate is mostly healthy: there is something to find, in no more than three relations of a hundred."""
    assert 0 < len(checked["findings"]) <= 0.03 * SIZE.relations


def test_finds_what_was_put_in(checked: dict[str, Any], tmp_path: Path) -> None:
    """Without flaws there is less to find."""
    healthy = check(Size(SIZE.elements, SIZE.relations, SIZE.files, flaws=0.0), tmp_path)
    assert len(healthy["findings"]) < len(checked["findings"])


def check(size: Size, folder: Path) -> dict[str, Any]:
    """Gives what archlint says of an estate of this size, as JSON."""
    write_arch(generate(size), folder)
    command = [sys.executable, "-m", "archlint", "check", ".", "--output-format", "json", "--exit-zero", "--no-cache"]
    done = subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL, cwd=folder)
    (model,) = json.loads(done.stdout)["models"]
    assert isinstance(model, dict)
    return model
