"""The page itself: pictures, words and the program that shows them, in one file that asks nothing of any other."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template
from xml.etree import ElementTree

from archlint.escaping import for_json, for_xml
from archlint.report import Report

__all__ = ["board_page", "html"]


def html(reports: Sequence[Report], colour: bool = False) -> str:
    """The page of the only report of a run."""
    report = reports[0]
    return board_page(report, report)


def board_page(report: Report, roadmap: Report, live: str = "") -> str:
    """The page of a report; `roadmap` is the report at every instant of change, of which the roadmap's chart is made.

    `live` is where a page that is served asks whether the model has changed. Raises RenderError where nothing can be
    drawn.
    """
    from archlint.reporters.board.facts import facts_of
    from archlint.reporters.board.scene import scene_of

    scene = scene_of(report.model, report.moments)
    facts = {**facts_of(report), "drawn": [scene.boxes, scene.lines, scene.engine], "live": live}
    style, program = _read("page.css") + _paper(), _read("page.js")
    return Template(_read("page.html")).substitute(
        title=escape(for_xml(report.name)),
        policy=_policy([style], [program], live),
        style=style,
        program=program,
        facts=_harmless(facts),
        scene=scene.svg,
        roadmap=_chart(roadmap),
    )


def _read(name: str) -> str:
    return (files("archlint.reporters.board") / name).read_text(encoding="utf-8")


def _paper() -> str:
    """Light and dark paper for the drawings, from the table that draws them."""
    from archlint.diagrams.notation import PALETTE

    dark = "".join(
        f'svg [fill="{light}"]{{fill:{ink}}}svg [stroke="{light}"]{{stroke:{ink}}}'
        for light, ink in sorted(PALETTE.items())
    )
    return f"@media screen and (prefers-color-scheme:dark){{{dark}}}\n"


def _policy(styles: Sequence[str], programs: Sequence[str], live: str) -> str:
    """What the page may load and run: nothing from anywhere, and only what stands in it."""
    asks = "connect-src 'self'; " if live else ""
    return (
        f"default-src 'none'; style-src {_hashes(styles)}; script-src {_hashes(programs)}; {asks}"
        "base-uri 'none'; form-action 'none'"
    )


def _hashes(texts: Sequence[str]) -> str:
    return " ".join(f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts)


def _harmless(facts: object) -> str:
    """JSON that can end no element of the page and begin none."""
    text = for_json(json.dumps(facts, ensure_ascii=False, separators=(",", ":")))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _chart(report: Report) -> str:
    from archlint.diagrams.render import render
    from archlint.diagrams.timeline import write_chart
    from archlint.reporters.board.scene import bare
    from archlint.reporters.roadmap.chart import chart_of
    from archlint.reporters.roadmap.story import roadmap_of

    drawn = render(write_chart(chart_of(roadmap_of(report))), "svg")
    return ElementTree.tostring(bare(drawn.content), encoding="unicode")
