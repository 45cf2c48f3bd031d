"""Tells people at a terminal that a long run is still at work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["PATIENCE", "progress"]

PATIENCE = 1.0
"""Seconds before anything is said."""


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """Says on standard error what is being done, if that takes over a second and somebody is at the terminal;
    the line is taken away when it is done."""
    if not sys.stderr.isatty():
        yield
        return
    from threading import Timer

    from archlint.escaping import for_terminal

    line = f"archlint: {for_terminal(doing)} …"
    told = []

    def tell() -> None:
        told.append(line)
        print(line, end="", file=sys.stderr, flush=True)

    timer = Timer(PATIENCE, tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if told:
            print(f"\r{' ' * len(line)}\r", end="", file=sys.stderr, flush=True)
