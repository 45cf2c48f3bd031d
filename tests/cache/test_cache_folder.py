"""The folder of a cache: what is in it, how large it grows, and how it goes."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from archlint.cache_folder import FOLDER, CacheFolder


def test_what_is_put_is_got(tmp_path: Path) -> None:
    """A value of JSON comes back, for who asks for its name only."""
    cache = CacheFolder(tmp_path / FOLDER)
    assert cache.get("run a") is None
    cache.put("run a", {"x": [1, "ü\udc80", None, True]})
    assert CacheFolder(tmp_path / FOLDER).get("run a") == {"x": [1, "ü\udc80", None, True]}
    assert CacheFolder(tmp_path / FOLDER).get("run b") is None


def test_what_json_cannot_hold_is_not_kept(tmp_path: Path) -> None:
    """A value of another sort is as though it had not been put."""
    cache = CacheFolder(tmp_path / FOLDER)
    cache.put("run a", {"x": tmp_path})
    assert cache.get("run a") is None


def test_version_control_and_backups_pass_it_over(tmp_path: Path) -> None:
    """It has an ignore file of its own, and the tag that backup programs know."""
    CacheFolder(tmp_path / FOLDER).put("run a", 1)
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
    assert (tmp_path / FOLDER / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


def test_it_stays_below_a_size(tmp_path: Path) -> None:
    """What was not used for longest goes first, and nothing before the size is reached."""
    cache = CacheFolder(tmp_path / FOLDER)
    for number in range(10):
        cache.put(f"run {number}", "x" * 1000)
        for path in (tmp_path / FOLDER).glob("run-*.json"):
            status = path.stat()
            os.utime(path, (status.st_atime, status.st_mtime - 10))
    assert cache.get("run 0") is not None
    cache.tidy(100_000)
    assert all(cache.get(f"run {number}") for number in range(10))
    time.sleep(0.01)
    cache.get("run 0")
    cache.tidy(3500)
    assert cache.get("run 0") is not None
    assert sum(cache.get(f"run {number}") is not None for number in range(10)) == 3


def test_what_a_killed_run_left_goes(tmp_path: Path) -> None:
    """A file that is being written for hours is nobody's any more; one that is new is somebody's."""
    cache = CacheFolder(tmp_path / FOLDER)
    cache.put("run a", 1)
    old, new = (tmp_path / FOLDER / f"run-{name}.1-1.json.part" for name in ("old", "new"))
    old.touch()
    new.touch()
    os.utime(old, (0, 0))
    cache.tidy()
    assert (old.exists(), new.exists(), cache.get("run a")) == (False, True, 1)


def test_it_is_cleared_with_what_is_its_own(tmp_path: Path) -> None:
    """The folder goes; somebody else's file in it stays, and so does the folder then."""
    place = tmp_path / FOLDER
    CacheFolder(place).put("run a", 1)
    found = CacheFolder(place).clear()
    assert found is not None
    assert found[0] == 1
    assert not place.exists()
    assert CacheFolder(place).clear() is None
    CacheFolder(place).put("run a", 1)
    (place / "notes.txt").write_text("mine")
    CacheFolder(place).clear()
    assert [path.name for path in place.iterdir()] == ["notes.txt"]


def test_a_folder_of_somebody_else_is_not_cleared(tmp_path: Path) -> None:
    """Without the tag of a cache nothing is removed, whatever it is called."""
    (tmp_path / "precious.json").write_text("{}")
    assert CacheFolder(tmp_path).clear() is None
    assert (tmp_path / "precious.json").exists()


def test_many_may_write_at_once(tmp_path: Path) -> None:
    """Whoever reads meanwhile gets a whole value or none."""

    def work(number: int) -> set[object]:
        cache = CacheFolder(tmp_path / FOLDER)
        cache.put("run a", [number] * 1000)
        found = CacheFolder(tmp_path / FOLDER).get("run a")
        return {None} if found is None else {len(found), len(set(found))}

    with ThreadPoolExecutor(8) as pool:
        seen = set().union(*pool.map(work, range(200)))
    assert seen <= {1000, 1, None}
    CacheFolder(tmp_path / FOLDER).put("run a", "last")
    assert CacheFolder(tmp_path / FOLDER).get("run a") == "last"
