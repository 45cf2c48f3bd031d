"""What the pages show works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.linting import findings

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EXAMPLES = [
    pytest.param(example, id=f"{page.name}-{number}")
    for page in PAGES
    for number, example in enumerate(re.findall(r"```arch\n(.*?)```", page.read_text("utf-8"), re.DOTALL), 1)
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_read(example: str) -> None:
    """An example in the pages has no error of syntax or of names."""
    found = findings(example)
    assert [finding.message for finding in found if finding.code.startswith(("SYN", "MOD"))] == []


def test_the_pages_have_examples() -> None:
    """There is something for the other test to run."""
    assert len(EXAMPLES) >= 2


def test_the_finding_in_the_readme_is_a_real_one() -> None:
    """The finding that the README shows stands in the report of a model."""
    shown = re.findall(r"```text\n(.*?)```", PAGES[0].read_text("utf-8"), re.DOTALL)
    reports = "".join(path.read_text("utf-8") for path in (ROOT / "models").glob("*/report.txt"))
    assert shown
    assert all(block.strip() in reports for block in shown)
