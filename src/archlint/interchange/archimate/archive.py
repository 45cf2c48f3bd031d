"""The ZIP in which Archi keeps a model with its images: only the model is taken out, and only so much of it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePosixPath

__all__ = ["LARGEST", "MODEL_IN_ZIP", "ArchiveError", "model_in", "names_in"]

MODEL_IN_ZIP = "model.xml"
"""What Archi calls the model in a file that it zips because images belong to it."""

LARGEST = 64 * 1024 * 1024
"""How many bytes a model may have when it is unpacked."""

_MOST = 100_000
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What reading a broken, encrypted or unknown kind of ZIP raises; NotImplementedError is a RuntimeError."""


class ArchiveError(Exception):
    """The ZIP cannot be read, or must not be; says why."""


def names_in(content: bytes) -> Sequence[str]:
    """The names in a ZIP; none where it cannot be read."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return archive.namelist()
    except _BROKEN:
        return ()


def model_in(content: bytes) -> bytes:
    """The model in a ZIP; raises ArchiveError."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _refuse(archive)
            with archive.open(MODEL_IN_ZIP) as model:
                unpacked = model.read(LARGEST + 1)
    except KeyError:
        raise ArchiveError(f"the ZIP holds no `{MODEL_IN_ZIP}`") from None
    except _BROKEN as error:
        raise ArchiveError(f"the ZIP is broken: {str(error) or type(error).__name__}") from None
    if len(unpacked) > LARGEST:
        raise ArchiveError(f"its model has more than {LARGEST:,} bytes when it is unpacked")
    return unpacked


def _refuse(archive: zipfile.ZipFile) -> None:
    """Raises ArchiveError where the ZIP is none that Archi would write."""
    names = archive.namelist()
    if len(names) > _MOST:
        raise ArchiveError(f"the ZIP holds {len(names):,} files")
    for name in names:
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or name[1:2] == ":":
            raise ArchiveError(f"the ZIP holds `{name[:200]}`, which leads out of it")
