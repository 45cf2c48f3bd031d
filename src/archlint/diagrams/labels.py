"""The words in a box: ways in on top, what it is in the middle, stores below, findings last."""

from __future__ import annotations

from collections.abc import Iterator

from archlint.diagrams.notation import BADGES, FAINT, KINDS, RESOLVED, SLOTS, STATUSES, Badge
from archlint.diagrams.picture import Box, Frame, Mark, Slot, Status
from archlint.diagrams.tables import Cell, Table, Words
from archlint.diagrams.text import wrapped

__all__ = ["badge_words", "box_table", "heading", "ports_of", "small_print", "status_words", "title_of"]

_SLOTS_SHOWN = 8
_SLOTS_IN_A_ROW = 2
_MARKS_SHOWN = 3
_NO_BREAK = "\u00a0"


def box_table(box: Box) -> Table:
    """What stands in a box."""
    return Table.column(
        (
            *_slots(box, box.interfaces),
            *_status(box.status),
            Cell(Words(wrapped(box.title, 24, 4), 13, bold=True)),
            Cell(Words(tuple(small_print(box)), 9, FAINT)),
            *_slots(box, box.stores),
            *_badges(box.marks),
        )
    )


def ports_of(box: Box, direction: str) -> dict[str, str]:
    """Where a line to a way in ends, by its path: on the side from which lines come, where that is free.

    What leads to a store ends at its box: a store stands at the bottom, and the line would cross the words.
    """
    shown = enumerate(box.interfaces[:_SLOTS_SHOWN])
    return {slot.path: f"{_port(box, slot)}:{_side(at, direction)}" for at, slot in shown}


def heading(title: str, subtitle: str) -> str:
    """The head of a picture: what it shows, and when."""
    first = Cell(Words(wrapped(title, 80, 2), 20, bold=True))
    second = Cell(Words(wrapped(subtitle, 100, 3), 14, FAINT))
    return Table.column((first, second), spacing=0, padding=3).html


def title_of(frame: Frame) -> Table:
    """The title of a frame, with what is found of that for which it stands."""
    return Table.column((Cell(Words(wrapped(frame.title, 60, 2), 14, bold=True)), *_badges(frame.marks)), padding=0)


def status_words(status: Status) -> str:
    """The sign and the word of a status, such as `+ added`."""
    return f"{STATUSES[status].sign} {status.value}".strip()


def small_print(box: Box) -> Iterator[str]:
    """The kind of a box, its path where the title is another, and its notes."""
    word = KINDS[box.kind].word if box.kind in KINDS else box.kind
    yield f"external {word}" if box.external else word
    if box.path != box.title and not box.path.startswith(" "):
        yield from wrapped(box.path, 30, 2)
    for note in box.notes:
        yield from wrapped(note, 30, 3)


def _status(status: Status | None) -> Iterator[Cell]:
    if status not in (None, Status.KEPT):
        yield Cell(Words((status_words(status),), 11, STATUSES[status].ink, bold=True))


def _badges(marks: tuple[Mark, ...]) -> Iterator[Table]:
    if cells := [_badge(look, words) for look, words in badge_words(marks)]:
        yield Table.column(cells, padding=2)


def badge_words(marks: tuple[Mark, ...]) -> Iterator[tuple[Badge, str]]:
    """The codes of the findings, the gravest first, many of them counted; the resolved ones apart."""
    told: set[str] = set()
    for severity, look in BADGES.items():
        codes = {mark.code for mark in marks if mark.severity is severity and not mark.resolved} - told
        told |= codes
        if codes:
            yield look, f"{look.sign} {_codes(sorted(codes))}"
    if resolved := sorted({mark.code for mark in marks if mark.resolved} - told):
        yield RESOLVED, f"{RESOLVED.sign} {_codes(resolved)}"


def _badge(look: Badge, words: str) -> Cell:
    return Cell(Words((words,), 10, look.text, bold=True), fill=look.fill, edge=look.edge, border=1)


def _codes(codes: list[str]) -> str:
    shown = " ".join(codes[:_MARKS_SHOWN])
    return f"{shown} and {len(codes) - _MARKS_SHOWN} more" if len(codes) > _MARKS_SHOWN else shown


def _slots(box: Box, slots: tuple[Slot, ...]) -> Iterator[Table]:
    cells = [_slot(slot, _port(box, slot)) for slot in slots[:_SLOTS_SHOWN]]
    if len(slots) > _SLOTS_SHOWN:
        cells.append(Cell(Words((f"{len(slots) - _SLOTS_SHOWN} more",), 9, FAINT)))
    starts = range(0, len(cells), _SLOTS_IN_A_ROW)
    if cells:
        yield Table(tuple(tuple(cells[at : at + _SLOTS_IN_A_ROW]) for at in starts), spacing=2, padding=3)


def _slot(slot: Slot, port: str) -> Cell:
    look, stroke = SLOTS[slot.openness], STATUSES[slot.status or Status.KEPT]
    signs = f"{stroke.sign} {look.sign}".strip()
    lines = wrapped(slot.title, 16, 4)
    words = Words((f"{_NO_BREAK}{signs} {lines[0]}{_NO_BREAK}", *lines[1:]), 10)
    style = ",".join(filter(None, (look.style, "" if stroke.style == "solid" else stroke.style)))
    return Cell(words, port, look.fill, stroke.ink, border=min(round(stroke.width), 2), style=style)


def _port(box: Box, slot: Slot) -> str:
    return f"p{box.slots.index(slot)}"


def _side(at: int, direction: str) -> str:
    first_in_row = at % _SLOTS_IN_A_ROW == 0
    if at < _SLOTS_IN_A_ROW and not (direction == "right" and first_in_row):
        return "n"
    return "w" if first_in_row else "e"
