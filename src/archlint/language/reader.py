"""Reads files, and says in words why one cannot be read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from archlint.diagnostics import Fault
from archlint.language.limits import LARGEST
from archlint.source import SourceFile, Span

__all__ = [
    "LARGEST",
    "SUFFIX",
    "decode",
    "everything_below",
    "is_folder",
    "read",
    "read_bytes",
    "real",
    "shown",
    "walk",
]

SUFFIX = ".arch"


def shown(path: Path) -> str:
    """The path as people see it: relative to the working directory, with `/`."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


def real(path: Path) -> Path:
    """Where a path leads, links followed as far as they lead anywhere."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # a name that no file can have
        return path.absolute()


def is_folder(path: Path) -> bool:
    """Whether there is a directory there; a path that cannot be is none."""
    return os.path.isdir(path)  # noqa: PTH112  # the method of paths raises for names that are too long


def walk(folder: Path) -> Iterator[Path]:
    """The model files below a directory, in order; hidden directories are passed over."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if name.endswith(SUFFIX))


def everything_below(folder: Path) -> Iterator[Path]:
    """The files in a directory and below it, in order; what is hidden is passed over, links to directories too."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return
    for path in found:
        if path.name.startswith("."):
            continue
        if not is_folder(path):
            yield path
        elif not path.is_symlink():
            yield from everything_below(path)


def read(path: Path, largest: int = LARGEST) -> SourceFile | Fault:
    """The text of a file without its byte-order mark, or the fault SYN003 that says why there is none."""
    content = read_bytes(path, largest)
    return content if isinstance(content, Fault) else decode(shown(path), content)


def read_bytes(path: Path, largest: int = LARGEST) -> bytes | Fault:
    """What is in a file, or the fault SYN003 that says why that cannot be had."""
    name = shown(path)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(name, "it is not a file", "")
        if status.st_size > largest:
            size = f"it has {status.st_size:,} bytes, more than the limit of {largest:,}"
            return _unreadable(name, size, "split it, or raise `max-file-size` in the configuration")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        return _unreadable(name, _reason(error), "")


def decode(name: str, content: bytes) -> SourceFile | Fault:
    """The text of bytes in UTF-8, or the fault that shows the first byte which is not."""
    try:
        return SourceFile(name, content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reason = f"it is not UTF-8: line {line} holds the byte 0x{content[error.start]:02X}"
        text = content.decode("utf-8-sig", errors="replace")
        at = len(content[: error.start].decode("utf-8-sig", errors="replace"))
        return _unreadable(name, reason, "save it as UTF-8", SourceFile(name, text), at)


def _unreadable(name: str, reason: str, help: str, source: SourceFile | None = None, at: int = 0) -> Fault:
    span = Span(source or SourceFile(name, ""), at, at + (source is not None))
    return Fault("SYN003", span, f"`{name}` cannot be read: {reason}", help)


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or directory"
    if isinstance(error, PermissionError):
        return "permission is denied"
    return getattr(error, "strerror", None) or "its name is not one that a file can have"
