"""Whatever the text: findings, and nothing else, and soon."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.configuration import Settings
from archlint.language.pieces import Pieces
from archlint.language.reader import decode
from archlint.language.recovery import Recovery
from archlint.language.schema import words_in
from archlint.linter import Subject, lint
from archlint.report import Report
from archlint.source import SourceFile
from tests.language.mistakes import blocks, whole

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "models").rglob("*.arch"), ROOT / "tests" / "language" / "whole.arch"])
KEYWORDS = sorted(words_in("extend") | words_in("top"))
SECONDS = 10
"""More than any of these small texts may take on a slow and busy machine."""

many = settings(max_examples=settings().max_examples * 5)
MARKS = ["{", "}", "{", "}", "\n", "\n", "\n  ", "\n    ", ";", ",", " ", " ", "\r\n", "\r", "\t", "=", ".", "-", "\\"]
STRINGS = ['"', '"""', '"a b"', "# x", "\ufeff", "\0", "é"]
CLAUSES = ["from", "to", "via", "for", "as", "master", "replica", "of", "since", "until", "because"]
WORDS = ["a", "b", "a.b", "2014", "2014-10", "12.5m", "GBP", *CLAUSES]
TOKENS = st.sampled_from([*KEYWORDS, *MARKS, *STRINGS, *WORDS])


def judged(*texts: str) -> Report:
    """The report on texts, after seeing that it came in time and that everything in it can be shown."""
    begun = time.monotonic()
    sources = tuple(SourceFile(f"model-{number}.arch", text) for number, text in enumerate(texts))
    report = lint(Subject("model", (), sources), Settings(ROOT / "tests", profile="all"))
    assert time.monotonic() - begun < SECONDS
    for found in report.findings:
        for span in (found.span, *(label.span for label in found.related)):
            assert 0 <= span.start <= span.end <= len(span.source.text)
            assert span.begin <= span.finish
        assert found.message
        assert found.fingerprint
    return report


@many
@given(st.text())
def test_random_text(text: str) -> None:
    """Characters of any kind."""
    judged(text)


@many
@given(st.lists(TOKENS, max_size=60).map("".join))
def test_random_tokens(text: str) -> None:
    """What the language is made of, in any order."""
    judged(text)


@given(st.lists(st.lists(TOKENS, max_size=25).map(" ".join), min_size=2, max_size=4))
def test_random_files(texts: list[str]) -> None:
    """Several such files are one model."""
    judged(*texts)


@given(st.binary(max_size=200))
def test_random_bytes(content: bytes) -> None:
    """Bytes are a text or one fault that says where they are none."""
    decoded = decode("a.arch", content)
    if isinstance(decoded, SourceFile):
        judged(decoded.text)
    else:
        assert decoded.code == "SYN003"
        assert decoded.span.start <= len(decoded.span.source.text)


@many
@given(st.lists(TOKENS, max_size=60).map("".join))
def test_a_mended_text_is_well_formed(text: str) -> None:
    """After recovery blocks open and close, in order, and every piece stands where it was written."""
    source = SourceFile("a.arch", text)
    depth, last = 0, 0
    for token in Recovery(source, 5).mend():
        depth += (token.type == "HEAD") - (token.type == "CLOSE")
        assert 0 <= depth <= 5
        assert last <= (token.start_pos or 0) <= len(text)
        last = token.start_pos or 0
    assert depth == 0


@given(st.lists(TOKENS, max_size=60).map("".join))
def test_pieces_leave_nothing_out(text: str) -> None:
    """Between the pieces of a text stand only white space, `;` and comments."""
    pieces, at, left = Pieces(SourceFile("a.arch", text)), 0, []
    while piece := pieces.after(at):
        left.append(text[at : piece.start])
        at = piece.end
    left.append(text[at:])
    assert not re.sub(r"#[^\n]*|[ \t\r\n;]", "", "\n".join(left))


def words_of(text: str) -> list[str]:
    """The words of a text, each with the space after it."""
    return re.split(r"(?<=\s)", text)


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends."""
    return text.splitlines(keepends=True)


@st.composite
def mutations(draw: st.DrawFn, text: str) -> str:
    """A text with some characters or lines left out, doubled, swapped or put in."""
    for _ in range(draw(st.integers(1, 4))):
        unit = draw(st.sampled_from(["characters", "words", "lines"]))
        parts = {
            "characters": list(text),
            "words": re.split(r"(?<=\s)", text),
            "lines": text.splitlines(keepends=True),
        }[unit]
        first = draw(st.integers(0, max(len(parts) - 1, 0)))
        second = draw(st.integers(first, min(first + 5, len(parts))))
        chosen = parts[first:second]
        other = draw(st.sampled_from(["", "double", "swap", "put in"]))
        new = {"": [], "double": chosen * 2, "swap": chosen[::-1], "put in": [*chosen, draw(TOKENS)]}[other]
        text = "".join([*parts[:first], *new, *parts[second:]])
    return text


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
@given(data=st.data())
def test_mutations_of_real_models(path: Path, data: st.DataObject) -> None:
    """A few slips of the pen in a real model are findings, and few."""
    text = path.read_text(encoding="utf-8")
    others = [other.read_text(encoding="utf-8") for other in path.parent.glob("*.arch") if other != path]
    report = judged(data.draw(mutations(text)), *others)
    assert len([found for found in report.findings if found.code.startswith("SYN")]) < 60


@given(data=st.data())
def test_mutations_do_not_spread(data: st.DataObject) -> None:
    """One character more or less in a text of many blocks is not many syntax errors."""
    text = whole(blocks(9))
    at = data.draw(st.integers(0, len(text) - 1))
    changed = data.draw(st.sampled_from([text[:at] + text[at + 1 :], text[:at] + text[at] * 2 + text[at + 1 :]]))
    found = [found for found in judged(changed).findings if found.code.startswith("SYN")]
    assert len(found) <= 3, [(item.span.begin.line, item.message) for item in found]
