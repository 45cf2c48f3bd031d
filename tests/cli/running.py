"""Runs archlint as a user does: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

__all__ = ["archlint"]


def archlint(*arguments: str, folder: Path, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """The finished run: its exit status, standard output and standard error."""
    unwanted = ("NO_COLOR", "FORCE_COLOR", "COLUMNS")
    inherited = {name: value for name, value in os.environ.items() if name not in unwanted}
    return subprocess.run(
        [sys.executable, "-m", "archlint", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**inherited, **environment},
        timeout=60,
        check=False,
    )
