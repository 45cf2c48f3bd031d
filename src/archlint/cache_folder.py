"""`.archlint_cache`: what earlier runs found out, as JSON in a folder that anybody may have written into.

An entry counts only where this archlint wrote it, in this very folder. Its first line is a digest of the rest, of
its name, of the program and of the folder's tag as the file system knows it: number and time of change of that file
are nothing that a clone, an archive or a colleague can bring along. Whatever is not so is passed over, as are
folders that cannot be written to: a cache makes runs faster, and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

import archlint

__all__ = ["FOLDER", "MOST_BYTES", "CacheFolder", "cache_beside", "digest", "place_beside"]

FOLDER = ".archlint_cache"
MOST_BYTES = 256 * 1024 * 1024
"""How much a cache may hold; beyond, what was not used for longest goes."""

_TAG = "CACHEDIR.TAG"
_IGNORE = ".gitignore"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55"
_ABOUT = f"{_SIGNATURE}\n# Made by archlint, which can do without; `archlint clean` removes it.\n"
_LONGEST_WRITE = 3600.0
"""Seconds after which a file that is still being written belongs to a run that was killed."""
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def cache_beside(folder: Path) -> CacheFolder | None:
    """The cache of the project that has its configuration in a folder; None where ARCHLINT_NO_CACHE says that there
    is to be none."""
    return None if os.environ.get("ARCHLINT_NO_CACHE") else CacheFolder(place_beside(folder))


def place_beside(folder: Path) -> Path:
    """Where the cache of the project is that has its configuration in a folder: there, or where ARCHLINT_CACHE_DIR
    says."""
    elsewhere = os.environ.get("ARCHLINT_CACHE_DIR")
    return Path(elsewhere) if elsewhere else folder / FOLDER


def digest(content: bytes) -> str:
    """What stands for a content: the same for the same bytes only."""
    return hashlib.sha256(content).hexdigest()


class CacheFolder:
    """The entries of a cache, by name. Nothing here raises: what cannot be read or written is as though it
    were not there."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._written = False

    def get(self, name: str) -> Any:
        """What was kept under a name; None where that is nothing, or nothing to be trusted."""
        path = self.place / _file_name(name)
        try:
            seal, _, content = _content(path).partition(b"\n")
            if self._binding is None or seal.decode() != self._seal(name, content):
                return None
            os.utime(path)
            return json.loads(content)
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, name: str, value: Any) -> None:
        """Keeps a value of JSON under a name, whole or not at all."""
        try:
            if not self._written:
                self._make()
            content = json.dumps(value, separators=(",", ":")).encode()
            _replace(self.place / _file_name(name), self._seal(name, content).encode() + b"\n" + content)
        except (OSError, TypeError, ValueError, RecursionError):
            return

    def tidy(self, most: int = MOST_BYTES) -> None:
        """After a run that kept something: removes what was not used for longest, and what killed runs left."""
        if not self._written:
            return
        entries = sorted(self._entries(), key=lambda entry: entry[1].st_mtime, reverse=True)
        held = 0
        for path, status in entries:
            held += status.st_size
            unfinished = path.suffix != ".json" and status.st_mtime < time.time() - _LONGEST_WRITE
            if held > most or unfinished:
                _remove(path)

    def clear(self) -> tuple[int, int] | None:
        """Removes what archlint made there, and the folder if it is empty then: how many entries that were and how
        many bytes; None where there is no folder of archlint's."""
        if not self.place.is_dir() or self.place.is_symlink() or not _signed(self.place / _TAG):
            return None
        entries = list(self._entries())
        removed = [(path, status) for path, status in entries if _remove(path)]
        _remove(self.place / _IGNORE)
        _remove(self.place / _TAG)
        with suppress(OSError):  # raised where something of somebody else's is in it
            self.place.rmdir()
        return len(removed), sum(status.st_size for _, status in removed)

    @cached_property
    def _binding(self) -> str | None:
        """What an entry must have been written with: this program, in this folder."""
        try:
            folder, tag = self.place.lstat(), (self.place / _TAG).lstat()
        except OSError:
            return None
        if not stat.S_ISDIR(folder.st_mode) or not stat.S_ISREG(tag.st_mode):
            return None
        return f"{_program()} {tag.st_dev} {tag.st_ino} {tag.st_ctime_ns}"

    def _seal(self, name: str, content: bytes) -> str:
        return digest(f"{self._binding}\n{name}\n".encode() + content)

    def _make(self) -> None:
        """Makes the folder; raises OSError where that cannot be or what is there is no folder of its own."""
        self.place.mkdir(parents=True, exist_ok=True)
        for name, text in ((_IGNORE, "*\n"), (_TAG, _ABOUT)):
            try:
                with (self.place / name).open("x", encoding="utf-8") as file:
                    file.write(text)
            except FileExistsError:
                continue
        self.__dict__.pop("_binding", None)
        if self._binding is None:
            raise NotADirectoryError(self.place)
        self._written = True

    def _entries(self) -> Iterator[tuple[Path, os.stat_result]]:
        """The files that bear such names as entries have, and what is still being written."""
        try:
            names = os.listdir(self.place)  # noqa: PTH208  # names are all that is wanted
        except OSError:
            return
        for name in names:
            if name.endswith((".json", ".json.part")):
                path = self.place / name
                try:
                    yield path, path.lstat()
                except OSError:
                    continue


def _file_name(name: str) -> str:
    kind, _, _ = name.partition(" ")
    return f"{kind}-{digest(name.encode())[:32]}.json"


def _content(path: Path) -> bytes:
    """What is in a file; raises OSError where it is none: neither links nor pipes are followed."""
    with os.fdopen(os.open(path, _READ), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise IsADirectoryError(path)
        return file.read()


def _replace(path: Path, content: bytes) -> None:
    part = path.with_name(f"{path.stem}.{os.getpid()}-{time.monotonic_ns()}.json.part")
    try:
        with part.open("xb") as file:
            file.write(content)
        part.replace(path)
    except BaseException:
        _remove(part)
        raise


def _remove(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True


def _signed(tag: Path) -> bool:
    try:
        return _content(tag).startswith(_SIGNATURE.encode())
    except OSError:
        return False


def _program() -> str:
    """What runs: archlint and Python, and when archlint was installed, for not every installation has a version of its
    own; where it is being worked on, the state of its files."""
    root = Path(archlint.__file__).parent
    at_work = root.parent.name == "src"
    state = sorted(_changes(str(root))) if at_work else Path(__file__).stat().st_ctime_ns
    return f"{archlint.__version__} {sys.version} {digest(repr(state).encode())}"


def _changes(folder: str) -> Iterator[tuple[str, int]]:
    """When each file that is part of a program in a folder was changed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _changes(entry.path)
            elif entry.name.endswith((".py", ".arch")):
                yield entry.path, entry.stat().st_mtime_ns
