"""Runs a verb again whenever what it has looked at is not what it was."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click
import typer

from archlint.cli.noted import taking_notes
from archlint.cli.subjects import STDIN, fail

if TYPE_CHECKING:
    from archlint.language.files import Answer

__all__ = ["keep_running"]

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_FAILED, _INTERRUPTED = 2, 130
_SOONEST = 0.1
"""Seconds for which nothing may change before the next run: editors save in several steps."""
_TICK = 1.0
"""Seconds between looks at files of which nobody tells when they change."""
_UNTOLD = 0.3
"""The same where nobody tells anything."""


def keep_running(paths: Sequence[str] | None, **changed: Any) -> NoReturn:
    """Runs the verb of the command line with some of its parameters changed, again and again, until Ctrl-C."""
    if STDIN in (paths or ()):
        fail("standard input cannot be watched: name files")
    context = click.get_current_context()
    answers: list[Answer] = []
    try:
        while True:
            before = answers
            if sys.stdout.isatty():
                typer.echo(_CLEAR, nl=False)
            status, answers = taking_notes(lambda: _run(context, {**context.params, **changed}))
            if status == _FAILED:
                answers += _as_they_are(before)
            typer.echo("archlint: watching for changes, until Ctrl-C", err=True)
            _wait(answers)
    except KeyboardInterrupt:
        raise typer.Exit(_INTERRUPTED) from None


def _as_they_are(answers: Sequence[Answer]) -> list[Answer]:
    """The same questions with the answers that they have now: what a run that failed may not have come to ask."""
    from archlint.language.files import answer_now

    return [answer_now(question, path) for question, path, _ in answers]


def _run(context: click.Context, parameters: dict[str, Any]) -> int:
    """One run of the verb: its exit status. Whatever goes wrong is said, and ends nothing."""
    import gc

    from archlint.cli import crashed

    assert context.command.callback is not None  # every verb has one
    try:
        context.command.callback(**parameters)
    except click.exceptions.Exit as end:
        return end.exit_code
    except BrokenPipeError:
        raise  # whoever read the output has gone
    except Exception as error:  # what is mended while it is watched may be anything
        return crashed(error)
    finally:
        sys.stdout.flush()
        gc.collect()
    return 0


def _wait(answers: Sequence[Answer]) -> None:
    """Waits until some answer is another, and none has changed for a moment."""
    from archlint.cli.watched import Watched

    watched = Watched(answers)
    for told in _events(watched.folders()):
        if watched.changed(sure=told):
            break
    while watched.moves():
        time.sleep(_SOONEST)


def _events(folders: list[Path]) -> Iterator[bool]:
    """Yields at once, and from then on whenever something has changed in the folders (True) or some time has passed
    (False). Where nobody tells of changes, or the library that listens is not installed, only the latter."""
    yield True
    with suppress(ImportError, OSError, RuntimeError):
        from watchfiles import watch as listen

        found = listen(
            *folders, watch_filter=None, debounce=int(_SOONEST * 1000), recursive=False, yield_on_timeout=True,
            rust_timeout=int(_TICK * 1000), ignore_permission_denied=True,
        ) if folders else iter(())  # fmt: skip
        for changes in found:
            yield bool(changes)
    while True:
        time.sleep(_UNTOLD)
        yield False
