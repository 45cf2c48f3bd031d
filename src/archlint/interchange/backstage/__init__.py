"""The software catalogue of Backstage: entities in YAML, which refer to each other by kind, namespace and name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.roles import Selector

__all__ = ["DEFAULTS", "SILENT", "read", "recognises"]

DEFAULTS = (
    Selector("system", kind="component"),
    Selector("system", kind="system"),
    Selector("interface", kind="api"),
    Selector("store", kind="resource", property={"type": "database"}),
    Selector("system", kind="resource"),
    Selector("organisation", kind="group"),
    Selector("organisation", kind="user", property={"role": "owner"}),
    Selector("ignore", kind="providesApis"),
    Selector("uses", kind="dependsOn"),
    Selector("uses", kind="consumesApis"),
    Selector("ignore", kind="*"),
)
"""Domains, people, templates, locations and kinds of a catalogue's own making are no part of the model unless the
configuration says what they are."""

SILENT = frozenset(
    {
        "ACC101", "ACC102", "DAT109", "DAT111", "INT102", "INT108", "INT110", "MOD008", "MOD010", "MOD012", "PRD102",
        "PRD103", "PRD104", "PRD108", "SEC101",
    }
)  # fmt: skip
"""A catalogue is an inventory: that it says nothing of what somebody uses, needs or holds means nothing. `dependsOn`
has no room for an interface, and areas, platforms, capabilities and data have no place."""

_NAMED = rb"""["']?apiVersion["']?\s*:\s*["']?(?:[\w-]+\.)*backstage\.io/"""
_VERSION = re.compile(rb"(?m)^(?:\xef\xbb\xbf)?(?:-[ \t]+)?" + _NAMED)
_WITHIN = re.compile(_NAMED)
_FLOW = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:---\s*)?[\[{]")
_KIND = re.compile(
    rb"""(?m)^["']?kind["']?\s*:\s*["']?(?:Component|API|Resource|System|Domain|Group|User|Location|Template)\b"""
)


def recognises(name: str, content: bytes) -> bool:
    """Whether a file has a document with a version of Backstage's, or is called as catalogues are and has one of its
    kinds. What stands indented in block style belongs to something else."""
    if _VERSION.search(content) or (_FLOW.match(content) and _WITHIN.search(content)):
        return True
    return name.startswith("catalog-info.") and bool(_KIND.search(content))


def read(inputs: Sequence[tuple[Path, bytes]], project: Project) -> Foreign:
    """What the entities in files state together, with those in the files that their locations name."""
    from archlint.interchange.backstage.catalogue import Catalogue
    from archlint.interchange.backstage.relations import foreign_of

    catalogue = Catalogue(project)
    catalogue.read(inputs)
    return foreign_of(catalogue)
