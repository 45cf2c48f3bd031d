"""The words in a box, as a Graphviz table: slots, status, title, small print, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archlint.diagrams.notation import BADGE, BADGE_TEXT, FAINT, KINDS, PAPER, SLOTS, STATUSES, TEXT, Ink
from archlint.diagrams.picture import Box, Mark, Slot, Status
from archlint.diagrams.text import dot_string, lines_of

__all__ = ["box_label", "heading", "ports_of", "status_words"]

_SLOTS_SHOWN = 8
_SLOTS_IN_A_ROW = 2
_MARKS_SHOWN = 3
_BREAK = "<br/>"


def box_label(box: Box) -> str:
    """The HTML-like label of a box: ways in on top, what it is in the middle, stores below, findings last."""
    rows = [
        *_slot_rows(box, box.interfaces),
        *_row(_status(box.status)),
        _cell(_strong(_BREAK.join(lines_of(box.title, 24, 4)), 13)),
        _cell(_small(_BREAK.join(_small_print(box)))),
        *_slot_rows(box, box.stores),
        *_row(_badge(box.marks)),
    ]
    return f'<<table border="0" cellborder="0" cellspacing="1" cellpadding="1">{"".join(rows)}</table>>'


def ports_of(box: Box) -> dict[str, str]:
    """The port at which a line to a slot ends, by the path of the slot."""
    ports: dict[str, str] = {}
    for slots in (box.interfaces, box.stores):
        for at, slot in enumerate(slots):
            ports[slot.path] = f"p{box.slots.index(slot)}" if at < _SLOTS_SHOWN else ""
    return ports


def heading(title: str, subtitle: str) -> str:
    """The head of a picture: what it shows, and when."""
    first = _strong(_BREAK.join(lines_of(title, 80, 2)), 20)
    second = f'<font point-size="14" color="{FAINT.light}">{_BREAK.join(lines_of(subtitle, 100, 3))}</font>'
    return (
        f'<<table border="0" cellborder="0" cellspacing="0" cellpadding="3">{_cell(first)}{_cell(second)}</table>>'
    )


def status_words(status: Status) -> str:
    """The sign and the word of a status, such as `+ added`."""
    return f"{STATUSES[status].sign} {status.value}".strip()


def _small_print(box: Box) -> Iterator[str]:
    word = KINDS[box.kind].word if box.kind in KINDS else box.kind
    yield dot_string(f"external {word}" if box.external else word)
    if box.path != box.title:
        yield from lines_of(box.path, 30, 2)
    for note in box.notes:
        yield from lines_of(note, 30, 3)


def _status(status: Status | None) -> str:
    if status in (None, Status.KEPT):
        return ""
    return _strong(dot_string(status_words(status)), 11, STATUSES[status].ink)


def _badge(marks: tuple[Mark, ...]) -> str:
    """The codes of the findings, counted where there are more than a few; the resolved ones apart."""
    open_codes = sorted({mark.code for mark in marks if not mark.resolved})
    resolved = sorted({mark.code for mark in marks if mark.resolved} - set(open_codes))
    cells = ""
    if open_codes:
        cells += _boxed(f"! {_codes(open_codes)}", BADGE_TEXT, BADGE)
    if resolved:
        cells += _boxed(f"resolved: {_codes(resolved)}", TEXT, PAPER)
    return f'<table border="0" cellborder="1" cellspacing="1" cellpadding="2">{cells}</table>' if cells else ""


def _codes(codes: list[str]) -> str:
    shown = " ".join(codes[:_MARKS_SHOWN])
    return f"{shown} and {len(codes) - _MARKS_SHOWN} more" if len(codes) > _MARKS_SHOWN else shown


def _boxed(words: str, text: Ink, fill: Ink) -> str:
    inside = _strong(dot_string(words), 10, text)
    return f'<tr><td bgcolor="{fill.light}" color="{BADGE.light}">{inside}</td></tr>'


def _slot_rows(box: Box, slots: tuple[Slot, ...]) -> Iterator[str]:
    ports = ports_of(box)
    cells = [_slot_cell(slot, ports[slot.path]) for slot in slots[:_SLOTS_SHOWN]]
    if len(slots) > _SLOTS_SHOWN:
        cells.append(f'<td border="0">{_small(f"{len(slots) - _SLOTS_SHOWN} more")}</td>')
    if cells:
        starts = range(0, len(cells), _SLOTS_IN_A_ROW)
        rows = "".join(f"<tr>{''.join(cells[at : at + _SLOTS_IN_A_ROW])}</tr>" for at in starts)
        yield _cell(f'<table border="0" cellborder="1" cellspacing="2" cellpadding="3">{rows}</table>')


def _slot_cell(slot: Slot, port: str) -> str:
    look, stroke = SLOTS[slot.openness], STATUSES[slot.status or Status.KEPT]
    styles = [look.style, "" if stroke.style == "solid" else stroke.style]
    words = _BREAK.join(lines_of(f"{stroke.sign} {look.sign} {slot.title}", 16, 3))
    return (
        f'<td port="{port}" bgcolor="{look.fill.light}" color="{stroke.ink.light}" border="{min(stroke.width, 2):.0f}"'
        f' style="{",".join(filter(None, styles))}">{_text(words, 10, TEXT)}</td>'
    )


def _row(words: str) -> Iterable[str]:
    return (_cell(words),) if words else ()


def _cell(words: str) -> str:
    return f"<tr><td>{words}</td></tr>"


def _strong(words: str, size: int, ink: Ink = TEXT) -> str:
    return _text(f"<b>{words}</b>", size, ink)


def _small(words: str) -> str:
    return _text(words, 9, FAINT)


def _text(words: str, size: int, ink: Ink) -> str:
    return f'<font point-size="{size}" color="{ink.light}">{words}</font>'
