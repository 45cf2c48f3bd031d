"""The models that the configuration of this repository names."""

from __future__ import annotations

import tomllib
from pathlib import Path

__all__ = ["MODELS", "ROOT"]

ROOT = Path(__file__).resolve().parents[2]


def _named() -> dict[str, Path]:
    """Each model's folder, relative to the root, by its name; a model of several folders is refused."""
    configuration = tomllib.loads((ROOT / "archlint.toml").read_text(encoding="utf-8"))
    folders: dict[str, list[str]] = configuration["models"]
    assert all(len(paths) == 1 for paths in folders.values()), "a model here is one folder, with its report in it"
    return {name: Path(paths[0]) for name, paths in folders.items()}


MODELS = _named()
"""Each model's folder, relative to the root, by its name."""
