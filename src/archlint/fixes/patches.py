"""A text with edits in it, and which place of the new text was which place of the old one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property

from archlint.diagnostics import Edit, Finding
from archlint.source import SourceFile

__all__ = ["Patch", "patches_of", "place_before"]


class Patch:
    """Edits of one text that do not touch each other."""

    def __init__(self, source: SourceFile, edits: Iterable[Edit]) -> None:
        self.source = source
        self.edits = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))

    @cached_property
    def after(self) -> SourceFile:
        """The text with the edits in it."""
        parts, at = [], 0
        for span, text in self.edits:
            parts += [self.source.text[at : span.start], text]
            at = span.end
        return SourceFile(self.source.path, "".join([*parts, self.source.text[at:]]))

    @cached_property
    def _shifts(self) -> list[tuple[int, int]]:
        """Where each edit begins in the new text, and by how much what follows it has moved."""
        shifts, moved = [], 0
        for span, text in self.edits:
            begin = span.start + moved
            moved += len(text) - (span.end - span.start)
            shifts.append((begin, moved))
        return shifts

    def before(self, offset: int) -> int:
        """The place in the old text of a place in the new one; where the new text has no place in the old, the
        beginning of the edit."""
        number = bisect_right(self._shifts, offset, key=lambda shift: shift[0]) - 1
        if number < 0:
            return offset
        span, text = self.edits[number]
        begin, moved = self._shifts[number]
        return span.start if offset < begin + len(text) else offset - moved


def patches_of(edits: Iterable[Edit]) -> dict[str, Patch]:
    """The edits as patches, by the path of the file."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.span.source.path, []).append(edit)
    return {path: Patch(found[0].span.source, found) for path, found in by_file.items()}


def place_before(finding: Finding, patches: Mapping[str, Patch]) -> tuple[str, int]:
    """The file in which a finding in patched texts begins, and where it would have begun before."""
    path, start = finding.span.source.path, finding.span.start
    return path, patches[path].before(start) if path in patches else start
