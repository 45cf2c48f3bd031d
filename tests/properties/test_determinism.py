"""The same input gives the same bytes, whatever the hash seed, and whatever the order in which files are named."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODELS = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "models").iterdir() if path.is_dir())
WHOLE = "tests/language/whole.arch"


def output(seed: int, *arguments: str) -> bytes:
    """What a run writes under a hash seed."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    command = [sys.executable, "-m", "archlint", "check", "--profile", "all", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=120)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


@pytest.mark.parametrize("form", ["full", "json"])
@pytest.mark.parametrize("path", [*MODELS, WHOLE])
def test_hash_seeds_change_nothing(path: str, form: str) -> None:
    """Sets and dictionaries of other hash seeds are read in the same order."""
    first, second = (output(seed, path, "--output-format", form) for seed in (1, 4711))
    assert first == second
    assert first


@pytest.mark.parametrize("path", MODELS)
def test_the_order_of_arguments_changes_nothing(path: str) -> None:
    """Files may be named in any order, and more than once."""
    files = sorted(str(file) for file in (ROOT / path).rglob("*.arch"))
    first = output(0, *files, "--output-format", "concise")
    assert first == output(0, *reversed(files), files[0], "--output-format", "concise")
    assert first == output(0, path, "--output-format", "concise")


def test_bad_texts_are_told_in_one_order(tmp_path: Path) -> None:
    """What is wrong with a text, and what it may have meant, is the same under any hash seed."""
    text = "prodct a { usess b }\nproduct aa { uses ab; uses bb; tags x, y; phase liv }\nproduct ba { uses aa. }\n}"
    (tmp_path / "bad.arch").write_text(text * 3)
    outputs = {output(seed, str(tmp_path / "bad.arch"), "--output-format", "full") for seed in range(4)}
    assert len(outputs) == 1
