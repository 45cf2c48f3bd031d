"""The formats of others: which one a file is in, and what it says in archlint's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from archlint.diagnostics import Fault
from archlint.interchange.drafting import Draft, drafted
from archlint.interchange.files import Files
from archlint.interchange.foreign import Foreign
from archlint.interchange.roles import Selector

__all__ = ["FORMATS", "Format", "Translated", "detected", "format_named", "translated"]

FORMATS = {
    "structurizr": "archlint.interchange.structurizr",
    "archimate": "archlint.interchange.archimate",
    "calm": "archlint.interchange.calm",
    "backstage": "archlint.interchange.backstage",
    "likec4": "archlint.interchange.likec4",
}
"""The module of each format, in the order in which a file is held against them."""


class Format(Protocol):
    """What the module of a format offers. It is cheap to import: whatever is heavy is imported when it is read."""

    DEFAULTS: tuple[Selector, ...]
    """The table of roles where the configuration says nothing."""
    SILENT: frozenset[str]
    """The rules that ask for what the format cannot say."""

    def recognises(self, name: str, content: bytes) -> bool:
        """Whether a file of that name and content is in the format; looks at the content, and at the name only
        where that leaves it open."""

    def read(self, path: Path, content: bytes, files: Files) -> Foreign:
        """The model in a file with what that includes; mistakes are faults, nothing is raised."""


class Translated(NamedTuple):
    """What a foreign model says, which format it is in, and what was wrong in it."""

    form: str
    draft: Draft
    faults: list[Fault]


def format_named(name: str) -> Format:
    """The module of a format."""
    found: Format = import_module(FORMATS[name])
    return found


def detected(name: str, content: bytes) -> str | None:
    """The format that a file is in; None where it is in none that archlint reads."""
    return next((form for form in FORMATS if format_named(form).recognises(name, content)), None)


def translated(
    path: Path, content: bytes, files: Files, roles: Mapping[str, Sequence[Selector]], form: str | None = None
) -> Translated | None:
    """What a file of another format says; None where it is in none that archlint reads.

    `roles` are the lines of the configuration for each format, which come before the format's own; `form` is the
    format where the user names it.
    """
    name = form or detected(path.name, content)
    if name is None:
        return None
    module = format_named(name)
    foreign = module.read(path, content, files)
    draft = drafted(foreign, (*roles.get(name, ()), *module.DEFAULTS), module.SILENT)
    return Translated(name, draft, foreign.faults)
