"""The peer that archlint is measured beside: LikeC4, which npm installs."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def find_peer(folder: Path) -> Path | None:
    """Gives the `likec4` program, installed into the folder if it is not on the path; None without npm."""
    found = shutil.which("likec4")
    if found:
        return Path(found)
    npm = shutil.which("npm")
    if npm is None:
        return None
    install = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "likec4"]
    done = subprocess.run(install, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    program = folder / "node_modules" / ".bin" / "likec4"
    return program if done.returncode == 0 and program.exists() else None


def peer_command(program: Path, model: Path) -> list[str]:
    """Gives the command that validates a model, without its layout: archlint lays nothing out either."""
    return [str(program), "validate", "--skip-layout", str(model)]
