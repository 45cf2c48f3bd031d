"""The roadmap as a story: what is counted, what is shown, and what is said to break when."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archlint.configuration import Settings
from archlint.linter import Subject, lint
from archlint.reporters.roadmap.chart import chart_of
from archlint.reporters.roadmap.json_form import roadmaps_json
from archlint.reporters.roadmap.story import Roadmap, roadmap_of
from archlint.reporters.roadmap.text import roadmap_text
from tests.linting import report

MODELS = Path(__file__).parents[2] / "models"
STATES = "plateau now { at 2020 }\nplateau then { at 2025 }\n"
MANY = STATES + "\n".join(f"legacy host-{at} {{ until 20{21 + at % 4} }}" for at in range(60))


def story(*texts: str, **settings: Any) -> Roadmap:
    """The roadmap of a model in text."""
    return roadmap_of(report(*texts, every_change=True, **settings))


def lines_of(*texts: str, width: int = 100, full: bool = False) -> list[str]:
    """The lines of the story in the terminal."""
    return roadmap_text(story(*texts), width, full).splitlines()


def test_wires_and_owners_are_counted_whatever_rules_were_chosen() -> None:
    """Bespoke links and facts with several owners are numbers of the estate, not of the findings."""
    text = STATES + (
        "data d\nproduct a { uses b bespoke until 2024; store s { holds d as master } }\n"
        "product b { store t { holds d as master until 2022 } }"
    )
    for chosen in ({}, {"select": ("LEG105",)}):
        states = story(text, **chosen).states
        assert [(state.point_to_point, state.duplicate_owners) for state in states] == [(1, 1), (0, 0)]


def test_findings_are_counted_by_severity() -> None:
    """Each state has its errors, warnings and notes."""
    (state,) = story('data d\nproduct a { uses b bespoke }\nproduct b { description "" }\nlegacy l').states
    assert (state.errors, state.warnings, state.notes) == (1, 1, 1)


@pytest.mark.parametrize(
    ("code", "at", "text"),
    [
        ("LEG109", "2023-01-01", "legacy l { until 2023 }\nproduct p { uses l }"),
        ("EVO105", "2022-01-01", "legacy l { until 2022 }\nplatform n { since 2023; replaces l }"),
        (
            "EVO107",
            "2022-01-01",
            "data d\nlegacy l { store s { holds d until 2022 } }\nproduct n { store t { holds d since 2023 } }",
        ),
        (
            "EVO109",
            "2024-01-01",
            "organisation o\nproduct p { since 2030 }\ncommitment c { by o; due 2024; delivers p }",
        ),
        ("EVO104", "2022-01-01", "legacy l\nplatform n { since 2022; replaces l }"),
        ("EVO103", None, "legacy l\nproduct p { uses l }\nproduct q { since 2021; uses l }"),
        ("INT101", "2022-01-01", "product a { uses b bespoke since 2022 until 2023 }\nproduct b"),
    ],
)
def test_what_breaks_is_said_with_its_time(code: str, at: str | None, text: str) -> None:
    """A break has the date on which it opens; one of the whole way has none."""
    assert (code, at) in [(one.code, one.at) for one in story(STATES + text).breaks]


def test_breaks_come_in_the_order_of_time() -> None:
    """The first to break is told first, what has no date last."""
    text = (
        STATES
        + "legacy l { until 2023 }\nproduct p { uses l }\nlegacy m { until 2021 }\nproduct q { uses m }\nlegacy k"
    )
    found = [one.at for one in story(text).breaks]
    assert found == sorted(found, key=lambda at: at or "9999")
    assert found[0] == "2021-01-01"


def test_the_sole_holder_is_the_master_if_it_says_nothing() -> None:
    """Who holds a fact alone is its master; from when another says so, that one is."""
    text = "data d\nlegacy l { store s { holds d } }\nplatform n { store t { holds d as master since 2022 } }"
    (held,) = story(STATES + text).masters.values()
    assert [(life.name, life.since, life.until) for life in held] == [
        ("l.s", None, "2022-01-01"),
        ("n.t", "2022-01-01", None),
    ]


def test_masters_share_one_line_of_time() -> None:
    """Each master has a letter in the bar of its fact; several at once are a star, and nobody is a point."""
    text = STATES + (
        'data d "A fact"\nlegacy l { store s { holds d as master until 2023 } }\n'
        "platform n { store t { holds d as master since 2022 until 2024 } }\n"
        "product p { store u { holds d as master since 2024-07 } }"
    )
    (line,) = [line for line in lines_of(text) if line.startswith("A fact ")]
    bar = line.split()[2]
    assert "".join(dict.fromkeys(bar.replace("┊", ""))) == "A*B·C"
    assert line.endswith("A l, B n, C p")


def test_many_systems_that_go_together_share_a_row() -> None:
    """A screen has a row for all of a kind that live and die together; the whole has one for each."""
    screen = [line for line in lines_of(MANY) if "legacy, until" in line]
    assert [line.split()[:3] for line in screen] == [["15", "legacy", "systems:"]] * 4
    assert sum("legacy, until" in line for line in lines_of(MANY, full=True)) == 60


def test_what_is_left_out_is_counted() -> None:
    """Where there is no room for every row, the text says how many systems are in none, and how to see them."""
    text = STATES + "\n".join(
        f"legacy host-{at} {{ until 2021-{1 + at // 28:02}-{1 + at % 28:02} }}" for at in range(60)
    )
    assert "and 46 legacy systems at other dates; --full shows all" in lines_of(text)
    notes = [note for section in chart_of(story(text)).notes for note in section]
    assert "34 legacy systems that begin and end at other dates; --full draws all" in notes


def test_of_many_states_those_are_shown_that_differ() -> None:
    """Without plateaus there may be a state a day: a screen shows some, the first and the last among them."""
    text = "\n".join(f"legacy host-{at} {{ until {2001 + at} }}" for at in range(40))
    lines = lines_of(text)
    assert "10 of 41 states; --full shows all" in lines
    assert any(line.startswith("start ") for line in lines)
    assert any(line.startswith("2040-01-01 ") for line in lines)
    assert sum(line[:2] == "20" for line in lines_of(text, full=True)) == 40
    assert len(chart_of(story(text)).columns) == 9


@pytest.mark.parametrize("name", ["transport", "reference", "government"])
@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_the_story_fits_a_screen(name: str, width: int) -> None:
    """Each of the models is told in a screen of some fifty lines, none wider than asked, verdict included."""
    subject = Subject(name, (MODELS / name,))
    found = roadmap_of(lint(subject, Settings(MODELS.parent), every_change=True))
    lines = roadmap_text(found, width).splitlines()
    assert len(lines) <= (56 if width > 60 else 75)
    assert max(map(len, lines)) <= width
    assert any(line.startswith("verdict: ") for line in lines)


def test_hostile_titles_are_spelled_out() -> None:
    """No title reaches the terminal with control or bidirectional characters, nor breaks a line."""
    title = r"\u{1b}[31m\u{202e}red\n\u{7}"
    text = f'plateau now "{title}" {{ at 2020 }}\nlegacy l "{title}" {{ until 2021 }}\ndata d "{title}"\n'
    shown = roadmap_text(story(text + "legacy m { store s { holds d until 2021 } }"))
    assert not set(shown) & set("\x1b\u202e\x07")
    assert r"\u{1b}[31m\u{202e}red\n\u{7}" in shown


def test_an_entity_may_have_any_name() -> None:
    """What is left out of the JSON is left out by field, never because an entity bears the field's name."""
    text = "data instant\nlegacy l { store s { holds instant } }"
    (found,) = json.loads(roadmaps_json([story(text)]))["roadmaps"]
    assert list(found["masters"]) == ["instant"]
    assert "instant" not in found["states"][0]


def test_json_tells_breaks_in_words_and_in_parts() -> None:
    """Programs get the sentence of each break, and its code, place and date apart."""
    text = STATES + "legacy l { until 2023 }\nproduct p { uses l }"
    (found,) = json.loads(roadmaps_json([story(text)]))["roadmaps"]
    parts = next(one for one in found["broken"] if one["code"] == "LEG109")
    assert (parts["at"], parts["elements"], parts["place"]) == ("2023-01-01", ["p", "l"], "model.arch:4")
    assert f"LEG109 {parts['message']} (model.arch:4)" in found["breaks"]
    assert found["verdict"].startswith("it does not get there as it stands: ")
