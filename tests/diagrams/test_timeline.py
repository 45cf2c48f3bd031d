"""The chart of a roadmap: what stands where, and that nothing of a model is markup in it."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archlint.configuration import Settings
from archlint.diagrams.axis import Axis
from archlint.diagrams.render import render
from archlint.diagrams.timeline import write_chart
from archlint.linter import Subject, lint
from archlint.model.elements import Legacy, System
from archlint.model.time import AFTER_EVERY_DATE, BEFORE_EVERY_DATE, NEVER, Interval, instant_of
from archlint.report import Report
from archlint.reporters.roadmap.chart import chart_of
from archlint.reporters.roadmap.story import roadmap_of
from tests.diagrams.pictures import Area, areas_of
from tests.linting import report

MODELS = Path(__file__).parents[2] / "models"
STATES = "plateau now { at 2020 }\nplateau mid { at 2023 }\nplateau goal\n"
HOSTILE = r"""</title><image href=\"http://evil.example/x\"/> & ]]> \\N \\G \u{202e} {|} <script>x</script>"""
CLOSE = 0.5
"""Points by which an engine may round."""


def svg_of(found: Report, full: bool = False, engine: str | None = "embedded") -> str:
    """The chart of a roadmap as SVG."""
    return render(write_chart(chart_of(roadmap_of(found), full)), "svg", engine=engine).content.decode()


def svg(text: str, full: bool = False) -> str:
    """The chart of the roadmap of a model in text."""
    return svg_of(report(text, every_change=True), full)


def centre(area: Area) -> float:
    """Where a thin line stands."""
    return (area.left + area.right) / 2


def test_an_axis_keeps_the_distances_of_time() -> None:
    """Dates stand at their distances; what has none stands before or after them, and the undated plateau apart."""
    axis = Axis.through([BEFORE_EVERY_DATE, 100, 200, 400, AFTER_EVERY_DATE, NEVER])
    instants = (BEFORE_EVERY_DATE, 100, 200, 400, AFTER_EVERY_DATE, NEVER)
    places = [axis.at(instant) for instant in instants]
    assert (places[0], places[-2], places[-1]) == (0.0, axis.after, 1.0)
    assert all(one < other for one, other in pairwise(places))
    assert places[3] - places[2] == pytest.approx(2 * (places[2] - places[1]))


def test_an_axis_of_one_date_or_of_none() -> None:
    """One date stands in the middle; without any, everything runs from end to end."""
    assert Axis.through([100]).at(100) == 0.5
    assert (Axis.through([]).at(BEFORE_EVERY_DATE), Axis.through([]).at(NEVER)) == (0.0, 1.0)


@pytest.mark.parametrize("engine", ["embedded", None])
@pytest.mark.parametrize("name", ["transport", "reference"])
def test_every_bar_runs_from_its_date_to_its_date(name: str, engine: str | None) -> None:
    """Each own system that is legacy, begins or ends has a bar; measured against the lines of two dated plateaus, it
    begins and ends where its dates are."""
    found = lint(Subject(name, (MODELS / name,)), Settings(MODELS.parent), every_change=True)
    drawn = svg_of(found, True, engine)
    bars, rules = areas_of(drawn, "bar"), areas_of(drawn, "rule")
    dated = [(f"{plateau.name}, {plateau.at}", plateau.instant) for plateau in found.model.plateaus if plateau.at]
    (first, begin), (last, end) = dated[0], dated[-1]
    points = (centre(rules[last]) - centre(rules[first])) / (end - begin)
    undated = centre(rules["target, after every date"])
    stated = [
        system
        for system in found.model.of(System)
        if system.parent is None
        and not system.imported
        and (isinstance(system, Legacy) or system.lifetime != Interval())
    ]
    assert stated
    for system in stated:
        ends = zip((bars[system.path].left, bars[system.path].right), system.lifetime, strict=True)
        for place, instant in ends:
            if BEFORE_EVERY_DATE < instant < AFTER_EVERY_DATE:
                assert place == pytest.approx(centre(rules[first]) + (instant - begin) * points, abs=CLOSE)
            elif instant == AFTER_EVERY_DATE:
                assert place == pytest.approx(undated, abs=CLOSE)
            elif instant == NEVER:
                assert place > undated
            else:
                assert place < centre(rules[first])


def test_dates_between_plateaus_are_measured_too() -> None:
    """A bar between two plateaus begins and ends at the right share of the way."""
    drawn = svg(STATES + "legacy l { until 2021-07-02 }\nproduct p { since 2020-10-01; until 2022-01-01 }")
    bars, rules = areas_of(drawn, "bar"), areas_of(drawn, "rule")
    left, right = centre(rules["now, 2020-01-01"]), centre(rules["mid, 2023-01-01"])
    days = instant_of("2023") - instant_of("2020")
    for place, date in ((bars["l"].right, "2021-07-02"), (bars["p"].left, "2020-10-01"), (bars["p"].right, "2022")):
        assert place == pytest.approx(left + (right - left) * (instant_of(date) - instant_of("2020")) / days, abs=CLOSE)


def test_kinds_differ_in_shape() -> None:
    """Legacy, adaptor, platform, product and other systems are drawn in five outlines, whatever their colour."""
    kinds = ("legacy", "adaptor", "platform", "product", "system")
    drawn = svg(STATES + "\n".join(f"{kind} a_{kind} {{ until 2022 }}" for kind in kinds))
    shapes = set()
    for kind in kinds:
        body = re.search(rf'class="node bar {kind}">\s*<title>a_{kind}</title>(.*?)</g>', drawn, re.DOTALL)
        assert body
        shapes.add(tuple(len(points.split()) for points in re.findall(r' (?:points|d)="([^"]*)"', body[1])))
    assert len(shapes) == len(kinds)


def test_what_holds_a_fact_stands_in_its_row_and_a_gap_says_nobody() -> None:
    """Masters follow each other on one line, side by side where they are at once; between them stands nobody, with the
    code of the rule."""
    drawn = svg(
        STATES + "data d\nlegacy l { store s { holds d as master until 2021 } }\n"
        "platform n { store t { holds d as master since 2022 } }\n"
        "platform m { store u { holds d as master since 2022-06 } }"
    )
    bars = areas_of(drawn, "bar")
    old, nobody, new, other = (bars[f"d: {name}"] for name in ("l.s", "nobody", "n.t", "m.u"))
    assert old.right == pytest.approx(nobody.left, abs=CLOSE)
    assert nobody.right == pytest.approx(new.left, abs=CLOSE)
    assert (old.top + old.bottom) / 2 == pytest.approx((new.top + new.bottom) / 2, abs=CLOSE)
    assert other.top > new.bottom
    assert re.search(r">! EVO107<", drawn)


def test_a_break_is_marked_where_it_breaks() -> None:
    """A badge with the code stands in the row of the system, at the date."""
    drawn = svg(STATES + "legacy l { until 2021-07 }\nproduct p { uses l; since 2020-05 }")
    (badge,) = (area for name, area in areas_of(drawn, "mark").items() if "LEG109" in name)
    bars = areas_of(drawn, "bar")
    assert badge.left <= bars["l"].right <= badge.right
    assert badge.meets(bars["p"])


def test_text_of_a_model_is_never_markup(engine: str) -> None:
    """Titles are shown as they are written; the SVG is XML with no element, reference or name of their making."""
    text = (
        f'plateau now "{HOSTILE}" {{ at 2020 }}\nplateau goal "{HOSTILE}"\nlegacy l "{HOSTILE}" {{ until 2021 }}\n'
        f'data d "{HOSTILE}"\nlegacy m "{HOSTILE}" {{ store s "{HOSTILE}" {{ holds d until 2021 }} }}\n'
        "product p { uses l }"
    )
    drawn = svg_of(report(text, every_change=True), engine=None)
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}
    assert tags <= {"svg", "style", "g", "title", "polygon", "polyline", "path", "text", "ellipse"}
    assert "\u202e" not in drawn
    values = [value for element in ElementTree.fromstring(drawn).iter() for value in element.attrib.values()]
    names = {name for element in ElementTree.fromstring(drawn).iter() for name in element.attrib}
    assert not [value for value in values if "evil" in value or "url(" in value]
    assert not [name for name in names if name.endswith("href") or name.startswith("on")]
    words = [text.text or "" for text in ElementTree.fromstring(drawn).iter("{http://www.w3.org/2000/svg}text")]
    assert any(r"& ]]> \N \G \u{202e} {|}" in " ".join(word.split()) for word in words)


def test_the_same_roadmap_is_the_same_picture() -> None:
    """Drawn twice by the embedded engine, a chart is the same to the byte."""
    text = STATES + "legacy l { until 2021 }\nproduct p { uses l }"
    assert svg(text) == svg(text)


def test_what_is_there_for_good_or_comes_with_the_target_says_so() -> None:
    """The undated plateau stands right of every date, under words that say what it is."""
    rules = areas_of(svg(STATES + "legacy l { until goal }\nproduct p { since 2040 }"), "rule")
    area = rules["after every date"]
    assert centre(rules["goal, after every date"]) == pytest.approx(area.left, abs=1)
    assert centre(rules["mid, 2023-01-01"]) < area.left


def test_a_picture_of_hundreds_of_systems_is_a_sheet() -> None:
    """Where there are too many, rows are shared and counted: the sheet stays one that can be printed, every system is
    in a bar or counted; in full each has its own."""
    text = STATES + "\n".join(f"legacy host-{at} {{ until {2021 + at % 9} }}" for at in range(300))
    drawn = svg(text)
    names = [name for bar in areas_of(drawn, "bar") for name in bar.split(", ")]
    assert sorted(name for name in names if name.startswith("host")) == sorted(f"host-{at}" for at in range(300))
    height = float(re.findall(r'height="([\d.]+)pt"', drawn)[0])
    assert height < 1600
    assert len([name for name in areas_of(svg(text, True), "bar") if name.startswith("host")]) == 300


def test_costs_are_drawn_where_they_are_stated() -> None:
    """Stated costs are columns; where none is stated the figures say so."""
    assert "5.0m GBP (1 of 2)" in svg(STATES + "legacy l { cost 5m GBP }\nlegacy m")
    assert svg(STATES + "legacy l").count(">not stated</text>") == 3


def test_a_model_without_time_has_a_chart() -> None:
    """One state is one column."""
    assert ElementTree.fromstring(svg("legacy l")) is not None
    assert ElementTree.fromstring(svg("product p")) is not None


@pytest.mark.parametrize(
    ("first", "last", "years"), [("2012-06", "2016", [2013, 2014, 2015, 2016]), ("1900", "1999", 10)]
)
def test_years_stand_on_the_line_of_time(first: str, last: str, years: list[int] | int) -> None:
    """The beginnings of the years between the first date and the last are marked at their places, of many some."""
    axis = Axis.through([instant_of(first), instant_of(last)])
    found = list(axis.years(12))
    assert [year for year, _ in found] == (years if isinstance(years, list) else list(range(1900, 2000, years)))
    assert all(place == axis.at(instant_of(str(year))) for year, place in found)


@given(st.lists(st.integers(BEFORE_EVERY_DATE, NEVER), min_size=2))
def test_what_is_later_never_stands_before(instants: list[int]) -> None:
    """Whatever the dates are, the axis keeps their order and its ends."""
    axis = Axis.through(instants)
    places = [axis.at(instant) for instant in sorted(instants)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 1


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_title_gives_xml(title: str) -> None:
    """Whatever the characters of a title are, the chart is drawn, and is XML."""
    spelled = "".join(f"\\u{{{ord(character):x}}}" for character in title)
    drawn = svg(
        f'plateau now "{spelled}" {{ at 2020 }}\nlegacy l "{spelled}" {{ until 2021 }}\ndata d "{spelled}"\n'
        f'product p "{spelled}" {{ uses l; store s "{spelled}" {{ holds d until 2022 }} }}'
    )
    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    assert {"l", "p"} <= areas_of(drawn, "bar").keys()
