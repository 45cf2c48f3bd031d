"""What a page shows in blocks, and what is to be done with each.

A page is a session in a folder of its own. From top to bottom:

- a block of any language with `title="FILE"` writes that file;
- `arch`, `toml`, `yaml` and `json` without a title must be fit to be read;
- `diff` with `title="FILE"` changes that file;
- `sh` is run and must succeed, or end with the status of a comment `<!-- status: 1 -->` before it;
- `console` is run command by command, as at a terminal of 80 columns, and must say just what the page says;
- `text` must be in the output of the commands before it.

In output, `…` stands for what differs from run to run. A comment `<!-- setup: COMMAND -->` prepares what a reader has
already; `$keep PICTURE SHOWN` in it compares what can be read in two pictures. A block after `<!-- not run: REASON -->`
is left alone; there is no other way to be left alone.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

__all__ = ["PAGES", "ROOT", "Block", "blocks_of", "name_of"]

ROOT = Path(__file__).parent.parent.parent
PAGES = [
    ROOT / "README.md",
    *sorted(page for page in (ROOT / "docs").rglob("*.md") if page.parent.name != "rules"),
]
"""Every page but those of the rules: they hold nothing but examples, which the tests of the rules lint."""

_PIECE = re.compile(
    r"<!-- (?P<word>setup|not run|status): (?P<said>.*?) -->"
    r"|^(?P<indent> *)(?P<fence>```+)(?P<language>\w*)(?P<options>[^\n]*)\n(?P<text>.*?)^ *(?P=fence)[ ]*$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Block:
    """A block of a page, or a command that prepares what a reader has."""

    line: int
    language: str
    text: str
    begin: int
    """Where the text begins in the page."""
    end: int
    indent: str = ""
    title: str = ""
    unrun: str = ""
    """Why it is not run."""
    status: int = 0
    """How it must end."""


def name_of(page: Path) -> str:
    """The name of a page in the repository."""
    return page.relative_to(ROOT).as_posix()


def blocks_of(page: Path) -> Iterator[Block]:
    """The blocks of a page and the commands that prepare them, from top to bottom."""
    text, unrun, status = page.read_text("utf-8"), "", 0
    for piece in _PIECE.finditer(text):
        line = text.count("\n", 0, piece.start()) + 1
        if piece["word"] == "not run":
            unrun = piece["said"]
        elif piece["word"] == "status":
            status = int(piece["said"])
        elif piece["word"] == "setup":
            yield Block(line, "setup", piece["said"], *piece.span("said"))
        else:
            title = re.search(r'title="([^"]+)"', piece["options"])
            yield Block(
                line, piece["language"], textwrap.dedent(piece["text"]), *piece.span("text"),
                piece["indent"], title[1] if title else "", unrun, status,
            )  # fmt: skip
            unrun, status = "", 0
