"""Runs Graphviz, and nothing else in archlint does: the `dot` on the path, else the embedded engine."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from archlint.diagrams.svg import PIXELS_AT_MOST, dress, size_of

__all__ = ["BINARY_FORMATS", "ENGINES", "FORMATS", "Engine", "RenderError", "Rendered", "engines", "render"]

FORMATS = ("svg", "png", "pdf", "dot")
"""What can be drawn."""

BINARY_FORMATS = ("png", "pdf")

SECONDS = 15.0
"""The time that one engine may take for one run."""

_EMBEDDED = "graphviz-pure"
ENGINES = ("dot", "embedded")
"""The names of the engines: the `dot` on the path, and the one that is installed with archlint."""

_MISSING = {
    None: "there is no `dot` on the path, and the embedded engine is not installed",
    "dot": "there is no `dot` on the path",
    "embedded": "the embedded engine is not installed",
}
_SHARP = 144.0


class RenderError(Exception):
    """No engine could draw it; the message says why, one clause for each engine."""


class Engine(NamedTuple):
    """A Graphviz that can be run: its name and version for people, and its executable."""

    label: str
    executable: Path
    embedded: bool

    @property
    def name(self) -> str:
        """Which of `ENGINES` it is."""
        return ENGINES[self.embedded]

    @property
    def formats(self) -> tuple[str, ...]:
        """What it writes itself."""
        return ("svg", "png") if self.embedded else ("svg", "png", "pdf")


class Rendered(NamedTuple):
    """A finished picture, the engine that drew it (none, for DOT), and why engines before that one did not."""

    content: bytes
    engine: str
    passed_over: tuple[str, ...] = ()


def render(
    text: str, form: str, *, edges: int | None = None, seconds: float = SECONDS, engine: str | None = None
) -> Rendered:
    """The picture of a DOT text in one of `FORMATS`, by the first engine that draws all of it.

    `edges` is how many edges the picture must have: an engine that loses one is passed over. `engine` is
    one of `ENGINES`, where no other may draw. Raises `RenderError` when no engine is left, each having
    failed or taken longer than `seconds`.
    """
    if form == "dot":
        return Rendered(text.encode(), "")
    failures: list[str] = []
    for candidate in engines():
        if engine in (None, candidate.name):
            try:
                return Rendered(_draw(candidate, text, form, edges, seconds), candidate.label, tuple(failures))
            except _EngineError as failure:
                failures.append(f"{candidate.label} {failure}")
    raise RenderError("; ".join(failures) or _MISSING[engine])


def engines() -> Iterator[Engine]:
    """The engines of this machine, the one to try first coming first."""
    if found := shutil.which("dot"):
        yield Engine(f"dot {_version_of(found)}".strip(), Path(found), embedded=False)
    if embedded := _embedded():
        yield embedded


class _EngineError(Exception):
    """Why one engine did not draw the picture."""


def _draw(engine: Engine, text: str, form: str, edges: int | None, seconds: float) -> bytes:
    svg = _run(engine, "svg", text, seconds)
    _check_complete(svg, edges)
    if form == "svg":
        return dress(svg)
    if form in engine.formats:
        return _run(engine, form, text, seconds, _resolution(svg) if form == "png" else ())
    from archlint.diagrams.pdf import pdf_of

    try:
        return pdf_of(svg)
    except ValueError as failure:
        raise _EngineError(f"drew what cannot be made a PDF: {failure}") from None


def _check_complete(svg: bytes, edges: int | None) -> None:
    drawn = svg.count(b'class="edge line')
    if edges is not None and drawn != edges:
        raise _EngineError(f"drew {drawn} of {edges} lines")


def _resolution(svg: bytes) -> tuple[str, ...]:
    """Sharp, but never more pixels than a viewer can hold."""
    width, height = size_of(svg)
    dots = min(_SHARP, 72 * (PIXELS_AT_MOST / max(width * height, 1)) ** 0.5)
    return (f"-Gdpi={dots:.0f}",)


def _run(engine: Engine, form: str, text: str, seconds: float, options: tuple[str, ...] = ()) -> bytes:
    """What the engine writes; the `graphviz` package starts it, without a shell."""
    from subprocess import TimeoutExpired

    from graphviz.backend import dot_command, execute

    command = [engine.executable, *dot_command.command("dot", form)[1:], *options]
    try:
        done = execute.run_check(command, input=text.encode(), capture_output=True, quiet=True, timeout=seconds)
    except TimeoutExpired:
        raise _EngineError(f"took longer than {seconds:g} s") from None
    except execute.CalledProcessError as failure:
        raise _EngineError(f"failed: {_first_line(failure.stderr)}") from None
    except execute.ExecutableNotFound:
        raise _EngineError(f"could not be started: there is no {engine.executable}") from None
    except OSError as failure:
        raise _EngineError(f"could not be started: {failure.strerror}") from None
    content: bytes = done.stdout
    return content


def _first_line(stderr: bytes) -> str:
    lines = stderr.decode(errors="replace").strip().splitlines()
    return lines[0][:200] if lines else "it gave no reason"


@cache
def _version_of(executable: str) -> str:
    """The version that a `dot` tells, empty when it tells none."""
    from subprocess import SubprocessError

    from graphviz.backend import execute

    try:
        done = execute.run_check([executable, "-V"], capture_output=True, quiet=True, timeout=10)
    except (OSError, SubprocessError, execute.ExecutableNotFound):
        return ""
    found = re.search(rb"version (\d[\d.]*)", done.stdout + done.stderr)
    return found[1].decode() if found else ""


@cache
def _embedded() -> Engine | None:
    """The engine that the package `graphviz-pure` installs beside archlint."""
    try:
        package = distribution(_EMBEDDED)
    except PackageNotFoundError:
        return None
    for file in package.files or ():
        if file.stem == _EMBEDDED and file.suffix in {"", ".exe"}:
            return Engine(f"{_EMBEDDED} {package.version} (embedded)", Path(str(file.locate())).resolve(), True)
    return None
