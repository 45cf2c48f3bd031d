"""What was measured: values, a table for people and JSON for programs."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from benchmarks.measure import Measured
from benchmarks.situations import GROWTH, MB, PEER, Bar, Situation

BUSY = 1.3  # wall time over processor time, from which the machine had other things to do


@dataclass(frozen=True, slots=True)
class Result:
    """A situation, what was measured, what archlint counted there, and the figures of the peer and of runs with a
    cache, if any."""

    situation: Situation
    measured: Measured
    counts: dict[str, int]
    peer: Measured | None = None
    again: Measured | None = None
    one_changed: Measured | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A measured value beside its bar, and the same of the processor's time alone where the value is by the clock."""

    title: str
    value: float
    unit: str
    bar: Bar
    processor: float | None = None

    @property
    def verdict(self) -> str:
        """Says in one word how the value stands to the bar."""
        return self.bar.verdict(self.value)


def rows(results: list[Result]) -> list[Row]:
    """Gives a row for each value that a bar is set for."""
    found = [row for result in results for row in rows_of(result)]
    by_name = {result.situation.name: (result.measured.seconds, result.measured.processor) for result in results}
    if {"10k", "100k"} <= by_name.keys():
        seconds, processor = (large / small for large, small in zip(by_name["100k"], by_name["10k"], strict=True))
        found.append(Row("growth from 10,000 to 100,000 elements", seconds, "x", GROWTH, processor))
    return found


def rows_of(result: Result) -> Iterator[Row]:
    """Gives the rows of one situation."""
    situation, measured = result.situation, result.measured
    yield Row(situation.title, measured.seconds, "s", situation.seconds, measured.processor)
    cached = {"nothing changed": (result.again, situation.again)}
    cached[f"one of {situation.size.files} files changed"] = (result.one_changed, situation.one_changed)
    for what, (runs, asked) in cached.items():
        if runs and asked:
            yield Row(f"{situation.title}: again, {what}", runs.seconds, "s", asked, runs.processor)
    if situation.memory:
        bar = Bar(situation.memory.must / MB, situation.memory.aim / MB)
        yield Row(f"{situation.title}: peak memory", measured.memory / MB, "MB", bar)
    if result.peer:
        title = f"{situation.title}: share of LikeC4's {result.peer.seconds:.2f} s"
        processor = measured.processor / result.peer.processor
        yield Row(title, measured.seconds / result.peer.seconds, "x", PEER, processor)


def table(found: list[Row]) -> str:
    """Gives the rows as a Markdown table."""
    lines = ["| situation | measured | of the processor | must | aim | reached |", "|---|---|---|---|---|---|"]
    for row in found:
        values = (row.value, row.processor, row.bar.must, row.bar.aim)
        cells = ("" if value is None else f"{shown(value)} {row.unit}" for value in values)
        lines.append(f"| {row.title} | {' | '.join(cells)} | {row.verdict} |")
    return "\n".join(lines)


def shown(value: float) -> str:
    """Gives a number with three digits, or all of its whole part."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def remarks(results: list[Result]) -> list[str]:
    """Says of which situations the times are not to be trusted, because something else kept the machine busy."""
    return [
        f"{result.situation.title}: {result.measured.seconds:.4g} s by the clock, but {result.measured.processor:.4g} s"
        " of the processor: the machine was busy with something else"
        for result in results
        if result.measured.seconds > BUSY * result.measured.processor
    ]


def machine() -> str:
    """Says in words what was measured on."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {python}, {platform.system()} on {platform.machine()}"


def as_json(results: list[Result], found: list[Row]) -> dict[str, object]:
    """Gives everything that was measured, for a file."""
    return {
        "machine": machine(),
        "situations": [asdict(result) for result in results],
        "rows": [asdict(row) | {"verdict": row.verdict} for row in found],
    }
