"""Small models with all that is found in them: how they are written, read and judged.

They stand in the files of `small_models`, one after another, each below its name (`=== …`) and, where it needs
them, the settings of its run (`profile`, `at`, `every-change`, `select`, `ignore`), the only rules it asks about
(`only`) and findings in lines that have no room for a comment (`also`). `@@ path` begins another file; the model is
what `model.arch` brings in, or the files that are `given`, in that order.

What is found in a line stands behind it: `#! CODE [severity] [status] [snapshots, or - for none] [el=subject]
[waived]`, several with a `;` between. Everything found is expected, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archlint.configuration import Settings
from archlint.diagnostics import Finding
from archlint.linter import Subject, lint

__all__ = ["Case", "cases", "differences"]

MODELS = Path(__file__).parent / "small_models"
SETTING = re.compile(r"(profile|at|every-change|select|ignore|only|also|given): (.*)")
MARK = " #! "


@dataclass
class Case:
    """A model, the settings of its run, and what is to be found: file, line and the words behind the mark."""

    name: str
    files: dict[str, list[str]] = field(default_factory=lambda: {"model.arch": []})
    settings: dict[str, str] = field(default_factory=dict)
    expected: list[tuple[str, int, list[str]]] = field(default_factory=list)

    @property
    def codes(self) -> tuple[str, ...]:
        """The beginnings of the codes that it asks about; all where there are none."""
        return tuple(code for code in self.settings.get("only", "").split(", ") if code)


def cases(*files: str) -> Iterator[Case]:
    """The models of some of the files, in order."""
    for file in files:
        written = (MODELS / f"{file}.txt").read_text(encoding="utf-8")
        for text in re.split(r"^=== ", written, flags=re.MULTILINE)[1:]:
            name, *lines = text.rstrip("\n").split("\n")
            yield case(name, lines)


def case(name: str, lines: list[str]) -> Case:
    """One model, its marks taken out of the text."""
    made, file = Case(name), "model.arch"
    for line in lines:
        setting = SETTING.fullmatch(line)
        if setting:
            made.settings[setting[1]] = setting[2]
        elif line.startswith("@@ "):
            file = line.removeprefix("@@ ")
        else:
            text, _, marks = line.partition(MARK)
            written = made.files.setdefault(file, [])
            written.append(text.rstrip() if marks else line)
            made.expected += [(file, len(written), mark.split()) for mark in marks.split(";") if mark]
    for also in made.settings.get("also", "").split(", "):
        if also:
            number, *words = also.split()
            made.expected.append(("model.arch", int(number), words))
    return made


def found(model: Case, folder: Path, judged: re.Pattern[str]) -> list[Finding]:
    """What is found in a model of its own folder, of the rules that it asks about."""
    for name, lines in model.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    chosen = model.settings
    lists: dict[str, Any] = {key: tuple(re.split(r",? ", chosen[key])) for key in ("select", "ignore") if key in chosen}
    settings = Settings(folder, profile=chosen.get("profile", "default"), **lists)
    given = tuple(folder / name for name in chosen.get("given", "model.arch").split())
    report = lint(Subject("model", given), settings, chosen.get("at"), "every-change" in chosen)
    asked = [one for one in report.findings if judged.match(one.code)]
    return [one for one in asked if not model.codes or one.code.startswith(model.codes)]


def words_of(finding: Finding) -> set[str]:
    """All that a mark may say of a finding."""
    snapshots = ",".join(finding.snapshots) or "-"
    subject = f"el={finding.elements[0]}" if finding.elements else ""
    waived = {"waived"} if finding.waived else set()
    return {finding.code, finding.severity.value, finding.status.value, snapshots, subject, *waived}


def fits(mark: list[str], finding: Finding) -> bool:
    """Whether a finding is all that the mark says, and waived only where it says so."""
    return words_of(finding).issuperset(mark) and ("waived" in mark) == (finding.waived is not None)


def differences(model: Case, folder: Path, judged: re.Pattern[str]) -> tuple[list[str], list[str]]:
    """The marks that nothing fits, and the findings that have no mark."""
    left = found(model, folder, judged)
    missing = []
    for file, line, mark in sorted(model.expected, key=lambda place: -len(place[2])):
        here = [one for one in left if (one.span.source.path, one.span.begin.line) == (file, line)]
        fitting = [one for one in here if fits(mark, one)]
        if fitting:
            left.remove(fitting[0])
        else:
            missing.append(f"{file}:{line} {' '.join(mark)}")
    return missing, [f"{one.span.source.path}:{one.span.begin.line} {sorted(words_of(one))}" for one in left]
