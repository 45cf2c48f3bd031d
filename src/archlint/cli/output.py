"""Where the output goes, in which format, and whether in colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from archlint.cli.subjects import fail

if TYPE_CHECKING:
    from archlint.report import Verdict

__all__ = ["FORMATS", "Output", "outputs_of", "wants_colour", "write_whole"]

FORMATS = {
    "full": ("full", "full"),
    "concise": ("concise", "concise"),
    "json": ("json_report", "json_report"),
    "sarif": ("sarif", "sarif"),
    "github": ("github", "github"),
    "gitlab": ("gitlab", "gitlab"),
    "junit": ("junit", "junit"),
    "markdown": ("markdown", "markdown"),
    "html": ("board.page", "html"),
    "statistics": ("statistics", "statistics"),
}
"""The module in `reporters/` and the function in it that make each format."""


class Output(NamedTuple):
    """One format, and the file it is written to; standard output where there is none."""

    form: str
    file: Path | None
    colour: bool
    beside: bool = False
    """Whether it goes to standard error, because standard output is another's."""

    def write(self, reports: Sequence[Verdict]) -> None:
        """Writes the reports of a run."""
        text = _render(self.form, reports, self.colour and self.file is None)
        if self.file is not None:
            write_whole(self.file, text.encode("utf-8"))
        else:
            stream = sys.stderr if self.beside else sys.stdout
            stream.buffer.write(text.encode("utf-8"))
            stream.buffer.flush()


def _render(form: str, reports: Sequence[Verdict], colour: bool) -> str:
    from importlib import import_module

    module, function = FORMATS[form]
    text: str = getattr(import_module(f"archlint.reporters.{module}"), function)(reports, colour)
    return text


def outputs_of(wanted: Sequence[str], colour: bool, statistics: bool = False) -> list[Output]:
    """The outputs that `--output-format` names; on a terminal `full`, else `concise` where it names none.

    Statistics take the place of the findings, or stand beside the formats that are named.
    """
    named = [_output(text, colour) for text in wanted]
    if statistics:
        return [*named, Output("statistics", None, colour, beside=bool(named))]
    return named or [Output("full" if sys.stdout.isatty() else "concise", None, colour)]


def _output(text: str, colour: bool) -> Output:
    form, _, file = text.partition(":")
    if form not in FORMATS:
        fail(f"there is no output format {form}: {', '.join(FORMATS)}")
    return Output(form, Path(file) if file else None, colour)


def wants_colour(choice: str) -> bool:
    """Whether to use colour: the flag, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if choice not in ("auto", "always", "never"):
        fail(f"--color takes auto, always or never, not {choice}")
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def write_whole(file: Path, content: bytes) -> None:
    """Writes a file whole or not at all, through links and with the rights it had; a device or a pipe is written
    to, not replaced. Ends the run where that cannot be."""
    try:
        real = file.resolve()
        if real.exists() and not real.is_file():
            with real.open("wb") as stream:
                stream.write(content)
        else:
            _replace(real, content)
    except (OSError, RuntimeError) as error:
        fail(f"{file} cannot be written: {getattr(error, 'strerror', None) or error}")


def _replace(file: Path, content: bytes) -> None:
    import tempfile

    rights = file.stat().st_mode & 0o7777 if file.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    written = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        written.chmod(rights)
        written.replace(file)
    except BaseException:
        written.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
