"""The engines that the machine has, one after the other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archlint.diagrams import render


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without Graphviz."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture(params=["embedded", "dot"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each engine alone: the embedded one, and the `dot` on the path, if there is one."""
    if request.param == "embedded":
        request.getfixturevalue("embedded")
    elif shutil.which("dot") is None:
        pytest.skip("there is no `dot` on the path of this machine")
    else:
        monkeypatch.setattr(render, "_embedded", lambda: None)
    name: str = request.param
    return name
