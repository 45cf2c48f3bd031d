"""The table of states: a row for each, or a column for each where the page is too narrow for all the measures."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from archlint.escaping import for_terminal
from archlint.reporters.roadmap.states import State

__all__ = ["cost_of", "figures", "measures", "table", "when"]

_GAP = "  "
_MEASURES = {
    "legacy systems": 7,
    "stated cost a year": 11,
    "products on legacy": 9,
    "bespoke links": 7,
    "facts owned twice": 5,
    "errors": 6,
    "warnings": 8,
    "notes": 5,
}
"""What is told of each state, and how wide its heading is."""


def measures() -> list[str]:
    """What is told of each state."""
    return list(_MEASURES)


def figures(state: State) -> tuple[str, ...]:
    """The measures of a state, in their order."""
    numbers = (state.products_on_legacy, state.point_to_point, state.duplicate_owners)
    findings = (state.errors, state.warnings, state.notes)
    return (str(state.legacy), cost_of(state), *map(str, (*numbers, *findings)))


def cost_of(state: State) -> str:
    """The stated costs, and how many legacy systems state one."""
    costs = " + ".join(f"{number / 1e6:,.1f}m {currency}" for currency, number in sorted(state.costs.items()))
    return f"{costs} ({state.costed} of {state.legacy})" if costs else "not stated" if state.legacy else "-"


def when(state: State, last: bool) -> str:
    """The date of a state; one without stands before or after every date."""
    return state.at or ("after all" if last else "-")


def table(states: Sequence[State], width: int) -> list[str]:
    """The lines of the table."""
    upright = _aligned([*_heading(), *_rows(states)], 2)
    if max(map(len, upright)) <= width:
        return upright
    columns = list(zip(*[("", "", *measures()), *_rows(states)], strict=True))
    for each in range(len(states), 0, -1):
        lines = list(_turned(columns, each))
        if max(map(len, lines)) <= width:
            break
    return lines


def _turned(columns: Sequence[Sequence[str]], each: int) -> Iterator[str]:
    """A line for each measure, so many states beside each other."""
    for at in range(1, len(columns[0]), each):
        yield from [""] if at > 1 else []
        yield from _aligned([[row[0], *row[at : at + each]] for row in columns], 1)


def _rows(states: Sequence[State]) -> list[list[str]]:
    return [
        [for_terminal(state.name), when(state, len(states) > 1 and state is states[-1]), *figures(state)]
        for state in states
    ]


def _heading() -> Iterator[list[str]]:
    words = [["state"], ["date"], *(textwrap.wrap(name, wide) for name, wide in _MEASURES.items())]
    deepest = max(map(len, words))
    padded = [[""] * (deepest - len(lines)) + lines for lines in words]
    yield from map(list, zip(*padded, strict=True))


def _aligned(rows: Sequence[Sequence[str]], left: int) -> list[str]:
    """The rows in columns, of which so many lean to the left."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(
            cell.ljust(width) if at < left else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
