"""Bad input on the command line: a finding at its place or one line of error, never a traceback or a hang."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

LIMIT = 60
"""Seconds that none of these may take, on a slow machine that has other things to do."""


def archlint(directory: Path, *arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
    """Runs archlint as people do, and sees that nothing of its own goes wrong."""
    done = subprocess.run(
        [sys.executable, "-m", "archlint", *arguments],
        cwd=directory,
        input=stdin,
        stdin=None if stdin is not None else subprocess.DEVNULL,
        capture_output=True,
        timeout=LIMIT,
        check=False,
    )
    shown = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in shown.stderr
    assert "internal error" not in shown.stderr
    return shown


def check(directory: Path, *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
    """The exit status, the findings as JSON tells them, and what was said beside."""
    done = archlint(directory, "check", *arguments, "--output-format", "json")
    models = json.loads(done.stdout)["models"] if done.stdout else []
    return done.returncode, [finding for model in models for finding in model["findings"]], done.stderr


def places(findings: list[dict[str, Any]], *families: str) -> list[tuple[str, str, int]]:
    """Code, file and line of the findings of some families."""
    return [
        (finding["code"], finding["path"], finding["line"])
        for finding in findings
        if finding["code"].startswith(families or ("SYN", "MOD001", "MOD002", "MOD003", "MOD007"))
    ]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a file that has one mistake, which must be found whatever else there is."""
    (tmp_path / "archlint.toml").write_text("")
    (tmp_path / "other.arch").write_text("product other\nprodct mistake\n")
    return tmp_path


OTHER = ("MOD001", "other.arch", 2)


def test_a_file_that_is_not_utf_8(project: Path) -> None:
    """The first byte that is not is shown where it is; the run exits 2 and the rest is checked."""
    (project / "latin.arch").write_bytes('product a\nproduct b "Größe"\n'.encode("latin-1"))
    status, findings, _ = check(project)
    assert status == 2
    assert places(findings) == [("SYN003", "latin.arch", 2), OTHER]
    assert next(found["column"] for found in findings if found["code"] == "SYN003") == 14


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-16-le"])
def test_another_encoding(project: Path, encoding: str) -> None:
    """Text in another encoding of Unicode is not read as though it were UTF-8."""
    (project / "wide.arch").write_bytes("product é\n".encode(encoding))
    status, findings, _ = check(project)
    assert status == 2
    assert {place[:2] for place in places(findings)} == {("SYN003", "wide.arch"), OTHER[:2]}


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b"# nothing\n", b"\r\n"])
def test_an_empty_file(project: Path, content: bytes) -> None:
    """Nothing is a model, too."""
    (project / "empty.arch").write_bytes(content)
    status, findings, _ = check(project)
    assert (status, places(findings)) == (1, [OTHER])
    assert check(project, "empty.arch")[0] == 0


@pytest.mark.parametrize("name", ["missing.arch", "no/such/directory", "other.arch/x", "a\nb.arch", "x" * 300])
def test_a_path_that_is_not_there(project: Path, name: str) -> None:
    """Is said in one line, beside what could be read, and exits 2."""
    status, findings, said = check(project, "other.arch", name)
    assert status == 2
    assert ("SYN003" in {finding["code"] for finding in findings} and OTHER in places(findings)) or len(
        said.splitlines()
    ) == 1


def test_a_named_pipe(project: Path) -> None:
    """Nobody waits for what may never come."""
    os.mkfifo(project / "pipe.arch")
    status, findings, _ = check(project)
    assert status == 2
    assert places(findings) == [OTHER, ("SYN003", "pipe.arch", 1)]


def test_a_directory_with_the_name_of_a_file(project: Path) -> None:
    """A directory is walked into, whatever its name."""
    (project / "folder.arch").mkdir()
    (project / "folder.arch" / "inner.arch").write_text("prodct a")
    assert places(check(project)[1]) == [("MOD001", "folder.arch/inner.arch", 1), OTHER]


def test_a_circle_of_links(project: Path) -> None:
    """Links that lead back do not lead on for ever."""
    (project / "loop").symlink_to(project, target_is_directory=True)
    (project / "self.arch").symlink_to(project / "self.arch")
    status, findings, _ = check(project)
    assert status == 2
    assert OTHER in places(findings)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(project: Path) -> None:
    """Is a finding, and the run exits 2."""
    (project / "closed.arch").write_text("product a")
    (project / "closed.arch").chmod(0)
    status, findings, _ = check(project)
    assert (status, places(findings)) == (2, [("SYN003", "closed.arch", 1), OTHER])


def test_a_file_over_the_limit(project: Path) -> None:
    """A file larger than the configuration allows is not read, and that is said."""
    (project / "archlint.toml").write_text("max-file-size = 100\n")
    (project / "large.arch").write_text("# " + "x" * 100)
    status, findings, _ = check(project)
    assert (status, places(findings)) == (2, [("SYN003", "large.arch", 1), OTHER])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('product a { description "' + "x" * 10_000_000 + '" }', []),
        ('product a { description "' + "x" * 10_000_000, ["SYN002", "SYN002"]),
        ("product " + "a" * 10_000_000, []),
        ("product a # " + "x" * 10_000_000, []),
        ("x" * 10_000_000, ["MOD001"]),
    ],
    ids=["string", "endless string", "name", "comment", "word"],
)
def test_a_line_of_ten_megabytes(project: Path, text: str, expected: list[str]) -> None:
    """Is read, and what is wrong in it is said in few words."""
    (project / "long.arch").write_text(text)
    done = archlint(project, "check", "long.arch", "other.arch", "--output-format", "concise", "--select", "SYN,MOD001")
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if "other.arch:2:1" in line]
    assert [code for code in expected if code in done.stdout] == expected
    assert max(map(len, done.stdout.splitlines())) < 1000


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000,
        "product a {" * 100_000,
        "system a {\n" * 100_000,
        "a {" * 100_000,
        "}" * 100_000,
        '"' * 100_000,
        "{\n" * 100_000,
    ],
    ids=["braces", "heads", "lines", "unknown heads", "closing", "quotes", "braces in lines"],
)
def test_a_hundred_thousand_braces(project: Path, text: str) -> None:
    """Are findings, no more than can be read, and the other file is still checked."""
    (project / "deep.arch").write_text(text)
    status, findings, _ = check(project)
    assert status == 1
    assert OTHER in places(findings)
    assert {"SYN001", "SYN002", "SYN004"} & {code for code, path, _ in places(findings) if path == "deep.arch"}
    assert len(findings) < 20_000


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "../../../../../../../../../../etc/passwd"])
def test_an_import_that_leads_out(project: Path, path: str) -> None:
    """Is refused at its place, and nothing of the file is told."""
    (project / "leads-out.arch").write_text(f'product a\nimport "{path}"\n')
    done = archlint(project, "check", "--output-format", "full")
    assert done.returncode == 1
    assert "root:" not in done.stdout + done.stderr
    assert places(check(project)[1]) == [("MOD007", "leads-out.arch", 2), OTHER]


def test_a_cycle_of_imports(project: Path) -> None:
    """Files that import each other are one model."""
    names = ["one", "two", "three"]
    for name, following in zip(names, [*names[1:], names[0]], strict=True):
        (project / f"{name}.arch").write_text(f'import "{following}.arch"\nproduct {name} {{ uses {following} }}\n')
    status, findings, _ = check(project, "one.arch", "other.arch")
    assert (status, places(findings)) == (1, [OTHER])


TITLES = {
    "escapes": r'"\u{1B}[31mred\u{1B}[0m \u{7}"',
    "raw escapes": '"\x1b[31mred\x1b[0m\x07"',
    "direction": '"\u202egnp.exe\u2066"',
    "quotes": r'"he said \"no\""',
    "markup": '"<b>bold</b><script>alert(1)</script> & ]]> <!--"',
    "line": r'"one\ntwo\r"'.replace(r"\r", ""),
    "commands": r'"::error file=x::y %0A"',
    "backslash": r'"ends with \\"',
    "formats": '"{0} %s $HOME `id` {{x}}"',
}


@pytest.mark.parametrize("output", ["full", "concise", "json"])
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES.keys())
def test_titles_are_never_markup(project: Path, title: str, output: str) -> None:
    """No control or bidirectional character of a model reaches the terminal, and each finding is at its place."""
    (project / "title.arch").write_text(
        f"product a {title} {{ uses b }}\nproduct b {title} {{ uses a }}\nprodct {title}\n"
    )
    done = archlint(project, "check", "--output-format", output, "--select", "MOD001,INT105")
    assert done.returncode == 1
    assert not [char for char in done.stdout if ord(char) < 32 and char != "\n"]
    assert not [char for char in done.stdout if char in "\u202e\u2066\x7f\x9b"]
    if output == "json":
        found = json.loads(done.stdout)["models"][0]["findings"]
        assert places(found, "MOD001", "INT") == [OTHER, ("INT105", "title.arch", 2), ("MOD001", "title.arch", 3)]


def test_a_trailing_backslash(project: Path) -> None:
    """A backslash before the last quote takes it for its own: one finding, with what to write instead."""
    (project / "title.arch").write_text('product a "Title\\" {\n  phase live\n}\nproduct b { uses a }\n')
    _, findings, _ = check(project)
    assert places(findings) == [OTHER, ("SYN002", "title.arch", 1)]
    assert "\\\\" in next(found["help"] for found in findings if found["code"] == "SYN002")


def test_standard_input(project: Path) -> None:
    """What comes by a pipe is no better trusted."""
    for content, status in ((b"product a", 0), (b"prodct a", 1), (b"product \xe9", 2), (b"", 0), (b"{" * 1000, 1)):
        done = archlint(project, "check", "-", "--stdin-filename", "piped.arch", stdin=content)
        assert done.returncode == status, content


def test_nothing_to_lint(tmp_path: Path) -> None:
    """An empty directory is an error in one line, unless it is said that it may be."""
    done = archlint(tmp_path, "check")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
    assert archlint(tmp_path, "check", "--allow-no-files").returncode == 0


@pytest.mark.parametrize(
    "content",
    [
        "[",
        "profile = 3",
        "zzz = 1",
        "max-depth = 100000",
        'select = ["ZZZ"]',
        "\0",
        "[rules.zzz]\na = 1",
        "[models]\nx = 1",
    ],
)
def test_bad_configuration(project: Path, content: str) -> None:
    """Is said in few lines and exits 2."""
    (project / "archlint.toml").write_text(content)
    done = archlint(project, "check")
    assert done.returncode == 2
    assert 1 <= len(done.stderr.splitlines()) <= 3
    assert done.stdout == ""


def test_mistakes_of_many_kinds_leave_the_rest(project: Path) -> None:
    """A directory of bad files yields what is wrong with each, in order, and exits 2 for the unreadable ones."""
    (project / "a.arch").write_bytes(b"\xff")
    (project / "b.arch").write_text("product {")
    (project / "c.arch").write_text('import "zzz.arch"')
    (project / "d.arch").write_text("product d { uses other }")
    status, findings, _ = check(project)
    assert status == 2
    assert [place[:2] for place in places(findings)] == [
        ("SYN003", "a.arch"), ("MOD002", "b.arch"), ("SYN002", "b.arch"), ("MOD007", "c.arch"),
        ("MOD001", "other.arch"),
    ]  # fmt: skip
