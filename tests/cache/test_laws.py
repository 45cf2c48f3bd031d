"""After whatever has been done to a project, a run with its cache says what a run without it says."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cache.told import afresh, with_cache

NAMES = ("a.arch", "b.arch", "sub/c.arch", ".hidden/d.arch", "../common/e.arch", "notes.txt")
TEXTS = (
    b"product a { uses b }\n",
    b"product b { uses a }\n",
    b'import "std"\nimport "sub"\nplatform b { interface i { standard json-schema } }\n',
    b'import "../common/e.arch"\nimport "b.arch"\nproduct a { uses e; allow rule-of-three because "so" }\n',
    b'import "../../common"\nplateau now { at 2014 }\nplateau then { at 2016 }\nlegacy e { until 2015 }\n',
    b"product broken {\n",
    b"product a { usess b }\n",
    b"\xff\xfe",
    b"",
    'product ä "Ä" # nothing\r\n'.encode(),
)
CONFIGURATIONS = (
    b"", b'import-roots = [".."]\n', b'ignore = ["INT"]\n', b'profile = "all"\n', b"nonsense = 1\n",
    b'[severity]\n"unknown-name" = "info"\n', b"[rules.rule-of-three]\nminimum = 2\n", b"max-depth = 1\n",
    b"max-file-size = 40\n",
)  # fmt: skip

NAME, TEXT = st.sampled_from(NAMES), st.sampled_from(TEXTS)
EDITS = st.one_of(
    st.tuples(st.just("write"), NAME, TEXT),
    st.tuples(st.just("remove"), NAME, st.none()),
    st.tuples(st.just("rename"), NAME, NAME),
    st.tuples(st.just("link"), NAME, NAME),
    st.tuples(st.just("configure"), st.just(""), st.sampled_from(CONFIGURATIONS)),
    st.tuples(st.just("run"), st.just(""), st.none()),
)


def _write(project: Path, name: str, content: bytes) -> None:
    path = project / name
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def _rename(project: Path, name: str, other: str) -> None:
    if (project / name).exists():
        (project / name).replace(project / other)


def _link(project: Path, name: str, other: str) -> None:
    (project / name).unlink(missing_ok=True)
    (project / name).symlink_to(project / other)


EDITORS: dict[str, Callable[..., object]] = {
    "write": _write,
    "remove": lambda project, name, _: (project / name).unlink(missing_ok=True),
    "rename": _rename,
    "link": _link,
    "configure": lambda project, _, content: (project / "archlint.toml").write_bytes(content),
    "run": lambda project, *_: with_cache(project),
}


@given(st.lists(EDITS, min_size=1, max_size=12))
@settings(max_examples=60 if settings.default and settings.default.max_examples < 100 else 600)
def test_a_run_with_the_cache_says_what_one_without_says(edits: list[tuple[str, str, object]]) -> None:
    """Files written, removed, renamed and linked, configurations changed, runs in between: nothing shows."""
    here, kept = Path.cwd(), os.environ.pop("ARCHLINT_NO_CACHE", None)
    root = Path(tempfile.mkdtemp())
    project = root / "project"
    for folder in (project / ".git", project / "sub", project / ".hidden", root / "common"):
        folder.mkdir(parents=True)
    try:
        os.chdir(project)
        for kind, name, argument in edits:
            EDITORS[kind](project, name, argument)
        expected = afresh(project)
        assert with_cache(project) == expected
        assert with_cache(project) == expected
    finally:
        os.chdir(here)
        shutil.rmtree(root)
        if kept is not None:
            os.environ["ARCHLINT_NO_CACHE"] = kept
