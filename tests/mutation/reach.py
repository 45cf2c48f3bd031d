"""Which test runs which function: found by running all of them once, and kept until a file changes."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

__all__ = ["Reach", "digest_of", "watched"]

RULES = re.compile(r"src/archlint/rules/(\w+)/")
LONG = 2.0
"""From how many seconds on a test is long."""


@dataclass(frozen=True)
class Reach:
    """For each test how long it takes, in seconds, and the functions that it runs, as `path::name`."""

    seconds: dict[str, float]
    functions: dict[str, list[str]]

    def tests_of(self, path: Path, name: str | None) -> list[str]:
        """The tests that run a function, or anything in a file; first those that are named after the file, then
        those of its folder, then the short ones.

        Tests of other families of rules are left out, and so are long ones, which tell of time and not of findings.
        """
        functions = [f"{path}::{name}"] if name else [one for one in self._tests if one.startswith(f"{path}::")]
        found = list(dict.fromkeys(test for function in functions for test in self._tests.get(function, ())))
        own, folder = f"/test_{path.stem}.py::", f"/{path.parent.name}/"
        others = _of_other_rules(path) if any(own in test for test in found) else _of_other_families(path)
        chosen = [test for test in found if own in test or (self.seconds[test] < LONG and not others(test))]
        return sorted(chosen, key=lambda test: (own not in test, folder not in test, self.seconds[test], test))

    @cached_property
    def _tests(self) -> dict[str, list[str]]:
        """The tests that run each function."""
        found: dict[str, list[str]] = {}
        for test, functions in self.functions.items():
            for function in functions:
                found.setdefault(function, []).append(test)
        return found

    def write(self, file: Path) -> None:
        """Keeps it."""
        file.write_text(json.dumps([self.seconds, self.functions]), encoding="utf-8")

    @classmethod
    def read(cls, *files: Path) -> Reach:
        """What was kept in some files, together."""
        seconds: dict[str, float] = {}
        functions: dict[str, list[str]] = {}
        for file in files:
            some_seconds, some_functions = json.loads(file.read_text(encoding="utf-8"))
            seconds |= some_seconds
            functions |= some_functions
        return cls(seconds, functions)


def watched(tests: Iterable[tuple[str, Callable[[], None]]], folder: Path) -> Reach:
    """Runs tests, and tells what they run of the files in a folder."""
    seconds: dict[str, float] = {}
    functions: dict[str, list[str]] = {}
    names: dict[CodeType, str | None] = defaultdict()
    for test, run in tests:
        seen: set[CodeType] = set()

        def note(frame: FrameType, event: str, _: Any, add: Callable[[CodeType], None] = seen.add) -> None:
            if event == "call":
                add(frame.f_code)

        begin = time.perf_counter()
        sys.setprofile(note)
        try:
            run()
        finally:
            sys.setprofile(None)
        seconds[test] = time.perf_counter() - begin
        for code in seen - names.keys():
            names[code] = _name(code, folder)
        functions[test] = sorted({name for code in seen if (name := names[code]) is not None})
    return Reach(seconds, functions)


def digest_of(*folders: Path) -> str:
    """What changes when any file in some folders does."""
    files = (file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file())
    content = hashlib.sha256()
    for file in files:
        if "__pycache__" not in file.parts:
            content.update(f"{file}\0".encode() + file.read_bytes())
    return content.hexdigest()[:16]


def _of_other_families(path: Path) -> Callable[[str], bool]:
    """Tells the tests that are about other families of rules than a file; none if the file is of no family."""
    family = RULES.match(str(path))
    if family is None:
        return lambda test: False
    return lambda test: (
        test.startswith(("tests/graph/", "tests/rules/"))
        and not test.startswith((f"tests/rules/{family[1]}/", "tests/rules/test_"))
    )


def _of_other_rules(path: Path) -> Callable[[str], bool]:
    """The same, and the tests that are run for each rule, but for other ones than that of a file."""
    of_others, rule = _of_other_families(path), path.stem.replace("_", "-")
    if RULES.match(str(path)) is None:
        return of_others
    return lambda test: (
        of_others(test) or (test.startswith("tests/rules/test_") and re.search(rf"[\[-]{rule}[\]-]", test) is None)
    )


def _name(code: CodeType, folder: Path) -> str | None:
    path = Path(code.co_filename)
    if not path.is_relative_to(folder.resolve()):
        return None
    return f"{path.relative_to(Path.cwd())}::{code.co_qualname.split('.<locals>')[0]}"
