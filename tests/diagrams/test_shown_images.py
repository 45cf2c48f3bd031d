"""The pictures in the documentation."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from archlint.configuration import Settings
from archlint.diagrams.joined import with_joined_lines
from archlint.diagrams.times import Times
from archlint.diagrams.views import default_view, picture_of
from archlint.linter import Subject, lint, moments_at

ROOT = Path(__file__).parents[2]


def test_the_picture_of_the_front_page_is_that_of_the_model() -> None:
    """The elements and lines of `docs/images/transport.svg` are those of `models/transport`."""
    models = ROOT / "models"
    report = lint(Subject("transport", (models / "transport",)), Settings(ROOT))
    times = Times((*moments_at(report.model, "current"), *moments_at(report.model, "target")))
    shown = with_joined_lines(picture_of(report.model, default_view(report.model, times), report.findings))
    svg = unescape((ROOT / "docs" / "images" / "transport.svg").read_text(encoding="utf-8"))
    drawn = re.findall(r'class="node element ([\w-]+) (\w+)">\s*<title>([^<]*)</title>', svg)
    assert sorted(drawn) == sorted((box.kind, box.status.value, box.path) for box in shown.boxes if box.status)
    lines = re.findall(r'class="edge line ([^"]+)"', svg)
    assert sorted(lines) == sorted(
        " ".join((*line.kinds, *["bespoke"] * line.bespoke, line.status.value)) for line in shown.lines if line.status
    )
