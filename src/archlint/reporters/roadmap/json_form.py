"""Roadmaps for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from archlint.reporters.roadmap.story import Roadmap

__all__ = ["roadmaps_json"]

_FOR_PLACING = ("during", "instant")


def roadmaps_json(roadmaps: Iterable[Roadmap]) -> str:
    """Roadmaps as JSON, version 1. `breaks` tells in a line what `broken` holds in parts."""
    return json.dumps({"version": 1, "roadmaps": [_one(roadmap) for roadmap in roadmaps]}, indent=2) + "\n"


def _one(roadmap: Roadmap) -> dict[str, Any]:
    plain = asdict(roadmap, dict_factory=_without_instants)
    told = {"breaks": [one.told for one in roadmap.breaks], "broken": plain["breaks"]}
    return {**plain, **told, "arrives": roadmap.arrives, "verdict": roadmap.verdict}


def _without_instants(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    """The fields of a value, without the instants, for which there are dates."""
    return {name: value for name, value in fields if name not in _FOR_PLACING}
