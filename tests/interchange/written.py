"""Foreign files in, what they come to out."""

from __future__ import annotations

from pathlib import Path

from archlint.configuration import Settings
from archlint.diagnostics import Fault
from archlint.interchange.files import Project
from archlint.interchange.formats import detected, read_foreign
from archlint.interchange.roles import Selector
from archlint.language.files import Files
from archlint.linter import Subject, lint
from archlint.report import Report

__all__ = ["LARGEST", "Folder"]

LARGEST = 10_000_000


class Folder:
    """A project with files of one format."""

    def __init__(self, path: Path, form: str) -> None:
        self.path = path
        self.form = form
        (path / ".git").mkdir(exist_ok=True)

    def write(self, name: str, text: str | bytes) -> Path:
        """A file of the project."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def read(self, *files: Path, roles: tuple[Selector, ...] = ()) -> tuple[list[str], list[str]]:
        """What files say in archlint's language, line by line, and what is wrong with them."""
        inputs = [(file, file.read_bytes()) for file in files]
        foreign, draft = read_foreign(self.form, inputs, Project(Files(LARGEST), (self.path,)), roles)
        lines = [line.strip() for source in draft.sources for line in source.text.splitlines()]
        said = [line for line in lines if line not in ("", "}", 'import "std"')]
        return said, [self._told(fault) for fault in foreign.faults]

    def _told(self, fault: Fault) -> str:
        line, column = fault.span.begin
        return f"{fault.code} {Path(fault.span.source.path).name}:{line}:{column} {fault.message}"

    def one(self, text: str | bytes, name: str = "model.json", roles: tuple[Selector, ...] = ()) -> list[str]:
        """What one file says, in which nothing is wrong."""
        lines, faults = self.read(self.write(name, text), roles=roles)
        assert faults == []
        return lines

    def wrong(self, text: str | bytes, name: str = "model.json") -> list[str]:
        """What is wrong with one file."""
        return self.read(self.write(name, text))[1]

    def report(self, *files: Path, profile: str = "default") -> Report:
        """The report on files, or on the whole project."""
        return lint(Subject("model", files or (self.path,)), Settings(self.path, profile=profile))

    def found(self, *files: Path, profile: str = "default") -> list[str]:
        """The findings in files, or in the whole project."""
        report = self.report(*files, profile=profile)
        return [f"{one.code} {Path(one.span.source.path).name}:{one.span.begin.line}" for one in report.findings]

    def detected(self, text: str | bytes, name: str = "some.file") -> str | None:
        """The format in which a text is."""
        return detected(name, text if isinstance(text, bytes) else text.encode())
