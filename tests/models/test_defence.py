"""Every finding on the whole of government can be defended from the words of the pages."""

from __future__ import annotations

import re

from archlint import check
from tests.models.configured import MODELS, ROOT

ROW = re.compile(r"\| ([A-Z]{3}\d{3}) \| `([^`]+)`(?: → `([^`]+)`)? \| (\w+) \| (.+?) \| (.+?) \|")
LINE = re.compile(r"(00[0-4]:\d+)")


def test_every_finding_has_a_row_that_says_from_which_words_it_follows() -> None:
    """The findings and the rows are the same, down to their status, and each row names its lines and its reasons."""
    page = (ROOT / MODELS["government"] / "FINDINGS.md").read_text(encoding="utf-8")
    rows = [match.groups() for match in map(ROW.fullmatch, page.splitlines()) if match]
    found = {
        (finding.code, *(*finding.elements, None)[:2], finding.status.value)
        for finding in check(ROOT / MODELS["government"])
    }
    assert {row[:4] for row in rows} == found
    assert [row for row in rows if not LINE.match(row[4] or "") or len(row[5] or "") < 15] == []
