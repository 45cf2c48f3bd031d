"""`archlint report` and `archlint serve`."""

from __future__ import annotations

import http.client
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.running import archlint

ROOT = Path(__file__).resolve().parents[2]
MODEL = 'product shop "Shop" { uses till via https }\nproduct till "Till"\nimport "std"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a model."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "model.arch").write_text(MODEL)
    return tmp_path


def test_one_file_is_written(folder: Path) -> None:
    """Without a word of where, the page is `report.html`; a hyphen is standard output."""
    run = archlint("report", "model.arch", folder=folder)
    assert (run.returncode, run.stdout) == (0, "")
    assert "wrote report.html" in run.stderr
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert archlint("report", "model.arch", "--output", "-", folder=folder).stdout == page


def test_the_page_is_an_output_of_check_too(folder: Path) -> None:
    """`--output-format html:FILE` writes it beside whatever else is asked for."""
    (folder / "model.arch").write_text(MODEL + "product lost\n")
    run = archlint("check", "--output-format", "html:page.html", "--output-format", "concise", folder=folder)
    assert "MOD010" in run.stdout
    assert "MOD010" in (folder / "page.html").read_text(encoding="utf-8")


def test_one_model_at_a_time(folder: Path) -> None:
    """Where the configuration names several models, the message asks for one."""
    (folder / "archlint.toml").write_text('[models]\na = ["model.arch"]\nb = ["model.arch"]\n')
    for command in (("report",), ("check", "--output-format", "html:x.html")):
        run = archlint(*command, folder=folder)
        assert run.returncode == 2
        assert "one model" in run.stderr
    assert not (folder / "x.html").exists()


def test_what_cannot_be_read_is_told_and_is_no_success(folder: Path) -> None:
    """A page of what could be read is written, and the exit status is 2."""
    (folder / "bad.arch").write_bytes(b"\xff")
    run = archlint("report", ".", folder=folder)
    assert run.returncode == 2
    assert "not UTF-8" in run.stderr
    assert (folder / "report.html").exists()


def test_the_whole_of_government_fits_a_page() -> None:
    """The largest model of this repository makes a page of less than 3 MB."""
    page = archlint("report", "models/government", "--output", "-", folder=ROOT).stdout
    assert 100_000 < len(page.encode()) < 3_000_000


@pytest.fixture
def server(folder: Path) -> Iterator[int]:
    """The port of a server that shows the model."""
    command = [sys.executable, "-m", "archlint", "serve", "model.arch"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "serving on http://127.0.0.1:" in line
        reading = Thread(target=process.stderr.read)
        reading.start()
        try:
            yield int(line.rsplit(":", 1)[1].strip(" /\n"))
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 130
        finally:
            process.kill()
            reading.join(timeout=20)


def asked(port: int, path: str = "/", **headers: str) -> tuple[int, str, dict[str, str]]:
    """The answer of a server: status, text and headers."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), dict(answer.getheaders())


def shown(port: int, words: str) -> str:
    """The page, once it holds some words."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        _, page, _ = asked(port)
        if words in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"the page never held {words}")


def test_a_saved_change_is_shown(server: int, folder: Path) -> None:
    """Whoever waits for another page is told when a file is saved, and a broken one ends nothing."""
    shown(server, "Shop")
    answers: list[int] = []
    waiting = Thread(target=lambda: answers.append(asked(server, "/changes/1")[0]))
    waiting.start()
    (folder / "model.arch").write_text(MODEL.replace("Shop", "Market"))
    waiting.join(timeout=30)
    assert answers == [205]
    shown(server, "Market")
    (folder / "model.arch").write_text("product {{{")
    (folder / "model.arch").write_text(MODEL.replace("Shop", "Bazaar"))
    shown(server, "Bazaar")


def test_no_other_origin_can_read_the_page(server: int) -> None:
    """Neither a page of another origin nor a name that somebody lets lead to this machine gets an answer; the page may
    not be framed, and may ask only its own server."""
    shown(server, "Shop")
    assert asked(server, Host=f"evil.example:{server}")[0] == 403
    assert asked(server, Origin="http://evil.example")[0] == 403
    assert asked(server, **{"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert asked(server, "/../../etc/passwd")[0] == 404
    status, _, headers = asked(server, Host=f"localhost:{server}")
    assert status == 200
    assert "Access-Control-Allow-Origin" not in headers
    assert "connect-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_only_this_machine_is_served(server: int) -> None:
    """Nobody listens but on the loopback interface."""
    table = Path("/proc/net/tcp")
    if not table.exists():
        pytest.skip("this system has no table of who listens where")
    listening = [line.split()[1] for line in table.read_text().splitlines()[1:] if line.split()[3] == "0A"]
    assert [one for one in listening if one.endswith(f":{server:04X}")] == [f"0100007F:{server:04X}"]


def test_a_port_that_is_taken_is_said(server: int, folder: Path) -> None:
    """The message names the port."""
    run = archlint("serve", "model.arch", "--port", str(server), folder=folder)
    assert run.returncode == 2
    assert f"port {server}" in run.stderr
