"""The page for a board: one file, which asks nothing of any other and takes no text for markup."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archlint.configuration import Settings
from archlint.interchange.words import string
from archlint.linter import lint
from archlint.report import Report
from archlint.reporters.board.facts import facts_of
from archlint.reporters.board.page import board_page
from archlint.reporters.board.scene import scene_of
from archlint.source import SourceFile
from archlint.subject import Subject

ESTATE = """
plateau now { at 2014 }
plateau later { at 2016 }
organisation gds { part-of office }
organisation office "Cabinet Office"
data record "Record"
product shop "Shop" { owner gds; uses host until 2015; reads record from pay.api since 2015 }
legacy host "Host" { until 2015; store tapes { holds record as master } }
platform pay "Pay" { since 2015; interface api { exposes record }; store kept { holds record as master since 2015 } }
"""
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"


def report(text: str = ESTATE) -> Report:
    """What is said of a text."""
    subject = Subject("estate", (), (SourceFile("estate.arch", text),))
    return lint(subject, Settings(Path()))


def page(text: str = ESTATE) -> str:
    """The page of a text."""
    said = report(text)
    return board_page(said, said)


class Tags(HTMLParser):
    """What a browser sees in a page: its elements, with their attributes, and the texts of its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self._inside = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts.append(data)
        if self._inside == "style":
            self.styles.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


def test_nothing_comes_from_elsewhere_and_only_what_stands_here_runs() -> None:
    """The policy allows the style and the program of the page by their hashes, and nothing else at all."""
    seen = Tags(page())
    policy = next(given["content"] or "" for tag, given in seen.tags if tag == "meta" and "http-equiv" in given)
    allowed = re.findall(r"'sha256-([^']+)'", policy)
    texts = [seen.styles[0], seen.scripts[-1]]
    assert allowed == [b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "connect-src" not in policy
    assert not any({"src", "srcset", "style", "onclick", "onload"} & set(given) for _, given in seen.tags)
    assert not any(tag in ("img", "iframe", "link", "object", "embed", "base") for tag, _ in seen.tags)
    assert not re.search(r"url\(|@import", seen.styles[0])


def test_no_text_of_a_model_is_markup() -> None:
    """A title that would end the page's data and begin a script is only ever a text."""
    text = f"product shop {string(HOSTILE)} {{ description {string(HOSTILE)}; uses none }}"
    seen = Tags(page(text))
    assert [tag for tag, _ in seen.tags].count("script") == 2
    assert not any(tag == "img" for tag, _ in seen.tags)
    assert json.loads(seen.scripts[0])["elements"]["shop"]["title"] == HOSTILE


def test_no_control_character_of_a_model_is_in_the_page() -> None:
    """Neither in the drawing nor in what is read aloud of it."""
    found = page(f"product shop {string('Shop' + chr(0x1B) + '[31m' + chr(0x202E))}")
    assert not re.search("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u202e]", found)
    assert 'aria-label="product Shop\\u{1b}[31m\\u{202e}"' in found


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=15, deadline=None)
@given(title=st.text(min_size=1, max_size=30))
def test_any_title_leaves_the_page_whole(title: str) -> None:
    """Whatever stands in a title, the data of the page is the JSON that it was made of."""
    seen = Tags(page(f"product shop {string(title)}"))
    assert json.loads(seen.scripts[0])["elements"]["shop"]["title"] == title


def test_each_box_and_line_says_in_which_states_it_is_there() -> None:
    """One drawing holds what ever exists; a line that moves from one end to another is two."""
    said = report()
    root = ElementTree.fromstring(scene_of(said.model, said.moments).svg)
    groups = [element for element in root.iter() if "data-states" in element.attrib]
    boxes = {group.get("data-path"): group.get("data-states") for group in groups if group.get("data-path")}
    lines = {
        (group.get("data-source"), group.get("data-target"), group.get("data-kind")): group.get("data-states")
        for group in groups
        if group.get("data-source")
    }
    assert boxes == {"shop": "0 1", "host": "0", "pay": "1"}
    assert lines == {("shop", "host", "uses"): "0", ("shop", "pay", "reads"): "1"}


def test_who_holds_what_is_told_by_state() -> None:
    """Each fact with its holders in each state; an owner is the organisation at the top."""
    facts = facts_of(report())
    assert facts["data"] == [
        {
            "path": "record",
            "title": "Record",
            "states": [
                [{"path": "host", "store": "host.tapes", "role": "master"}],
                [{"path": "pay", "store": "pay.kept", "role": "master"}],
            ],
        }
    ]
    assert facts["owners"] == ["Cabinet Office"]


def test_a_finding_comes_with_its_reason_and_its_place() -> None:
    """What the table shows of a finding, and what stands behind it."""
    facts = json.loads(json.dumps(facts_of(report())))
    finding = next(one for one in facts["findings"] if one["code"] == "LEG102")
    assert finding["elements"][:2] == ["shop", "host"]
    assert finding["witness"] == ["shop", "host"]
    assert finding["place"][:2] == ["estate.arch", 7]
    assert facts["texts"]["estate.arch"] == ESTATE
    assert facts["rules"]["LEG102"]["why"]
    assert facts["rules"]["LEG102"]["sources"] == ["Technology architecture, line 76"]
