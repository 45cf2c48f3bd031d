"""The formats in which a model can be written."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from archlint.interchange.estate import Estate
from archlint.interchange.exports.exported import Exported

__all__ = ["EXPORTS", "exported"]

EXPORTS = {
    "json": "json_model",
    "csv": "csv_tables",
    "graphml": "graphml",
    "structurizr": "structurizr",
    "structurizr-dsl": "structurizr_dsl",
    "archimate": "archimate",
    "calm": "calm",
    "backstage": "backstage",
}
"""The module of each format; each has a function `export` of an estate."""


def exported(form: str, estate: Estate) -> Exported:
    """A model in one of the formats."""
    module = import_module(f"archlint.interchange.exports.{EXPORTS[form]}")
    return cast(Exported, module.export(estate))
