"""What the pages show works: examples are read, commands are run, and what they say is what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from archlint.cli.application import application
from tests.docs.pages import PAGES, ROOT, Block, blocks_of, name_of
from tests.docs.session import Session, Wrong, same

UNRUN = [
    pytest.param(block, id=f"{name_of(page)}:{block.line}")
    for page in PAGES
    for block in blocks_of(page)
    if block.unrun
]


@pytest.mark.parametrize("page", [page for page in PAGES if list(blocks_of(page))], ids=name_of)
def test_a_page_does_what_it_shows(page: Path, tmp_path: Path) -> None:
    """From top to bottom, each block of the page can be read, run, and says what the page says."""
    folder = tmp_path / "estate"
    folder.mkdir()
    session = Session(folder)
    for block in blocks_of(page):
        try:
            session.do(block)
        except Wrong as wrong:
            renew = f"`python -m tests.docs {name_of(page)}` writes what it says now"
            pytest.fail(f"{name_of(page)}:{block.line}: {wrong}\n--- {renew}", pytrace=False)


@pytest.mark.parametrize("block", UNRUN)
def test_what_is_not_run_is_named(block: Block) -> None:
    """A block that no test runs shows up in the report of every run, with the reason."""
    pytest.skip(block.unrun)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_block_escapes(page: Path) -> None:
    """What begins and ends a block in a page is seen as that: as many fences as the blocks have."""
    fences = re.findall(r"^ *```", page.read_text("utf-8"), re.MULTILINE)
    assert len(fences) == 2 * sum(block.language != "setup" for block in blocks_of(page))


def test_pages_of_rules_hold_examples_only() -> None:
    """The tests of the rules lint every example of the pages of rules, and there is nothing else in them."""
    languages = {block.language for page in (ROOT / "docs" / "rules").glob("*.md") for block in blocks_of(page)}
    assert languages == {"arch"}


def test_a_page_that_lies_is_found_out(tmp_path: Path) -> None:
    """Each sort of block can fail."""
    lies = [
        Block(1, "arch", "produkt a", 0, 0),
        Block(1, "toml", "profil = 1", 0, 0),
        Block(1, "sh", "false\ntrue", 0, 0),
        Block(1, "sh", "true", 0, 0, status=1),
        Block(1, "console", "$ echo yes\nno\n", 0, 0),
        Block(1, "console", "no command", 0, 0),
        Block(1, "text", "never said", 0, 0),
        Block(1, "diff", "-not there\n", 0, 0, title="file"),
        Block(1, "setup", "false", 0, 0),
        Block(1, "perl", "", 0, 0),
    ]
    (tmp_path / "file").write_text("there\n")
    for lie in lies:
        with pytest.raises(Wrong):
            Session(tmp_path).do(lie)


def test_a_session_goes_on_from_block_to_block(tmp_path: Path) -> None:
    """Files, the folder and the last status are what the blocks before have left."""
    session = Session(tmp_path)
    session.do(Block(1, "arch", "product a\n", 0, 0, title="sub/a.arch"))
    session.do(Block(2, "diff", "-product a\n+product b\n", 0, 0, title="sub/a.arch"))
    session.do(Block(3, "console", "$ cd sub\n$ cat a.arch\nproduct b\n$ test -e b\n$ echo $?\n1\n", 0, 0))
    session.do(Block(4, "sh", "echo one; echo two", 0, 0))
    session.do(Block(5, "text", "two", 0, 0))


@pytest.mark.parametrize(
    ("shown", "said", "expected"),
    [("a … c", "a b c", True), ("a\n…\nd", "a\nb\nc\nd", True), ("a", "a b", False), ("a.c", "abc", False)],
)
def test_an_ellipsis_stands_for_anything(shown: str, said: str, expected: bool) -> None:
    """What differs from run to run is written as `…`, and nothing else may differ."""
    assert same(shown, said) == expected


def test_the_finding_in_the_readme_is_a_real_one() -> None:
    """The finding that the README shows stands in the report of a model."""
    shown = [block.text for block in blocks_of(PAGES[0]) if block.language == "text"]
    reports = "".join(path.read_text("utf-8") for path in (ROOT / "models").glob("*/report.txt"))
    assert shown
    assert all(text.strip() in reports for text in shown)


def test_every_output_format_is_shown() -> None:
    """The page on outputs has a chapter for each format that `check` writes."""
    from archlint.cli.output import FORMATS

    chapters = re.findall(r"^## (\w+)$", (ROOT / "docs" / "outputs.md").read_text("utf-8"), re.MULTILINE)
    assert set(FORMATS) - {"statistics"} <= set(chapters)


def test_every_verb_is_told() -> None:
    """The page on the command line names each verb."""
    verbs = typer.main.get_command(application()).commands  # type: ignore[attr-defined]  # it is a group
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert [verb for verb in verbs if f"`archlint {verb}" not in page] == []
