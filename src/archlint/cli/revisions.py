"""Reads model files of a git revision, through git, with nothing checked out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from archlint.cli.subjects import fail
from archlint.language.reader import SUFFIX

__all__ = ["exported"]


@contextmanager
def exported(revision: str, paths: Sequence[Path]) -> Iterator[tuple[Path, list[Path]]]:
    """A temporary directory with the model files of a revision, and the paths given as they are there.

    Ends the run where there is no such revision, or no repository.
    """
    root = Path(_git("rev-parse", "--show-toplevel", because=revision).decode().strip())
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", because=revision)
    content = _git("archive", "--format=tar", commit.decode().strip(), because=revision, folder=root)
    with TemporaryDirectory(prefix="archlint-") as name:
        folder = Path(name).resolve()
        _unpack(content, folder)
        yield folder, [folder / path.resolve().relative_to(root.resolve()) for path in paths]


def _unpack(content: bytes, folder: Path) -> None:
    """Writes the model files of an archive; what would lead out of the folder, or is a link, is passed over."""
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            target = (folder / member.name).resolve()
            data = archive.extractfile(member) if member.isfile() else None
            if data is not None and target.suffix == SUFFIX and target.is_relative_to(folder):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data.read())


def _git(*arguments: str, because: str, folder: Path | None = None) -> bytes:
    try:
        run = subprocess.run(["git", *arguments], capture_output=True, check=False, cwd=folder)
    except OSError:
        fail(f"`{because}` is no model and no plateau, and there is no git to look it up as a revision")
    if run.returncode:
        fail(f"`{because}` is neither a model, nor a plateau or date of the model, nor a revision that git knows here")
    return run.stdout
