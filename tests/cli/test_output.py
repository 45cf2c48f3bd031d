"""Where output goes: files whole, links followed, devices and pipes written to and left what they are."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from archlint.cli.output import write_whole


def test_a_link_is_followed(tmp_path: Path) -> None:
    """What a link points at is written, and the link stays a link."""
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_rights_are_kept(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    file = tmp_path / "file"
    file.write_bytes(b"old")
    file.chmod(0o600)
    write_whole(file, b"new")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_pipe_gets_the_content_and_stays_a_pipe(tmp_path: Path) -> None:
    """Whoever reads at the other end gets everything."""
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, b"content")
    reader.join(5)
    assert read == [b"content"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_stays_a_device() -> None:
    """The null device takes what is written and is one afterwards."""
    null = Path(os.devnull)
    before = null.stat()
    if not stat.S_ISCHR(before.st_mode):
        pytest.fail("the null device of this machine is none")
    write_whole(null, b"content")
    assert stat.S_ISCHR(null.stat().st_mode)
    assert null.stat().st_rdev == before.st_rdev


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    """Nothing is half written, and no temporary file stays behind."""
    import typer

    with pytest.raises(typer.Exit):
        write_whole(tmp_path / "missing" / "file", b"content")
    assert list(tmp_path.iterdir()) == []
