"""The legend: a sample of everything that the picture shows, drawn by what draws the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archlint.diagrams.labels import status_words
from archlint.diagrams.notation import BADGES, KINDS, LINES, OTHER_KIND, OTHER_LINE, RESOLVED, SLOTS, STATUSES, Badge
from archlint.diagrams.picture import Box, Line, Picture, Status
from archlint.diagrams.strokes import Sample, line_attributes, shape_attributes

__all__ = ["Legend"]


class Legend(NamedTuple):
    """The samples, in their order."""

    samples: tuple[Sample, ...]

    @classmethod
    def of(cls, picture: Picture) -> Legend:
        """The legend of what the picture shows, and of nothing else."""
        parts = (_kinds(picture), _slots(picture), _marks(picture), _lines(picture), _statuses(picture))
        return cls(tuple(sample for part in parts for sample in part))

    def rows(self, columns: int) -> list[tuple[Sample, ...]]:
        """The samples in rows of so many."""
        return [self.samples[at : at + columns] for at in range(0, len(self.samples), columns)]


def _kinds(picture: Picture) -> Iterator[Sample]:
    shown = {box.kind for box in picture.boxes}
    for kind in [*(kind for kind in KINDS if kind in shown), *sorted(shown - KINDS.keys())]:
        word = KINDS.get(kind, OTHER_KIND).word if kind in KINDS else kind
        yield Sample(f"legend {kind}", word, shape_attributes(Box(kind, kind, word, 0)))


def _slots(picture: Picture) -> Iterator[Sample]:
    shown = {slot.openness for box in picture.boxes for slot in box.slots}
    for openness in (openness for openness in SLOTS if openness in shown):
        look = SLOTS[openness]
        attributes = {
            "shape": "box",
            "style": ",".join(filter(None, ("filled", look.style))),
            "fillcolor": look.fill.light,
            "color": STATUSES[Status.KEPT].ink.light,
            "fontsize": "10",
        }
        yield Sample(f"legend {openness.value}", f"{look.sign} {look.word}", attributes)


def _marks(picture: Picture) -> Iterator[Sample]:
    marks = [mark for box in picture.boxes for mark in box.marks]
    marks += [mark for frame in picture.frames for mark in frame.marks]
    for severity, look in BADGES.items():
        if any(mark.severity is severity and not mark.resolved for mark in marks):
            yield _badge(f"legend {look.word}", f"{look.sign} code: {look.word}", look)
    if any(mark.resolved for mark in marks):
        yield _badge("legend resolved", RESOLVED.word, RESOLVED)


def _badge(name: str, words: str, look: Badge) -> Sample:
    inks = {"color": look.edge.light, "fillcolor": look.fill.light, "fontcolor": look.text.light}
    return Sample(name, words, {"shape": "box", "style": "filled", "fontsize": "10", **inks})


def _lines(picture: Picture) -> Iterator[Sample]:
    shown = {kind for line in picture.lines for kind in line.kinds}
    for kind in [*(kind for kind in LINES if kind in shown), *sorted(shown - LINES.keys())]:
        words = LINES.get(kind, OTHER_LINE)[1] if kind in LINES else kind
        yield Sample(f"legend line {kind}", words, _PLAIN, line_attributes(Line("", "", kind)))
    if any(line.bespoke for line in picture.lines):
        yield Sample("legend bespoke", "bespoke wire", _PLAIN, line_attributes(Line("", "", "uses", bespoke=True)))
    if any(line.count for line in picture.lines):
        numbers, words = ("7 +2 −1", "so many kept, added, removed") if picture.compared else ("7", "so many")
        yield Sample("legend count", words, _PLAIN, line_attributes(Line("", "", "uses", count=numbers)))


def _statuses(picture: Picture) -> Iterator[Sample]:
    """The statuses that boxes, slots and lines have."""
    slots = (slot for box in picture.boxes for slot in box.slots)
    shown = {thing.status for things in (picture.boxes, slots, picture.lines) for thing in things}
    for status in (status for status in Status if status in shown):
        look = line_attributes(Line("", "", "uses", status=status))
        yield Sample(f"legend {status.value}", status_words(status), _PLAIN, look)


_PLAIN = {"shape": "plaintext", "margin": "0.02,0.02"}
