"""The drawing as a whole: nothing lost, nothing on top of another, nothing that escapes from a text."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from html import unescape
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archlint.diagrams.dot import write
from archlint.diagrams.notation import KINDS
from archlint.diagrams.picture import Box, Frame, Line, Openness, Picture, Slot, Status
from archlint.diagrams.render import render
from tests.diagrams.pictures import areas_of, drawn, estate

SVG = "{http://www.w3.org/2000/svg}"
SIZES = [10, 35, 60, 300]


@pytest.mark.parametrize("size", SIZES)
def test_every_box_and_line_is_drawn(engine: str, size: int) -> None:
    """The SVG has as many boxes and lines as the picture, whatever the size and the engine."""
    shown = estate(size)
    _, svg = drawn(shown)
    assert svg.count('class="node element') == len(shown.boxes) == size
    assert svg.count('class="edge line') == len(shown.lines) > size


@pytest.mark.parametrize("size", SIZES)
def test_no_box_stands_on_another(engine: str, size: int) -> None:
    """Boxes have no room in common."""
    areas = areas_of(drawn(estate(size))[1])
    assert len(areas) == size
    assert [pair for pair in combinations(areas, 2) if areas[pair[0]].meets(areas[pair[1]])] == []


def test_no_kind_takes_more_room_than_it_is_given(engine: str) -> None:
    """On a grid, boxes of every shape keep apart, with short titles and with long ones."""
    titles = ("P", "A title that goes on for a good while and then some")
    kinds = [*KINDS, "organisation"]
    boxes = tuple(
        Box(f"{kind}-{at}", kind, titles[at % 2], layer, "f", status=Status.ADDED)
        for layer, kind in enumerate(kinds)
        for at in range(12)
    )
    areas = areas_of(drawn(Picture("Kinds", "", boxes, (), (Frame("f", "All"),), compared=True))[1])
    assert len(areas) == len(boxes)
    assert [pair for pair in combinations(areas, 2) if areas[pair[0]].meets(areas[pair[1]])] == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(embedded: None, size: int) -> None:
    """Every box and every sample of the legend lies on the sheet."""
    _, svg = drawn(estate(size))
    sheet = _sheet(svg)
    for area in [*areas_of(svg).values(), *areas_of(svg, "legend").values()]:
        assert sheet[0] <= area.left
        assert sheet[1] <= area.top
        assert area.right <= sheet[2]
        assert area.bottom <= sheet[3]


def _sheet(svg: str) -> tuple[float, float, float, float]:
    """The paper: the first polygon of the drawing."""
    polygon = ElementTree.fromstring(svg.encode()).find(f".//{SVG}g/{SVG}polygon")
    assert polygon is not None
    points = [tuple(map(float, pair.split(","))) for pair in polygon.attrib["points"].split()]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


@pytest.mark.parametrize("size", [10, 60])
def test_legacy_lies_beneath_the_waterline(embedded: None, size: int) -> None:
    """Adaptors and legacy stand lower than everything else."""
    shown = estate(size)
    areas = areas_of(drawn(shown)[1])
    beneath = [areas[box.path].top for box in shown.boxes if box.kind in ("adaptor", "legacy")]
    above = [areas[box.path].bottom for box in shown.boxes if box.kind not in ("adaptor", "legacy")]
    assert beneath
    assert min(beneath) > max(above)


def test_the_same_picture_gives_the_same_text() -> None:
    """The DOT text depends neither on the hash seed nor on the process."""
    program = "from tests.diagrams.pictures import estate; from archlint.diagrams.dot import write\n"
    program += "print(write(estate(12)).text, write(estate(90)).text)"
    outputs = {_output(program, seed) for seed in ("0", "1", "2")}
    assert len(outputs) == 1


def _output(program: str, seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8").stdout


HOSTILE = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            '"]; evil [label="',
            "a\\",
            "<b>bold</b>",
            "&amp; & &#0;",
            "line\nbreak",
            "\x1b[31mred",
            "\u202eright to left",
            "]",
            "]]>",
            "<!-- a -->",
            "</title><script>alert(1)</script>",
            "\\N\\G\\l",
            "日本語のとても長い題名です",
            "{|}<p0>",
            "",
        ]
    ),
)


def _hostile(text: str, extra: int) -> Picture:
    slot = Slot("b.i", text, Openness.OPEN)
    boxes = (
        Box("a", "product", text, 1, "f", notes=(text,)),
        Box("b", "platform", text, 2, "f", slots=(slot, replace(slot, path="b.s", openness=Openness.STORE))),
        *(Box(f"c{at}", "legacy", text, 4, "w") for at in range(extra)),
    )
    line = Line("a", "b", "uses", target_slot="b.i", words=(text,))
    return Picture(text, text, boxes, (line,), (Frame("f", text), Frame("w", text, water=True)))


@pytest.mark.parametrize("extra", [1, 50], ids=["in layers", "on a grid"])
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=HOSTILE)
def test_no_text_changes_what_is_drawn(engine: str, extra: int, text: str) -> None:
    """Whatever a title says, the picture parses, keeps its boxes and lines, and holds nothing but shapes and text."""
    drawing = write(_hostile(text, extra))
    root = ElementTree.fromstring(render(drawing.text, "svg", edges=drawing.lines).content)
    classes = [element.attrib.get("class", "") for element in root.iter(f"{SVG}g")]
    assert sum(name.startswith("node element") for name in classes) == 2 + extra
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        "svg", "style", "g", "title", "polygon", "polyline", "path", "ellipse", "text", "a",
    }  # fmt: skip


def test_a_crowded_picture_stays_readable(embedded: None) -> None:
    """With hundreds of lines the sheet grows with the boxes, not with the lines."""
    shown = estate(300)
    areas = areas_of(drawn(shown)[1])
    wide = max(area.right for area in areas.values()) - min(area.left for area in areas.values())
    high = max(area.bottom for area in areas.values()) - min(area.top for area in areas.values())
    room = sum((area.right - area.left) * (area.bottom - area.top) for area in areas.values())
    assert wide * high < 8 * room
    assert 0.5 < wide / high < 4


@pytest.mark.parametrize("extra", [1, 50], ids=["in layers", "on a grid"])
def test_what_is_a_name_to_an_engine_stays_a_title(engine: str, extra: int) -> None:
    """A backslash before a letter is drawn as it is, in titles of boxes, slots, frames and the whole."""
    drawing = write(_hostile("\\N \\G a\\", extra))
    svg = render(drawing.text, "svg", edges=drawing.lines).content.decode()
    words = [unescape(text).replace("\u00a0", " ") for text in re.findall(r">([^<>]*)</text>", svg)]
    assert sum("\\N \\G a\\" in text for text in words) >= 7 + extra
    assert not any("\\\\" in text for text in words)
