"""The engines: which one draws, and what happens when one does not."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from archlint.diagrams import render as module
from archlint.diagrams.render import Engine, RenderError, render

DOT = "digraph { a [class=element] b [class=element] a -> b [class=line] }"


@pytest.mark.parametrize(
    ("form", "begins"), [("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF-"), ("dot", b"digraph")]
)
def test_every_format_comes_from_every_engine(engine: str, form: str, begins: bytes) -> None:
    """SVG, PNG, PDF and DOT come from the `dot` on the path and from the embedded engine alike."""
    assert render(DOT, form).content.startswith(begins)


def test_says_which_engine_drew(engine: str) -> None:
    """The name of the engine tells the two apart, and gives a version."""
    name = render(DOT, "svg").engine
    assert name.split()[0] == {"embedded": "graphviz-pure", "dot": "dot"}[engine]
    assert any(character.isdigit() for character in name)


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_the_same_text_gives_the_same_bytes(embedded: None, form: str) -> None:
    """A picture drawn twice by the embedded engine is the same to the byte."""
    assert render(DOT, form).content == render(DOT, form).content


def test_text_that_is_no_dot_is_an_error_that_says_why(engine: str) -> None:
    """What the engine says about broken text is in the error."""
    with pytest.raises(RenderError, match=r"failed: .*syntax error"):
        render("digraph { a -> ", "svg")


def test_a_lost_line_is_an_error(engine: str) -> None:
    """An engine that draws fewer lines than there are has not drawn the picture."""
    with pytest.raises(RenderError, match="drew 1 of 2 lines"):
        render(DOT, "png", edges=2)


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for `dot` is a shell script")
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exec sleep 60", "took longer than 0.3 s"),
        ("echo no luck >&2; exit 3", "failed: no luck"),
        ("exit 4", "it gave no reason"),
    ],
)
def test_a_dot_that_fails_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, reason: str
) -> None:
    """A `dot` that hangs or fails does not stop the picture: the embedded engine draws it, and the reason is kept."""
    dot = tmp_path / "dot"
    dot.write_text(f"#!/bin/sh\ncase $1 in -V) echo version 1.2.3; exit;; esac\n{script}\n")
    dot.chmod(dot.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    drawn = render(DOT, "svg", seconds=0.3)
    assert drawn.engine.startswith("graphviz-pure")
    assert len(drawn.passed_over) == 1
    assert drawn.passed_over[0].startswith("dot 1.2.3")
    assert reason in drawn.passed_over[0]


def test_without_any_engine_the_error_says_so(embedded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without Graphviz and without the embedded engine gets a reason, not a traceback."""
    monkeypatch.setattr(module, "_embedded", lambda: None)
    with pytest.raises(RenderError, match="no `dot` on the path"):
        render(DOT, "svg")


@pytest.mark.skipif(os.name == "nt", reason="any file can be executed")
def test_an_engine_that_cannot_be_started_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An executable that is gone, or is none, gives a reason and no traceback."""
    for executable in (tmp_path / "gone", tmp_path):
        monkeypatch.setattr(module, "_embedded", lambda executable=executable: Engine("it", executable, True))
        with pytest.raises(RenderError, match="it could not be started: "):
            render(DOT, "svg", engine="embedded")


def test_an_engine_can_be_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The embedded engine draws when it is asked for, whatever is on the path; a missing one is an error."""
    assert render(DOT, "svg", engine="embedded").engine.startswith("graphviz-pure")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RenderError, match=r"there is no `dot` on the path$"):
        render(DOT, "svg", engine="dot")


def test_the_text_reaches_no_shell(embedded: None, tmp_path: Path) -> None:
    """What looks like a command in a label is a label."""
    victim = tmp_path / "victim"
    render(f'digraph {{ a [label="$(touch {victim})`touch {victim}`;touch {victim}"] }}', "svg")
    assert not victim.exists()
