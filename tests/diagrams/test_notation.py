"""The visual language: one look for one meaning, readable in any light."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist

import pytest

from archlint.diagrams import notation
from archlint.diagrams.notation import KINDS, LINES, PALETTE, SLOTS, STATUSES, Ink
from archlint.diagrams.picture import Openness, Status
from archlint.model.relations import RELATIONS
from tests.diagrams.pictures import areas_of, drawn, estate, picture

TEXTS = (notation.TEXT, notation.FAINT, *(stroke.ink for stroke in STATUSES.values()))
FILLS = (
    notation.PAPER,
    notation.FRAME,
    notation.WATER,
    *(look.fill for look in KINDS.values()),
    *(s.fill for s in SLOTS.values()),
)


def luminance(colour: str) -> float:
    """The relative luminance as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio as WCAG 2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_words_can_be_read_on_every_fill(mode: str) -> None:
    """Text has a contrast of at least 4.5 to 1 on every fill, in light and in dark mode."""
    poor = [
        (text, fill) for text in TEXTS[:2] for fill in FILLS if contrast(getattr(text, mode), getattr(fill, mode)) < 4.5
    ]
    assert poor == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_lines_and_outlines_can_be_seen(mode: str) -> None:
    """Lines, signs and outlines have a contrast of at least 3 to 1 with the paper, statuses even on a fill."""
    edges = [*(look.edge for look in KINDS.values()), notation.LINE, notation.WATER_EDGE, notation.BADGE, *TEXTS]
    assert [ink for ink in edges if contrast(getattr(ink, mode), getattr(notation.PAPER, mode)) < 3] == []
    pairs = [(text, fill) for text in TEXTS for fill in FILLS if contrast(getattr(text, mode), getattr(fill, mode)) < 3]
    assert pairs == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_badges_can_be_read(mode: str) -> None:
    """The codes of findings stand out from their badge."""
    assert contrast(getattr(notation.BADGE_TEXT, mode), getattr(notation.BADGE, mode)) >= 4.5


def test_every_kind_and_relation_has_a_look_of_its_own() -> None:
    """No two kinds share shape and outline, no two relations an arrowhead, no two statuses line and sign."""
    for looks in (
        [(look.shape, look.style, look.outlines) for look in KINDS.values()],
        [head for head, _ in LINES.values()],
        [(stroke.sign, stroke.style, stroke.width) for stroke in STATUSES.values()],
        [look.sign for look in SLOTS.values()],
    ):
        assert len(looks) == len(set(looks))


def test_statuses_differ_by_more_than_colour() -> None:
    """Any two statuses differ in the sign and in the line, so that black and white is enough."""
    for one, other in combinations(STATUSES.values(), 2):
        assert one.sign != other.sign
        assert (one.style, one.width) != (other.style, other.width)


def test_every_relation_of_the_language_has_an_arrowhead() -> None:
    """A new relation cannot be forgotten here; `holds` is drawn as a replica."""
    assert set(RELATIONS) - {"holds"} <= LINES.keys()


def test_every_colour_has_one_counterpart_in_the_dark() -> None:
    """Dark mode swaps colours, so no light colour may mean two things."""
    inks: list[Ink] = [value for value in vars(notation).values() if isinstance(value, Ink)]
    inks += [ink for look in KINDS.values() for ink in (look.fill, look.edge)]
    assert {ink.light: ink.dark for ink in inks}.items() <= PALETTE.items()
    assert all(PALETTE[ink.light] == ink.dark for ink in inks)


def test_a_drawing_uses_the_palette_and_nothing_else(embedded: None) -> None:
    """Every colour of an SVG is one that dark mode knows, apart from what is transparent or none."""
    for size in (20, 60):
        _, svg = drawn(estate(size))
        body = svg.split("</style>")[1]
        used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', body))
        assert used - PALETTE.keys() <= {"none", "transparent"}


def test_the_svg_brings_dark_mode_and_nothing_from_outside(embedded: None) -> None:
    """The SVG has one style for both papers, no document type, no script, and loads nothing."""
    _, svg = drawn(estate(10))
    assert svg.count("<style>") == 1
    assert "prefers-color-scheme:dark" in svg
    assert "<!DOCTYPE" not in svg
    assert "<script" not in svg
    assert not re.search(r'(?:href|src)="', svg)


def test_the_legend_explains_what_is_shown_and_nothing_else(embedded: None) -> None:
    """Kinds, slots, lines and statuses are in the legend if and only if they are in the picture."""
    _, svg = drawn(picture("product p { uses f.i }\nplatform f { interface i }\n"))
    legend = set(re.findall(r"<title>legend ([^<]*)</title>", svg))
    assert legend == {"product", "platform", Openness.UNKNOWN.value, "line uses"}
    _, svg = drawn(picture("plateau a { at 2014 }\nplateau b { at 2018 }\nproduct p\n", select=("INT105",)))
    assert set(re.findall(r"<title>legend ([^<]*)</title>", svg)) == {"product", "kept"}
    _, svg = drawn(picture("product p { uses l.i bespoke }\nlegacy l { interface i }\n", select=("INT105",)))
    assert {"line uses", "bespoke"} <= set(re.findall(r"<title>legend ([^<]*)</title>", svg))
    _, svg = drawn(picture("product a { uses b }\nproduct b { uses a }\n", select=("INT105",)))
    assert set(re.findall(r"<title>legend ([^<]*)</title>", svg)) == {"product", "error", "line uses"}


def test_statuses_are_written_beside_elements_and_lines(embedded: None) -> None:
    """Added, removed and changed elements say so in words, lines by their sign."""
    text = "plateau a { at 2014 }\nplateau b { at 2018 }\nproduct p { since 2016; uses f }\nlegacy l { until 2016 }\n"
    _, svg = drawn(picture(text + "platform f { phase beta until 2016; phase live since 2016 }\n"))
    words = re.findall(r">([^<>]+)</text>", svg)
    for status in ("+ added", "− removed", "~ changed", "changed: phase"):
        assert status in words
    assert re.search(r'class="edge line uses added">.*?>\+</text>', svg, re.DOTALL)


def test_findings_beyond_a_few_are_counted(embedded: None) -> None:
    """A badge names three codes and counts the rest."""
    from archlint.diagrams.picture import Box, Mark, Picture

    marks = tuple(Mark(code) for code in ("INT101", "INT102", "INT103", "INT104", "LEG101"))
    _, svg = drawn(Picture("m", "", (Box("p", "product", "P", 1, marks=marks),), ()))
    assert "! INT101 INT102 INT103 and 2 more" in svg


MIXTURES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}
"""What is left of red, green and blue, in linear light, after Machado, Oliveira and Fernandes (2009), and in grey."""


def linear(colour: str) -> list[float]:
    """Red, green and blue as amounts of light."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def lab(light: list[float]) -> tuple[float, float, float]:
    """The place of a colour in CIE L*a*b*, under daylight."""
    red, green, blue = light
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, sight: str) -> list[float]:
    """The light that somebody of such sight tells apart."""
    light = linear(colour)
    return [min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in MIXTURES[sight]]


def distance(one: str, other: str, sight: str) -> float:
    """The difference of two colours as somebody of such sight sees it; 2.3 is just to be noticed."""
    return dist(lab(seen(one, sight)), lab(seen(other, sight)))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("sight", ["protanopia", "deuteranopia", "tritanopia"])
def test_statuses_and_badges_keep_apart_without_red_or_green(sight: str, mode: str) -> None:
    """Added and removed, and errors and warnings, are colours at a clear distance for the colour-blind too."""
    inks = [STATUSES[status].ink for status in (Status.ADDED, Status.REMOVED, Status.CHANGED)]
    pairs = [*combinations(inks, 2), (notation.BADGE, notation.WARNING)]
    near = [pair for pair in pairs if distance(getattr(pair[0], mode), getattr(pair[1], mode), sight) < 20]
    assert near == []


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("sight", MIXTURES)
def test_words_can_be_read_whatever_colours_one_sees(sight: str, mode: str) -> None:
    """Words on every fill keep a contrast of 4.5 to 1, and outlines one of 3 to 1 with the paper, in grey too."""

    def ratio(one: Ink, other: Ink) -> float:
        lights = [seen(getattr(ink, mode), sight) for ink in (one, other)]
        dark, light = sorted(0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in lights)
        return (light + 0.05) / (dark + 0.05)

    assert [(text, fill) for text in TEXTS[:2] for fill in FILLS if ratio(text, fill) < 4.5] == []
    edges = [*(look.edge for look in KINDS.values()), *(stroke.ink for stroke in STATUSES.values())]
    assert [edge for edge in edges if ratio(edge, notation.PAPER) < 3] == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_badge_can_be_read(mode: str) -> None:
    """The words of every badge stand out from it, and it from the paper by its fill or its edge."""
    for look in (*notation.BADGES.values(), notation.RESOLVED):
        assert contrast(getattr(look.text, mode), getattr(look.fill, mode)) >= 4.5
        assert contrast(getattr(look.edge, mode), getattr(notation.PAPER, mode)) >= 3


def test_errors_warnings_and_advice_have_signs_of_their_own(embedded: None) -> None:
    """A badge tells by its sign how grave a finding is, and the legend explains each sign that is there."""
    from archlint.diagnostics import Severity
    from archlint.diagrams.picture import Box, Mark, Picture

    marks = tuple(Mark(f"ABC10{at}", severity=severity) for at, severity in enumerate(Severity))
    _, svg = drawn(Picture("m", "", (Box("p", "product", "P", 1, marks=marks),), ()))
    words = re.findall(r">([^<>]+)</text>", svg)
    assert {"!! ABC100", "! ABC101", "i ABC102", "!! code: error", "! code: warning", "i code: advice"} <= set(words)


def test_signs_of_lines_stand_where_the_lines_leave(engine: str) -> None:
    """The sign of a line stands beside its source, not half-way on the title of a frame; of lines upwards too."""
    text = "plateau a { at 2014 }\nplateau b { at 2018 }\nproduct p { uses l since 2016 }\nplatform f\n"
    text += "adaptor x { wraps l }\n"
    _, svg = drawn(picture(text + "legacy l { store s { holds d }; uses p since 2016 }\ndata d\n", select=("INT105",)))
    boxes = areas_of(svg)
    signs = {(float(x), float(y)) for x, y in re.findall(r'<text [^>]*x="([-\d.]+)" y="([-\d.]+)"[^>]*>\+</text>', svg)}
    for box in (boxes["p"], boxes["l"]):
        near = [(x, y) for x, y in signs if box.left - 30 < x < box.right + 30 and box.top - 30 < y < box.bottom + 30]
        assert len(near) == 1
