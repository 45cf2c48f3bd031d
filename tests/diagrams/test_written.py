"""Mermaid, PlantUML and D2: whole pictures, understood by their own parsers, whatever a title says."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from archlint.diagrams import d2, mermaid, plantuml
from archlint.diagrams.joined import with_joined_lines
from archlint.diagrams.notation import KINDS
from archlint.diagrams.outline import box_lines, line_words
from archlint.diagrams.picture import Box, Frame, Line, Openness, Picture, Slot, Status
from archlint.diagrams.written import TEXT_FORMATS, written
from archlint.escaping import for_d2, for_mermaid, for_plantuml, for_terminal, for_yaml
from tests.diagrams.foreign import plantuml_errors, understood
from tests.diagrams.pictures import estate, picture

HOSTILE = [
    "", " ", "plain", 'a"b', "a\\", "\\n", "\\N \\G a\\", "`code`", '"`**bold**`"',
    "1. list", "- list", "# head", "end",
    "%%{init: {'theme':'dark'}}%%", "%% comment", "<b>bold</b>", "<script>alert(1)</script>", "#quot; &quot; &#34;",
    "a\nb", "\x1b[31mred", "\u202eright to left", "${vars} $x", "%getenv(HOME)", '%getenv("HOME")',
    "!include /etc/passwd",
    "@enduml", "@startuml", "' comment", "/' block '/", "**bold** //italic// __under__ --strike--", "..", "==", "----",
    "[[http://example.com]]", "<U+0041>", "<&heart>", "<img:/etc/passwd>", "~*", "|md x |", "'''", "a -> b", "{", "}",
    "a; b", "x: y", "日本語 Ελλάς", "👩\u200d💻", "title", "]] ) }", "---\ntitle: x\n---", "...",
    "@import x", "*", "_", "\x85",
]  # fmt: skip


def hostile(text: str) -> Picture:
    """A picture that says the text wherever a model can say one."""
    slots = (Slot("b.i", text, Openness.OPEN), Slot("b.s", text, Openness.REGISTER, Status.ADDED))
    boxes = (
        Box("a", "product", text or "a", 1, "f", notes=(text,)),
        Box("b.c-d", "platform", text or "b", 2, "w", slots=slots, status=Status.REMOVED),
        Box("b.c.d", "user", text or "b", 2, status=Status.CHANGED),
    )
    lines = (Line("a", "b.c-d", "uses", "", "b.i", words=(text,)), Line("b.c.d", "a", "serves", bespoke=True))
    return Picture(text, text, boxes, lines, (Frame("f", text), Frame("w", text, water=True)), compared=True)


def crowd(texts: list[str]) -> Picture:
    """A picture with a box and a frame for every text."""
    boxes = tuple(Box(f"b{at}", "store", text or "b", 2, f"f{at}", notes=(text,)) for at, text in enumerate(texts))
    lines = tuple(Line("b0", box.path, "reads") for box in boxes[1:])
    return Picture("Crowd", "", boxes, lines, tuple(Frame(f"f{at}", text) for at, text in enumerate(texts)))


def every_kind() -> Picture:
    """A picture with a box of every kind, a line of every status, frames in frames, drawn to the right."""
    boxes = tuple(Box(kind, kind, kind, at, "inner" if at % 2 else "") for at, kind in enumerate([*KINDS, "supplier"]))
    lines = tuple(Line("user", "data", kind, status=status) for status in Status for kind in ("serves", "uses"))
    return Picture("All", "", boxes, lines, (Frame("f", "F"), Frame("inner", "I", "f")), "right", compared=True)


SMALL = (every_kind(), with_joined_lines(estate(12)), crowd(HOSTILE))


def lines_of_box(box: Box) -> str:
    """What is seen of a box."""
    return " ".join(filter(None, (" ".join(for_terminal(line).split()) for line in box_lines(box))))


def test_mermaid_understands_its_text_as_it_is_meant() -> None:
    """The parser of Mermaid finds every box, frame and line, with the words that were meant."""
    pictures = [*SMALL, with_joined_lines(estate(90)), *map(hostile, HOSTILE)]
    for one, answer in zip(pictures, understood("mermaid", [written(one, "mermaid") for one in pictures]), strict=True):
        assert "error" not in answer, (one.title, answer)
        assert Counter(" ".join(text.split()) for text in answer["boxes"]) == Counter(map(lines_of_box, one.boxes))
        assert Counter(answer["lines"]) == Counter(map(line_words, one.lines))
        assert len(answer["frames"]) == len(one.frames)


@given(st.text() | st.sampled_from(HOSTILE))
def test_the_title_of_mermaid_is_a_string_of_yaml(text: str) -> None:
    """The title stands before the chart, and YAML reads it as it is meant."""
    _, head, _ = written(hostile(text), "mermaid").split("---\n", 2)
    assert yaml.safe_load(head) == {"title": " – ".join(2 * [for_terminal(text)] if text else [])}


def test_d2_understands_its_text_as_it_is_meant() -> None:
    """The compiler of D2 finds every box, frame and line, with the words that were meant."""
    pictures = [*SMALL, *map(hostile, ["", " ", "${x}", "a\\", '"', "|md x |", "# a", "*"])]
    for one, answer in zip(pictures, understood("d2", [written(one, "d2") for one in pictures]), strict=True):
        assert "error" not in answer, (one.title, answer)
        frames = [" ".join(for_terminal(frame.title).split()) for frame in one.frames]
        head = " ".join(" ".join(map(for_terminal, (one.title, one.subtitle))).split()) or "-"
        said = Counter(" ".join(label.split()) for label in answer["boxes"])
        assert said == Counter([*map(lines_of_box, one.boxes), *frames, head])
        assert Counter(answer["lines"]) == Counter(map(line_words, one.lines))


def test_plantuml_draws_its_text_as_it_is_meant(tmp_path: Path) -> None:
    """PlantUML accepts every text, and shows the words and not what they call."""
    pictures = [every_kind(), crowd(HOSTILE), *map(hostile, ["", "!include x", '%getenv("HOME")', "..", "a\\", "'"])]
    assert plantuml_errors(tmp_path, [written(one, "plantuml") for one in pictures]) == ""
    for at, one in enumerate(pictures):
        said = "".join(re.findall(r">([^<]*)</text>", (tmp_path / f"{at}.svg").read_text(encoding="utf-8")))
        letters = "".join(unescape(said).split())
        lost = [box.title for box in one.boxes if "".join(for_terminal(box.title).split()) not in letters]
        assert lost == []


@given(st.text())
def test_no_text_is_markup_in_any_of_them(text: str) -> None:
    """Escaped, a text holds no sign that ends a string or begins markup, and can be read back whole."""
    plain = for_terminal(text)
    assert re.sub(r"#(\d+);", lambda found: chr(int(found[1])), for_mermaid(text)).replace("\u200b", "") == plain
    assert "#92;n" not in for_mermaid(text)
    assert not re.search(r'["<>`%&{}|\\]', for_mermaid(text))
    assert re.sub(r"<U\+(....)>", lambda found: chr(int(found[1], 16)), for_plantuml(text)) in (plain, plain or " ")
    assert not re.search(r"[!-/:-@\[-`{-~]", re.sub(r"<U\+[0-9A-F]{4}>", "", for_plantuml(text)))
    assert re.sub(r"\\(.)", r"\1", for_d2(text)) == plain
    assert not re.search(r'["$]', re.sub(r"\\.", "", for_d2(text)))
    assert re.sub(r"\\x(..)", lambda found: chr(int(found[1], 16)), for_yaml(text)) == plain
    assert not re.search(r'["<>%{}]', for_yaml(text))


@pytest.mark.parametrize("form", TEXT_FORMATS)
@given(text=st.text(max_size=40))
def test_no_text_adds_a_line(form: str, text: str) -> None:
    """Whatever a title says, the text has the lines of the same picture with a plain title."""
    plain, other = (written(hostile(said), form).splitlines() for said in ("x", text))
    assert len(plain) == len(other)


@pytest.mark.parametrize("shapes", [mermaid.SHAPES, plantuml.SHAPES, d2.SHAPES])
def test_every_kind_has_a_shape_of_its_own(shapes: dict[str, object]) -> None:
    """What a kind is can be told by its shape in every format."""
    assert shapes.keys() == KINDS.keys()
    assert len(set(shapes.values())) == len(shapes)


def test_relations_of_one_status_between_the_same_ends_are_one_line() -> None:
    """A line says every relation that it stands for; what differs in status or is bespoke stays apart."""
    lines = [
        Line("p", "f", "reads", "", "f.i", words=("r",)),
        Line("p", "f", "writes", "", "f.i", words=("w",)),
        Line("p", "f", "uses", "", "f.j", words=("u",)),
        Line("p", "f", "uses", "", "f.i", bespoke=True),
        Line("f", "p", "uses"),
    ]
    boxes = (Box("p", "product", "p", 1), Box("f", "platform", "f", 2))
    few = with_joined_lines(Picture("m", "", boxes, tuple(lines)))
    assert [(line.kinds, line.words) for line in few.lines] == [
        (("reads", "writes"), ("r", "w")), (("uses",), ("u",)), (("uses",), ()), (("uses",), ()),
    ]  # fmt: skip
    many = with_joined_lines(
        Picture("m", "", (*boxes, *(Box(f"b{at}", "product", "", 1) for at in range(40))), tuple(lines))
    )
    assert [line.kinds for line in many.lines] == [("reads", "writes", "uses"), ("uses",), ("uses",)]


def test_bespoke_wires_say_so() -> None:
    """A relation that is bespoke is told apart in the picture and in every text."""
    one = picture("product p { uses l.i bespoke; uses l.j }\nlegacy l { interface i; interface j }\n")
    assert [line.bespoke for line in one.lines] == [True, False]
    assert all(written(one, form).count("bespoke") == 1 for form in TEXT_FORMATS)
