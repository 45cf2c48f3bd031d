"""Which surviving mutants the type checker would not let pass: nothing tells `None` from a value but it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cosmic_ray.work_item import WorkItem

from tests.mutation.mutants import mutated

__all__ = ["refused"]

CONFIGURATION = Path("pyproject.toml")


def refused(mutants: Iterable[WorkItem], sources: Path, scratch: Path) -> Iterator[str]:
    """The identifiers of the mutants to which mypy objects, tried one after another on a copy of the sources.

    Raises RuntimeError if mypy objects to the code as it is.
    """
    shutil.copytree(sources, scratch / sources, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CONFIGURATION, scratch / CONFIGURATION)
    try:
        if objections := _objections(scratch, sources):
            raise RuntimeError(objections)
        for mutant in mutants:
            spec = mutant.mutations[0]
            file = scratch / spec.module_path
            whole = file.read_text(encoding="utf-8")
            file.write_text(mutated(spec), encoding="utf-8")
            if _objections(scratch, sources):
                yield mutant.job_id
            file.write_text(whole, encoding="utf-8")
    finally:
        _run(scratch, "stop")


def _objections(folder: Path, sources: Path) -> str:
    """What mypy says, but for conditions that always hold or never, as those of many mutants do."""
    run = _run(folder, "run", "--", str(sources))
    if run.returncode not in (0, 1):
        raise RuntimeError(run.stdout + run.stderr)
    errors = (line for line in run.stdout.splitlines() if ": error:" in line)
    return "\n".join(line for line in errors if not line.endswith("[redundant-expr]"))


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mypy.dmypy", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
