"""A cache that somebody else has written into makes no difference to what is said."""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archlint import cache_folder
from archlint.cache_folder import FOLDER, CacheFolder
from tests.cache.told import afresh, with_cache

CIRCLE = 'import "std"\nproduct a { uses b }\nproduct b { uses a }\n'
TOML = '[severity]\n"dependency-cycle" = "warning"\n'


@pytest.fixture
def warm(project: Path) -> Path:
    """A project with a cache, in which every sort of entry is."""
    (project / "m.arch").write_text(CIRCLE)
    (project / "archlint.toml").write_text(TOML)
    with_cache(project)
    kinds = {path.name.partition("-")[0] for path in (project / FOLDER).glob("*.json")}
    assert kinds == {"run", "settings", "tree"}
    return project


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _random(path: Path) -> None:
    path.write_bytes(random.Random(7).randbytes(400))


def _one_digit_changed(path: Path) -> None:
    """The seal holds not only that it is JSON, but which."""
    content = path.read_bytes()
    seal, _, rest = content.partition(b"\n")
    digit = next(at for at, byte in enumerate(rest) if chr(byte) in "12345678")
    path.write_bytes(seal + b"\n" + rest[:digit] + b"9" + rest[digit + 1 :])


def _foreign_json(path: Path) -> None:
    path.write_text(json.dumps({"answers": [], "sources": [], "verdict": ["x", [], 0, 0, [], [], []]}))


def _a_seal_of_its_own(path: Path) -> None:
    """Whoever knows how seals are made, but not the folder, cannot make one."""
    content = json.dumps({"answers": [], "sources": [], "verdict": ["x", [], 0, 0, [], [], []]}).encode()
    path.write_bytes(cache_folder.digest(b"None\n" + content).encode() + b"\n" + content)


def _deep(path: Path) -> None:
    path.write_bytes(b"[" * 200_000)


def _linked(path: Path) -> None:
    content = path.read_bytes()
    path.unlink()
    elsewhere = path.parent.parent / f"kept-{path.name}"
    elsewhere.write_bytes(content)
    path.symlink_to(elsewhere)


def _in_a_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _a_directory(path: Path) -> None:
    path.unlink()
    (path / "in it").mkdir(parents=True)


def _a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


SPOILT = [
    _truncated, _emptied, _random, _one_digit_changed, _foreign_json, _a_seal_of_its_own, _deep, _linked,
    _in_a_circle, _a_directory, _a_pipe,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__.strip("_"))
def test_spoilt_entries_make_no_difference(warm: Path, spoil: Callable[[Path], None]) -> None:
    """Whatever every entry is turned into, what is said is what is there, now and the next time."""
    expected = afresh(warm)
    for entry in list((warm / FOLDER).glob("*.json")):
        spoil(entry)
    assert with_cache(warm) == expected
    assert with_cache(warm) == expected


def test_entries_of_another_version_are_passed_over(warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another archlint or another Python has kept counts for nothing."""
    name = "settings x"
    CacheFolder(warm / FOLDER).put(name, 1)
    assert CacheFolder(warm / FOLDER).get(name) == 1
    monkeypatch.setattr(cache_folder, "_program", lambda: "archlint 99")
    assert CacheFolder(warm / FOLDER).get(name) is None


def test_an_entry_counts_under_its_own_name_only(warm: Path) -> None:
    """Who swaps two entries gains nothing."""
    cache = CacheFolder(warm / FOLDER)
    cache.put("run one", "guilty")
    cache.put("run two", "innocent")
    one, two = (warm / FOLDER / cache_folder._file_name(name) for name in ("run one", "run two"))
    two.replace(one)
    assert CacheFolder(warm / FOLDER).get("run one") is None


def test_a_cache_that_came_along_is_not_believed(warm: Path) -> None:
    """A clone, a copy or an archive brings entries with it, but not the folder in which they were written."""
    CacheFolder(warm / FOLDER).put("run x", "all is well")
    shutil.move(warm / FOLDER, warm / "away")
    shutil.copytree(warm / "away", warm / FOLDER, symlinks=True)
    assert CacheFolder(warm / FOLDER).get("run x") is None
    assert with_cache(warm) == afresh(warm)


@pytest.mark.parametrize(
    "what", ["a file", "a link", "a link to nowhere", "a folder without a tag that may be written"]
)
def test_a_folder_that_is_none_is_left_alone(project: Path, what: str) -> None:
    """Nothing is written through a link, and a run without a cache is a run."""
    (project / "m.arch").write_text(CIRCLE)
    elsewhere = project.parent / "elsewhere"
    place = project / FOLDER
    if what == "a file":
        place.write_text("mine")
    elif what == "a link":
        elsewhere.mkdir()
        place.symlink_to(elsewhere)
    elif what == "a link to nowhere":
        place.symlink_to(elsewhere)
    else:
        (place / "CACHEDIR.TAG").mkdir(parents=True)
    expected = afresh(project)
    assert [with_cache(project), with_cache(project)] == [expected, expected]
    assert not elsewhere.exists() or not [path for path in elsewhere.iterdir() if path.suffix == ".json"]
    assert CacheFolder(place).clear() is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write wherever it likes")
def test_a_folder_that_may_not_be_written_is_no_cache(project: Path) -> None:
    """A project on a read-only disk is linted as any other."""
    (project / "m.arch").write_text(CIRCLE)
    project.chmod(0o555)
    try:
        assert with_cache(project) == afresh(project)
    finally:
        project.chmod(0o755)
    assert not (project / FOLDER).exists()


def test_a_disk_without_room_is_no_cache(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be written is not kept, and nothing half is left."""
    (project / "m.arch").write_text(CIRCLE)
    expected = afresh(project)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert with_cache(project) == expected
    assert [path.name for path in (project / FOLDER).iterdir() if "part" in path.name] == []
