"""Reads model files of a git revision, through git, with nothing checked out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from archlint.language.reader import SUFFIX

__all__ = ["NoRevision", "exported", "fork_of"]


class NoRevision(Exception):
    """Git does not know the revision here, or is not there itself; the message says which, in a few words."""


def fork_of(revision: str, paths: Sequence[Path]) -> str:
    """The commit at which what is checked out branched off from a revision, in the repository of the paths; the
    revision itself where the two have no common history."""
    try:
        return _git("merge-base", "--end-of-options", revision, "HEAD", folder=_place(paths)).decode().strip()
    except NoRevision:
        return revision


@contextmanager
def exported(revision: str, paths: Sequence[Path]) -> Iterator[tuple[Path, list[Path]]]:
    """A temporary directory with the model files of a revision, and the paths given as they are there.

    A path that lies outside of the repository is left as it is. Raises NoRevision where there is no such
    revision, or no repository.
    """
    root = Path(_git("rev-parse", "--show-toplevel", folder=_place(paths)).decode().strip()).resolve()
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", folder=root)
    content = _git("archive", "--format=tar", commit.decode().strip(), folder=root)
    with TemporaryDirectory(prefix="archlint-") as name:
        folder = Path(name).resolve()
        _unpack(content, folder)
        yield folder, [_moved(path.resolve(), root, folder) for path in paths]


def _place(paths: Sequence[Path]) -> Path:
    """The directory of the first path, the working directory where there is none."""
    first = paths[0].resolve() if paths else Path.cwd()
    return next(folder for folder in (first, *first.parents) if folder.is_dir())


def _moved(path: Path, root: Path, folder: Path) -> Path:
    return folder / path.relative_to(root) if path.is_relative_to(root) else path


def _unpack(content: bytes, folder: Path) -> None:
    """Writes the model files of an archive; what would lead out of the folder, or is a link, is passed over."""
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        for member in archive:
            target = (folder / member.name).resolve()
            data = archive.extractfile(member) if member.isfile() else None
            if data is not None and target.suffix == SUFFIX and target.is_relative_to(folder):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data.read())


def _git(*arguments: str, folder: Path) -> bytes:
    try:
        run = subprocess.run(["git", *arguments], capture_output=True, check=False, cwd=folder)
    except OSError:
        raise NoRevision("there is no git to look it up as a revision") from None
    if run.returncode:
        raise NoRevision("git knows no such revision here")
    return run.stdout
