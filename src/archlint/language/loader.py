"""Gathers the files of a model: those given, and those that they import."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from archlint.cache_folder import CacheFolder
from archlint.diagnostics import Edit, Fault, Fix
from archlint.language.declarations import Unit
from archlint.language.files import Files
from archlint.language.library import LIBRARY, std
from archlint.language.parser import DEEPEST
from archlint.language.phrases import brief
from archlint.language.reader import LARGEST, SUFFIX, shown
from archlint.language.shapes import Trees
from archlint.language.suggestions import did_you_mean, nearest, slip
from archlint.language.translator import Translator
from archlint.language.tree import Statement, Tree, words_with_places
from archlint.language.values import BadEscape, unknown_escape, unquoted
from archlint.source import SourceFile, Span

__all__ = ["Limits", "Loaded", "load"]

_ALLOWING = "name its directory in `import-roots` of the configuration to allow it"


@dataclass(frozen=True)
class Limits:
    """What a file may be, and where imports may lead."""

    roots: tuple[Path, ...] = ()
    largest: int = LARGEST
    deepest: int = DEEPEST


@dataclass
class Loaded:
    """The files of a model in the order of their paths, and what was wrong on the way to them.

    `unread` says that a file which is there could not be read, `asked` what all of this was taken from.
    """

    units: list[Unit] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unread: bool = False
    asked: Files = field(default_factory=Files)

    @property
    def files(self) -> tuple[str, ...]:
        """The paths of the model's own files."""
        return tuple(unit.tree.source.path for unit in self.units if not unit.imported and not unit.library)

    @property
    def sources(self) -> tuple[SourceFile, ...]:
        """The texts of the model's own files."""
        return tuple(unit.tree.source for unit in self.units if not unit.imported and not unit.library)

    def take_units(self) -> list[Unit]:
        """The files, which are let go of here: the trees of a large estate need not outlive their binding."""
        units, self.units = self.units, []
        return units


def load(
    paths: Iterable[Path],
    limits: Limits,
    texts: Iterable[SourceFile] = (),
    edited: Mapping[Path, SourceFile] | None = None,
    cache: CacheFolder | None = None,
    translator: Translator | None = None,
) -> Loaded:
    """The files given (directories stand for the files below them), texts that are no files, and all
    that they import. `edited` are texts that stand in place of what is in a file, by where that really is.
    What the cache knows is not parsed again. Files of other formats are read by the translator; without one every
    file is taken for archlint's own. Errors are faults; nothing is raised."""
    return _Loader(limits, edited or {}, cache, translator).run(paths, texts)


class _Loader:
    def __init__(
        self,
        limits: Limits,
        edited: Mapping[Path, SourceFile],
        cache: CacheFolder | None,
        translator: Translator | None,
    ) -> None:
        self.limits = limits
        self.edited = edited
        self.files = Files(limits.largest)
        self.trees = Trees(limits.deepest, self.files, cache)
        self.loaded = Loaded(asked=self.files)
        self._seen: set[Path] = set()
        self._imports: deque[tuple[Path, Tree, Statement]] = deque()
        self._library = False
        self._translator = translator
        self._foreign: dict[str, list[tuple[Path, bytes]]] = {}

    def run(self, paths: Iterable[Path], texts: Iterable[SourceFile]) -> Loaded:
        """Own files first, so that what is both given and imported is the model's own."""
        for source in texts:
            self._parse(source, Path(source.path), imported=False)
        for path in paths:
            for file in self._below(path) if self.files.is_folder(path) else (path,):
                self._take(file)
        for form, inputs in self._foreign.items():
            self._translate(form, inputs, imported=False)
        while self._imports:
            self._import(*self._imports.popleft())
        self.loaded.units.sort(key=lambda unit: unit.tree.source.path)
        return self.loaded

    def _take(self, path: Path) -> None:
        place = self.files.real(path)
        if place in self._seen:
            return
        self._seen.add(place)
        foreign = self._as_foreign(path)
        if foreign is not None:
            self._foreign.setdefault(foreign[0], []).append((path, foreign[1]))
            return
        source = self.edited.get(place) or self.files.read(path)
        if isinstance(source, Fault):
            self._unread(source)
        else:
            self._parse(source, path, imported=False)

    def _below(self, folder: Path) -> Iterable[Path]:
        """The model files in a directory; where there are none, those that may be in another format."""
        found = list(self.files.below(folder))
        return found if found or self._translator is None else self._translator.below(folder, self.files)

    def _as_foreign(self, path: Path, form: str | None = None) -> tuple[str, bytes] | None:
        """The format and the content of a file that is in another format."""
        if self._translator is None or (path.suffix == SUFFIX and form is None):
            return None
        content = self.files.content(path)
        if isinstance(content, Fault):
            return None
        form = form or self._translator.form_of(path, content)
        return None if form is None else (form, content)

    def _translate(self, form: str, inputs: list[tuple[Path, bytes]], *, imported: bool) -> None:
        assert self._translator is not None
        self.files.complete = False  # a format may look for more by itself: where its project begins, what is a link
        found = self._translator.translated(form, inputs, self.files)
        self.loaded.faults += found.faults
        self.loaded.unread |= any(fault.code == "SYN003" for fault in found.faults)
        for source in found.sources:
            self._parse(source, Path(source.path), imported=imported)

    def _unread(self, fault: Fault) -> None:
        self.loaded.faults.append(fault)
        self.loaded.unread = True

    def _parse(self, source: SourceFile, path: Path, *, imported: bool, library: bool = False) -> None:
        tree, faults = self.trees.of(source)
        self.loaded.faults += faults
        self.loaded.units.append(Unit(tree, imported or library, library))
        self._imports.extend((path, tree, statement) for statement in tree.root.nested(("import",)))

    def _import(self, importer: Path, tree: Tree, statement: Statement) -> None:
        span, name, form = self._target(tree.source, statement)
        if name is None:
            return
        if name == LIBRARY:
            self._take_library()
            return
        target = importer.parent / name
        problem = self._problem(target, name)
        if problem:
            fixes = _renamed(span, name, slip(target.name, self._neighbours(target)))
            self.loaded.faults.append(Fault("MOD007", span, *problem, fixes=fixes))
            return
        together: dict[str, list[tuple[Path, bytes]]] = {}
        for file in self._below(target) if self.files.is_folder(target) else (target,):
            self._take_imported(file, span, form, together)
        for found, inputs in together.items():
            self._translate(found, inputs, imported=True)

    def _take_imported(
        self, path: Path, span: Span, form: str | None, together: dict[str, list[tuple[Path, bytes]]]
    ) -> None:
        place = self.files.real(path)
        if place in self._seen:
            return
        self._seen.add(place)
        if not self._allows(place):
            self.loaded.faults.append(Fault("MOD007", span, f"`{shown(path)}` leads out of the project", _ALLOWING))
            return
        foreign = self._as_foreign(path, form)
        if foreign is not None:
            together.setdefault(foreign[0], []).append((path, foreign[1]))
            return
        source = self.edited.get(place) or self.files.read(path)
        if isinstance(source, SourceFile):
            self._parse(source, path, imported=True)
        elif source.span.source.text:
            self._unread(source)
        else:
            self._unread(Fault("MOD007", span, source.message, source.help))

    def _take_library(self) -> None:
        if not self._library:
            self._library = True
            self._parse(std(), Path("std.arch"), imported=True, library=True)

    def _target(self, source: SourceFile, statement: Statement) -> tuple[Span, str | None, str | None]:
        """The place and the path of an import, and the format after `as`; no path where it cannot be read."""
        words, form = words_with_places(statement.text), None
        if len(words) == 4 and words[2][0] == "as":
            form = self._form(source, statement, words[3])
            words = words[:2]
        last = words[1] if len(words) == 2 else words[-1]
        start = statement.start + last[1]
        span = Span(source, start, min(start + len(last[0]), len(source.text)))
        try:
            if len(words) == 2 and last[0][0] == '"' and statement.parts is None:
                return span, unquoted(last[0]), form
        except BadEscape as bad:
            self.loaded.faults.append(unknown_escape(bad, source, start))
            return span, None, None
        help = 'the statement reads `import STRING [as WORD]`: a file, a directory or "std", and its format'
        self.loaded.faults.append(Fault("MOD002", span, "`import` takes one path in quotes", help))
        return span, LIBRARY if statement.text.split() == ["import", LIBRARY] else None, None

    def _form(self, source: SourceFile, statement: Statement, word: tuple[str, int]) -> str | None:
        known = sorted(self._translator.names()) if self._translator else []
        if word[0] in known:
            return word[0]
        start = statement.start + word[1]
        help = did_you_mean(nearest(word[0], known)) or f"known are {', '.join(known)}"
        message = f"`{brief(word[0], 200)}` is no format that archlint reads"
        self.loaded.faults.append(Fault("MOD002", Span(source, start, start + len(word[0])), message, help))
        return None

    def _problem(self, target: Path, name: str) -> tuple[str, str] | None:
        """Why a path may not be imported, and what to do."""
        try:
            exists = self.files.exists(target)
        except (OSError, ValueError):
            return f"`{brief(name, 200)}` is not a path", ""
        if not self._allows(self.files.real(target)):
            return f"`{brief(name, 200)}` lies outside the project", _ALLOWING
        if exists:
            return None
        return f"there is no `{brief(name, 200)}` to import", self._nearby(target)

    def _allows(self, place: Path) -> bool:
        return not self.limits.roots or any(place.is_relative_to(root) for root in self.limits.roots)

    def _nearby(self, target: Path) -> str:
        if not self.files.is_folder(target.parent):
            return f"there is no directory `{shown(target.parent)}`"
        return did_you_mean(self._neighbours(target))

    def _neighbours(self, target: Path) -> list[str]:
        """The files and directories beside a path that may be imported and have a name like its own."""
        return nearest(target.name, self.files.importable(target.parent))


def _renamed(span: Span, name: str, meant: str | None) -> tuple[Fix, ...]:
    """The fix of an import whose file has nearly that name."""
    if meant is None or span.text != f'"{name}"':
        return ()
    path = name[: name.rfind("/") + 1] + meant
    return (Fix(f"import `{path}`", (Edit(span, f'"{path}"'),)),)
