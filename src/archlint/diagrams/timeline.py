"""Draws the chart of a roadmap: the burn-down, the timelines on one line of time, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence

from archlint.diagrams.chart import Chart, Measure, Section, Tick
from archlint.diagrams.lanes import BAR, LANE, NAMES, PAGE, PLOT, Badge, draw_row, x_of
from archlint.diagrams.notation import FAINT, FRAME_EDGE, KINDS, LINE, WATER, WATER_EDGE
from archlint.diagrams.sheet import Sheet
from archlint.diagrams.text import width_of, wrapped

__all__ = ["write_chart"]

_COLUMN = 46.0
"""The height of the highest column."""

_LABEL = 96.0
"""The room for the name of a state on the line of time."""


def write_chart(chart: Chart) -> str:
    """The DOT text of a chart; the same text for the same chart."""
    sheet = Sheet()
    down = _heading(sheet, chart)
    down = _burn_down(sheet, chart, down + 12)
    down = _timelines(sheet, chart, down + 22)
    down = _legend(sheet, chart, down + 14)
    _notes(sheet, chart, down + 6)
    return sheet.source


def _heading(sheet: Sheet, chart: Chart) -> float:
    sheet.words(chart.title, 0, 14, PAGE, size=20, bold=True)
    down = 40.0
    for text in chart.lines:
        for line in wrapped(text, 150, 4):
            sheet.words(line, 0, down, PAGE, size=13)
            down += 18
    return down


def _burn_down(sheet: Sheet, chart: Chart, top: float) -> float:
    """A column for each state: first the measures that are drawn, then those in figures."""
    each = (PAGE - NAMES) / max(len(chart.columns), 1)
    for at, column in enumerate(chart.columns):
        left = NAMES + at * each
        sheet.words(column.title, left + 4, top, each - 8, bold=True, align="center")
        sheet.words(column.when, left + 4, top + 14, each - 8, size=10, ink=FAINT, align="center")
    down = top + 28
    for measure in chart.drawn:
        _columns(sheet, measure, down, each)
        down += _COLUMN + 24
    for measure in chart.figures:
        sheet.rule(measure.title, 0, down, PAGE, 0.5, FRAME_EDGE)
        sheet.words(measure.title, 0, down + 10, NAMES - 8)
        for at, words in enumerate(measure.words):
            sheet.words(words, NAMES + at * each, down + 10, each, align="center")
        down += 20
    return down


def _columns(sheet: Sheet, measure: Measure, top: float, each: float) -> None:
    """One column a state, as high as its number; the number stands on it."""
    foot, highest = top + _COLUMN + 16, max((value or 0 for value in measure.values), default=0)
    sheet.words(measure.title, 0, foot - 12, NAMES - 8, bold=True)
    sheet.rule(measure.title, NAMES, foot, PAGE - NAMES, 1, LINE)
    look, wide = KINDS["legacy"], min(each * 0.5, 90.0)
    for at, (value, words) in enumerate(zip(measure.values, measure.words, strict=True)):
        middle, high = NAMES + (at + 0.5) * each, _COLUMN * (value or 0) / highest if highest else 0.0
        if high:
            inks = {"fillcolor": look.fill.light, "color": look.edge.light, "class": "column"}
            sheet.box(f"{measure.title}: {words}", middle - wide / 2, foot - high, wide, high, **inks)
        sheet.words(words, middle - each / 2 + 2, foot - high - 9, each - 4, align="center", bold=value is not None)


def _timelines(sheet: Sheet, chart: Chart, top: float) -> float:
    """The line of time with the states on it, and under it every section."""
    levels = _levels(chart.ticks)
    head = top + (max(levels, default=0) + 1) * 28
    height = sum(_height(section) for section in chart.sections)
    if not height:
        return top
    if chart.after < 1:
        begin, right = x_of(chart.after), PLOT[1]
        sheet.rule("after every date", begin, top, right - begin, head - top + height, WATER)
    for tick, level in zip(chart.ticks, levels, strict=True):
        _tick(sheet, tick, top + level * 28, head + height, tick.at == chart.after < 1)
    down = head
    for section in chart.sections:
        sheet.words(section.title, 0, down + 12, NAMES - 8, size=13, bold=True)
        for year, at in chart.years:
            sheet.rule(str(year), x_of(at) - 0.5, down + 19, 1, 4, LINE)
            sheet.words(str(year), x_of(at) - 16, down + 12, 32, size=9, ink=FAINT, align="center")
        sheet.rule(section.title, 0, down + 23, PAGE, 1, LINE)
        down += 28
        for row in section.rows:
            draw_row(sheet, row, down)
            down += row.lanes * LANE
        down += 8
    return down


def _levels(ticks: Sequence[Tick]) -> list[int]:
    """On which line the words of each state stand, so that none stand on others."""
    ends: list[float] = []
    levels: list[int] = []
    for tick in ticks:
        start = x_of(tick.at)
        level = next((level for level, end in enumerate(ends) if end <= start), len(ends))
        ends[level : level + 1] = [start + _LABEL]
        levels.append(level)
    return levels


def _tick(sheet: Sheet, tick: Tick, top: float, foot: float, undated: bool) -> None:
    at, room = x_of(tick.at), PLOT[1] - x_of(tick.at) if undated else _LABEL - 6
    ink = WATER_EDGE if undated else LINE
    wide = 2.0 if undated else 0.7
    sheet.rule(", ".join(filter(None, (tick.title, tick.when))), at - wide / 2, top, wide, foot - top, ink)
    sheet.words(tick.title, at + 4, top + 7, max(room, _LABEL) - 4, bold=True)
    sheet.words(tick.when, at + 4, top + 20, max(room, _LABEL) - 4, size=10, ink=FAINT)


def _height(section: Section) -> float:
    return 36 + sum(row.lanes for row in section.rows) * LANE


def _legend(sheet: Sheet, chart: Chart, top: float) -> float:
    """A sample of each kind of bar, and of the badge."""
    shown = {bar.kind for section in chart.sections for row in section.rows for bar in row.bars}
    left = 8.0
    for kind in [kind for kind in KINDS if kind in shown]:
        word = KINDS[kind].word
        sheet.bar(f"legend {kind}", kind, left, top + 2, 44, BAR)
        sheet.words(word, left + 50, top + 10, 90, size=10)
        left += 64 + width_of(word, 10)
    if any(row.marks for section in chart.sections for row in section.rows):
        Badge("! CODE", left + 4, 44).draw(sheet, top + 10)
        sheet.words("what breaks on the way, by the code of its rule", left + 54, top + 10, 300, size=10)
    return top + 24


def _notes(sheet: Sheet, chart: Chart, top: float) -> None:
    down = top
    for heading, *notes in chart.notes:
        sheet.words(heading, 0, down + 8, PAGE, size=13, bold=True)
        down += 24
        for note in notes:
            for line in wrapped(note, 170, 3):
                sheet.words(line, 8, down + 6, PAGE - 8)
                down += 15
        down += 8
