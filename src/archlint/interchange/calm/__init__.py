"""CALM, the architecture language of FINOS: architectures, timelines, and patterns, which are no architectures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.roles import Selector

__all__ = ["DEFAULTS", "SILENT", "read", "recognises"]

DEFAULTS = (
    Selector("user", kind="actor"),
    Selector("store", kind="database"),
    Selector("data", kind="data-asset"),
    Selector("ignore", kind="ecosystem"),
    Selector("interface", kind="interface"),
    Selector("hosted-on", kind="deployed-in"),
    Selector("holds", kind="composed-of"),
)
"""Whatever is not named here is a `system`, whose role is not stated: no word of CALM says that something is a
product, a platform or legacy."""

SILENT = frozenset(
    {
        "ACC101", "ACC102", "DAT109", "DAT111", "INT102", "INT108", "INT110", "MOD008", "MOD011", "MOD012", "PRD102",
        "PRD103", "PRD104", "PRD108", "SEC101",
    }
)  # fmt: skip
"""Owners, areas, platforms, capabilities and what a store holds have no place in CALM, and most of its protocols say
nothing of a standard."""

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_PLACES = re.compile(rb'"(?:nodes|relationships|moments)"\s*:')
_SCHEMA = re.compile(rb'"\$(?:schema|id|ref)"\s*:\s*"[^"]*\bcalm\b')
_WORDS = re.compile(rb'"(?:node-type|relationship-type|relationships|detailed-architecture)"\s*:')


def recognises(name: str, content: bytes) -> bool:
    """Whether a file is a JSON object with nodes or moments that names CALM's schema or writes them as CALM does, or
    a schema of such an object."""
    if not _OBJECT.match(content) or not _PLACES.search(content):
        return False
    if b'"calmSchemaVersion"' in content or _SCHEMA.search(content):
        return True
    if b'"unique-id"' in content and _WORDS.search(content):
        return True
    return b"json-schema.org" in content and b'"nodes"' in content and b'"relationships"' in content


def read(inputs: Sequence[tuple[Path, bytes]], project: Project) -> Foreign:
    """What CALM documents state together, with the documents that their details name."""
    from archlint.interchange.calm.documents import Documents

    return Documents(project).read(inputs)
