"""What the models say can be looked up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT.parent / "shared" / "sources"
CITATION = re.compile(r'\bsource "(\d{3}):(\d+)"')
OF_OTHER_SOURCES = ROOT / "models" / "catalogue"
"""Made from lists that it names by itself."""
FILES = sorted(file for file in (ROOT / "models").glob("**/*.arch") if OF_OTHER_SOURCES not in file.parents)


def by_path(file: Path) -> str:
    """The name of a model's file among the tests."""
    return file.relative_to(ROOT / "models").as_posix()


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the five source documents are not beside the repository")
@pytest.mark.parametrize("file", FILES, ids=by_path)
def test_cited_lines_say_something(file: Path) -> None:
    """Every line that a model cites exists in its document and is not blank."""
    documents = {page.name[:3]: page.read_text(encoding="utf-8").split("\n") for page in SOURCES.glob("00?_*.txt")}
    cited = [(page, int(line)) for page, line in CITATION.findall(file.read_text(encoding="utf-8"))]
    blank = [(page, line) for page, line in cited if not "".join(documents[page][line - 1 : line]).strip()]
    assert blank == []


@pytest.mark.parametrize("file", FILES, ids=by_path)
def test_illustrative_elements_say_what_they_stand_for(file: Path) -> None:
    """Whatever is tagged `illustrative` has its description right after the tag."""
    lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    tagged = [number for number, line in enumerate(lines) if re.match(r"tags .*\billustrative\b", line)]
    assert [number + 1 for number in tagged if not lines[number + 1].startswith("description ")] == []


@pytest.mark.parametrize("file", FILES, ids=by_path)
def test_inferences_name_the_lines_they_follow_from(file: Path) -> None:
    """Whatever is tagged `inferred` cites a line in the same block."""
    blocks = re.findall(r"tags [^\n]*\binferred\b[^\n]*\n([^{}]*)", file.read_text(encoding="utf-8"))
    assert [block for block in blocks if not CITATION.search(block)] == []


def test_every_model_cites_its_sources() -> None:
    """No file of a model is without a citation."""
    assert [by_path(file) for file in FILES if not CITATION.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("file", FILES, ids=by_path)
def test_sources_are_lines_of_the_five_pages(file: Path) -> None:
    """Whatever a model cites is one line of one page, and not a page or a stretch of it."""
    cited = re.findall(r'\bsource "([^"]*)"', file.read_text(encoding="utf-8"))
    assert [source for source in cited if not re.fullmatch(r"00[0-4]:\d+", source)] == []
