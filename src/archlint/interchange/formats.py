"""The formats of others: which one a file is in, and what it says in archlint's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from archlint.interchange.drafting import Draft, drafted
from archlint.interchange.files import Project
from archlint.interchange.foreign import Foreign
from archlint.interchange.roles import Selector
from archlint.language.files import Files
from archlint.language.translator import Translated

__all__ = ["FORMATS", "NAMES", "ForeignFormats", "Format", "detected", "format_named", "read_foreign"]

NAMES = ("structurizr", "archimate", "calm", "backstage", "likec4")
"""What the formats are called."""

FORMATS: dict[str, str] = {
    "structurizr": "archlint.interchange.structurizr",
    "archimate": "archlint.interchange.archimate",
    "calm": "archlint.interchange.calm",
    "backstage": "archlint.interchange.backstage",
    "likec4": "archlint.interchange.likec4",
}
"""The module of each format, in the order in which a file is held against them."""

_SUFFIXES = (".dsl", ".c4", ".likec4", ".json", ".yaml", ".yml", ".xml", ".archimate")
"""The names that files of these formats have in directories; elsewhere the content alone decides."""


class Format(Protocol):
    """What the module of a format offers. It is cheap to import: whatever is heavy is imported when it is read."""

    DEFAULTS: tuple[Selector, ...]
    """The table of roles where the configuration says nothing."""
    SILENT: frozenset[str]
    """The rules that ask for what the format cannot say."""
    recognises: Callable[[str, bytes], bool]
    """Whether a file of that name and content is in the format; the content decides, and the name only where that
    leaves it open."""
    read: Callable[[Sequence[tuple[Path, bytes]], Project], Foreign]
    """The model in files that belong together, with what they include; mistakes are faults, nothing is raised."""


def format_named(name: str) -> Format:
    """The module of a format."""
    return import_module(FORMATS[name])


def detected(name: str, content: bytes) -> str | None:
    """The format that a file is in; None where it is in none that archlint reads."""
    return next((form for form in FORMATS if format_named(form).recognises(name, content)), None)


def read_foreign(
    form: str, inputs: Sequence[tuple[Path, bytes]], project: Project, roles: Sequence[Selector] = ()
) -> tuple[Foreign, Draft]:
    """What files of one format state, and the same in archlint's language; `roles` are the lines of the
    configuration, which come before the format's own."""
    module = format_named(form)
    foreign = module.read(inputs, project)
    return foreign, drafted(foreign, (*roles, *module.DEFAULTS), module.SILENT)


class ForeignFormats:
    """The formats of others, as the loader asks for them.

    `roles` are the lines of the configuration for each format, as it writes them; `form` is the format of every file
    that is not archlint's own, where the user names one.
    """

    def __init__(
        self, roots: tuple[Path, ...], roles: Mapping[str, Sequence[Mapping[str, Any]]], form: str | None = None
    ) -> None:
        self._roots = roots
        self._roles = roles
        self._form = form

    def names(self) -> Sequence[str]:
        """The names of the formats."""
        return tuple(FORMATS)

    def form_of(self, path: Path, content: bytes) -> str | None:
        """The format that a file is in; None where it is in none."""
        return self._form or detected(path.name, content)

    def below(self, folder: Path, files: Files) -> Sequence[Path]:
        """The files in a directory, and below it, that are in one of the formats."""
        return [path for path in files.everything(folder) if path.suffix in _SUFFIXES and self._is_foreign(path, files)]

    def _is_foreign(self, path: Path, files: Files) -> bool:
        content = files.content(path)
        return isinstance(content, bytes) and self.form_of(path, content) is not None

    def translated(self, form: str, inputs: Sequence[tuple[Path, bytes]], files: Files) -> Translated:
        """What the files of one format say together, with what they include."""
        foreign, draft = self.read(form, inputs, Project(files, self._roots))
        return Translated(draft.sources, foreign.faults)

    def read(self, form: str, inputs: Sequence[tuple[Path, bytes]], project: Project) -> tuple[Foreign, Draft]:
        """What the files of one format state, and the same in archlint's language."""
        roles = [Selector(**line) for line in self._roles.get(form, ())]
        return read_foreign(form, inputs, project, roles)
