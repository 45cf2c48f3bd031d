"""The parsers of other drawing tools, run on what archlint writes for them."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

__all__ = ["plantuml_errors", "understood"]

PARSERS = Path(__file__).parent / "parsers"
MINUTES = 240


def understood(form: str, texts: Sequence[str]) -> list[dict[str, Any]]:
    """What the parser of `mermaid` or `d2` makes of every text; skips where there is no way to get it."""
    _install()
    command = [_needed("node"), str(PARSERS / f"{form}.mjs")]
    done = subprocess.run(command, check=False, input=json.dumps(texts).encode(), capture_output=True, timeout=MINUTES)
    assert done.returncode == 0, done.stderr.decode()
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


def plantuml_errors(folder: Path, texts: Sequence[str]) -> str:
    """What PlantUML says against any of the texts; it draws each as `N.svg` into the folder."""
    for at, text in enumerate(texts):
        (folder / f"{at}.puml").write_text(text, encoding="utf-8")
    command = [_needed("plantuml"), "-charset", "UTF-8", "-tsvg", *(f"{at}.puml" for at in range(len(texts)))]
    done = subprocess.run(command, check=False, cwd=folder, capture_output=True, timeout=MINUTES)
    return done.stderr.decode() if done.returncode else ""


def _needed(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"there is no `{program}` on this machine")
    return found


def _install() -> None:
    """Puts the packages beside the scripts once: whole, or not at all, for others may do the same at this moment."""
    _needed("node")
    if (PARSERS / "node_modules").is_dir():
        return
    with tempfile.TemporaryDirectory(dir=PARSERS) as scratch:
        shutil.copy(PARSERS / "package.json", scratch)
        command = [_needed("npm"), "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
        done = subprocess.run(command, check=False, cwd=scratch, capture_output=True, timeout=MINUTES)
        if done.returncode:
            pytest.skip(f"npm cannot install the parsers: {done.stderr.decode()[-300:]}")
        if not (PARSERS / "node_modules").is_dir():
            try:
                (Path(scratch) / "node_modules").rename(PARSERS / "node_modules")
            except OSError:
                assert (PARSERS / "node_modules").is_dir()
