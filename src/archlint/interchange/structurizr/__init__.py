"""Structurizr: workspaces in its DSL and in JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.roles import Selector
from archlint.interchange.structurizr.recognition import recognises

__all__ = ["DEFAULTS", "SILENT", "read", "recognises"]

DEFAULTS = (
    Selector("user", kind="person"),
    Selector("system", kind="softwareSystem"),
    Selector("system", kind="container"),
    Selector("system", kind="component"),
    Selector("system", kind="customElement"),
    Selector("ignore", kind="deploymentEnvironment"),
    Selector("ignore", kind="deploymentNode"),
    Selector("ignore", kind="infrastructureNode"),
    Selector("ignore", kind="softwareSystemInstance"),
    Selector("ignore", kind="containerInstance"),
    Selector("uses", kind="relationship"),
    Selector("ignore", kind="deployedRelationship"),
)
"""Nothing is guessed: a tag such as "Existing System" makes no legacy, a database is no store of known data, and what
runs where is left out, for it holds in one environment only."""

SILENT = frozenset(
    {
        "ACC101", "ACC102", "DAT109", "DAT111", "INT102", "INT108", "INT110", "MOD011", "MOD012", "PRD102", "PRD103",
        "PRD104", "PRD108", "SEC101",
    }
)  # fmt: skip
"""Interfaces, owners, areas, capabilities and what a store holds have no place in the format: a relation names a whole
element because it cannot name less."""


def read(inputs: Sequence[tuple[Path, bytes]], project: Project) -> Foreign:
    """The model in workspaces and fragments, with what they include and extend; mistakes are faults."""
    from archlint.interchange.structurizr.workspaces import read_all

    return read_all(inputs, project)
