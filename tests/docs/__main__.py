"""`python -m tests.docs [PAGE…]` writes into the pages what their commands say now.

Read the difference before you commit it.
"""

from __future__ import annotations

import sys
import tempfile
import textwrap
from pathlib import Path

from tests.docs.pages import PAGES, blocks_of, name_of
from tests.docs.session import Session, Wrong, same


def renewed(page: Path, folder: Path) -> str:
    """The text of a page in which each output that is no longer so has been replaced."""
    session, text, parts, done = Session(folder), page.read_text("utf-8"), list[str](), 0
    session.environment["keep"] = "cp"  # pictures are renewed too, not compared
    for block in blocks_of(page):
        if block.language != "console" or block.unrun:
            session.do(block)
            continue
        spoken = [
            f"{command}\n{shown if same(shown, said) else said}".strip("\n")
            for command, shown, said in session.conversation(block.text)
        ]
        parts += [text[done : block.begin], textwrap.indent("\n".join(spoken) + "\n", block.indent)]
        done = block.end
    return "".join([*parts, text[done:]])


def main() -> None:
    """Renews the pages whose names are given, else all."""
    for page in PAGES:
        if not sys.argv[1:] or name_of(page) in sys.argv[1:]:
            with tempfile.TemporaryDirectory() as folder:
                home = Path(folder, "estate")
                home.mkdir()
                try:
                    page.write_text(renewed(page, home), "utf-8")
                except Wrong as wrong:
                    sys.stderr.write(f"{name_of(page)} is left as it is: {wrong}\n")


if __name__ == "__main__":
    main()
